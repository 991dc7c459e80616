"""The Earth laid flat: distances, projections, and the piece of the Earth that a map shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

from explainer.site.pictures.lands import GeoBox, GeoPoint

EARTH = 6371.0
"""The Earth's mean radius in kilometres."""
WORLD_REACH = 6500.0
"""Where places lie farther than this from their middle, a map shows the whole world."""
WORLD_SOUTH, WORLD_NORTH = -57.0, 80.0
"""How far the world's map goes, in degrees, where no place lies beyond."""
ROOM = 600.0
"""So many kilometres are left beyond a pole that has a place by it."""
USUAL = 11.0
"""The middle of the usual map of the world, cut in the strait between Asia and America."""
MARGIN = 0.16
"""What is added around places for their names, as a share of half the map."""

FlatPoint = tuple[float, float]
"""East and south of the middle of a map, in kilometres."""


@dataclass(frozen=True)
class MapFrame:
    """A piece of the Earth: its middle in degrees, half its width and height in kilometres."""

    lat: float
    lon: float
    half_width: float
    half_height: float
    is_world: bool = False

    def project(self, point: GeoPoint) -> FlatPoint:
        """Lay a point flat."""
        return (self._world if self.is_world else self._near)(point)

    def _near(self, point: GeoPoint) -> FlatPoint:
        """Lambert's azimuthal equal-area (Snyder, Map Projections, 1987, 24-2 to 24-4)."""
        lon, lat = radians(point[0] - self.lon), radians(point[1])
        sin0, cos0 = self._middle
        sin1, cos1 = sin(lat), cos(lat)
        along = cos1 * cos(lon)
        scale = EARTH * sqrt(2 / max(1 + sin0 * sin1 + cos0 * along, 1e-3))
        return scale * cos1 * sin(lon), scale * (sin0 * along - cos0 * sin1)

    @cached_property
    def _middle(self) -> tuple[float, float]:
        return sin(radians(self.lat)), cos(radians(self.lat))

    def _world(self, point: GeoPoint) -> FlatPoint:
        """Equal Earth (Šavrič, Patterson and Jenny, 2018)."""
        lon = point[0] - self.lon
        if not -180 <= lon <= 180:
            lon = (lon + 180) % 360 - 180
        x, y = equal_earth(radians(lon), radians(point[1]))
        return x * EARTH, self.lat - y * EARTH

    @cached_property
    def reach(self) -> GeoBox:
        """The box in degrees that holds the frame and a little more."""
        if self.is_world:
            return self.lon - 180, -90.0, self.lon + 180, 90.0
        found = [self._unproject(point) for point in self._border()]
        south, north = min(lat for _, lat in found), max(lat for _, lat in found)
        west = min(lon for lon, _ in found)
        east = max(lon for lon, _ in found)
        for pole in (-90.0, 90.0):
            x, y = self._near((self.lon, pole))
            if abs(x) <= self.half_width * 1.06 and abs(y) <= self.half_height * 1.06:
                south, north = min(south, pole), max(north, pole)
                west, east = self.lon - 180, self.lon + 180
        return west, south, east, north

    def _border(self) -> Iterator[FlatPoint]:
        """Give points on a line a little outside of the frame."""
        wide, high = self.half_width * 1.06, self.half_height * 1.06
        for step in range(-8, 9):
            yield from ((step * wide / 8, -high), (step * wide / 8, high))
            yield from ((-wide, step * high / 8), (wide, step * high / 8))

    def _unproject(self, flat: FlatPoint) -> GeoPoint:
        """Find the point that lies there (Snyder, 20-14, 20-15 and 24-16)."""
        x, y = flat[0] / EARTH, -flat[1] / EARTH
        rho = hypot(x, y)
        if rho < 1e-9:
            return self.lon, self.lat
        c = 2 * asin(min(rho / 2, 1))
        sin0, cos0 = self._middle
        lat = asin(max(-1, min(1, cos(c) * sin0 + y * sin(c) * cos0 / rho)))
        lon = atan2(x * sin(c), rho * cos0 * cos(c) - y * sin0 * sin(c))
        return self.lon + degrees(lon), degrees(lat)

    @property
    def shape(self) -> float:
        """How high it is for its width."""
        return self.half_height / self.half_width

    def holds(self, point: GeoPoint, inset: float = 0) -> bool:
        """Tell whether a point lies within, `inset` (a share of half a side) from the edge."""
        x, y = self.project(point)
        keep = 1 - inset
        return abs(x) <= self.half_width * keep and abs(y) <= self.half_height * keep


