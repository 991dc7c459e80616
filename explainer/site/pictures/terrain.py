"""What lies where on a map, coarsely: which land a label would stand on, and where land is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, hypot

from explainer.site.pictures.geo import FlatPoint
from explainer.site.pictures.ground import UNITS, Ground, Outline

COLUMNS = 90
TERRAIN_CELL = UNITS / COLUMNS
"""A cell's side in units."""
INLAND = (1.0, 0.4, 0.1, 2.0)
"""So many units beyond the coast a place is moved that the coarse coast leaves in the sea."""
AROUND_FOOT = tuple((dx, dy) for by in (0.3, 1.0) for dx in (-by, 0, by) for dy in (-by, 0, by))
"""And else around the nearest point of the coast: a spit may be thin."""

Cell = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """The owner of every cell, row by row; an empty text is the sea."""

    rows: tuple[tuple[str, ...], ...]

    def at(self, x: float, y: float) -> str:
        """Say what lies at a place in units."""
        row = min(max(int(y / TERRAIN_CELL), 0), len(self.rows) - 1)
        return self.rows[row][min(max(int(x / TERRAIN_CELL), 0), COLUMNS - 1)]

    def cells(self) -> dict[str, list[Cell]]:
        """List the cells of every owner, the sea's too."""
        return _cells(self)

    def is_all(self, owner: str, box: tuple[float, float, float, float]) -> bool:
        """Tell whether one owner has all cells of a box in units (left, top, right, foot)."""
        left, top, right, foot = (int(side / TERRAIN_CELL) for side in box)
        if left < 0 or top < 0 or right >= COLUMNS or foot >= len(self.rows):
            return False
        wide = right + 1 - left
        rows = self.rows[top : foot + 1]
        return all(line[left : right + 1].count(owner) == wide for line in rows)


@lru_cache(16)
def _cells(terrain: Terrain) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    for row, line in enumerate(terrain.rows):
        for column, owner in enumerate(line):
            found.setdefault(owner, []).append((column, row))
    return found


@lru_cache(256)
def terrain(ground: Ground) -> Terrain:
    """Fill the cells, land after land."""
    high = max(ceil(ground.height / TERRAIN_CELL), 1)
    rows = [[""] * COLUMNS for _ in range(high)]
    for owner, outline in ground.outlines:
        for row, crossings in _crossings(outline, high):
            crossings.sort()
            for begins, ends in zip(crossings[::2], crossings[1::2], strict=False):
                first, last = (
                    max(ceil(begins / TERRAIN_CELL - 0.5), 0),
                    min(ends / TERRAIN_CELL - 0.5, COLUMNS - 1),
                )
                for column in range(first, int(last) + 1 if last >= 0 else 0):
                    rows[row][column] = owner
    return Terrain(tuple(map(tuple, rows)))


def _crossings(outline: Outline, high: int) -> Iterable[tuple[int, list[float]]]:
    """Find where an outline crosses the middle of each row."""
    found: dict[int, list[float]] = {}
    x1, y1 = outline[-1]
    for x2, y2 in outline:
        if y1 != y2:
            top, foot = (y1, y2) if y1 < y2 else (y2, y1)
            slope = (x2 - x1) / (y2 - y1)
            for row in range(
                max(ceil(top / TERRAIN_CELL - 0.5), 0), min(ceil(foot / TERRAIN_CELL - 0.5), high)
            ):
                found.setdefault(row, []).append(x1 + ((row + 0.5) * TERRAIN_CELL - y1) * slope)
        x1, y1 = x2, y2
    return found.items()


def is_ashore(ground: Ground, at: FlatPoint) -> bool:
    """Tell whether a place lies on land."""
    return any(_is_inside(outline, at) for _, outline in ground.outlines)


def _is_inside(outline: Outline, at: FlatPoint) -> bool:
    x, y = at
    is_in = False
    x1, y1 = outline[-1]
    for x2, y2 in outline:
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            is_in = not is_in
        x1, y1 = x2, y2
    return is_in


def ashore(ground: Ground, at: FlatPoint, reach: float) -> FlatPoint:
    """Move a place to the nearest land, where it lies in the sea and that is within reach."""
    if is_ashore(ground, at):
        return at
    near = min(_feet(ground, at), default=None)
    if near is None or near[0] > reach:
        return at
    away, (x, y) = near
    if away < 1e-6:
        return at
    tried = ((x + (x - at[0]) / away * by, y + (y - at[1]) / away * by) for by in INLAND)
    around = ((x + dx, y + dy) for dx, dy in AROUND_FOOT)
    return next((point for point in (*tried, *around) if is_ashore(ground, point)), (x, y))


def _feet(ground: Ground, at: FlatPoint) -> Iterator[tuple[float, FlatPoint]]:
    """Give the nearest point of every stretch of coast, with its distance."""
    x, y = at
    for _, outline in ground.outlines:
        x1, y1 = outline[-1]
        for x2, y2 in outline:
            wide, high = x2 - x1, y2 - y1
            length = wide * wide + high * high
            share = ((x - x1) * wide + (y - y1) * high) / length if length else 0.0
            share = min(max(share, 0.0), 1.0)
            foot = (x1 + share * wide, y1 + share * high)
            yield hypot(foot[0] - x, foot[1] - y), foot
            x1, y1 = x2, y2
