"""Dates in Arabic words: as a label, inside a sentence, and short."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from explainer.arabic.joining import join
from explainer.arabic.style import HOUSE, MonthNames, Style
from explainer.dates import Choice, Component, Date, Edge, Hemisphere, Point, Precision, Span

# Names.

_LEVANTINE: Final = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
    *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)
_EGYPTIAN: Final = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
MONTH_NAMES: Final[Mapping[MonthNames, Sequence[str]]] = {
    "dual": tuple(f"{a}/{b}" for a, b in zip(_LEVANTINE, _EGYPTIAN, strict=True)),
    "levantine": _LEVANTINE,
    "egyptian": _EGYPTIAN,
    "maghreb": (
        *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
        *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
    ),
    "algerian": (
        *("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان"),
        *("جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
}
"""January first."""

WEEKDAYS: Final = ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
"""Monday first, as `datetime.date.weekday` counts."""

PART_WORDS: Final[Mapping[str, str]] = {
    "start": "بداية",
    "early": "مطلع",
    "mid": "منتصف",
    "late": "أواخر",
    "end": "نهاية",
}

_SEASONS: Final = ("ربيع", "صيف", "خريف", "شتاء")
_HEMISPHERES: Final[Mapping[Hemisphere | None, str]] = {
    None: "",
    Hemisphere.NORTH: " في نصف الكرة الشمالي",
    Hemisphere.SOUTH: " في نصف الكرة الجنوبي",
}
_DIVISION_WORDS: Final[Mapping[Precision, str]] = {
    Precision.QUARTER: "الربع",
    Precision.THIRD: "الثلث",
    Precision.HALF: "النصف",
}
_ORDINALS: Final = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس"),
    *("السادس", "السابع", "الثامن", "التاسع", "العاشر"),
)
_TENS: Final = ("العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع")
"""From twenty; ون or ين is added by case."""
_DECADES: Final = (
    *("عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات"),
    *("ستينيات", "سبعينيات", "ثمانينيات", "تسعينيات"),
)
"""From the twenties: the first two decades of a century have no such word."""

_PLURALS: Final[Mapping[Precision, str]] = {
    Precision.DAY: "الأيام",
    Precision.MONTH: "الأشهر",
    Precision.YEAR: "الأعوام",
}

_DASH: Final = "\N{EN DASH}"

# What callers ask for.


@dataclass(frozen=True, slots=True)
class _Manner:
    """How one call wants its words."""

    style: Style
    prose: bool = False
    omit_year: bool = False
    weekday: bool = False


def label(
    date: Date, style: Style = HOUSE, *, omit_year: bool = False, weekday: bool = False
) -> str:
    """Return the date standing alone, in the nominative: for cards, tables, headings.

    `omit_year` drops the year after a month, where the whole date lies in one year;
    `weekday` names the day of the week, where one sure day is meant.
    """
    manner = _manner(date, style, omit_year=omit_year, weekday=weekday)
    return style.digits_in(_label(date.what, manner))


def prose(
    date: Date, style: Style = HOUSE, *, omit_year: bool = False, weekday: bool = False
) -> str:
    """Return the date as an adverb, with its preposition: for the middle of a sentence.

    Options as in `label`.
    """
    manner = _manner(date, style, omit_year=omit_year, weekday=weekday)
    return style.digits_in(_prose(date.what, replace(manner, prose=True)))


def compact(date: Date, style: Style = HOUSE, *, omit_year: bool = False) -> str:
    """Return the shortest form: an exact interval with an en dash, anything else as `label`."""
    manner = _manner(date, style, omit_year=omit_year)
    match date.what:
        case Span(Point() as start, Point() as end) if _is_exact(start) and _is_exact(end):
            return style.digits_in(_dashed(start, end, manner))
        case what:
            return style.digits_in(_label(what, manner))


def _is_exact(point: Point) -> bool:
    return not (point.approximate or _note(point))


def month_label(year: int | None, month: int, style: Style = HOUSE) -> str:
    """Return a month (1–12) for a heading: تموز/يوليو 2025; without the year if it is None."""
    name = MONTH_NAMES[style.months][month - 1]
    return name if year is None else f"{name} {year_label(year, style)}"


def year_label(year: int, style: Style = HOUSE) -> str:
    """Return a year for a heading; a year takes no thousands comma."""
    return style.digits_in(str(year))


def _manner(date: Date, style: Style, *, omit_year: bool, weekday: bool = False) -> _Manner:
    one_year = omit_year and len({point.year for point in date.points}) == 1
    return _Manner(style, omit_year=one_year, weekday=weekday)


def _label(what: Point | Span | Choice, manner: _Manner) -> str:
    match what:
        case Point():
            return _point_label(what, manner)
        case Span():
            return _span_label(what, manner)
        case Choice():
            return _choice_label(what, manner)


def _prose(what: Point | Span | Choice, manner: _Manner) -> str:
    match what:
        case Point():
            return _point_prose(what, manner)
        case Span():
            return _span_prose(what, manner)
        case Choice():
            return _choice_prose(what, manner)


# One point.


def _point_label(point: Point, manner: _Manner) -> str:
    return _phrase(point, _weekday_and_words(point, manner)) + _remark(point, manner)


def _point_prose(point: Point, manner: _Manner, *, alone: bool = True) -> str:
    """Word a point with its preposition; `alone` says that it is the whole date."""
    words = _weekday_and_words(point, manner)
    bare = not (point.approximate or point.uncertain or point.unspecified - {Component.YEAR})
    if alone and bare and point.day == 1 and not _shows_weekday(point, manner):
        words = (f"{_ORDINALS[0]} من", *words[1:])
    text = _phrase(point, words)
    if not point.approximate and not _shows_weekday(point, manner):
        text = f"في {text}"
    return text + _remark(point, manner)


def _weekday_and_words(point: Point, manner: _Manner) -> tuple[str, ...]:
    words = _words(point, manner, genitive=manner.prose or bool(point.approximate))
    if point.earliest and _shows_weekday(point, manner):
        return (WEEKDAYS[point.earliest.weekday()], *words)
    return words


def _shows_weekday(point: Point, manner: _Manner) -> bool:
    sure = not (point.approximate or point.uncertain)
    return manner.weekday and sure and point.day is not None and point.year is not None


def _phrase(point: Point, words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"نحو {text}" if point.approximate else text


def _words(point: Point, manner: _Manner, *, genitive: bool) -> tuple[str, ...]:
    """Return the date in pieces, the year last, so that neighbours can share an ending."""
    if point.part:
        return (PART_WORDS[point.part], *_whole(point, manner, genitive=True))
    return _whole(point, manner, genitive=genitive)


def _whole(point: Point, manner: _Manner, *, genitive: bool) -> tuple[str, ...]:
    """Return the pieces of a point, its part left aside."""
    match point.precision:
        case Precision.DAY | Precision.MONTH:
            day = () if point.day is None else (str(point.day),)
            year = () if point.year is None or manner.omit_year else (str(point.year),)
            return (*day, MONTH_NAMES[manner.style.months][point.number - 1], *year)
        case Precision.SEASON:
            hemisphere = _HEMISPHERES[point.hemisphere]
            return _SEASONS[point.number - 1], _year(point, manner) + hemisphere
        case Precision.YEAR:
            return (_year(point, manner),)
        case Precision.DECADE if point.year is not None:
            return _decade(point.year)
        case Precision.CENTURY if point.year is not None:
            return (_century(point.year, genitive=genitive),)
        case _:
            division = f"{_DIVISION_WORDS[point.precision]} {_ORDINALS[point.number - 1]}"
            return division, f"من {_year(point, manner)}"


def _year(point: Point, manner: _Manner) -> str:
    """Return a year that no month stands before: with العام in prose."""
    return f"العام {point.year}" if manner.prose else str(point.year)


def _decade(year: int) -> tuple[str, ...]:
    century = _century(year, genitive=True)
    decade = year // 10 % 10
    if decade < 2:
        return f"العقد {_ORDINALS[decade]}", f"من {century}"
    return _DECADES[decade - 2], century


def _century(year: int, *, genitive: bool) -> str:
    return f"القرن {_ordinal(year // 100 + 1, genitive=genitive)}"


def _ordinal(number: int, *, genitive: bool) -> str:
    """Return 1–100 as a definite masculine ordinal; case shows from twenty on."""
    if number == 100:
        return "المئة"
    if number <= 10:
        return _ORDINALS[number - 1]
    tens, units = divmod(number, 10)
    unit = "الحادي" if units == 1 else _ORDINALS[units - 1]
    if tens == 1:
        return f"{unit} عشر"
    ten = _TENS[tens - 2] + ("ين" if genitive else "ون")
    return join([unit, ten]) if units else ten


# What is not sure, or not said.


def _remark(point: Point, manner: _Manner) -> str:
    """Return what follows a point: a note in brackets, or on what likelihood."""
    if manner.prose:
        return _LIKELY if point.uncertain else ""
    note = _note(point)
    return f" ({note})" if note else ""


_LIKELY: Final = " على الأرجح"
_UNSURE: Final = "تاريخ غير مؤكد"
_UNSURE_INTERVAL: Final = " (فترة غير مؤكدة)"


def _note(point: Point) -> str:
    """Say what is unspecified and what is uncertain."""
    notes = []
    if point.year is None:
        notes.append("السنة غير معروفة")
    if missing := point.unspecified - {Component.YEAR}:
        notes.append(_predicate(point, missing, "محدد"))
    if point.wholly_uncertain:
        notes.append(_UNSURE)
    elif point.uncertain:
        notes.append(_predicate(point, point.uncertain, "مؤكد"))
    return "، ".join(notes)


def _predicate(point: Point, components: frozenset[Component], adjective: str) -> str:
    """Say that components are not so: اليوم غير مؤكد، السنة غير مؤكدة، اليوم والشهر غير مؤكدين."""
    names = {
        Component.DAY: "اليوم",
        Component.MONTH: "الفصل"
        if point.precision is Precision.SEASON
        else _DIVISION_WORDS.get(point.precision, "الشهر"),
        Component.YEAR: "السنة",
    }
    named = [name for component, name in names.items() if component in components]
    ending = "ين" if len(named) > 1 else "ة" if Component.YEAR in components else ""
    return f"{join(named)} غير {adjective}{ending}"


# Intervals.


def _span_label(span: Span, manner: _Manner) -> str:
    match span.start, span.end:
        case ((Point() as start), (Point() as end)) if start == end:
            return _point_label(start, manner)
        case ((Point() as start), (Point() as end)):
            first, second, note = _two_ends(start, end, manner)
            if _are_neighbours(start, end):
                return join([first, second]) + note
            return f"من {first} إلى {second}{note}"
        case start, end:
            return _one_end(start, end, manner)


def _span_prose(span: Span, manner: _Manner) -> str:
    match span.start, span.end:
        case ((Point() as start), (Point() as end)) if start == end:
            return _point_prose(start, manner)
        case ((Point() as start), (Point() as end)):
            first, second, note = _two_ends(start, end, manner)
            if _are_neighbours(start, end):
                return f"في {join([first, second])}{note}"
            if _are_plain_years([start, end]) and bool(start.uncertain) == bool(end.uncertain):
                first, second = f"عامي {start.year}", str(end.year)
            return f"بين {join([first, second])}{note}"
        case start, end:
            return _one_end(start, end, manner)


def _dashed(start: Point, end: Point, manner: _Manner) -> str:
    """Word an interval with a dash: close between two numbers of a kind, else spaced."""
    if start == end:
        return _point_label(start, manner)
    first, second, _ = _two_ends(start, end, manner, genitive=False)
    numbers = start.precision is end.precision and first.isdigit() and second[0].isdigit()
    return f"{first}{_DASH if numbers else f' {_DASH} '}{second}"


def _one_end(start: Point | Edge, end: Point | Edge, manner: _Manner) -> str:
    """Word an interval that has a date at one end only; label and prose differ in العام."""
    match start, end:
        case Point(), Edge.OPEN:
            return f"منذ {_end(start, manner)}"
        case Point(), _:
            return f"من {_end(start, manner)} إلى تاريخ غير معروف"
        case Edge.OPEN, Point():
            return f"حتى {_end(end, manner)}"
        case _, Point():
            return f"من تاريخ غير معروف إلى {_end(end, manner)}"
        case _:
            raise AssertionError("an interval has a date")


def _end(point: Point, manner: _Manner) -> str:
    return _phrase(point, _words(point, manner, genitive=True)) + _remark(point, manner)


def _two_ends(
    start: Point, end: Point, manner: _Manner, *, genitive: bool = True
) -> tuple[str, str, str]:
    """Return both ends, what they share written once, and the note that is about both."""
    remarks = _remark(start, manner), _remark(end, manner)
    note = ""
    if remarks[0] == remarks[1] == f" ({_UNSURE})":
        note, remarks = _UNSURE_INTERVAL, ("", "")
    elif remarks[0] == remarks[1] == _LIKELY:
        note, remarks = _LIKELY, ("", "")
    first = _words(start, manner, genitive=genitive or bool(start.approximate))
    second = _words(end, manner, genitive=genitive or bool(end.approximate))
    if remarks == ("", ""):
        first = _without_shared(start, first, end, second, manner)
    return _phrase(start, first) + remarks[0], _phrase(end, second) + remarks[1], note


def _without_shared(
    start: Point, first: tuple[str, ...], end: Point, second: tuple[str, ...], manner: _Manner
) -> tuple[str, ...]:
    """Return the first words less the ending that the second repeat.

    Points of one kind may share all but their first word (11 إلى 13 تموز/يوليو). Of two
    kinds, only a month may lean on the other's year: من ربيع إلى ديسمبر 2024 says nothing.
    """
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared :] == second[-1 - shared :]:
        shared += 1
    if (start.precision, bool(start.part)) != (end.precision, bool(end.part)):
        has_month = start.precision in (Precision.DAY, Precision.MONTH)
        shared = min(shared, 1) if has_month and not manner.omit_year else 0
    return first[: len(first) - shared]


def _are_neighbours(start: Point, end: Point) -> bool:
    """Return whether two days follow each other, so that nothing lies between them."""
    if start.precision is not Precision.DAY or end.precision is not Precision.DAY:
        return False
    if start.approximate or end.approximate or not (start.earliest and end.earliest):
        return False
    return end.earliest - start.earliest == dt.timedelta(days=1)


def _are_plain_years(points: Sequence[Point]) -> bool:
    return all(
        point.precision is Precision.YEAR and not point.part and not point.approximate
        for point in points
    )


# Sets.


def _choice_label(choice: Choice, manner: _Manner) -> str:
    points = _plain_points(choice)
    if points and not any(_note(point) for point in points):
        return _listed(choice, _shared_list(points, manner))
    return _listed(choice, [_member_label(choice, member, manner) for member in choice.members])


def _choice_prose(choice: Choice, manner: _Manner) -> str:
    points = _plain_points(choice)
    if not points or len(points) == 1:
        return _listed(choice, [_member_prose(choice, one, manner) for one in choice.members])
    if not _are_plain_years(points):
        return f"في {_listed(choice, _shared_list(points, manner))}"
    years = _listed(choice, [str(point.year) for point in points])
    if not choice.every:
        return f"في العام {years}"
    return f"في عامي {years}" if len(points) == 2 else f"في الأعوام {years}"


def _plain_points(choice: Choice) -> list[Point]:
    """Return the members, if each is one sure point; else nothing."""
    points = [member for member in choice.members if isinstance(member, Point)]
    sure = not any(point.approximate or point.uncertain for point in points)
    return points if sure and len(points) == len(choice.members) else []


def _listed(choice: Choice, items: Sequence[str]) -> str:
    return join(items) if choice.every else " أو ".join(items)


def _shared_list(points: Sequence[Point], manner: _Manner) -> list[str]:
    """Return the points worded, each without the ending that the next repeats."""
    words = [_words(point, manner, genitive=manner.prose) for point in points]
    for i, point in enumerate(points[:-1]):
        words[i] = _without_shared(point, words[i], points[i + 1], words[i + 1], manner)
    return [" ".join(word) for word in words]


def _member_label(choice: Choice, member: Point | Span, manner: _Manner) -> str:
    if isinstance(member, Span):
        return _range(choice, member, manner)
    return _point_label(member, manner)


def _member_prose(choice: Choice, member: Point | Span, manner: _Manner) -> str:
    if isinstance(member, Span):
        return f"في {_range(choice, member, manner)}"
    return _point_prose(member, manner, alone=len(choice.members) == 1)


def _range(choice: Choice, span: Span, manner: _Manner) -> str:
    """Word `a..b` in a set: أحد الأيام بين…, كل الأيام من…, or what lies before or after."""
    bare = replace(manner, prose=False)
    match span.start, span.end:
        case ((Point() as start), (Point() as end)):
            first, second, _ = _two_ends(start, end, bare)
            if choice.every:
                return f"كل {_PLURALS[start.precision]} من {first} إلى {second}"
            return f"أحد {_PLURALS[start.precision]} بين {join([first, second])}"
        case ((Point() as start), _):
            return _open_range(choice, start, manner, "منذ", "بعده")
        case _, (Point() as end):
            return _open_range(choice, end, manner, "حتى", "قبله")
        case _:
            raise AssertionError("a range has a date")


def _open_range(
    choice: Choice, point: Point, manner: _Manner, preposition: str, or_beyond: str
) -> str:
    words = " ".join(_words(point, manner, genitive=True))
    if choice.every:
        return f"كل {_PLURALS[point.precision]} {preposition} {words}"
    return f"{words} أو {or_beyond}"
