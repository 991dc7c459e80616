"""Finds room for labels: where no line goes and no other label lies, at every width of a column.

A place in a drawing is x in per cent and y in em, so what two labels are to each other changes
with the width; a side is free when it is free at each of several widths, in em.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from explainer.site.pictures.shaping import text_width

NARROW_COLUMNS = (21.2, 22.5, 24.0, 25.5, 27.5, 30.0, 33.0, 36.0, 40.0)
"""The widths of a phone's column, in em of a drawing's text there, from 320 px on."""
WIDE_COLUMNS = (33.0, 36.0, 39.0, 43.0, 48.0, 55.0, 64.0, 75.0)
"""The widths of a column of 30 rem and more, in em of a drawing's text there."""
LINE_DISTANCE = 1.25
"""From a line of a label to the next, in its own size."""

LINE_ROOM = 0.35
"""How far a label stays from a line at its side, in em: arrowheads are wider than their line."""

PlotPoint = tuple[float, float]
"""A place in the drawing: per cent from the left, em from the top."""
PlotLine = tuple[PlotPoint, PlotPoint]


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label: its words, their size in em of the drawing, and how they look."""

    words: str
    size: float
    kind: str
    bold: bool = False

    @property
    def width(self) -> float:
        """Give its width in em of the drawing."""
        return self.size * text_width(self.words, bold=self.bold)

    @property
    def height(self) -> float:
        """Give how much of the label's height it takes, in em of the drawing."""
        return self.size * LINE_DISTANCE


@dataclass(frozen=True, slots=True)
class LabelSide:
    """Where a label stands: which side of the screen its lines end at, and its top's offset."""

    anchor: str
    dx: float
    dy: float


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in em."""


@dataclass
class LabelRoom:
    """What is taken in a drawing, as lines and boxes that hang on places."""

    widths: Sequence[float]
    foot: float
    lines: list[PlotLine] = field(default_factory=list)
    marks: list[PlotPoint] = field(default_factory=list)
    labels: list[tuple[PlotPoint, _Box]] = field(default_factory=list)

    def place(
        self, at: PlotPoint, label: Sequence[LabelLine], *, near: float = 0.75
    ) -> LabelSide | None:
        """Take the first free side of a place; None where no side is free at every width."""
        width = max(line.width for line in label)
        height = sum(line.height for line in label)
        for placed in _sides(width, height, near):
            box = _box(placed, width, height)
            if all(self._is_free(at, box, column) for column in self.widths):
                self.labels.append((at, box))
                return placed
        return None

    def _is_free(self, at: PlotPoint, box: _Box, column: float) -> bool:
        there = _moved(at, box, column)
        if there[0] < 0 or there[2] > column + 0.4 or there[1] < 0 or there[3] > self.foot - 0.1:
            return False
        aside = (there[0] - LINE_ROOM, there[1] + 0.1, there[2] + LINE_ROOM, there[3])
        return not any(_overlap(there, each) for each in self._boxes(column)) and not any(
            _crosses(_on_column(line, column), aside) for line in self.lines
        )

    def _boxes(self, column: float) -> Iterator[_Box]:
        for mark in self.marks:
            yield _moved(mark, (-0.6, -0.6, 0.6, 0.6), column)
        for at, box in self.labels:
            yield _moved(at, box, column)


def _sides(width: float, height: float, near: float) -> Iterator[LabelSide]:
    """Try the sides of a place, the best first, and then a little farther."""
    for far in (0.0, 0.8, 1.8, 3.0):
        yield LabelSide("end", -0.95 - far / 2, -height / 2)
        yield LabelSide("middle", 0, -near - far - height)
        yield LabelSide("middle", 0, near + far)
        for aside in (0.2, 0.75):
            yield LabelSide("end", -aside, -near - far - height + aside / 2)
            yield LabelSide("start", aside, -near - far - height + aside / 2)
            yield LabelSide("end", -aside, near + far - aside / 2)
            yield LabelSide("start", aside, near + far - aside / 2)
        yield LabelSide("start", 0.95 + far / 2, -height / 2)
        yield LabelSide("end", width / 4, -near - far - height)
        yield LabelSide("start", -width / 4, -near - far - height)
        yield LabelSide("end", width / 4, near + far)
        yield LabelSide("start", -width / 4, near + far)


def _box(placed: LabelSide, width: float, height: float) -> _Box:
    lead = {"start": 0.0, "middle": width / 2, "end": width}[placed.anchor]
    left = placed.dx - lead
    return left - 0.1, placed.dy, left + width + 0.1, placed.dy + height


def _moved(at: PlotPoint, box: _Box, column: float) -> _Box:
    x, y = at[0] / 100 * column, at[1]
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _on_column(line: PlotLine, column: float) -> PlotLine:
    (x1, y1), (x2, y2) = line
    return (x1 / 100 * column, y1), (x2 / 100 * column, y2)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(line: PlotLine, box: _Box) -> bool:
    """Tell whether a line goes through a box (Liang and Barsky's clipping)."""
    (x1, y1), (x2, y2) = line
    left, top, right, foot = box
    enters, leaves = 0.0, 1.0
    for step, room in ((x1 - x2, x1 - left), (x2 - x1, right - x1),
                       (y1 - y2, y1 - top), (y2 - y1, foot - y1)):  # fmt: skip
        if step == 0 and room < 0:
            return False
        if step < 0:
            enters = max(enters, room / step)
        elif step > 0:
            leaves = min(leaves, room / step)
    return enters <= leaves
