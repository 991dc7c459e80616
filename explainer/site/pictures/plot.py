"""A drawing that stretches with its column while its text keeps the page's size.

x is in per cent, y in em. Time and numbers run from the right: the axis of numbers stands there.
Where labels would lie on one another on a phone, the lesser ones are left to the list beside.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from explainer.site.pictures.draw import isolated, num

FIRST, LAST = 93.0, 20.0
"""Where time begins and ends, in per cent; left of the last value its label has room."""
TOP, FOOT = 1.6, 15.0
"""Where the greatest value and the axis of time lie, in em."""
HEIGHT = FOOT + 3.4
NARROW = 21.0
"""The width on a phone, in em: labels that do not lie on one another there never do."""
PLOT_LETTER_WIDTH = 0.52
"""The mean width of a letter, in em."""
TICKS = 4
"""At most so many steps from zero to the greatest value."""

PlotPoint = tuple[float, float]
"""A place in the drawing: per cent from the left, em from the top."""
PlotLine = tuple[PlotPoint, PlotPoint]


@dataclass(frozen=True, slots=True)
class PlotScale:
    """Turns times into per cent and numbers into em."""

    begins: date
    ends: date
    least: float
    most: float

    def x(self, time: date) -> float:
        """Place a time: the first at the right."""
        span = (self.ends - self.begins).days
        return FIRST - (FIRST - LAST) * ((time - self.begins).days / span if span else 0.4)

    def y(self, value: float) -> float:
        """Place a number: the greatest at the top."""
        return FOOT - (FOOT - TOP) * (value - self.least) / ((self.most - self.least) or 1)


def plot_scale(times: Sequence[date], numbers: Sequence[float]) -> PlotScale:
    """Make a scale that holds all, with zero, and ends on a tick."""
    step = _step(max(0.0, *numbers) - min(0.0, *numbers))
    least, most = math.floor(min(0.0, *numbers) / step), math.ceil(max(0.0, *numbers) / step)
    return PlotScale(min(times), max(times), least * step, most * step)


def _step(reach: float) -> float:
    """Choose a round step for the ticks: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10((reach or 1) / TICKS))
    return next(power * n for n in (1, 2, 5, 10) if power * n * TICKS >= reach)


def grid(scale: PlotScale, written: Callable[[float], str]) -> Iterator[str]:
    """Rule a line a tick, its number at the right, outside of the drawing."""
    step = _step(scale.most - scale.least)
    for number in range(round((scale.most - scale.least) / step) + 1):
        value = scale.least + number * step
        y = scale.y(value)
        yield line("x-plot__axis" if abs(value) < step / 1000 else "x-plot__grid", (0, y), (100, y))
        yield label("100%", y + 0.3, written(value), "start", mark="x-plot__tick", dx=6)


def times(scale: PlotScale, first: str, last: str) -> Iterator[str]:
    """Name the years where there are several, else the first and the last time."""
    years = range(scale.begins.year + 1, scale.ends.year + 1)
    if len(years) > 2:
        for year in years[:: math.ceil(len(years) / 5)]:
            x = scale.x(date(year, 1, 1))
            yield line("x-plot__axis", (x, FOOT), (x, FOOT + 0.4))
            yield label(f"{num(x)}%", FOOT + 1.6, str(year), "middle", mark="x-plot__tick")
        return
    first, last = _short(first, scale.begins), _short(last, scale.ends)
    yield label("100%", FOOT + 1.6, first, "end", mark="x-plot__tick")
    if last != first:
        is_long = (len(first) + len(last) + 2) * PLOT_LETTER_WIDTH > NARROW
        yield label("0", FOOT + (2.8 if is_long else 1.6), last, "start", mark="x-plot__tick")


def _short(words: str, time: date) -> str:
    """Give the words for a time, or its year alone where a phone has no room for them."""
    return words if len(words) * PLOT_LETTER_WIDTH < NARROW - 2 else str(time.year)


