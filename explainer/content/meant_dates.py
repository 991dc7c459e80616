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
from explainer.content.hijri import gregorian_of


class DateSlip(NamedTuple):
    """What an editor did: the name of its words, and what was meant; nothing where none can say."""

    code: str
    meant: tuple[str, ...]
    part: str = ""
    """The part of the date that was meant: early, late."""

    @property
    def certain(self) -> str | None:
        """The one date that was meant, where nothing is lost by writing it so."""
        is_plain = self.code in CERTAIN and len(self.meant) == 1 and not self.part
        return self.meant[0] if is_plain else None


CERTAIN = {
    "E401.space", "E401.marks", "E401.digits", "E401.year-last", "E401.hyphens",
    "E401.two-digits", "E401.words", "E401.slash", "E401.ends",
}  # fmt: skip
"""Slips of which `check --fix` writes what was meant, where that is one date."""


def slip_of(text: str) -> DateSlip | None:
    """Tell what is wrong with a text that is no date; None where no shape is known."""
    bare = _without_marks(text)
    if bare != text and _is_date(bare):
        return DateSlip(_code_of_marks(text, bare), (bare,))
    return _single(bare) or _interval(bare) or _worded(bare) or _slip_of_range(bare)


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
    digits = re.sub(r" ?[؟?]$", "?", digits.strip())
    return re.sub(" ?/ ?", "/", " ".join(digits.strip().strip(_AROUND).split()))


def _code_of_marks(text: str, bare: str) -> str:
    if "؟" in text:
        return "E401.marks"
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
        written: number
        for names in MONTH_NAMES.values()
        for number, name in enumerate(names, 1)
        for written in (fold(name), "/".join(reversed(fold(name).split("/"))))
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


def _hijri(text: str, folded: str) -> DateSlip | None:
    day = gregorian_of(text)
    if day is None and not _HIJRI.fullmatch(folded):
        return None
    return DateSlip("E401.hijri", (day,)) if day else DateSlip("E401.hijri-unknown", ())


def _single(text: str) -> DateSlip | None:
    """Know one date by its shape."""
    folded = fold(text)
    if hijri := _hijri(text, folded):
        return hijri
    for code, shape, read in _SHAPES:
        if found := shape.fullmatch(text):
            dates_meant = filter(_is_date, dict.fromkeys(read(*found.groups())))
            return DateSlip(code, tuple(dates_meant)[:2])
    if found := _WORDS.fullmatch(folded) or _WORDS.fullmatch(re.sub(r"[-. ]+", " ", folded)):
        day, month, day_after, year = found.groups()
        meant = next(_ymd(year, _NUMBERS[month], day or day_after))
        return DateSlip("E401.words", (meant,) if _is_date(meant) else ())
    return None


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


def _year_and_number(year: str, number: str) -> Iterator[str]:
    """Take a number after a year for a month, and for the next year where it can be that."""
    yield from _ymd(year, number)
    if len(number) == 2 and int(number) == int(year[2:]) + 1:
        yield f"{year}/{year[:2]}{number}"


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
        ("E401.hyphens", r"(\d{4}) ?[/., ] ?(\d{1,2}) ?[-/., ] ?(\d{1,2})", _ymd),
        ("E401.hyphens", r"(\d{4})[–—](\d\d?)[–—](\d\d?)", _ymd),
        ("E401.hyphens", r"(\d{4})[/. –—](\d{1,2})", _year_and_number),
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


# Words around a date, or in its place.

_WEEKDAY = r"(?:يوم )?(?:الاحد|الاثنين|الثلاثا|الاربعا|الخميس|الجمعه|السبت),? (?:الموافق )?"
_WEEKDAY_IN_ENGLISH = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? "
_BARE = re.compile(
    rf"(?:{_WEEKDAY}|{_WEEKDAY_IN_ENGLISH}|في |(?:ال)?عام |سنه |year |in )?(.+?)(?: ?م)?"
)
_ABOUT = re.compile(r"(?:نحو|حوالي|قرابه|تقريبا|about|circa|ca?\.?|around) ?(.+)")
_SINCE = re.compile(r"(?:منذ|ابتدا من|since|from) (.+)")
_UNTIL = re.compile(r"(?:حتي|الي غايه|until|till) (.+)")
_DAYS = re.compile(rf"(\d{{1,2}}) ?(?:[-–—]|الي|و) ?(\d{{1,2}}) (?:من )?({_NAME}),? (\d{{4}})")
_DAYS_AFTER = re.compile(rf"({_NAME}) (\d{{1,2}}) ?[-–—] ?(\d{{1,2}}),? (\d{{4}})")
_MONTHS = re.compile(rf"(?:من |between )?({_NAME}) ?(?:[-–—]|الي|حتي|to) ?({_NAME}),? (\d{{4}})")
_PARTS = {
    "early": r"اوايل|مطلع|early",
    "start": r"بدايه|اول|beginning of|start of",
    "mid": r"منتصف|اواسط|وسط|mid",
    "late": r"اواخر|late",
    "end": r"نهايه|اخر|ختام|end of",
}
_SEASONS = {
    21: r"ربيع|spring",
    22: r"صيف|summer",
    23: r"خريف|autumn|fall",
    24: r"شتا|winter",
    33: r"الربع الاول(?: من)?|q1",
    34: r"الربع الثاني(?: من)?|q2",
    35: r"الربع الثالث(?: من)?|q3",
    36: r"الربع الرابع(?: من)?|الربع الاخير(?: من)?|q4",
}
_DECADES = {
    "عشرينيات": 192, "ثلاثينيات": 193, "اربعينيات": 194, "خمسينيات": 195,
    "ستينيات": 196, "سبعينيات": 197, "ثمانينيات": 198, "تسعينيات": 199,
}  # fmt: skip
_WITHOUT_YEAR = re.compile(rf"(?:(\d{{1,2}}) (?:من |of )?)?({_NAME})(?: (\d{{1,2}}))?")


