"""The library's places as spots on maps: what the places page, home and events share."""

from __future__ import annotations

from explainer.library import Library
from explainer.pictures import map as maps
from explainer.pictures.draw import Picture
from explainer.pictures.map import Spot
from explainer.views.wording import Wording


def spots(library: Library, words: Wording) -> list[Spot]:
    """List the places that have coordinates and events."""
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


def around(library: Library, words: Wording) -> dict[str, Picture]:
    """Draw a small map around each such place, by its id."""
    return {spot.id: maps.spot(spot) for spot in spots(library, words)}
