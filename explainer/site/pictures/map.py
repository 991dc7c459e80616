"""Maps of where things happened: land, places sized by their events, names where there is room.

Places that lie together share a map; one that lies alone has none and stands in the list only.
Maps are never mirrored: east is at the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from markupsafe import escape

from explainer.site import addresses
from explainer.site.pictures import geo
from explainer.site.pictures.draw import DRAWING_WIDTH, Picture, isolated, num, svg, text
from explainer.site.pictures.geo import MapPoint, Window

TOGETHER = 1500.0
"""Places belong to one map while the next is not farther than this, in kilometres."""
CLOSE = 130.0
"""Places nearer than this cover one another on such a map: four of them get a map of their own."""
CROWD = 4
LETTER_PIXELS = 6.4
"""How wide a letter of a label is, about."""
LARGEST = 11.0
SMALLEST = 3.0
DETAIL = 1.6
"""Points of a coast nearer than this, in units of the picture, are drawn as one."""
DETAIL_OF_SPOT = 4.0
"""And on a small map."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: where it is in degrees, what it is called, how many events it has."""

    id: str
    name: str
    point: MapPoint
    events: int
    words: str
    """The number of its events in words."""


def maps(spots: Sequence[Spot]) -> list[Picture]:
    """Draw a map for every group of places, the busiest first, each followed by its crowds."""
    drawn: list[Picture] = []
    for group in _groups(spots, TOGETHER):
        if len(group) < 2:
            continue
        crowds = [c for c in _groups(group, CLOSE) if CROWD <= len(c) < len(group)]
        crowded = {spot.id for crowd in crowds for spot in crowd[1:]}
        drawn.append(_map(group, len(drawn) + 1, crowded))
        for crowd in crowds:
            drawn.append(_map(crowd, len(drawn) + 1, set()))
    return drawn


def alone(spots: Sequence[Spot]) -> list[Spot]:
    """List the places that stand on no map."""
    return [group[0] for group in _groups(spots, TOGETHER) if len(group) == 1]


def spot(place: Spot) -> Picture:
    """Draw a small map around one place."""
    piece = geo.window([place.point], least=700, margin=0, shape=0.45)
    return _drawn(f"spot-{place.id}", place.name, piece, [place], None)


def _map(group: list[Spot], number: int, nameless: set[str]) -> Picture:
    """Draw a group; places that a closer map names are not named here."""
    piece = geo.window([spot.point for spot in group], least=60, margin=0.18, shape=1.0)
    title = f"{group[0].name} وما حولها" if len(group) > 1 else group[0].name
    return _drawn(f"map-{number}", title, piece, group, nameless)


def _drawn(
    name: str, title: str, piece: Window, spots: Sequence[Spot], nameless: set[str] | None
) -> Picture:
    """Draw places in a window; `nameless` is None where they are not linked either."""
    scale = DRAWING_WIDTH / 2 / piece.half_width
    height = round(piece.half_height * 2 * scale)
    parts = [_land(piece, scale, height, DETAIL_OF_SPOT if nameless is None else DETAIL)]
    most = max((spot.events for spot in spots), default=0) or 1
    placed = [_place_on_drawing(piece, spot.point, scale, height) for spot in spots]
    sizes = [max(LARGEST * sqrt(spot.events / most), SMALLEST) for spot in spots]
    labels = _labels(spots, placed, sizes, height, nameless or set())
    for spot, (x, y), size, label in zip(spots, placed, sizes, labels, strict=True):
        circle = f'<circle class="x-p-spot" cx="{num(x)}" cy="{num(y)}" r="{num(size)}"/>'
        told = escape(isolated(f"{spot.name}: {spot.words}"))
        one = f"<title>{told}</title>{circle}{label}"
        linked = nameless is not None
        parts.append(
            f'<a href="{addresses.place(spot.id).__html__()}">{one}</a>'
            if linked
            else f"<g>{one}</g>"
        )
    parts.append(_scale_bar(scale, height))
    listed = "، ".join(f"{spot.name} ({spot.words})" for spot in spots)
    drawn = svg(name, title, f"الشمال في الأعلى. {listed}.", height, parts, role="group")
    return Picture(name, title, drawn)


