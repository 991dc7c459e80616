"""Room for names on a map: none lies on a frame, a dot, a line or another name, at any width.

A map stretches with its column and its words do not. A name is tried at several widths, since
two that are apart on a phone may meet on a desk; one that has room only where the map is wide
is shown from there on. All measures are in em of the map's words, but places, in units.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from explainer.site.pictures.geo import FlatPoint
from explainer.site.pictures.ground import UNITS

MAP_WIDTHS = (19.5, 22.0, 26.0, 31.0, 37.0, 44.0, 56.0, 72.0, 90.0)
"""A map's widths at which names are tried."""
WIDTH_STEPS = (0.0, 26.0, 44.0)
"""A name is shown at every width, or from one of these on (`templates/styles/map.css`)."""
LETTERS = {
    **dict.fromkeys("اأإآلـ.،'", 0.3), **dict.fromkeys("بتثنيئ", 0.33), " ": 0.25,
    **dict.fromkeys("دذرزوؤةىء-", 0.47),
}  # fmt: skip
"""How wide letters are within a word, measured in the site's type and never less than there."""
OTHER_LETTER = 0.72
WORD_END = 0.55
"""What the last letter of a word takes more than within it."""
ASCENT, DESCENT = 0.95, 0.4
"""How far a name reaches above and below its line."""
EDGE = 0.3
"""So far from the frame every name stays."""
NEVER = len(WIDTH_STEPS)

RoomBox = tuple[float, float, float, float]
"""Left, top, right and foot, in em."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where a name may stand from its place: an anchor, and how far it is moved."""

    anchor: str
    dx: float
    dy: float
    is_far: bool = False
    """Whether a leader leads to it."""

    def box(self, x: float, y: float, width: float) -> RoomBox:
        """Give the box of a name of this width beside a place."""
        left = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return (
            x + self.dx - left,
            y + self.dy - ASCENT,
            x + self.dx - left + width,
            y + self.dy + DESCENT,
        )


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of a map."""

    is_right: bool
    is_top: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A name's side, and the step from which it is shown."""

    side: Side
    step: int
    at: FlatPoint


def width_of(words: str) -> float:
    """Measure words, about, in em: never less than they are."""
    return sum(LETTERS.get(letter, OTHER_LETTER) for letter in words) + WORD_END * len(
        words.split()
    )


BESIDE = tuple(
    Side(anchor, dx, dy)
    for anchor, dx, dy in (
        ("start", 0.75, 0.33), ("end", -0.75, 0.33), ("middle", 0, 1.6), ("middle", 0, -0.85),
        ("start", 0.6, 1.15), ("end", -0.6, 1.15), ("start", 0.6, -0.5), ("end", -0.6, -0.5),
        ("start", -0.4, 1.65), ("end", 0.4, 1.65), ("start", -0.4, -0.9), ("end", 0.4, -0.9),
    )
)  # fmt: skip
"""Where a place's name is tried."""


LEADER_RISE = 0.3
"""A leader ends so far above the line of the name that it leads to."""
FARTHER = tuple(
    Side("start" if x > 0 else "end" if x < 0 else "middle", x, y + LEADER_RISE, is_far=True)
    for x, y in (
        (1.6, 1.6), (-1.6, 1.6), (1.6, -1.6), (-1.6, -1.6), (2.4, 0.9), (-2.4, 0.9),
        (2.4, -0.9), (-2.4, -0.9), (1.6, 2.8), (-1.6, 2.8), (1.6, -2.8), (-1.6, -2.8),
        (2.6, 2.6), (-2.6, 2.6), (2.6, -2.6), (-2.6, -2.6), (3.6, 1.2), (-3.6, 1.2),
        (3.6, -1.2), (-3.6, -1.2), (3.8, 3.8), (-3.8, 3.8), (3.8, -3.8), (-3.8, -3.8),
        (5.4, 1.4), (-5.4, 1.4), (5.4, -1.4), (-5.4, -1.4), (5.2, 3.2), (-5.2, 3.2),
        (5.2, -3.2), (-5.2, -3.2),
    )
)  # fmt: skip
"""Where it is tried with a leader: the end of the leader, in em."""


