"""The library's places on maps: what the places page, home and events share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from babel import Locale

from explainer.content.model import Event, Site
from explainer.site.pictures import kept_maps, map_plan
from explainer.site.pictures.lands import is_disputed
from explainer.site.pictures.map import MapPicture
from explainer.site.pictures.map_plan import MapPlan, Spot, Way
from explainer.site.pictures.map_sheet import Colouring
from explainer.site.views.publication import Publication

AROUND_PLACE = 600.0
"""The map of one place shows so many kilometres to each side: enough to know where it is."""
AROUND_EVENT = 160.0
"""The map of several shows at least so many."""
WIDE = 2500.0
"""A map with more kilometres to each side is not called after its first place."""
OVERVIEW = "كل الأماكن"
FRAME_LETTERS = "أبجدهوز"


def spots(publication: Publication) -> list[Spot]:
    """List the places that have coordinates and events."""
    return [spot for spot in _all_spots(publication).values() if spot.events]


def _all_spots(publication: Publication) -> dict[str, Spot]:
    library, words = publication.library, publication.words
    by_place = library.events_by("places")
    return {
        place_id: Spot(
            place_id,
            place.name.ar,
            (float(place.lon), float(place.lat)),
            len(by_place.get(place_id, ())),
            words.count(len(by_place.get(place_id, ())), "event"),
            place.country or "",
        )
        for place_id, place in library.places.items()
        if place.lat is not None and place.lon is not None
    }


def colouring(publication: Publication) -> Colouring:
    """Say whose lands are the parties', and what lands and seas are called."""
    library = publication.library
    actors = (library.actors[party] for party in library.site.parties)
    plain = {land.id for land in library.site.lands if land.tone == "none"}
    parties = {actor.country for actor in actors if actor.country}
    return Colouring(
        frozenset(each for each in parties - plain if not is_disputed(each)),
        {land.id: land.tone for land in library.site.lands if land.tone and land.id not in plain},
        _names(library.site),
        tuple((sea.name, (float(sea.lon), float(sea.lat))) for sea in library.site.seas),
    )


def _names(site: Site) -> dict[str, str]:
    """Name every country that nobody disputes, and what editors name; not what they leave out."""
    names = _country_names() | {land.id: land.name for land in site.lands if land.name}
    hidden = {land.id for land in site.lands if land.label == "none"}
    return {land: name for land, name in names.items() if land not in hidden}


@cache
def _country_names() -> dict[str, str]:
    """Name every country that nobody disputes."""
    territories = Locale("ar").territories
    return {
        code: str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and not is_disputed(code)
    }


def story_maps(publication: Publication) -> list[MapPicture]:
    """Draw the map of all places, then the nearer ones, each followed by its own.

    The first holds every place of the story; a letter joins each frame in it to its map.
    """
    plan = map_plan.story(spots(publication))
    if plan is None:
        return []
    tones = colouring(publication)
    every = (plan, *plan.all_nearer())
    letters = {id(each): letter for each, letter in zip(every[1:], FRAME_LETTERS, strict=False)}
    return [
        kept_maps.draw(
            f"map-{number}",
            f"{letters[id(each)]}. {_title(each)}" if id(each) in letters else _title(each),
            each,
            tones,
            letters=[letters.get(id(inner), "") for inner in each.nearer],
        )
        for number, each in enumerate(every)
    ]


def home_maps(publication: Publication) -> list[MapPicture]:
    """Draw the map of all places and, where places crowd, the busiest nearer one: 0 to 2 maps."""
    plan = map_plan.story(spots(publication))
    if plan is None:
        return []
    tones = colouring(publication)
    nearer = [replace(each, nearer=()) for each in plan.nearer[:1]]
    first = replace(plan, nearer=tuple(nearer))
    return [
        kept_maps.draw(f"map-{number}", _title(each), each, tones)
        for number, each in enumerate((first, *nearer))
    ]


def _title(plan: MapPlan) -> str:
    if plan.frame.half_width >= WIDE:
        return OVERVIEW
    if len(plan.nearer) > 1:
        one, two = (each.spots[0].name for each in plan.nearer[:2])
        return f"{one} و{two} وما بينهما"
    return f"{plan.spots[0].name} وما حولها"


class EventMaps:
    """One map an event: all its places together, and its route; drawn when it is asked for."""

    def __init__(self, publication: Publication) -> None:
        self._spots = _all_spots(publication)
        self._tones = colouring(publication)
        self._drawn: dict[object, MapPicture] = {}

    def of(self, event: Event) -> MapPicture | None:
        """Draw the map of an event's places; None where none has coordinates."""
        stops = tuple(place for place in event.route if place in self._spots)
        places = [place for place in (*event.places, *stops) if place in self._spots]
        asked = tuple(dict.fromkeys(places)), stops, event.status != "confirmed"
        if places and asked not in self._drawn:
            self._drawn[asked] = self._map(*asked)
        return self._drawn.get(asked)

    def _map(self, places: Sequence[str], stops: Sequence[str], is_claimed: bool) -> MapPicture:
        shown = [self._spots[place] for place in places]
        ways = [Way(tuple(self._spots[stop].point for stop in stops), is_claimed)] if stops else []
        least = AROUND_PLACE if len(shown) == 1 else AROUND_EVENT
        plan = replace(map_plan.together(shown, least), ways=tuple(ways))
        title = "، ".join(spot.name for spot in shown)
        return kept_maps.draw("where", title, plan, self._tones, is_linked=False)
