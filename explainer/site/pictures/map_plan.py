"""Which maps a story needs: one that holds all of it, and nearer ones where places crowd."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.site.pictures import geo
from explainer.site.pictures.geo import FlatPoint, MapFrame, distance
from explainer.site.pictures.ground import Drawing
from explainer.site.pictures.lands import GeoPoint

TOUCH = 60.0
"""Places nearer than this, in units, cannot be touched apart on a phone: 24 pixels of 290."""
ONE_DOT = 15.0
"""And nearer than this they are one dot."""
LEAST = 60.0
"""Half the width of the nearest map, in kilometres: nearer, the coast would be too coarse."""
ALONE = 600.0
"""And of a map of one place."""
LOW, HIGH = 0.58, 0.8
"""How high a map may be for its width."""
CROWD = 3
"""So many places that cannot be told apart get a nearer map."""
DEPTH = 2
"""A nearer map may have nearer ones itself, and no more."""
NEARER = 0.5
"""A nearer map shows at most so much of the width."""
FAR_SHARE = 0.06
"""Places far from all others may be left beyond the frame while they have so few of the events."""
FAR_GAIN = 0.75
"""And only where the map shrinks to this without them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: where it is in degrees, what it is called, how many events it has."""

    id: str
    name: str
    point: GeoPoint
    events: int
    words: str
    """The number of its events in words."""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A route from stop to stop."""

    stops: tuple[GeoPoint, ...]
    is_claimed: bool
    """Whether it is not confirmed."""


@dataclass(frozen=True, slots=True)
class MapPlan:
    """A map to be drawn: its frame, its places, those beyond its frame, and nearer maps."""

    frame: MapFrame
    spots: tuple[Spot, ...]
    beyond: tuple[Spot, ...] = ()
    nearer: tuple[MapPlan, ...] = ()
    ways: tuple[Way, ...] = ()

    def all_nearer(self) -> Iterable[MapPlan]:
        """List the nearer maps, each followed by its own."""
        for each in self.nearer:
            yield each
            yield from each.all_nearer()


def story(spots: Sequence[Spot]) -> MapPlan | None:
    """Plan the map of all places; None where there are none."""
    if not spots:
        return None
    ordered = by_weight(spots)
    kept, beyond = _without_far(ordered)
    return _planned(_around(kept), kept, beyond, DEPTH)


def together(spots: Sequence[Spot], least: float) -> MapPlan:
    """Plan one map of some places, at least so many kilometres to each side."""
    return MapPlan(_around(spots, least), tuple(by_weight(spots)))


def by_weight(spots: Iterable[Spot]) -> list[Spot]:
    """Put the place with most events first."""
    return sorted(spots, key=lambda spot: (-spot.events, spot.id))


def _around(spots: Sequence[Spot], least: float = LEAST) -> MapFrame:
    if len(spots) == 1:
        least = max(least, ALONE)
    return geo.frame([spot.point for spot in spots], least=least, low=LOW, high=HIGH)


def _planned(frame: MapFrame, spots: list[Spot], beyond: list[Spot], depth: int) -> MapPlan:
    nearer = []
    for group in _groups(frame, spots) if depth else ():
        inner = _around(group)
        if inner.half_width <= frame.half_width * NEARER:
            seen = [spot for spot in spots if inner.holds(spot.point, 0.05)]
            nearer.append(_planned(inner, seen, [], depth - 1))
    return MapPlan(frame, tuple(spots), tuple(beyond), tuple(nearer))


def _groups(frame: MapFrame, spots: Sequence[Spot]) -> list[list[Spot]]:
    """Gather places that cannot be told apart, one from the next."""
    drawing = Drawing(frame)
    at = {spot.id: drawing.place(spot.point) for spot in spots}
    left, groups = list(spots), []
    while left:
        group, waiting = [], [left.pop(0)]
        while waiting:
            near = waiting.pop()
            group.append(near)
            x, y = at[near.id]
            found = [s for s in left if abs(at[s.id][0] - x) + abs(at[s.id][1] - y) <= TOUCH]
            left = [spot for spot in left if spot not in found]
            waiting += found
        if CROWD <= len(group) < len(spots):
            groups.append(by_weight(group))
    return sorted(groups, key=lambda group: -sum(spot.events for spot in group))


def _without_far(spots: list[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Leave the fewest places beyond the frame for it to become much nearer."""
    whole = _around(spots).half_width
    most = FAR_SHARE * sum(spot.events for spot in spots)
    kept, beyond = spots, list[Spot]()
    while len(kept) > CROWD:
        lon, lat = geo.middle([spot.point for spot in kept for _ in range(spot.events)])
        far = max(kept, key=lambda spot: distance(spot.point, (lon, lat)))
        beyond = [*beyond, far]
        kept = [spot for spot in kept if spot is not far]
        if sum(spot.events for spot in beyond) > most:
            break
        if _around(kept).half_width <= whole * FAR_GAIN:
            return kept, beyond
    return spots, []


@dataclass(frozen=True, slots=True)
class Joined:
    """Places that one dot on the map stands for, the busiest first."""

    spots: tuple[Spot, ...]
    at: FlatPoint
    """In units."""


def joined(
    places: Iterable[tuple[Spot, FlatPoint]], reach: float
) -> list[tuple[FlatPoint, list[tuple[Spot, FlatPoint]]]]:
    """Gather places, the busiest first, with the first that lies within so many units."""
    found: list[tuple[FlatPoint, list[tuple[Spot, FlatPoint]]]] = []
    for spot, at in places:
        near = (each for each in found if _is_near(each[0], at, reach))
        if group := next(near, None):
            group[1].append((spot, at))
        else:
            found.append((at, [(spot, at)]))
    return found


def _is_near(one: FlatPoint, two: FlatPoint, reach: float) -> bool:
    return abs(one[0] - two[0]) < reach and abs(one[1] - two[1]) < reach