class MapRoom:
    """What is taken at each width."""

    def __init__(self, height: float) -> None:
        self._height = height / UNITS
        self._taken: dict[float, list[RoomBox]] = {width: [] for width in MAP_WIDTHS}
        self._lines: dict[float, list[RoomBox]] = {width: [] for width in MAP_WIDTHS}
        """What a leader may cross and a name may not."""

    def dot(self, at: FlatPoint, radius: float, *, below: int = NEVER) -> None:
        """Take the room of a dot."""
        for width, (x, y) in self._places(at):
            if below == NEVER or width < WIDTH_STEPS[below]:
                self._taken[width].append((x - radius, y - radius, x + radius, y + radius))

    def line(self, points: Iterable[FlatPoint], room: float = 0.25) -> None:
        """Take the room of a line."""
        way = list(points)
        for (x1, y1), (x2, y2) in itertools.pairwise(way):
            for width in MAP_WIDTHS:
                scale = width / UNITS
                count = 1 + int(2 * (abs(x2 - x1) + abs(y2 - y1)) * scale)
                for step in range(count + 1):
                    x = (x1 + (x2 - x1) * step / count) * scale
                    y = (y1 + (y2 - y1) * step / count) * scale
                    self._lines[width].append((x - room, y - room, x + room, y + room))

    def is_way_free(self, points: Sequence[FlatPoint]) -> bool:
        """Tell whether a line meets neither a dot nor a name at any width; its start may."""
        (x1, y1), (x2, y2) = points
        shares = [share / 10 for share in range(2, 11)]
        for width in MAP_WIDTHS:
            scale = width / UNITS
            for share in shares:
                x, y = (x1 + (x2 - x1) * share) * scale, (y1 + (y2 - y1) * share) * scale
                box = (x - 0.15, y - 0.15, x + 0.15, y + 0.15)
                if any(_overlap(box, other) for other in self._taken[width]):
                    return False
        return True

    def corner(self, wide: float, units: float, high: float, corner: Corner) -> None:
        """Take a corner: as wide as words in em, or as a length in units."""
        for width in MAP_WIDTHS:
            reach = max(wide, units * width / UNITS) + 1
            left = width - reach if corner.is_right else 0
            top = 0 if corner.is_top else self._height * width - high
            self._taken[width].append((left, top, left + reach, top + high))

    def place(
        self,
        at: FlatPoint,
        words: str,
        sides: Iterable[Side],
        *,
        least: int = 0,
        most: int = 2,
        over_lines: bool = False,
    ) -> Placed | None:
        """Find a side, at the first step where one is free; and take it."""
        tried = tuple(sides)
        for step in range(least, most + 1):
            for side in tried:
                if self.is_free(at, words, side, step, over_lines=over_lines):
                    self.take(at, words, side, step)
                    return Placed(side, step, at)
        return None

    def is_free(
        self, at: FlatPoint, words: str, side: Side, step: int, *, over_lines: bool = False
    ) -> bool:
        """Tell whether a name has room there at every width from a step on."""
        wide = width_of(words)
        for width, (x, y) in self._places(at):
            if width < WIDTH_STEPS[step]:
                continue
            box = side.box(x, y, wide)
            if box[0] < EDGE or box[1] < EDGE or box[2] > width - EDGE:
                return False
            if box[3] > self._height * width - EDGE:
                return False
            if not over_lines and any(_overlap(box, other) for other in self._lines[width]):
                return False
            for each in (box, *_on_leader(side, x, y)):
                if any(_overlap(each, other) for other in self._taken[width]):
                    return False
        return True

    def take(self, at: FlatPoint, words: str, side: Side, step: int) -> None:
        """Take the room of a name."""
        wide = width_of(words)
        for width, (x, y) in self._places(at):
            if width >= WIDTH_STEPS[step]:
                self._taken[width] += (side.box(x, y, wide), *_on_leader(side, x, y))

    def _places(self, at: FlatPoint) -> Iterator[tuple[float, FlatPoint]]:
        for width in MAP_WIDTHS:
            yield width, (at[0] * width / UNITS, at[1] * width / UNITS)


def _on_leader(side: Side, x: float, y: float) -> list[RoomBox]:
    """Give small boxes on the way from a place to a name that is far from it."""
    if not side.is_far:
        return []
    shares = [0.45, 0.55, 0.65, 0.75, 0.85, 0.95]
    points = [(x + side.dx * share, y + (side.dy - LEADER_RISE) * share) for share in shares]
    return [(px - 0.1, py - 0.1, px + 0.1, py + 0.1) for px, py in points]


def _overlap(one: RoomBox, other: RoomBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