def _groups(spots: Sequence[Spot], reach: float) -> list[list[Spot]]:
    """Gather places that hang together within `reach`, the busiest group and place first."""
    left = sorted(spots, key=lambda spot: (-spot.events, spot.id))
    groups: list[list[Spot]] = []
    while left:
        group, waiting = [left[0]], [left.pop(0)]
        while waiting:
            near = waiting.pop()
            found = [spot for spot in left if geo.distance(near.point, spot.point) <= reach]
            left = [spot for spot in left if spot not in found]
            group += found
            waiting += found
        groups.append(sorted(group, key=lambda spot: (-spot.events, spot.id)))
    return sorted(groups, key=lambda group: -sum(spot.events for spot in group))


def _place_on_drawing(piece: Window, point: MapPoint, scale: float, height: float) -> MapPoint:
    x, y = piece.project(point)
    return DRAWING_WIDTH / 2 + x * scale, height / 2 + y * scale


@lru_cache(256)
def _land(piece: Window, scale: float, height: float, detail: float) -> str:
    """Draw all land as one path, to a unit."""
    path = []
    for ring in geo.land(piece):
        flat = [(DRAWING_WIDTH / 2 + x * scale, height / 2 + y * scale) for x, y in ring]
        kept = [(round(x), round(y)) for x, y in geo.thinned(flat, detail)]
        if len(kept) < 3:
            continue
        (left, top), steps = kept[0], []
        for x, y in kept[1:]:
            steps.append(f"{x - left} {y - top}")
            left, top = x, y
        path.append(f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    sea = f'<path class="x-p-sea" d="M0 0h{DRAWING_WIDTH}v{num(height)}h-{DRAWING_WIDTH}z"/>'
    return f'{sea}<path class="x-p-land" d="{"".join(path)}"/>'


def _labels(
    spots: Sequence[Spot],
    placed: Sequence[MapPoint],
    sizes: Sequence[float],
    height: float,
    nameless: set[str],
) -> list[str]:
    """Write names beside their places, the busiest first; one without room is left out."""
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(placed, sizes, strict=True)]
    taken.append((0, height - 26, DRAWING_WIDTH / 4 + 10, height))  # the scale bar
    labels = []
    for index, (spot, (x, y), size) in enumerate(zip(spots, placed, sizes, strict=True)):
        wide = len(spot.name) * LETTER_PIXELS
        label = ""
        others = [box for place, box in enumerate(taken) if place != index]
        for box, tx, ty, anchor in _places(x, y, size + 3, wide):
            fits = (
                box[0] >= 1 and box[2] <= DRAWING_WIDTH - 1 and box[1] >= 1 and box[3] <= height - 1
            )
            if spot.id in nameless:
                break
            if fits and not any(_overlap(box, other) for other in others):
                taken.append(box)
                label = text(tx, ty, spot.name, anchor, "x-p-place")
                break
        labels.append(label)
    return labels


Box = tuple[float, float, float, float]


def _places(x: float, y: float, gap: float, wide: float) -> Iterable[tuple[Box, float, float, str]]:
    """Try a label at the right, at the left, below and above; boxes are left, top, right, foot."""
    yield (x + gap, y - 7, x + gap + wide, y + 7), x + gap, y + 4, "start"
    yield (x - gap - wide, y - 7, x - gap, y + 7), x - gap, y + 4, "end"
    half = wide / 2
    yield (x - half, y + gap - 2, x + half, y + gap + 12), x, y + gap + 8, "middle"
    yield (x - half, y - gap - 12, x + half, y - gap + 2), x, y - gap - 1, "middle"


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _scale_bar(scale: float, height: float) -> str:
    """Draw a length of 1, 2 or 5 times a power of ten, at most a quarter of the width."""
    most = DRAWING_WIDTH / 4 / scale
    power = 10.0 ** (len(str(int(most))) - 1)
    length = max((n * power for n in (1, 2, 5) if n * power <= most), default=1.0)
    wide = length * scale
    bar = f'<path class="x-p-scale" d="M6 {num(height - 10)}v4h{num(wide)}v-4"/>'
    return bar + text(6 + wide / 2, height - 12, f"{num(length)} كم", "middle", "x-p-q")
