"""The shapes of the world, and how a piece of them is laid flat: TopoJSON, projection, clipping."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from pathlib import Path

SHAPES_FILE = Path(__file__).parent / "shapes" / "countries-50m.json"
EARTH = 6371.0
"""The Earth's mean radius in kilometres."""
FAR = radians(100)
"""Beyond this angle from a map's centre nothing is drawn."""

MapPoint = tuple[float, float]
Ring = list[MapPoint]


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the Earth: its centre in degrees, half its width and height in kilometres.

    `project` gives kilometres east and south of the centre, by Lambert's azimuthal equal-area
    projection (Snyder, Map Projections, 1987, equations 24-2 to 24-4).
    """

    lat: float
    lon: float
    half_width: float
    half_height: float

    def project(self, point: MapPoint) -> MapPoint:
        """Lay a point (longitude, latitude) flat; what is far away stays far away."""
        lon, lat = radians(point[0] - self.lon), radians(point[1])
        sin0, cos0 = sin(radians(self.lat)), cos(radians(self.lat))
        cosine = sin0 * sin(lat) + cos0 * cos(lat) * cos(lon)
        scale = EARTH * sqrt(2 / max(1 + cosine, 1e-3))
        x = scale * cos(lat) * sin(lon)
        y = scale * (cos0 * sin(lat) - sin0 * cos(lat) * cos(lon))
        return x, -y


def distance(one: MapPoint, two: MapPoint) -> float:
    """Measure the great circle between two points (longitude, latitude), in kilometres."""
    lon, lat = radians(two[0] - one[0]), radians(two[1] - one[1])
    a = sin(lat / 2) ** 2 + cos(radians(one[1])) * cos(radians(two[1])) * sin(lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(a, 1)))


def window(points: Sequence[MapPoint], *, least: float, margin: float, shape: float) -> Window:
    """Find the piece of the Earth that holds some points.

    `least`: half a side in kilometres that it has at least; `margin`: what is added on each side,
    as a share of the side; `shape`: how high it is for its width, at most and at least (inverse).
    """
    centre = _middle(points)
    flat = [Window(centre[1], centre[0], 0, 0).project(point) for point in points]
    wide = max(max(abs(x) for x, _ in flat) * (1 + margin), least)
    high = max(max(abs(y) for _, y in flat) * (1 + margin), least * shape)
    return Window(centre[1], centre[0], max(wide, high / shape), max(high, wide * 0.45))


def _middle(points: Sequence[MapPoint]) -> MapPoint:
    """Average points as directions, so that the edge of the usual map does not matter."""
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lon, lat in points)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lon, lat in points)
    z = sum(sin(radians(lat)) for _, lat in points)
    middle = degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))
    flat = [Window(middle[1], middle[0], 0, 0).project(point) for point in points]
    across = (max(x for x, _ in flat) + min(x for x, _ in flat)) / 2 / EARTH
    down = (max(y for _, y in flat) + min(y for _, y in flat)) / 2 / EARTH
    return _moved(middle, across, -down)


def _moved(point: MapPoint, east: float, north: float) -> MapPoint:
    """Go from a point some way over the ground, in radians."""
    rho = hypot(east, north)
    if rho < 1e-9:
        return point
    c, lat = 2 * asin(min(rho / 2, 1)), radians(point[1])
    to_lat = asin(cos(c) * sin(lat) + north * sin(c) * cos(lat) / rho)
    to_lon = atan2(east * sin(c), rho * cos(lat) * cos(c) - north * sin(lat) * sin(c))
    return (point[0] + degrees(to_lon) + 180) % 360 - 180, degrees(to_lat)


def land(piece: Window) -> Iterator[Ring]:
    """Give the outlines of countries within a window, flat, in kilometres from its centre."""
    reach = hypot(piece.half_width, piece.half_height) * 1.2 / EARTH
    box = _box(piece, reach)
    for ring in _rings():
        near = ring
        for inside, cross in box:
            near = _clipped(near, inside, cross)
            if not near:
                break
        if near:
            flat = [piece.project(point) for point in near]
            for inside, cross in _sides(piece.half_width, piece.half_height):
                flat = _clipped(flat, inside, cross)
            if len(flat) > 2:
                yield flat


Side = tuple[Callable[[MapPoint], bool], Callable[[MapPoint, MapPoint], MapPoint]]


def _box(piece: Window, reach: float) -> list[Side]:
    """Say which meridians and parallels bound a window; none where it spans a pole or the edge."""
    if reach > FAR:
        return []
    north, south = piece.lat + degrees(reach), piece.lat - degrees(reach)
    sides = [_no_less_than(south, 1), _no_more_than(north, 1)] if south > -89 and north < 89 else []
    widest = max(abs(north), abs(south))
    if widest < 85:
        across = degrees(reach / cos(radians(widest)))
        west, east = piece.lon - across, piece.lon + across
        if west > -180 and east < 180:
            sides += [_no_less_than(west, 0), _no_more_than(east, 0)]
    return sides


def _sides(wide: float, high: float) -> list[Side]:
    return [
        _no_less_than(-wide, 0),
        _no_more_than(wide, 0),
        _no_less_than(-high, 1),
        _no_more_than(high, 1),
    ]


def _no_less_than(limit: float, axis: int) -> Side:
    return (lambda p: p[axis] >= limit), lambda p, q: _crossing(p, q, limit, axis)


def _no_more_than(limit: float, axis: int) -> Side:
    return (lambda p: p[axis] <= limit), lambda p, q: _crossing(p, q, limit, axis)


def _crossing(one: MapPoint, two: MapPoint, limit: float, axis: int) -> MapPoint:
    share = (limit - one[axis]) / (two[axis] - one[axis])
    other = one[1 - axis] + share * (two[1 - axis] - one[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _clipped(
    ring: Ring, inside: Callable[[MapPoint], bool], cross: Callable[[MapPoint, MapPoint], MapPoint]
) -> Ring:
    """Cut a ring along one side (Sutherland and Hodgman, 1974)."""
    kept: Ring = []
    if not ring:
        return kept
    before, was_in = ring[-1], inside(ring[-1])
    for point in ring:
        is_in = inside(point)
        if is_in != was_in:
            kept.append(cross(before, point))
        if is_in:
            kept.append(point)
        before, was_in = point, is_in
    return kept


def thinned(ring: Iterable[MapPoint], least: float) -> Ring:
    """Leave out points that are nearer than `least` to the last one kept."""
    kept: Ring = []
    for point in ring:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    return kept


@cache
def _rings() -> list[Ring]:
    """Decode the outer and inner rings of every country (TopoJSON 1.0, section 2)."""
    topology = json.loads(SHAPES_FILE.read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_arc(arc, scale, shift) for arc in topology["arcs"]]
    rings = []
    for shape in topology["objects"]["countries"]["geometries"]:
        several = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings += [_joined(ring, arcs) for polygon in several for ring in polygon]
    return rings


def _arc(arc: list[list[int]], scale: list[float], shift: list[float]) -> Ring:
    x = y = 0
    points = []
    for east, north in arc:
        x, y = x + east, y + north
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points
