"""EDTF dates (ISO 8601-2) as time: what each spans, how exact and how sure it is, how they sort."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from explainer.system.errors import REFUSED, ExplainerError

PARTS: Final = ("start", "early", "mid", "late", "end")
"""What `part` may say of a month, a year or a longer time; bounds are thirds of it."""

_THIRD: Final = {"start": 0, "early": 0, "mid": 1, "late": 2, "end": 2}


class NotADateError(ExplainerError):
    """A text that cannot be read as a date, or a part that does not fit one.

    `code` names the words in `messages.date_errors`, `values` are what they need: always `text`,
    the date or the end of an interval that is wrong, as typed.
    """

    exit_code = REFUSED

    def __init__(self, code: str, text: str, **values: object) -> None:
        self.code = code
        self.text = text
        self.values = values
        super().__init__(code, text, values)


NOT_EDTF: Final = "E401.not-edtf"
"""The code of a text of which nothing more is known than that it is none."""


class Precision(StrEnum):
    """How long a time one expression names; an interval and a set are named as such."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    THIRD = "third"
    """Four months, which EDTF calls a quadrimester."""
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    SET = "set"


class Component(StrEnum):
    """A piece of a date that can be unsure, or left unspecified, by itself."""

    YEAR = "year"
    MONTH = "month"
    """Also the season, quarter, third or half: whatever stands in the month's place."""
    DAY = "day"


class Hemisphere(StrEnum):
    """Whose seasons are meant, where the code says so (25–32)."""

    NORTH = "north"
    SOUTH = "south"


class Edge(StrEnum):
    """An end of an interval that has no date."""

    OPEN = "open"
    """Written `..`: the interval goes on, or has always been."""
    UNKNOWN = "unknown"
    """Written as nothing: there is an end, and it is not known."""


_NONE: Final[frozenset[Component]] = frozenset()


@dataclass(frozen=True, slots=True)
class Point:
    """One time of any length, from a day to a century, with its qualifiers."""

    precision: Precision
    year: int | None
    """The year, or the first of a decade or century; None where the year is XXXX."""
    number: int
    """Month 1–12, season 1–4 (spring first), quarter 1–4, third 1–3, half 1–2; 0 for none."""
    day: int | None
    hemisphere: Hemisphere | None
    part: str | None
    unspecified: frozenset[Component]
    """What stands as XX. The year too where it is XXXX."""
    approximate: frozenset[Component]
    """What `~` or `%` applies to."""
    uncertain: frozenset[Component]
    """What `?` or `%` applies to."""
    earliest: dt.date | None
    """First day, inclusive; None only where the year is XXXX."""
    latest: dt.date | None
    """Last day, inclusive; None only where the year is XXXX."""

    @property
    def components(self) -> frozenset[Component]:
        """Return what the date does say."""
        said = {Component.YEAR}
        if self.number:
            said.add(Component.MONTH)
        if self.day is not None:
            said.add(Component.DAY)
        return frozenset(said - self.unspecified)

    @property
    def digits(self) -> str:
        """Return its year, decade or century as it is typed: 2024, 199X, 20XX, XXXX."""
        unknown = {Precision.DECADE: 1, Precision.CENTURY: 2}.get(self.precision, 0)
        if self.year is None:
            return "XXXX"
        return f"{self.year:04}"[: 4 - unknown] + "X" * unknown

    @property
    def wholly_uncertain(self) -> bool:
        """Return whether all that the date says is uncertain, not a piece of it only."""
        return bool(self.uncertain) and self.uncertain == self.components


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch between two points, or without one of them: an interval, or `a..b` in a set."""

    start: Point | Edge
    end: Point | Edge


@dataclass(frozen=True, slots=True)
class Choice:
    """A set: every member (`{a,b}`), or one of them (`[a,b]`)."""

    every: bool
    members: tuple[Point | Span, ...]


SortKey = tuple[dt.date, dt.date, str, str]


@dataclass(frozen=True, slots=True)
class Date:
    """A date as an editor typed it, read: its bounds, its certainty and what it is made of."""

    text: str
    """The EDTF as typed."""
    part: str | tuple[str | None, str | None] | None
    what: Point | Span | Choice
    """The structure, for whoever words it."""
    precision: Precision
    earliest: dt.date | None
    """First possible day, inclusive; None where the start is open or unknown."""
    latest: dt.date | None
    """Last possible day, inclusive; None where the end is open or unknown."""
    approximate: bool
    uncertain: bool
    html_datetime: str | None
    """A value for `<time datetime>`; None where HTML has none that is as exact."""

    @property
    def sort_key(self) -> SortKey:
        """Return the place in time: earliest day, then latest, then the text.

        Where the earliest day is not known the latest stands for it; where neither is
        known the date comes last.
        """
        latest = self.latest or dt.date.max
        return self.earliest or latest, latest, self.text, str(self.part or "")

    @property
    def points(self) -> tuple[Point, ...]:
        """Return every point of the date, in the order of the text."""
        return tuple(_points(self.what))

    @property
    def first(self) -> Point:
        """Return the point that comes first."""
        return min(self.points, key=lambda point: point.earliest or dt.date.max)

    @property
    def year(self) -> int | None:
        """The one year that it begins in, or ends in where nobody knows its beginning.

        None where that is not known: a decade or century is no year.
        """
        is_year = self.first.precision not in (Precision.DECADE, Precision.CENTURY)
        day = self.earliest or self.latest
        return day.year if day and is_year else None


def parse(text: str, part: str | Sequence[str | None] | None = None) -> Date:
    """Read one EDTF date.

    `part` narrows it to its start, early, mid, late or end third; an interval takes a
    pair, one for each end, with None where an end is meant whole.

    Raises NotADateError with a code for what is wrong, and the values that tell of it.
    """
    if not text.isprintable():
        raise NotADateError(NOT_EDTF, text)
    if "/" in text:
        return _interval(text, part)
    if text.startswith(("[", "{")):
        return _set(text, part)
    if part is not None and not isinstance(part, str):
        right = next((each for each in part if each), "mid")
        raise NotADateError("E404.one-part", text, part=part, right=right)
    point = _point(text, part)
    return Date(
        text,
        part,
        point,
        point.precision,
        point.earliest,
        point.latest,
        bool(point.approximate),
        bool(point.uncertain),
        _html_datetime(point),
    )


# One point.

_POINT: Final = re.compile(
    r"""
    ([?~%])? ( \d{4} | \d{3}X | \d\dXX | XXXX ) ([?~%])?
    (?: - ([?~%])? ( \d\d | XX ) ([?~%])?
        (?: - ([?~%])? ( \d\d | XX ) ([?~%])? )?
    )?
    """,
    re.ASCII | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Division:
    """What a two-digit code in the month's place stands for."""

    precision: Precision
    number: int
    hemisphere: Hemisphere | None
    first_month: int
    months: int


