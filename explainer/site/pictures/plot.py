"""A drawing that stretches with its column while its text keeps the page's size.

x is in per cent, y in em. Time and numbers run from the right: the axis of numbers stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup, escape

from explainer.site.pictures.draw import isolated, num
from explainer.site.pictures.label_room import LabelLine, LabelSide, PlotPoint
from explainer.site.pictures.shaping import text_width
from explainer.site.pictures.steps import RoundSteps
from explainer.site.pictures.time_axis import TimeTick

FIRST, LAST = 93.0, 37.0
"""Where time begins and ends, in per cent; left of the last value its label has room."""
WIDER = 1.12
"""How much larger the text of a wide drawing is than that of a phone's."""
TOP = 2.8
"""Where the greatest tick lies, in em: above it an end that is open has room."""


@dataclass(frozen=True, slots=True)
class PlotScale:
    """Turns times into per cent and numbers into em."""

    begins: date
    ends: date
    steps: RoundSteps
    foot: float
    """Where the axis of time lies, in em."""
    room: int = 0
    """How many em beside the drawing the numbers of its axis take."""

    def x(self, time: date) -> float:
        """Place a time: the first at the right."""
        span = (self.ends - self.begins).days
        return FIRST - (FIRST - LAST) * ((time - self.begins).days / span if span else 0.5)

    def y(self, value: float) -> float:
        """Place a number: the greatest at the top."""
        reach = self.steps.most - self.steps.least
        return self.foot - (self.foot - TOP) * (value - self.steps.least) / reach

    @property
    def axis(self) -> float:
        """Give where zero lies."""
        return self.y(0)


def number_axis(scale: PlotScale, written: Callable[[float], str]) -> Iterator[str]:
    """Rule a line a tick, its number at the right, outside of the drawing."""
    for tick in scale.steps.ticks:
        y = scale.y(tick)
        yield line("x-plot__axis" if tick == 0 else "x-plot__grid", (0, y), (100, y))
        yield label("100%", y + 0.3, written(tick), "start", mark="x-plot__tick", dx=8)


def tick_room(steps: RoundSteps, written: Callable[[float], str]) -> int:
    """Tell how much room the numbers at the axis take, in em; at most of the larger text's."""
    return ceil(WIDER * max(text_width(written(tick)) for tick in steps.ticks) + 0.7)


def time_axis(
    scale: PlotScale, narrow: Sequence[TimeTick], wide: Sequence[TimeTick]
) -> Iterator[str]:
    """Write the ticks of time under the drawing, those for a phone's column and for a wide one."""
    both = [tick for tick in narrow if tick in wide]
    yield from _ticks(scale, both)
    for kind, ticks in (("x-narrow", narrow), ("x-wide", wide)):
        own = "".join(_ticks(scale, [tick for tick in ticks if tick not in both]))
        yield f'<g class="{kind}">{own}</g>' if own else ""


def _ticks(scale: PlotScale, ticks: Sequence[TimeTick]) -> Iterator[str]:
    for tick in ticks:
        x = scale.x(tick.time)
        yield line("x-plot__axis", (x, scale.foot), (x, scale.foot + 0.45))
        for number, words in enumerate(tick.lines):
            y = scale.foot + 1.6 + 1.2 * number
            yield label(f"{num(x)}%", y, words, "middle", mark="x-plot__tick")


def plot_height(scale: PlotScale, ticks: Sequence[TimeTick]) -> float:
    """Give the height of the whole drawing, in em."""
    return scale.foot + 0.9 + 1.2 * max((len(tick.lines) for tick in ticks), default=0)


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
    return hung(at, f'<path class="{kind} {colour}"{moved} d="{path}"/>')


def hung(at: PlotPoint, inner: str, kind: str = "") -> str:
    """Hang something on a place, so that its own measures begin there."""
    class_ = f' class="{kind}"' if kind else ""
    return f'<svg{class_} x="{num(at[0])}%" y="{em(at[1])}em" overflow="visible">{inner}</svg>'


def label(x: str, y: float, words: str, anchor: str, *, mark: str, dx: float = 0) -> str:
    """Write a label; `anchor` says which side of the screen `x` is: end is its right edge."""
    aside = f' dx="{num(dx)}"' if dx else ""
    return (
        f'<text class="{mark}" x="{x}" y="{em(y)}em"{aside} text-anchor="{anchor}">'
        f"{escape(isolated(words))}</text>"
    )


def block(lines: Sequence[LabelLine], placed: LabelSide, colour: str) -> str:
    """Write a label of several lines from its top; each counts in em of its own size."""
    parts, y = [], placed.dy
    for each in lines:
        foot = (y + each.height - 0.3 * each.size) / each.size
        x = f"{em(placed.dx / each.size)}em"
        parts.append(label(x, foot, each.words, placed.anchor, mark=f"{each.kind} {colour}"))
        y += each.height
    return "".join(parts)


def frame(name: str, title: str, description: str, parts: Sequence[str], height: float) -> Markup:
    """Frame a drawing that stretches: left to right at its root, so that anchors mean sides."""
    return Markup(
        '<svg class="x-plot__svg" direction="ltr" role="img" height="{}em"'
        ' aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>'
    ).format(
        em(height), name, name, name, isolated(title), name, isolated(description),
        Markup("".join(parts)),  # noqa: S704 - `label` escapes all words
    )  # fmt: skip


def em(value: float) -> str:
    """Write a length in em shortly, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