_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def equal_earth(lon: float, lat: float) -> FlatPoint:
    """Lay a point flat on a globe of radius one; y is north."""
    theta = asin(_M * sin(lat))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = lon * cos(theta) / (_M * slope)
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def distance(one: GeoPoint, two: GeoPoint) -> float:
    """Measure the great circle between two points, in kilometres."""
    lon, lat = radians(two[0] - one[0]), radians(two[1] - one[1])
    a = sin(lat / 2) ** 2 + cos(radians(one[1])) * cos(radians(two[1])) * sin(lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(a, 1)))


def great_circle(one: GeoPoint, two: GeoPoint, steps: int) -> list[GeoPoint]:
    """Give points on the shortest way between two."""
    angle = distance(one, two) / EARTH
    if angle < 1e-9:
        return [one, two]
    ends = [_vector(one), _vector(two)]
    found = []
    for step in range(steps + 1):
        share = step / steps
        a, b = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
        x, y, z = (a * p + b * q for p, q in zip(*ends, strict=True))
        found.append((degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))))
    return found


def _vector(point: GeoPoint) -> tuple[float, float, float]:
    lon, lat = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def frame(points: Sequence[GeoPoint], *, least: float, low: float, high: float) -> MapFrame:
    """Find the piece of the Earth that holds some points.

    `least`: half the width in kilometres that it has at least; `low` and `high`: how high it may
    be for its width. Points on several continents get the whole world.
    """
    lon, lat = middle(points)
    if max(distance((lon, lat), point) for point in points) > WORLD_REACH:
        return world(points)
    for _ in range(3):
        flat = [MapFrame(lat, lon, 1, 1).project(point) for point in points]
        across = (min(x for x, _ in flat) + max(x for x, _ in flat)) / 2
        down = (min(y for _, y in flat) + max(y for _, y in flat)) / 2
        lon, lat = MapFrame(lat, lon, 1, 1)._unproject((across, down))
    flat = [MapFrame(lat, lon, 1, 1).project(point) for point in points]
    keep = 1 - MARGIN
    wide = max(*(abs(x) / keep for x, _ in flat), least)
    tall = max(abs(y) / keep for _, y in flat)
    shape = min(max(tall / wide, low), high)
    return MapFrame(
        lat, (lon + 180) % 360 - 180, max(wide, tall / shape), max(wide, tall / shape) * shape
    )


def middle(points: Sequence[GeoPoint]) -> GeoPoint:
    """Average points as directions, so that the edge of the usual map does not matter."""
    vectors = [_vector(point) for point in points]
    x, y, z = (sum(part) for part in zip(*vectors, strict=True))
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def world(points: Sequence[GeoPoint]) -> MapFrame:
    """Show the whole world, cut where no place lies for the longest way."""
    lons = sorted({point[0] for point in points})
    gaps = [
        ((after - before) % 360 or 360, before)
        for before, after in zip(lons, [*lons[1:], lons[0]], strict=True)
    ]
    gap, before = max(gaps)
    lon = (before + gap / 2 + 360) % 360 - 180
    if abs(lon - USUAL) < gap / 2 - 15:
        lon = USUAL
    south = min(WORLD_SOUTH, *(lat - 6 for _, lat in points))
    north = max(WORLD_NORTH, *(lat + 4 for _, lat in points))
    foot = equal_earth(0, radians(max(south, -90)))[1] * EARTH
    top = equal_earth(0, radians(min(north, 90)))[1] * EARTH
    top, foot = top + (ROOM if north > 85 else 0), foot - (ROOM if south < -85 else 0)
    wide = equal_earth(pi, 0)[0] * EARTH
    return MapFrame((top + foot) / 2, lon, wide, (top - foot) / 2, is_world=True)