@cache
def _divisions() -> Mapping[str, _Division]:
    """Give every code that may follow a year, 01 to 41."""
    return dict(_codes())


def _codes() -> Iterator[tuple[str, _Division]]:
    for month in range(1, 13):
        yield f"{month:02}", _Division(Precision.MONTH, month, None, month, 1)
    for code, hemisphere, spring in (
        (21, None, 3),
        (25, Hemisphere.NORTH, 3),
        (29, Hemisphere.SOUTH, 9),
    ):
        for i in range(4):
            first_month = (spring - 1 + 3 * i) % 12 + 1
            season = _Division(Precision.SEASON, i + 1, hemisphere, first_month, 3)
            yield str(code + i), season
    for code, precision, months in (
        (33, Precision.QUARTER, 3),
        (37, Precision.THIRD, 4),
        (40, Precision.HALF, 6),
    ):
        for i in range(12 // months):
            yield str(code + i), _Division(precision, i + 1, None, 1 + i * months, months)


_SIGNS: Final[Mapping[str, tuple[bool, bool]]] = {
    "~": (True, False),
    "?": (False, True),
    "%": (True, True),
}
"""A qualifier -> (approximate, uncertain)."""

_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _point(text: str, part: str | None = None) -> Point:
    """Read one date without `/`, `..` or brackets."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise NotADateError(NOT_EDTF, text)
    years, months, days = match.group(2, 5, 8)
    unspecified = _unspecified(text, years, months, days) if "X" in text else _NONE
    approximate, uncertain = _NONE, _NONE
    if "~" in text or "?" in text or "%" in text:
        approximate, uncertain = _certainty(text, match, unspecified)
    if Component.DAY in unspecified:
        days = None
    if Component.MONTH in unspecified:
        months = None
    time = _time(text, years, months, days)
    bounds = time.bounds
    if part is not None:
        _check_part(text, part, time.precision, unspecified)
        bounds = _third(time, bounds, part) if bounds else None
    earliest, latest = bounds or (None, None)
    return Point(
        time.precision,
        time.year,
        time.division.number if time.division else 0,
        int(days) if days else None,
        time.division.hemisphere if time.division else None,
        part,
        unspecified,
        approximate,
        uncertain,
        earliest,
        latest,
    )


class _Time(NamedTuple):
    """The stretch of calendar that a date names."""

    precision: Precision
    year: int | None
    division: _Division | None
    bounds: tuple[dt.date, dt.date] | None


def _time(text: str, years: str, months: str | None, days: str | None) -> _Time:
    """Find what the digits name; `XX` in place of a month or day has been taken off."""
    if years == "0000":
        raise NotADateError("E403.year", text)
    if months is None:
        return _long_time(years)
    division = _divisions().get(months)
    if division is None or (days and division.precision is not Precision.MONTH):
        raise NotADateError(NOT_EDTF, text)
    if years == "XXXX":
        precision = Precision.DAY if days else Precision.MONTH
        if days:
            _day(text, years, division.number, days)
        return _Time(precision, None, division, None)
    year = int(years)
    if days:
        day = _day(text, years, division.number, days)
        return _Time(Precision.DAY, year, division, (day, day))
    bounds = _months(year, division.first_month, division.months)
    return _Time(division.precision, year, division, bounds)


def _long_time(years: str) -> _Time:
    """Find the year, decade or century that four characters name."""
    unknown = years.count("X")
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unknown]
    year = int(years.replace("X", "0"))
    return _Time(precision, year, None, _years(year, 10**unknown))


def _day(text: str, years: str, month: int, days: str) -> dt.date:
    """Find a day; where the year is unknown, in a year that has every day there is."""
    year, day = 2000 if years == "XXXX" else int(years), int(days)
    last = _month_days(year, month)
    if not 1 <= day <= last:
        raise NotADateError("E403.no-such-day", text, month=f"{years}-{month:02}", last=last)
    return dt.date(year, month, day)


def _month_days(year: int, month: int) -> int:
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _MONTH_DAYS[month - 1]


def _months(year: int, first: int, count: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of `count` months; `first` may run past December."""
    start_year, start_month = year + (first - 1) // 12, (first - 1) % 12 + 1
    end_year, end_month = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    if end_year > dt.MAXYEAR:  # the winter of 9999
        return dt.date(start_year, start_month, 1), dt.date.max
    last = _month_days(end_year, end_month)
    return dt.date(start_year, start_month, 1), dt.date(end_year, end_month, last)


def _years(first: int, count: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of `count` years; the calendar begins with year 1."""
    return dt.date(max(first, 1), 1, 1), dt.date(first + count - 1, 12, 31)


def _third(time: _Time, bounds: tuple[dt.date, dt.date], part: str) -> tuple[dt.date, dt.date]:
    """Return the bounds of a third: of days in a month, of months in a year, of years beyond.

    Editorial bounds, made for sorting: a month is cut after its 10th and 20th day, and
    ten years after the third and the seventh.
    """
    first, last = bounds
    index = _THIRD[part]
    if time.precision is Precision.MONTH:
        last_day = (10, 20, last.day)[index]
        return first.replace(day=1 + 10 * index), last.replace(day=last_day)
    if time.precision in (Precision.DECADE, Precision.CENTURY):
        years = 10 if time.precision is Precision.DECADE else 100
        offset, count = _cut(years, index)
        return _years(last.year - years + 1 + offset, count)
    first_month, months = 1, 12
    if time.division:
        first_month, months = time.division.first_month, time.division.months
    offset, count = _cut(months, index)
    return _months(first.year, first_month + offset, count)


def _cut(units: int, index: int) -> tuple[int, int]:
    """Return where the third begins, and its length, in units."""
    start, end = round(units * index / 3), round(units * (index + 1) / 3)
    return start, end - start


def _check_part(
    text: str, part: str, precision: Precision, unspecified: frozenset[Component]
) -> None:
    if part not in PARTS:
        raise NotADateError("E404.no-such-part", text, part=part, parts=PARTS)
    if precision is Precision.DAY:
        raise NotADateError("E404.day", text, part=part, right=text.rpartition("-")[0])
    if unspecified - {Component.YEAR}:
        raise NotADateError("E404.unspecified", text, right=text[: text.index("-X")])


def _unspecified(
    text: str, years: str, months: str | None, days: str | None
) -> frozenset[Component]:
    """Return what stands as X, once it is clear that it stands where it may."""
    long_time = "X" in years and years != "XXXX"
    if years == "XXXX" and months in (None, "XX"):
        raise NotADateError("E405.nothing", text)
    if (long_time and months) or (years == "XXXX" and months and int(months) > 12):
        raise NotADateError("E405.place", text)
    if months == "XX" and days not in (None, "XX"):
        raise NotADateError("E405.no-month", text, right=f"{years}-XX", whole=f"{years}-06-{days}")
    return frozenset(
        component
        for component, digits, unknown in (
            (Component.YEAR, years, "XXXX"),
            (Component.MONTH, months, "XX"),
            (Component.DAY, days, "XX"),
        )
        if digits == unknown
    )


def _certainty(
    text: str, match: re.Match[str], unspecified: frozenset[Component]
) -> tuple[frozenset[Component], frozenset[Component]]:
    """Return what is approximate and what is uncertain.

    A sign left of a component is about that component only; right of it, about it and
    all that stands before it.
    """
    approximate: set[Component] = set()
    uncertain: set[Component] = set()
    seen: list[Component] = []
    for component, group in zip(Component, (1, 4, 7), strict=True):
        left, digits, right = match.group(group, group + 1, group + 2)
        if digits is None:
            break
        if component in unspecified:
            if left:
                raise NotADateError("E405.sign", text, sign=left, right=_at_end(text, left))
        else:
            seen.append(component)
        for sign, about in ((left, [component]), (right, seen)):
            if sign:
                is_approximate, is_uncertain = _SIGNS[sign]
                approximate.update(about if is_approximate else ())
                uncertain.update(about if is_uncertain else ())
    return frozenset(approximate), frozenset(uncertain)


def _at_end(text: str, sign: str) -> str:
    """Put the last sign of this kind at the end of a date."""
    before, _, after = text.rpartition(sign)
    return f"{before}{after}{sign}"


def _html_datetime(point: Point) -> str | None:
    """Return the date as HTML's `datetime` writes it, where that says neither more nor less."""
    if point.part or point.year is None:
        return None
    qualified = point.approximate | point.uncertain
    if qualified and qualified != point.components:
        return None
    match point.precision:
        case Precision.YEAR:
            return f"{point.year:04}"
        case Precision.MONTH:
            return f"{point.year:04}-{point.number:02}"
        case Precision.DAY:
            return f"{point.year:04}-{point.number:02}-{point.day:02}"
        case _:
            return None


# Intervals.


def _interval(text: str, part: str | Sequence[str | None] | None) -> Date:
    """Read `a/b`, where either end may be `..` (open) or nothing (unknown)."""
    ends = text.split("/")
    if len(ends) != 2:
        raise NotADateError(NOT_EDTF, text)
    parts = _pair(text, part)
    start, end = (
        _end(text, name, one, its_part)
        for name, one, its_part in zip(("start", "end"), ends, parts, strict=True)
    )
    _check_order(text, start, end)
    points = [point for point in (start, end) if isinstance(point, Point)]
    return Date(
        text,
        parts if any(parts) else None,
        Span(start, end),
        Precision.INTERVAL,
        start.earliest if isinstance(start, Point) else None,
        end.latest if isinstance(end, Point) else None,
        any(point.approximate for point in points),
        any(point.uncertain for point in points),
        None,
    )


def _pair(text: str, part: str | Sequence[str | None] | None) -> tuple[str | None, str | None]:
    if part is None:
        return None, None
    if isinstance(part, str) or len(part) != 2:
        raise NotADateError("E404.two-parts", text, part=part)
    return part[0], part[1]


def _end(text: str, name: str, one: str, part: str | None) -> Point | Edge:
    """Read one end of an interval."""
    if one in ("", ".."):
        edge = Edge.OPEN if one else Edge.UNKNOWN
        if part:
            right = (None, "end") if name == "start" else ("start", None)
            raise NotADateError("E404.no-date", text, part=part, edge=f"{edge}-{name}", right=right)
        return edge
    point = _point(one, part)
    if point.year is None:
        raise NotADateError(
            "E406.no-year", text, end=f"no-{name}", right=one.replace("XXXX", "2024")
        )
    return point


def _check_order(text: str, start: Point | Edge, end: Point | Edge) -> None:
    """Refuse an interval that says nothing, is reversed, or ends inside its own beginning."""
    if isinstance(start, Edge) and isinstance(end, Edge):
        raise NotADateError("E406.nothing", text)
    if isinstance(start, Edge) or isinstance(end, Edge) or start == end:
        return
    (starts, _), (ends_from, ends) = _bounds(start), _bounds(end)
    if ends < starts:
        raise _reversed(text)
    if ends_from <= starts:
        exact = f"{ends}"[: 10 if start.precision is Precision.DAY else 7]
        raise NotADateError("E406.overlap", text, right=f"{text.partition('/')[0]}/{exact}")


def _reversed(text: str) -> NotADateError:
    """Say that an interval ends before it starts; or its parts do, where its ends are the same."""
    first, last = text.split("/")
    if first == last:
        return NotADateError("E406.reversed-parts", text)
    return NotADateError("E406.reversed", text, right=f"{last}/{first}")


# Sets.


def _set(text: str, part: str | Sequence[str | None] | None) -> Date:
    """Read `{a,b}` (every one) or `[a,b]` (one of them); `a..b` may stand in either."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing:
        raise NotADateError("E407.closing", text, closing=closing, right=f"{text}{closing}")
    if part is not None:
        raise NotADateError("E404.set", text)
    names = text[1:-1].split(",")
    members = tuple(
        _member(text, name, is_first=i == 0, is_last=i == len(names) - 1)
        for i, name in enumerate(names)
    )
    if len(set(names)) != len(names):
        once = f"{text[0]}{','.join(dict.fromkeys(names))}{closing}"
        raise NotADateError("E407.twice", text, right=once)
    no_start = isinstance(members[0], Span) and members[0].start is Edge.OPEN
    no_end = isinstance(members[-1], Span) and members[-1].end is Edge.OPEN
    if no_start and no_end:
        raise NotADateError("E407.open", text)
    choice = Choice(text[0] == "{", members)
    points = tuple(_points(choice))
    return Date(
        text,
        None,
        choice,
        Precision.SET,
        None if no_start else min(_bounds(point) for point in points)[0],
        None if no_end else max(_bounds(point)[1] for point in points),
        any(point.approximate for point in points),
        any(point.uncertain for point in points),
        None,
    )


def _member(text: str, name: str, *, is_first: bool, is_last: bool) -> Point | Span:
    """Read one member of a set; only the first may be `..a`, only the last `a..`."""
    if not name:
        raise NotADateError("E407.gap", text)
    start, dots, end = name.partition("..")
    if not dots:
        return _in_set(text, name)
    if not (start or end) or (not start and not is_first) or (not end and not is_last):
        raise NotADateError("E407.dots", text)
    span = Span(
        _in_range(text, start) if start else Edge.OPEN,
        _in_range(text, end) if end else Edge.OPEN,
    )
    if isinstance(span.start, Point) and isinstance(span.end, Point):
        _check_range(text, name, span.start, span.end)
    return span


def _check_range(text: str, name: str, start: Point, end: Point) -> None:
    if start.precision is not end.precision:
        raise NotADateError("E407.unlike", text, first=start.precision, second=end.precision)
    if _bounds(end) <= _bounds(start):
        right = "..".join(dict.fromkeys(reversed(name.split(".."))))
        raise NotADateError("E407.backwards", text, range=name, right=right)


def _in_set(text: str, name: str) -> Point:
    point = _point(name)
    if point.year is None:
        right = name.replace("XXXX", "2024")
        raise NotADateError("E407.no-year", text, date=name, right=right)
    return point


def _in_range(text: str, name: str) -> Point:
    point = _in_set(text, name)
    plain = not (point.approximate or point.uncertain or point.unspecified)
    if not plain or point.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        raise NotADateError("E407.marked", text, date=name)
    return point


def _bounds(point: Point) -> tuple[dt.date, dt.date]:
    """Return the first and last day; where the year is unknown, as far away as can be."""
    return point.earliest or dt.date.min, point.latest or dt.date.max


def _points(what: Point | Span | Choice | Edge) -> Iterator[Point]:
    """Yield the points that a date is made of."""
    match what:
        case Point():
            yield what
        case Span():
            yield from _points(what.start)
            yield from _points(what.end)
        case Choice():
            for member in what.members:
                yield from _points(member)
