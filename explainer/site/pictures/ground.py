"""What a map stands on: the lands within a frame, flat, in units of the drawing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil

from explainer.site.pictures import lands
from explainer.site.pictures.geo import FlatPoint, MapFrame
from explainer.site.pictures.lands import GeoBox, GeoPoint

UNITS = 720.0
"""How wide every map's drawing is, in its own units."""
PAD = 6.0
"""So far beyond the frame land is drawn, so that no edge of it shows."""
DETAIL = 1.0
"""Points of a line nearer than this are drawn as one."""
LONGEST = 4.0
"""A straight line in degrees is bent at least so often, since it is curved on the map."""

Outline = tuple[FlatPoint, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The lands of a frame: filled outlines, and the lines between and around some."""

    height: float
    """In units; the width is always the same."""
    outlines: tuple[tuple[str, Outline], ...]
    borders: tuple[Outline, ...]
    """Between two owners."""
    open_edges: tuple[Outline, ...]
    """Around what belongs to nobody here."""


@dataclass(frozen=True)
class Drawing:
    """Turns places on the Earth into units of a map's drawing."""

    frame: MapFrame

    @cached_property
    def height(self) -> float:
        """How high it is."""
        return UNITS * self.frame.shape

    @property
    def kilometres(self) -> float:
        """How many kilometres a unit is, in the middle."""
        return self.frame.half_width * 2 / UNITS

    def place(self, point: GeoPoint) -> FlatPoint:
        """Place a point."""
        x, y = self.frame.project(point)
        scale = self._scale
        return UNITS / 2 + x * scale, self.height / 2 + y * scale

    @cached_property
    def _scale(self) -> float:
        return UNITS / 2 / self.frame.half_width


def ground(frame: MapFrame, owners: Mapping[str, str]) -> Ground:
    """Lay the lands of a frame flat; `owners` says which lands go with another by an editor."""
    return _ground(frame, tuple(sorted(owners.items())))


@lru_cache(512)
def _ground(frame: MapFrame, owners: tuple[tuple[str, str], ...]) -> Ground:
    drawing = Drawing(frame)
    detail = lands.level(drawing.kilometres)
    owned = dict(owners)
    outlines = tuple(
        (owned.get(land, land), outline)
        for land, ring in lands.rings_in(frame.reach, detail)
        if len(outline := _outline(drawing, ring)) > 2
    )
    borders: list[Outline] = []
    edges: list[Outline] = []
    for shore in lands.shores_in(frame.reach, detail):
        sides = {owned.get(land, land) for land in shore.lands}
        is_open = any(lands.is_disputed(side) for side in sides)
        if is_open or len(sides) > 1:
            (edges if is_open else borders).extend(_strokes(drawing, shore.points))
    return Ground(drawing.height, outlines, tuple(borders), tuple(edges))


def _outline(drawing: Drawing, ring: Sequence[GeoPoint]) -> Outline:
    near = _cut_to(ring, drawing.frame.reach)
    if len(near) < 3:
        return ()
    flat = thinned(map(drawing.place, _bent(near)), DETAIL)
    sides = (-PAD, -PAD, UNITS + PAD, drawing.height + PAD)
    return tuple(_cut_to(flat, sides)) if len(flat) > 2 else ()


def _strokes(drawing: Drawing, points: Sequence[GeoPoint]) -> Iterator[Outline]:
    """Give the parts of a line that lie on the drawing."""
    run: list[FlatPoint] = []
    is_seen = False
    for point in thinned(map(drawing.place, points), DETAIL):
        is_off = not (-PAD <= point[0] <= UNITS + PAD and -PAD <= point[1] <= drawing.height + PAD)
        jumps = bool(run) and abs(point[0] - run[-1][0]) > UNITS / 2
        if is_seen and (is_off or jumps):
            yield tuple(run if jumps else [*run, point])
        if is_off or jumps:
            run, is_seen = [], False
        run.append(point)
        is_seen = is_seen or not is_off
    if is_seen:
        yield tuple(run)


def _cut_to(ring: Sequence[FlatPoint], box: GeoBox) -> list[FlatPoint]:
    """Cut a ring to a box, a side after the other (Sutherland and Hodgman, 1974)."""
    left, top, right, foot = box
    cut = list(ring)
    xs, ys = [x for x, _ in cut], [y for _, y in cut]
    if min(xs) < left:
        cut = _clipped(cut, lambda p: p[0] - left, 0, left)
    if max(xs) > right:
        cut = _clipped(cut, lambda p: right - p[0], 0, right)
    if min(ys) < top:
        cut = _clipped(cut, lambda p: p[1] - top, 1, top)
    if max(ys) > foot:
        cut = _clipped(cut, lambda p: foot - p[1], 1, foot)
    return cut


def _clipped(
    ring: list[FlatPoint], inside: Callable[[FlatPoint], float], axis: int, limit: float
) -> list[FlatPoint]:
    kept: list[FlatPoint] = []
    if not ring:
        return kept
    before = ring[-1]
    was_in = inside(before) >= 0
    for point in ring:
        is_in = inside(point) >= 0
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if is_in:
            kept.append(point)
        before, was_in = point, is_in
    return kept


def _bent(ring: Sequence[GeoPoint]) -> Iterator[GeoPoint]:
    """Put points on long straight lines, which are curved on the map."""
    before = ring[-1]
    for point in ring:
        reach = max(abs(point[0] - before[0]), abs(point[1] - before[1]))
        if reach > LONGEST:
            steps = ceil(reach / LONGEST)
            for step in range(1, steps):
                share = step / steps
                yield (
                    before[0] + (point[0] - before[0]) * share,
                    before[1] + (point[1] - before[1]) * share,
                )
        yield point
        before = point


def thinned(points: Iterable[FlatPoint], least: float) -> list[FlatPoint]:
    """Leave out points that are nearer than `least` to the last one kept; never the last."""
    kept: list[FlatPoint] = []
    last = None
    for last in points:
        if not kept or abs(last[0] - kept[-1][0]) + abs(last[1] - kept[-1][1]) >= least:
            kept.append(last)
    if last is not None and kept[-1] != last:
        kept.append(last)
    return kept


def path(lines: Iterable[Outline], *, is_closed: bool) -> str:
    """Write outlines as one path, to a unit."""
    written = []
    for line in lines:
        points = [(round(x), round(y)) for x, y in line]
        steps = [
            (x - left, y - top)
            for (left, top), (x, y) in itertools.pairwise(points)
            if (x, y) != (left, top)
        ]
        if len(steps) < (2 if is_closed else 1):
            continue
        moves = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
        written.append(f"M{points[0][0]} {points[0][1]}l{moves}{'z' if is_closed else ''}")
    return "".join(written)
