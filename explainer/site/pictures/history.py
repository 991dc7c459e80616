"""A number's history: time from the right to the left, a line a speaker through its own values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from explainer.site.pictures.label_room import NARROW_COLUMNS, WIDE_COLUMNS, PlotLine, PlotPoint
from explainer.site.pictures.plot import (
    FIRST,
    LAST,
    PlotScale,
    frame,
    line,
    number_axis,
    plot_height,
    shape,
    tick_room,
    time_axis,
)
from explainer.site.pictures.plot_labels import plot_labels
from explainer.site.pictures.steps import round_steps
from explainer.site.pictures.time_axis import TickWords, TimeTick, time_ticks
from explainer.site.pictures.told_numbers import MARK_PATHS, Series, TimedNumber

PLOT_STEPS = 4
"""So many steps of numbers at most."""
OPEN = 2.2
"""How far an open end is drawn, in em."""
MARK_DISTANCE = 15
"""How far marks at one place stand apart, in pixels."""
TICK_DISTANCE = 4.8
"""The least distance of two ticks of time, in em: 65 px on the narrowest phone."""
LOW_FOOT, DEEP_FOOT = 15.0, 23.0
"""How low the axis lies for few values, and for many, in em."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing with its caption; `room` is how many em the numbers of its axis take."""

    id: str
    title: str
    svg: Markup
    room: int
    height: float


def draw(
    name: str,
    title: str,
    series: Sequence[Series],
    written: Callable[[float], str],
    words: TickWords,
) -> Plot | None:
    """Draw the values of a figure; of one time alone there is no history.

    `written` words a number of the axis, `words` a tick of time.
    """
    values = sorted((v for each in series for v in each.values), key=lambda value: value.time)
    if len({value.time for value in values}) < 2:
        return None
    scale = _scale(values, len(series), written)
    narrow, wide = (
        _ticks(scale, values, words, each[0]) for each in (NARROW_COLUMNS, WIDE_COLUMNS)
    )
    disputes = list(_disputes(scale, values))
    strokes = [each for one in series for each in _strokes(scale, one)]
    marks = [(scale.x(v.time), scale.y(n)) for v in values for n in v.number.marks]
    parts = [*number_axis(scale, written), *time_axis(scale, narrow, wide)]
    parts += [line("x-plot__band", *ends) + line("x-plot__gap", *ends) for ends in disputes]
    parts += [line(kind, *ends, colour) for kind, ends, colour in strokes]
    parts += [part for each in series for part in _marks(scale, each, series)]
    lines = [ends for _, ends, _ in strokes]
    parts += plot_labels(scale, series, marks, lines, disputes)
    height = plot_height(scale, [*narrow, *wide])
    svg = frame(name, title, _description(values), parts, height)
    return Plot(name, title, svg, scale.room, height)


def _ticks(
    scale: PlotScale, values: Sequence[TimedNumber], words: TickWords, column: float
) -> tuple[TimeTick, ...]:
    """Choose the ticks for columns from a width on."""
    apart = TICK_DISTANCE / ((column - scale.room) * (FIRST - LAST) / 100)
    times = [scale.begins, *(value.time for value in values), scale.ends]
    return time_ticks(times, words, apart=apart, years_only=all(map(_is_year, values)))


def _scale(
    values: Sequence[TimedNumber], speakers: int, written: Callable[[float], str]
) -> PlotScale:
    times = [day for v in values for day in (v.time, *(v.span or ()))]
    steps = round_steps([n for v in values for n in v.number.known], PLOT_STEPS)
    foot = min(DEEP_FOOT, max(LOW_FOOT, 10 + 2.2 * speakers + 0.4 * len(values)))
    return PlotScale(min(times), max(times), steps, foot, tick_room(steps, written))


def _is_year(value: TimedNumber) -> bool:
    return value.is_period and value.span is not None and (value.span[1] - value.span[0]).days > 360


def _description(values: Sequence[TimedNumber]) -> str:
    first, last = values[0], values[-1]
    return (
        "الزمن من اليمين إلى اليسار، والعدد من الأسفل إلى الأعلى:"
        f" أول القيم {first.words} ({first.when})، وآخرها {last.words} ({last.when})."
    )


def _place(scale: PlotScale, value: TimedNumber) -> PlotPoint:
    return scale.x(value.time), scale.y(value.number.at)


def _disputes(scale: PlotScale, values: Sequence[TimedNumber]) -> Iterator[PlotLine]:
    """Join rivals of one time by a line, from the smallest to the greatest."""
    against = sorted((v for v in values if v.is_rival), key=lambda v: (v.time, v.number.at))
    for _, together in groupby(against, key=lambda value: value.time):
        same = list(together)
        if len(same) > 1:
            yield _place(scale, same[0]), _place(scale, same[-1])


def _strokes(scale: PlotScale, series: Series) -> Iterator[tuple[str, PlotLine, str]]:
    """Lead a speaker's line through its values, with their spans, ranges and open ends."""
    for one, other in pairwise(series.values):
        yield "x-plot__line", (_place(scale, one), _place(scale, other)), series.colour
    for value in series.values:
        x, y = _place(scale, value)
        if value.span:
            kind = "x-plot__period" if value.is_period else "x-plot__unsure"
            first, last = (scale.x(day) for day in value.span)
            yield kind, ((first, y), (last, y)), series.colour
        if way := _open_way(value):
            yield "x-plot__open", ((x, y), (x, _open_end(scale, y, way))), series.colour
        elif value.number.low is not None and value.number.high is not None:
            low, high = scale.y(value.number.low), scale.y(value.number.high)
            if low != high:
                yield "x-plot__range", ((x, low), (x, high)), series.colour


def _open_way(value: TimedNumber) -> int:
    """Tell which way a value is open: -1 upwards, 1 downwards, 0 not at all."""
    return -1 if value.number.high is None else 1 if value.number.low is None else 0


def _open_end(scale: PlotScale, y: float, way: int) -> float:
    """Draw an open end its length, or to zero where that is nearer."""
    return y - OPEN if way < 0 else min(y + OPEN, max(scale.axis, y + 0.9))


def _marks(scale: PlotScale, series: Series, every: Sequence[Series]) -> Iterator[str]:
    """Draw a speaker's marks and arrowheads; marks of several speakers at one place lie apart."""
    for value in series.values:
        x, y = _place(scale, value)
        if way := _open_way(value):
            arrow = f"M-5 {-way * 6}L0 0l5 {-way * 6}"
            end = (x, _open_end(scale, y, way))
            yield shape("x-plot__arrow", end, arrow, series.colour)
        same = [s.mark for s in every if any(_is_near((x, y), _place(scale, v)) for v in s.values)]
        shift = MARK_DISTANCE * (same.index(series.mark) - (len(same) - 1) / 2)
        kind = "x-plot__mark" if value.is_period or not value.span else "x-plot__mark--open"
        for number in value.number.marks:
            at = (x, scale.y(number))
            yield shape(kind, at, MARK_PATHS[series.mark], series.colour, shift)


def _is_near(one: PlotPoint, other: PlotPoint) -> bool:
    return abs(one[0] - other[0]) < 2 and abs(one[1] - other[1]) < 0.8
