"""The library's places as spots on maps: what the places page, home and events share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.site.pictures import map as maps
from explainer.site.pictures.draw import Picture
from explainer.site.pictures.map import Spot
from explainer.site.views.publication import Publication


def spots(publication: Publication) -> list[Spot]:
    """List the places that have coordinates and events."""
    library, words = publication.library, publication.words
    by_place = library.events_by("places")
    return [
        Spot(
            place_id,
            place.name.ar,
            (float(place.lon), float(place.lat)),
            len(by_place[place_id]),
            words.count(len(by_place[place_id]), "event"),
        )
        for place_id, place in library.places.items()
        if place.lat is not None and place.lon is not None and by_place.get(place_id)
    ]


class SpotMaps(Mapping[str, Picture]):
    """A small map around each such place, by its id, drawn when it is asked for."""

    def __init__(self, publication: Publication) -> None:
        self._spots = {spot.id: spot for spot in spots(publication)}
        self._drawn: dict[str, Picture] = {}

    def __getitem__(self, place_id: str) -> Picture:
        if place_id not in self._drawn:
            self._drawn[place_id] = maps.spot(self._spots[place_id])
        return self._drawn[place_id]

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._spots

    def __iter__(self) -> Iterator[str]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)
