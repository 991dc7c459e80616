"""The world's lands: every coast and border once, at three levels of detail, and whose each is.

A land is a country, by its code, or one that is disputed, by a name of its own: it belongs to
nobody here (`shapes/README.md` says how it was found). A ring comes as the lines it is made of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import ceil, floor
from pathlib import Path

SHAPES_FILE = Path(__file__).parent / "shapes" / "lands.json"
GRID = 1000
"""Whole steps of a degree in the file."""
TILE = 15.0
"""Rings and lines are looked up by tiles of so many degrees."""
WORLD_TURNS = (-360.0, 0.0, 360.0)
"""A place may lie a turn away from the middle of a frame."""
SEAM = 180.0
"""Where the file cuts the world, in degrees."""
LEVELS = (1.2, 8.0, 25.0)
"""Up to so many kilometres a unit of a drawing the first level serves, then the next."""
DISPUTED_STATES = frozenset({"FK", "GI", "GS", "IO", "PS", "TW", "XK"})
"""Lands with a code of their own that are disputed."""
NO_COUNTRY = frozenset({"akrotiri"})
"""Lands without a code that are not."""

GeoPoint = tuple[float, float]
"""Longitude and latitude in degrees."""
GeoBox = tuple[float, float, float, float]
"""West, south, east and north; east may be beyond 180."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of a land: the numbers of its lines (~number runs backwards), its bounds."""

    lines: tuple[int, ...]
    bounds: GeoBox


@dataclass(frozen=True, slots=True)
class Shore:
    """A line between a land and another, or the sea."""

    points: tuple[GeoPoint, ...]
    lands: tuple[str, ...]
    """One where the sea is beyond it, else two."""


def all_lands() -> frozenset[str]:
    """Name every land of the file."""
    return frozenset(_file()[1])


def is_disputed(land: str) -> bool:
    """Tell whether a land is claimed by several."""
    return land in DISPUTED_STATES or (len(land) != 2 and land not in NO_COUNTRY)


def level(kilometres: float) -> int:
    """Choose the level of detail for a drawing, by the kilometres of one of its units."""
    return sum(kilometres > limit for limit in LEVELS)


def rings_in(box: GeoBox, detail: int) -> Iterator[tuple[str, list[GeoPoint]]]:
    """Give the rings that may lie within a box; what is far outside of it is cut short."""
    for land, ring, turn in _rings_near(_tiled(box)):
        if _meet(ring.bounds, box, turn):
            yield land, _ring_points(ring, box, turn, detail)


def shores_in(box: GeoBox, detail: int) -> Iterator[Shore]:
    """Give the lines within a box that have two lands or a disputed one beside them."""
    for number, turn in _shores_near(_tiled(box)):
        if _meet(_file()[0][number][0], box, turn):
            points = _line(number, detail)
            moved = tuple((x + turn, y) for x, y in points) if turn else points
            yield Shore(moved, _owners()[number])


def _tiled(box: GeoBox) -> GeoBox:
    """Widen a box to tiles, so that frames in one part of the world share what lies near."""
    west, south, east, north = (side / TILE for side in box)
    return floor(west) * TILE, floor(south) * TILE, ceil(east) * TILE, ceil(north) * TILE


@lru_cache(256)
def _rings_near(box: GeoBox) -> list[tuple[str, Ring, float]]:
    return [
        (land, ring, turn)
        for land, rings in _rings().items()
        for ring in rings
        for turn in WORLD_TURNS
        if _meet(ring.bounds, box, turn)
    ]


@lru_cache(256)
def _shores_near(box: GeoBox) -> list[tuple[int, float]]:
    """List the lines near a box by number; not the seam along which the file cuts the world."""
    return [
        (number, turn)
        for number, bounds in _borders()
        for turn in WORLD_TURNS
        if _meet(bounds, box, turn)
    ]


@cache
def _borders() -> list[tuple[int, GeoBox]]:
    found = []
    for number, owners in _owners().items():
        bounds = _file()[0][number][0]
        is_seam = abs(bounds[0]) == abs(bounds[2]) == SEAM or bounds[3] <= -89.9
        if not is_seam and (len(owners) > 1 or is_disputed(owners[0])):
            found.append((number, bounds))
    return found


def _meet(bounds: GeoBox, box: GeoBox, turn: float) -> bool:
    return (
        bounds[0] + turn < box[2]
        and bounds[2] + turn > box[0]
        and bounds[1] < box[3]
        and bounds[3] > box[1]
    )


def _ring_points(ring: Ring, box: GeoBox, turn: float, detail: int) -> list[GeoPoint]:
    """Join a ring's lines; one that lies on one side of the box is as good as its two ends."""
    points: list[GeoPoint] = []
    for number in ring.lines:
        forth = number if number >= 0 else ~number
        line = _line(forth, detail)
        if not _meet(_file()[0][forth][0], box, turn):
            line = (line[0], line[-1])
        points += (line if number >= 0 else line[::-1])[:-1]
    return [(x + turn, y) for x, y in points] if turn else points


@cache
def _file() -> tuple[list[tuple[GeoBox, tuple[str, ...]]], dict[str, list[list[int]]]]:
    """Read the file: lines as (bounds, text a level) and rings by land."""
    found = json.loads(SHAPES_FILE.read_text("utf-8"))
    lines = [
        ((b[0] / GRID, b[1] / GRID, b[2] / GRID, b[3] / GRID), tuple(levels))
        for b, *levels in found["lines"]
    ]
    return lines, found["lands"]


@lru_cache(20_000)
def _line(number: int, detail: int) -> tuple[GeoPoint, ...]:
    steps = list(map(int, _file()[0][number][1][detail].split()))
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x / GRID, y / GRID) for x, y in zip(xs, ys, strict=True))


@cache
def _rings() -> dict[str, list[Ring]]:
    lines, lands = _file()
    return {
        land: [
            Ring(tuple(ring), _around(lines[n if n >= 0 else ~n][0] for n in ring))
            for ring in rings
        ]
        for land, rings in lands.items()
    }


def _around(boxes: Iterator[GeoBox]) -> GeoBox:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


@cache
def _owners() -> dict[int, tuple[str, ...]]:
    """Say which lands each line bounds."""
    owners: dict[int, tuple[str, ...]] = {}
    for land, rings in _file()[1].items():
        for number in (n if n >= 0 else ~n for ring in rings for n in ring):
            owners[number] = (*owners.get(number, ()), land)
    return owners