def line(kind: str, start: PlotPoint, end: PlotPoint, colour: str = "") -> str:
    """Draw a line of a kind that the stylesheet knows."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line class="{f"{kind} {colour}".rstrip()}" x1="{num(x1)}%" x2="{num(x2)}%"'
        f' y1="{em(y1)}em" y2="{em(y2)}em"/>'
    )


def shape(kind: str, at: PlotPoint, path: str, colour: str, shift: float = 0) -> str:
    """Draw a mark of a fixed size in pixels, `shift` of them to the left of its place."""
    moved = f' transform="translate({num(-shift)} 0)"' if shift else ""
    drawn = f'<path class="{kind} {colour}"{moved} d="{path}"/>'
    return hung(at, drawn)


def hung(at: PlotPoint, inner: str) -> str:
    """Hang something on a place, so that its own measures begin there."""
    return f'<svg x="{num(at[0])}%" y="{em(at[1])}em" overflow="visible">{inner}</svg>'


def label(x: str, y: float, words: str, anchor: str, *, mark: str, dx: float = 0) -> str:
    """Write a label; `anchor` says which side of the screen `x` is: end is its right edge."""
    aside = f' dx="{num(dx)}"' if dx else ""
    return (
        f'<text class="{mark}" x="{x}" y="{em(y)}em"{aside} text-anchor="{anchor}">'
        f"{escape(isolated(words))}</text>"
    )


_Box = tuple[float, float, float, float]


class LabelRoom:
    """Finds room for labels among the marks, as narrow as a phone."""

    def __init__(self, marks: Iterable[PlotPoint], lines: Iterable[PlotLine]) -> None:
        self.taken = [_box_around(mark, 0.6) for mark in marks]
        self.taken += [_box_around(point, 0.1) for line in lines for point in _places_on_line(line)]

    def place(self, at: PlotPoint, words: str) -> tuple[str, float, float] | None:
        """Give anchor and offset in em of a label beside a mark; None where no side is free."""
        x, y, width = at[0] / 100 * NARROW, at[1], len(words) * PLOT_LETTER_WIDTH
        sides = (
            ("end", -0.9, 0.35, x - 0.9 - width),
            ("middle", 0.0, -0.9, x - width / 2),
            ("middle", 0.0, 1.6, x - width / 2),
            ("end", -0.6, -0.8, x - 0.6 - width),
            ("start", 0.6, -0.8, x + 0.6),
            ("end", -0.6, 1.5, x - 0.6 - width),
            ("start", 0.6, 1.5, x + 0.6),
            ("start", 0.9, 0.35, x + 0.9),
        )
        for anchor, dx, dy, left in sides:
            box = (left, y + dy - 0.9, left + width, y + dy + 0.25)
            if _is_inside(box) and not any(_overlap(box, each) for each in self.taken):
                self.taken.append(box)
                return anchor, dx, dy
        return None


def _box_around(point: PlotPoint, room: float) -> _Box:
    x, y = point[0] / 100 * NARROW, point[1]
    return x - room, y - room, x + room, y + room


def _places_on_line(line: PlotLine) -> Iterator[PlotPoint]:
    """Give places on a line, near enough for no label to lie between two of them."""
    (x1, y1), (x2, y2) = line
    steps = 1 + round(4 * (abs(x2 - x1) / 100 * NARROW + abs(y2 - y1)))
    for step in range(steps + 1):
        yield x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps


def _is_inside(box: _Box) -> bool:
    return box[0] > -0.5 and box[2] < NARROW + 0.5 and box[1] >= 0 and box[3] <= FOOT + 0.2


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def frame(name: str, title: str, description: str, parts: Sequence[str]) -> Markup:
    """Frame a drawing that stretches: left to right at its root, so that anchors mean sides."""
    return Markup(
        '<div class="x-plot"><svg class="x-plot__svg" direction="ltr" role="img" height="{}em"'
        ' aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>'
        "</div>"
    ).format(
        num(HEIGHT), name, name, name, isolated(title), name, isolated(description),
        Markup("".join(parts)),  # noqa: S704 - `label` escapes all words
    )  # fmt: skip


def em(value: float) -> str:
    """Write a length in em shortly, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
