"""What the values of a figure are to each other: rivals, in agreement, or growth.

**Whose word stands.** A speaker stands by the last number that it gave: that about the latest time,
and of those about one time the one said last. A number about a period stands beside that about
another: the exports of 2024 do not take back those of 2023.

**About the same time** (`for`, else `as_of`) are two numbers:

- `level`, so many at a time, and where no `measure` is given: where the times have a day in common;
- `total`, so many up to a day: where the days on which the times end are at most 31 days apart. As
  a total never falls, one that is larger than another speaker's for a later day is set against it
  too, whatever lies between;
- `period`, so many within a time: where the periods begin and end alike, however they are written.

**They agree** where one number can satisfy both: an open end (`at_least`, `up_to`, a `low` or a
`high` alone) reaches as far as it must, and beside "about" a gap of a twentieth of the larger
number is none. Otherwise they are **rivals**.

**Growth** is told of one speaker's numbers about different times where the first and the last do
not agree, of periods only where they are of one length.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, groupby
from typing import NamedTuple

from explainer.content.model import Figure, Measure, Value
from explainer.content.model.scalars import Ids
from explainer.dates import Date

TOTALS_APART = timedelta(days=31)
"""Totals up to two days are about one time where no more lies between them."""

LEEWAY = Decimal(1) / 20
"""The share of the larger number that "about" leaves open."""

ONE_LENGTH = 0.1
"""Periods are of one length where they differ by no more than this share: months, leap years."""


class Stand(NamedTuple):
    """A value that still stands, with those of its speakers who have not said otherwise since."""

    value: Value
    speakers: Ids


class Growth(NamedTuple):
    """What the same speakers said about different times, the earliest first; two values or more."""

    speakers: Ids
    values: tuple[Value, ...]


def time_of(value: Value) -> Date:
    """Tell what time a number is about."""
    return value.for_ or value.as_of


def rivals(figure: Figure) -> tuple[Value, ...]:
    """Give the standing rivals, the smallest number first; empty where nobody contradicts another.

    Where several times are in dispute, those about the latest.
    """
    return tuple(stand.value for stand in rival_stands(figure))


def rival_stands(figure: Figure) -> tuple[Stand, ...]:
    """Give the standing rivals with who stands by each, the smallest number first."""
    standing = stands(figure)
    against = [
        {one, other}
        for one, other in combinations(range(len(standing)), 2)
        if contradict(figure.measure, standing[one].value, standing[other].value)
    ]
    groups = [[standing[index] for index in sorted(group)] for group in _groups_of_pairs(against)]
    latest = max(groups, key=lambda group: max(day_of(each.value) for each in group), default=[])
    return tuple(sorted(latest, key=lambda stand: _lowest_and_highest(stand.value)))


def stands(figure: Figure) -> tuple[Stand, ...]:
    """List what each speaker stands by, in the order of time; what was said since is left out."""
    last: dict[tuple[str, object], Value] = {}
    for value in sorted(figure.values, key=_time_order):
        for speaker in value.said_by:
            last[speaker, _bounds(value) if figure.measure == "period" else None] = value
    by_value: dict[int, Stand] = {}
    for (speaker, _), value in last.items():
        _, others = by_value.get(id(value), (value, ()))
        by_value[id(value)] = Stand(value, (*others, speaker))
    return tuple(sorted(by_value.values(), key=lambda stand: _time_order(stand.value)))


def newest(figure: Figure) -> tuple[Stand, ...]:
    """Give what stands about the latest time of all, the most exact number first."""
    standing = stands(figure)
    latest_first = reversed(standing)
    last = standing[-1].value
    same = (stand for stand in latest_first if same_time(figure.measure, stand.value, last))
    return tuple(sorted(same, key=lambda stand: _width(stand.value)))


def growth(figure: Figure) -> tuple[Growth, ...]:
    """Find who gave different numbers about different times; together who gave the same ones."""
    by_values: dict[tuple[int, ...], list[str]] = {}
    values = {id(value): value for value in figure.values}
    for speaker in dict.fromkeys(i for value in figure.values for i in value.said_by):
        series = _series(figure, speaker)
        if len(series) > 1 and _are_incompatible(series[0], series[-1]):
            by_values.setdefault(tuple(map(id, series)), []).append(speaker)
    return tuple(
        Growth(tuple(speakers), tuple(values[i] for i in ids))
        for ids, speakers in by_values.items()
    )


def _series(figure: Figure, speaker: str) -> list[Value]:
    """List a speaker's values, one a time, the last said; of periods, those as long as the last."""
    own = sorted((value for value in figure.values if speaker in value.said_by), key=_time_order)
    told = [list(same)[-1] for _, same in groupby(own, key=_bounds)]
    if figure.measure != "period":
        return told
    return [value for value in told if of_one_length(value, told[-1])]


