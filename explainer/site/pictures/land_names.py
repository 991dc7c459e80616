"""Names of countries on a map: within the land where it has room, else at sea with a leader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainer.site.pictures.geo import FlatPoint
from explainer.site.pictures.ground import UNITS
from explainer.site.pictures.map_room import (
    MAP_WIDTHS,
    NEVER,
    WIDTH_STEPS,
    MapRoom,
    Placed,
    Side,
    width_of,
)
from explainer.site.pictures.terrain import TERRAIN_CELL, Cell, Terrain

MOST_LANDS = 9
"""So many countries are named at most."""
LEAST_SHARE = 0.012
"""A country that has less of the map is not named, but for a party's or a place's."""
SAMPLED = 120
"""So many cells of a land are looked at."""
TRIED = 30
"""So many spots within a land are tried."""
NARROWEST = MAP_WIDTHS[0]
STEP_OF_LEADER = 26.0
"""A width in em at which a name at sea must not lie on land."""
LEADER_REACH = 230.0
"""So many units a leader is long at most."""

CENTRED = Side("middle", 0, 0.35)
AROUND = (CENTRED, Side("middle", 0, 1.5), Side("middle", 0, -0.9))


@dataclass(frozen=True, slots=True)
class NamedLand:
    """A country's name on a map, and where its leader ends, if it has one."""

    land: str
    words: str
    placed: Placed
    leader: FlatPoint | None = None


def named_lands(
    terrain: Terrain, room: MapRoom, names: Mapping[str, str], wanted: frozenset[str]
) -> Iterator[NamedLand]:
    """Name the lands that are wanted, then the largest others; each at its best place."""
    cells = terrain.cells()
    least = LEAST_SHARE * sum(map(len, cells.values()))
    shown = [
        land for land in cells if land in names and (land in wanted or len(cells[land]) >= least)
    ]
    count = 0
    for land in sorted(shown, key=lambda land: (land not in wanted, -len(cells[land]))):
        is_minor = land not in wanted
        if named := _named(terrain, room, land, names[land], cells[land], is_minor=is_minor):
            yield named
            count += 1
        if count == MOST_LANDS:
            return


def _named(
    terrain: Terrain,
    room: MapRoom,
    land: str,
    words: str,
    cells: Sequence[Cell],
    *,
    is_minor: bool,
) -> NamedLand | None:
    tried = _inside(terrain, land, words, cells)
    for step in (1, 2) if is_minor else (0, NEVER, 1, 2):
        if step == NEVER:
            if named := _with_leader(terrain, room, land, words, cells):
                return named
            continue
        for at, widest in tried:
            if widest <= max(WIDTH_STEPS[step], NARROWEST) and room.is_free(
                at, words, CENTRED, step
            ):
                room.take(at, words, CENTRED, step)
                return NamedLand(land, words, Placed(CENTRED, step, at))
    return None


def _inside(
    terrain: Terrain, land: str, words: str, cells: Sequence[Cell]
) -> list[tuple[FlatPoint, float]]:
    """List where a name fits within a land, nearest to its middle first, and from which width."""
    middle_x = sum(column for column, _ in cells) / len(cells)
    middle_y = sum(row for _, row in cells) / len(cells)
    found: list[tuple[FlatPoint, float]] = []
    ordered = sorted(cells, key=lambda c: abs(c[0] - middle_x) + 1.6 * abs(c[1] - middle_y))
    for width in (NARROWEST, *WIDTH_STEPS[1:]):
        half_wide = width_of(words) / 2 * UNITS / width
        half_high = 0.62 * UNITS / width
        for column, row in ordered[:: max(len(ordered) // SAMPLED, 1)]:
            x, y = (column + 0.5) * TERRAIN_CELL, (row + 0.5) * TERRAIN_CELL
            if terrain.is_all(land, (x - half_wide, y - half_high, x + half_wide, y + half_high)):
                found.append(((x, y), width))
            if len(found) >= TRIED:
                return found
    return found


def _with_leader(
    terrain: Terrain, room: MapRoom, land: str, words: str, cells: Sequence[Cell]
) -> NamedLand | None:
    """Put a name at sea, and find where its leader ends within the land."""
    inner = _inner(cells)
    across = sum(column for column, _ in cells) / len(cells)
    down = sum(row for _, row in cells) / len(cells)
    column, row = min(inner, key=lambda c: abs(c[0] - across) + abs(c[1] - down))
    middle = ((column + 0.5) * TERRAIN_CELL, (row + 0.5) * TERRAIN_CELL)
    for at, side in _at_sea(middle):
        half = width_of(words) / 2 * UNITS / STEP_OF_LEADER
        top, foot = (0, 44) if side.dy > 0 else (-44, 0)
        box = (at[0] - half, at[1] + top, at[0] + half, at[1] + foot)
        if not terrain.is_all("", box) or not room.is_free(at, words, side, 0):
            continue
        cell = min(inner, key=lambda c: _way(c, at) + 2 * _way(c, middle))
        end = ((cell[0] + 0.5) * TERRAIN_CELL, (cell[1] + 0.5) * TERRAIN_CELL)
        if room.is_way_free([at, end]):
            room.take(at, words, side, 0)
            room.line([at, end], 0.15)
            return NamedLand(land, words, Placed(side, 0, at), end)
    return None


def _inner(cells: Sequence[Cell]) -> Sequence[Cell]:
    """List the cells of a land that do not touch another's; all where it is thin."""
    own = set(cells)
    around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    inner = [c for c in cells if all((c[0] + x, c[1] + y) in own for x, y in around)]
    return inner or cells


def _way(cell: Cell, at: FlatPoint) -> float:
    """Measure how far a cell lies from a place, in units."""
    across, down = (cell[0] + 0.5) * TERRAIN_CELL - at[0], (cell[1] + 0.5) * TERRAIN_CELL - at[1]
    return abs(across) + abs(down)


def _at_sea(end: FlatPoint) -> Iterator[tuple[FlatPoint, Side]]:
    """Give ends for a leader, the shortest first."""
    steps = [step * 18.0 for step in range(-13, 14)]
    places = sorted(
        (abs(x) + abs(y), x, y)
        for x in steps for y in steps if 30 < abs(x) + abs(y) < LEADER_REACH and y
    )  # fmt: skip
    for _, x, y in places:
        yield (end[0] + x, end[1] + y), Side("middle", 0, 1.15 if y > 0 else -0.5)