def _worded(text: str) -> DateSlip | None:
    """Know a date with words around it, or in its place."""
    folded = fold(text)
    for read in (_of_range, _of_division, _of_part, _of_openness, _of_bare, _of_no_year):
        if slip := read(folded):
            return slip
    return None


def _words_for(meant: str) -> DateSlip | None:
    return DateSlip("E401.words", (meant,)) if _is_date(meant) else None


def _of_range(text: str) -> DateSlip | None:
    """Know days or months of one year: 18-19 يونيو 2024."""
    if found := _DAYS.fullmatch(text):
        first, last, month, year = found.groups()
    elif found := _DAYS_AFTER.fullmatch(text):
        month, first, last, year = found.groups()
    elif found := _MONTHS.fullmatch(text):
        ends = (f"{found[3]}-{_NUMBERS[name]:02}" for name in (found[1], found[2]))
        return _words_for("/".join(ends))
    else:
        return None
    days = (f"{year}-{_NUMBERS[month]:02}-{int(day):02}" for day in (first, last))
    return _words_for("/".join(days))


def _of_division(text: str) -> DateSlip | None:
    """Know a season, a quarter or a decade: صيف 2024."""
    for number, names in _SEASONS.items():
        found = re.fullmatch(rf"(?:{names}) (?:عام |سنه )?(\d{{4}})|(\d{{4}})[- ](?:{names})", text)
        if found:
            return _words_for(f"{found[1] or found[2]}-{number}")
    found = re.fullmatch(r"(\d{3})0s", text)
    name = text.removeprefix("ال").partition(" ")[0]
    decade = found[1] if found else _DECADES.get(name)
    return _words_for(f"{decade}X") if decade else None


def _of_part(text: str) -> DateSlip | None:
    """Know a part of a year or a month: أوائل يونيو 2024."""
    for part, names in _PARTS.items():
        found = re.fullmatch(rf"(?:في )?(?:{names})[- ](?:شهر |عام |سنه )?(.+)", text)
        date = _end(found[1]) if found else ""
        if _is_date(date) and len(date) < len("2024-06-19"):
            return DateSlip("E401.part", (date,), part)
    return None


def _of_openness(text: str) -> DateSlip | None:
    """Know a date with a word that says more or less than the date: نحو 2024، منذ 2024."""
    for shape, written in ((_ABOUT, "{}~"), (_SINCE, "{}/.."), (_UNTIL, "../{}")):
        if found := shape.fullmatch(text):
            return _words_for(written.format(_end(found[1])))
    return None


def _of_bare(text: str) -> DateSlip | None:
    """Know a date with a word that says nothing more: الأربعاء 19 يونيو 2024."""
    found = _BARE.fullmatch(text)
    return _words_for(_end(found[1])) if found and found[1] != text else None


def _of_no_year(text: str) -> DateSlip | None:
    found = _WITHOUT_YEAR.fullmatch(text)
    if not found:
        return None
    day = found[1] or found[3]
    return DateSlip(
        "E401.no-year", (f"{_NUMBERS[found[2]]:02}" + (f"-{int(day):02}" if day else ""),)
    )


_OUTSIDE = re.compile(r"(-|Y-?|\+)\d{4}.*|\d{5,}.*", re.ASCII)
_DIGITS_AND_X = re.compile(r"[\dX-]*X[\dX-]*", re.ASCII)


_MONTH_LAST = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?", re.ASCII)


def _slip_of_range(text: str) -> DateSlip | None:
    if found := _MONTH_LAST.fullmatch(text):
        swapped = f"{found[1]}-{found[3]}-{found[2]}"
        return DateSlip("E401.no-month", (swapped,) if found[3] and _is_date(swapped) else ())
    if _OUTSIDE.fullmatch(text):
        return DateSlip("E403.year", ())
    return DateSlip("E405.place", ()) if _DIGITS_AND_X.fullmatch(text) else None