def contradict(measure: Measure | None, one: Value, other: Value) -> bool:
    """Tell whether two values cannot both be right."""
    earlier, later = sorted((one, other), key=day_of)
    if same_time(measure, one, other):
        return _are_incompatible(one, other)
    return measure == "total" and _gap(later, earlier) > _leeway(one, other)


def same_time(measure: Measure | None, one: Value, other: Value) -> bool:
    """Tell whether two values are about the same time, by the rule of what is measured."""
    if measure == "total":
        return abs(day_of(one) - day_of(other)) <= TOTALS_APART
    (first, last), (other_first, other_last) = _bounds(one), _bounds(other)
    if measure == "period":
        return (first, last) == (other_first, other_last)
    return first <= other_last and other_first <= last


def numbers(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """Give the least and the greatest number that a value allows; None where it is open."""
    known = [n for n in (value.low, value.best, value.high) if n is not None]
    low = min(known) if value.low is not None or value.high is None else None
    high = max(known) if value.high is not None or value.low is None else None
    if low != high:
        return low, high
    return (low, None) if value.qualifier == "at_least" else _numbers_of_one(value, low)


def _numbers_of_one(value: Value, number: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    return (None, number) if value.qualifier == "up_to" else (number, number)


def _gap(below: Value, above: Value) -> Decimal:
    """Tell how far all that one value allows lies below all that another does; 0 if it does not."""
    top, bottom = numbers(below)[1], numbers(above)[0]
    return max(bottom - top, Decimal(0)) if top is not None and bottom is not None else Decimal(0)


def _are_incompatible(one: Value, other: Value) -> bool:
    """Tell whether no number can satisfy both values."""
    return max(_gap(one, other), _gap(other, one)) > _leeway(one, other)


def _leeway(*values: Value) -> Decimal:
    if not any(value.qualifier == "about" for value in values):
        return Decimal(0)
    return max(abs(n) for v in values for n in numbers(v) if n is not None) * LEEWAY


def day_of(value: Value) -> date:
    """Give the day up to which a value counts; where its time is open, the day it was said."""
    return time_of(value).latest or value.as_of.latest or value.as_of.earliest or date.max


def _time_order(value: Value) -> tuple[date, date, date]:
    """Order values by the time that they are about, then by when they were said."""
    first, last = _bounds(value)
    return last, first, value.as_of.latest or date.max


def _bounds(value: Value) -> tuple[date, date]:
    time = time_of(value)
    return time.earliest or date.min, time.latest or date.max


def of_one_length(one: Value, other: Value) -> bool:
    """Tell whether the times of two values are as long as one another, as two months are."""
    length, other_length = (
        (last - first).days + 1 for first, last in (_bounds(one), _bounds(other))
    )
    return abs(length - other_length) <= ONE_LENGTH * max(length, other_length)


def _lowest_and_highest(value: Value) -> tuple[Decimal, Decimal]:
    low, high = numbers(value)
    known = [n for n in (low, high) if n is not None]
    return known[0], known[-1]


def _width(value: Value) -> Decimal:
    low, high = numbers(value)
    return high - low if low is not None and high is not None else Decimal("Infinity")


def _groups_of_pairs(pairs: Iterable[set[int]]) -> list[set[int]]:
    """Join pairs that have a member in common into groups."""
    groups: list[set[int]] = []
    for pair in pairs:
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*near)]
    return groups
