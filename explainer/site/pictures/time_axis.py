"""Ticks of time: days, months or years, few enough to stand apart on the narrowest phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from typing import Literal

TickKind = Literal["day", "month", "year"]
TickWords = Callable[[date, TickKind], tuple[str, ...]]
"""Words a tick: a line each for the two names of a month."""

STEPS_OF_MONTHS = (1, 2, 3, 4, 6)
STEPS_OF_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
TIME_TICKS = 5
"""At most so many."""
SHORT_TIME = timedelta(days=45)
"""Within so short a time, days are named."""
LONG_TIME = timedelta(days=400)
"""In so long a time a year is named, if but one."""


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A time on the axis, and its words in lines."""

    time: date
    lines: tuple[str, ...]


def time_ticks(
    times: Sequence[date], words: TickWords, *, apart: float, years_only: bool = False
) -> tuple[TimeTick, ...]:
    """Choose ticks between the first time and the last, `apart` of that span from one another.

    `years_only` names each year in its middle, for what is told of whole years.
    """
    first, last = min(times), max(times)
    if years_only:
        wanted = [date(y, 7, 2) for y in range(first.year, last.year + 1)]
        most = min(TIME_TICKS, 1 + int(1 / apart))
        return _worded(wanted[:: ceil(len(wanted) / most)], words, "year")
    if last - first > SHORT_TIME:
        for kind, found in _candidates(first, last):
            if 2 <= len(found) <= TIME_TICKS and _stand_apart(found, first, last, apart):
                return _worded(found, words, kind)
        if last.year > first.year + 1 or last - first > LONG_TIME:
            return _worded([date((first.year + last.year + 1) // 2, 1, 1)], words, "year")
    return _worded(_far_days(times, first, last, apart), words, "day")


def _candidates(first: date, last: date) -> Iterator[tuple[TickKind, list[date]]]:
    """Give the ticks of each step, the finest first."""
    years = range(first.year, last.year + 1)
    for step in STEPS_OF_MONTHS:
        if len(years) <= 5:
            months = [date(year, month, 1) for year in years for month in range(1, 13, step)]
            yield "month", [each for each in months if first <= each <= last]
    for step in STEPS_OF_YEARS:
        inside = [date(year, 1, 1) for year in years if year % step == 0]
        yield "year", [each for each in inside if first <= each <= last]
    new_years = [date(year, 1, 1) for year in years[1:]]
    yield "year", [new_years[0], new_years[-1]] if new_years else []


def _far_days(times: Sequence[date], first: date, last: date, apart: float) -> list[date]:
    """Choose days of the values themselves, the first and the last in any case."""
    found = [first]
    for day in sorted({*times} - {first, last}):
        if _stand_apart([found[-1], day, last], first, last, apart):
            found.append(day)
    return [*found, last] if last != first else found


def _stand_apart(ticks: Sequence[date], first: date, last: date, apart: float) -> bool:
    span = (last - first).days or 1
    return all((other - one).days / span >= apart for one, other in pairwise(ticks))


def _worded(ticks: Sequence[date], words: TickWords, kind: TickKind) -> tuple[TimeTick, ...]:
    """Word the ticks; the year stands under the first month of each year."""
    found: list[TimeTick] = []
    for tick in ticks:
        lines = words(tick, kind)
        if kind != "year" and (not found or found[-1].time.year != tick.year):
            lines = (*lines, *words(tick, "year"))
        found.append(TimeTick(tick, lines))
    return tuple(found)
