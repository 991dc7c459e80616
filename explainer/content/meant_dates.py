"""What a text that is no date was most likely meant to be: other orders, digits, signs, and words.

A slip is told with the dates that can have been meant, and these are always dates: of 19/6/2024 it
is 2024-06-19, of 3/4/2024 either of two days, of 31/6/2024 none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from explainer import dates
from explainer.arabic.date_words import MONTH_NAMES
from explainer.arabic.fold import fold


class DateSlip(NamedTuple):
    """What an editor did: the name of its words, and what was meant; nothing where none can say."""

    code: str
    meant: tuple[str, ...]


def slip_of(text: str) -> DateSlip | None:
    """Tell what is wrong with a text that is no date; None where no shape is known."""
    bare = _without_marks(text)
    if bare != text and _is_date(bare):
        return DateSlip(_code_of_marks(text, bare), (bare,))
    return _single(bare) or _interval(bare) or _slip_of_range(bare)


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except dates.NotADateError:
        return False
    return True


_AROUND = "\"'‘’“”«»`"


def _without_marks(text: str) -> str:
    """Take off quotation marks around a text and spaces, and write its digits as 0-9."""
    digits = "".join(str(unicodedata.decimal(each, each)) for each in text)
    return re.sub(" ?/ ?", "/", " ".join(digits.strip().strip(_AROUND).split()))


def _code_of_marks(text: str, bare: str) -> str:
    if len(text) == len(bare):
        return "E401.digits"
    return "E401.marks" if text.strip().strip(_AROUND) != text.strip() else "E401.space"


# One date.

_MONTHS_IN_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NUMBERS = {
    **{name[:3]: number for number, name in enumerate(_MONTHS_IN_ENGLISH, 1)},
    **{name: number for number, name in enumerate(_MONTHS_IN_ENGLISH, 1)},
    **{
        fold(name): number for names in MONTH_NAMES.values() for number, name in enumerate(names, 1)
    },
}
"""A month's name, folded -> its number."""
_NAME = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_WORDS = re.compile(
    rf"(?:{_DAY} (?:من |of )?)?({_NAME})\.?(?: {_DAY})?,? (?:عام |سنه |العام )?(\d{{4}})(?: ?م)?"
)
_HIJRI = re.compile(
    r"(?=.*\d).*(?:\d ?ه$|هجري|محرم|صفر|ربيع ال|جمادي|رجب|شعبان|رمضان|شوال|ذو ال|ذي ال).*"
)


def _single(text: str) -> DateSlip | None:
    """Know one date by its shape."""
    for code, shape, read in _SHAPES:
        if found := shape.fullmatch(text):
            dates_meant = filter(_is_date, dict.fromkeys(read(*found.groups())))
            return DateSlip(code, tuple(dates_meant)[:2])
    folded = fold(text)
    if found := _WORDS.fullmatch(folded):
        day, month, day_after, year = found.groups()
        meant = next(_ymd(year, _NUMBERS[month], day or day_after))
        return DateSlip("E401.words", (meant,) if _is_date(meant) else ())
    return DateSlip("E401.hijri", ()) if _HIJRI.fullmatch(folded) else None


def _ymd(year: str, month: str | int, day: str | None = None) -> Iterator[str]:
    """Write a date as EDTF does; it may be none."""
    yield f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _dmy(day: str, month: str, year: str) -> Iterator[str]:
    """Take the day first, as most do, or the month."""
    yield from _ymd(year, month, day)
    yield from _ymd(year, day, month)


def _short_year(first: str, second: str, third: str) -> Iterator[str]:
    """Take the year first, or the day; nobody means a year with its last two digits by a day."""
    yield from _ymd(f"20{first}", second, third) if len(first) == 2 else ()
    yield from _ymd(f"20{third}", second, first) if len(third) == 2 else ()


def _month_year(month: str, year: str) -> Iterator[str]:
    yield from _ymd(year, month)


def _day_alone(day: str) -> Iterator[str]:
    yield day


_SHAPES: tuple[tuple[str, re.Pattern[str], Callable[..., Iterator[str]]], ...] = tuple(
    (code, re.compile(shape, re.ASCII), read)
    for code, shape, read in (
        ("E401.time", r"(\d{4}-\d\d-\d\d)(?:T.*| \d{1,2}:\d\d.*)", _day_alone),
        ("E401.year-last", r"(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{4})", _dmy),
        ("E401.year-last", r"(\d{1,2}) ?[-./ ] ?(\d{4})", _month_year),
        ("E401.hyphens", r"(\d{4}) ?[/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})", _ymd),
        ("E401.hyphens", r"(\d{4})[–—](\d\d?)[–—](\d\d?)", _ymd),
        ("E401.hyphens", r"(\d{4})[/. –—](\d{1,2})", _ymd),
        ("E401.hyphens", r"((?:1[89]|20)\d\d)(\d\d)(\d\d)", _ymd),
        ("E401.two-digits", r"(\d{4})-(\d)", _ymd),
        ("E401.two-digits", r"(\d{4})-(?:(?=\d-)|(?=\d\d-\d$))(\d\d?)-(\d\d?)", _ymd),
        ("E401.short-year", r"(\d{1,2})[-./](\d{1,2})[-./](\d{1,2})", _short_year),
    )
)
"""How a date is often typed: the name of the words, the shape, and what it can mean."""


# An interval.

_BETWEEN = re.compile(r"(?:من |from )?(.+?)(?: ?[–—] ?| - | (?:إلى|الى|حتى|to|until) )(.+)")
_SLASH = re.compile(r"([^/]+)/([^/]+)")


def _interval(text: str) -> DateSlip | None:
    """Know two dates with something between them, where either can have been meant as one."""
    for code, between in (("E401.slash", _BETWEEN), ("E401.ends", _SLASH)):
        found = between.fullmatch(text)
        meant = "/".join(map(_end, found.groups())) if found else ""
        if _is_date(meant):
            return DateSlip(code, (meant,))
    return None


def _end(text: str) -> str:
    """Write one end as it was meant, where that is plain."""
    slip = None if _is_date(text) else _single(text)
    return slip.meant[0] if slip and len(slip.meant) == 1 else text


_OUTSIDE = re.compile(r"(-|Y-?|\+)\d{4}.*|\d{5,}.*", re.ASCII)
_DIGITS_AND_X = re.compile(r"[\dX-]*X[\dX-]*", re.ASCII)


def _slip_of_range(text: str) -> DateSlip | None:
    if _OUTSIDE.fullmatch(text):
        return DateSlip("E403.year", ())
    return DateSlip("E405.place", ()) if _DIGITS_AND_X.fullmatch(text) else None
