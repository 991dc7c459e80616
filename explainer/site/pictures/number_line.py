"""A line of numbers for what one speaker says: from zero at the right, as wide as its column.

Several lines stand under one another to one scale. x is in per cent, y in em: the lines stretch
and their text keeps the page's size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.site.pictures.draw import num
from explainer.site.pictures.plot import label
from explainer.site.pictures.steps import RoundSteps, round_steps
from explainer.site.pictures.told_numbers import MARK_PATHS, NumberBounds

LINE_STEPS = 3
"""So many steps at most: on the narrowest phone 65 px lie between two ticks."""
FRAME_REACH = 1.25
"""How far the frame reaches, in lengths of the ticks: room for an end that is open."""


@dataclass(frozen=True, slots=True)
class NumberLines:
    """The scale that the lines of one picture share."""

    steps: RoundSteps

    def x(self, number: float) -> float:
        """Place a number, in per cent from the left: zero lies at the right."""
        reach = (self.steps.most - self.steps.least) * FRAME_REACH
        return 100 - (number - self.steps.least) / reach * 100

    def drawn(self, number: NumberBounds, mark: int) -> Markup:
        """Draw what one speaker says: a line from zero to its mark, on the grid."""
        parts = [*self._grid(), *self._strokes(number)]
        parts += [_mark(self.x(n), mark) for n in number.marks]
        return _drawing("x-line", parts)

    def scale(self, written: Callable[[float], str]) -> Markup:
        """Draw the axis under the lines: `written` words a tick's number."""
        parts = ['<line class="x-plot__axis" x1="0" x2="100%" y1="0" y2="0"/>']
        for tick in self.steps.ticks:
            x = self.x(tick)
            anchor = "end" if x > 95 else "middle"
            parts.append(label(f"{num(x)}%", 1.25, written(tick), anchor, mark="x-plot__tick"))
        return _drawing("x-line x-line--scale", parts)

    def _grid(self) -> Iterator[str]:
        for tick in self.steps.ticks:
            kind = "x-plot__axis" if tick == 0 else "x-plot__grid"
            yield _upright(kind, self.x(tick))

    def _strokes(self, number: NumberBounds) -> Iterator[str]:
        """Draw the way to the mark; what is open is dots with an arrowhead."""
        zero, at = self.x(0), self.x(number.at)
        if number.low is None:
            yield _level("x-plot__open", at, zero)
            yield _arrow(f"{num(zero)}%", -1)
            return
        yield _level("x-line__way", zero, self.x(number.low))
        if number.high is None:
            yield _level("x-plot__open", at, 1.5)
            yield _arrow("0", 1)
        elif number.is_range:
            yield _level("x-plot__range", self.x(number.low), self.x(number.high))


def number_lines(numbers: Sequence[NumberBounds]) -> NumberLines:
    """Make the scale that holds all of some numbers, with zero."""
    return NumberLines(round_steps([n for each in numbers for n in each.known], LINE_STEPS))


def _drawing(kind: str, parts: Sequence[str]) -> Markup:
    """Frame a drawing whose numbers are words beside it: a reader that hears it needs no more."""
    return Markup('<svg class="{}" direction="ltr" aria-hidden="true">{}</svg>').format(
        kind,
        Markup("".join(parts)),  # noqa: S704 - `label` escapes all words
    )


def _upright(kind: str, x: float) -> str:
    return f'<line class="{kind}" x1="{num(x)}%" x2="{num(x)}%" y1="0" y2="100%"/>'


def _level(kind: str, x1: float, x2: float) -> str:
    return f'<line class="{kind}" x1="{num(x1)}%" x2="{num(x2)}%" y1="50%" y2="50%"/>'


def _arrow(x: str, way: int) -> str:
    """Draw an arrowhead whose point is at `x`: `way` is 1 to the left, -1 to the right."""
    return (
        f'<svg x="{x}" y="50%" overflow="visible">'
        f'<path class="x-plot__arrow" d="M{way * 8}-6 {way} 0l{way * 7} 6"/></svg>'
    )


def _mark(x: float, mark: int) -> str:
    return (
        f'<svg x="{num(x)}%" y="50%" overflow="visible">'
        f'<path class="x-plot__mark" d="{MARK_PATHS[mark]}"/></svg>'
    )
