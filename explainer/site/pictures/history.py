"""A number's history: time from the right to the left, a line a speaker through its own values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from explainer.site.pictures.draw import Picture
from explainer.site.pictures.plot import (
    LabelRoom,
    PlotLine,
    PlotPoint,
    PlotScale,
    em,
    frame,
    grid,
    hung,
    label,
    line,
    plot_scale,
    shape,
    times,
)
from explainer.site.pictures.told_numbers import MARK_PATHS

OPEN = 2.2
"""How far an open end is drawn, in em."""
MARK_DISTANCE = 15
"""How far marks at one place stand apart, in pixels."""


@dataclass(frozen=True, slots=True)
class TimedNumber:
    """A value as it is drawn: least, best and greatest number, None where open or not said."""

    time: date
    low: float | None
    best: float | None
    high: float | None
    words: str
    """The number in words, without its unit."""
    when: str
    is_rival: bool = False

    @property
    def at(self) -> float:
        """Give the number at which its mark lies."""
        if self.best is not None:
            return self.best
        known = [n for n in (self.low, self.high) if n is not None]
        return sum(known) / len(known)


@dataclass(frozen=True, slots=True)
class Series:
    """What the same speakers said, the earliest first, and their mark."""

    mark: int
    values: tuple[TimedNumber, ...]

    @property
    def colour(self) -> str:
        """Name the colour of the speakers."""
        return f"x-who-{self.mark}"


def draw(
    name: str,
    title: str,
    series: Sequence[Series],
    written: Callable[[float], str] = "{:,g}".format,
) -> Picture | None:
    """Draw the values of a figure; one alone is no history. `written` words a tick's number."""
    values = sorted((v for each in series for v in each.values), key=lambda value: value.time)
    if len(values) < 2:
        return None
    numbers = [n for v in values for n in (v.low, v.best, v.high) if n is not None]
    scale = plot_scale([value.time for value in values], numbers)
    disputes = list(_disputes(scale, values))
    lines = [ends for each in series for ends in _line(scale, each)]
    room = LabelRoom([_place(scale, value) for value in values], [*disputes, *lines])
    parts = [*grid(scale, written), *times(scale, values[0].when, values[-1].when)]
    parts += [line("x-plot__gap", *ends) for ends in disputes]
    parts += [part for each in series for part in _strokes(scale, each)]
    parts += [part for each in series for part in _marks(scale, each, series)]
    parts += [part for each in series for part in _words(scale, each, room)]
    description = (
        "الزمن من اليمين إلى اليسار، والعدد من الأسفل إلى الأعلى:"
        f" أول القيم {values[0].words} ({values[0].when})،"
        f" وآخرها {values[-1].words} ({values[-1].when})."
    )
    return Picture(name, title, frame(name, title, description, parts))


def _place(scale: PlotScale, value: TimedNumber) -> PlotPoint:
    return scale.x(value.time), scale.y(value.at)


def _disputes(scale: PlotScale, values: Sequence[TimedNumber]) -> Iterator[PlotLine]:
    """Join rivals of one day by a line, from the smallest to the greatest."""
    against = sorted((v for v in values if v.is_rival), key=lambda value: (value.time, value.at))
    for _, together in groupby(against, key=lambda value: value.time):
        same = list(together)
        if len(same) > 1:
            yield _place(scale, same[0]), _place(scale, same[-1])


def _line(scale: PlotScale, series: Series) -> Iterator[PlotLine]:
    """Lead a speaker's line through its own values."""
    for one, other in pairwise(series.values):
        yield _place(scale, one), _place(scale, other)


def _strokes(scale: PlotScale, series: Series) -> Iterator[str]:
    """Draw a speaker's line, its ranges as thick ones and its open ends as dots with an arrow."""
    for ends in _line(scale, series):
        yield line("x-plot__line", *ends, series.colour)
    for value in series.values:
        x, y = _place(scale, value)
        if value.low is None or value.high is None:
            way = -1 if value.high is None else 1
            yield line("x-plot__open", (x, y), (x, y + way * OPEN), series.colour)
            arrow = f"M-5 {-way * 6}L0 0l5 {-way * 6}"
            yield shape("x-plot__arrow", (x, y + way * OPEN), arrow, series.colour)
        elif value.low != value.high:
            low, high = (x, scale.y(value.low)), (x, scale.y(value.high))
            yield line("x-plot__range", low, high, series.colour)


def _marks(scale: PlotScale, series: Series, every: Sequence[Series]) -> Iterator[str]:
    """Draw a speaker's marks; those of several speakers at one place stand side by side."""
    for value in series.values:
        at = _place(scale, value)
        same = [s.mark for s in every if any(_is_near(at, _place(scale, v)) for v in s.values)]
        shift = MARK_DISTANCE * (same.index(series.mark) - (len(same) - 1) / 2)
        yield shape("x-plot__mark", at, MARK_PATHS[series.mark], series.colour, shift)


def _is_near(one: PlotPoint, other: PlotPoint) -> bool:
    return abs(one[0] - other[0]) < 2 and abs(one[1] - other[1]) < 0.8


def _words(scale: PlotScale, series: Series, room: LabelRoom) -> Iterator[str]:
    """Write the numbers beside their marks where there is room, the last one first."""
    for value in reversed(series.values):
        at = _place(scale, value)
        if free := room.place(at, value.words):
            anchor, dx, dy = free
            mark = f"x-plot__value {series.colour}"
            yield hung(at, label(f"{em(dx)}em", dy, value.words, anchor, mark=mark))
