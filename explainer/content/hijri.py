"""A day of the Hijri calendar, as the Umm al-Qura calendar counts it in the Gregorian one.

Other countries and older sources may count a day more or less: what it gives is to be asked about,
never to be claimed.
"""

from __future__ import annotations

import re
from datetime import timedelta

from hijridate import Hijri

from explainer.arabic.fold import fold

HIJRI_YEARS = range(1343, 1461)
"""From the first year that the Umm al-Qura calendar is known for (1924) to one not far ahead."""

_MONTHS = (
    ("محرم",),
    ("صفر",),
    ("ربيع الاول", "ربيع اول", "ربيع 1"),
    ("ربيع الاخر", "ربيع الثاني", "ربيع ثان", "ربيع 2"),
    ("جمادي الاولي", "جمادي الاول", "جمادي 1"),
    ("جمادي الاخره", "جمادي الثانيه", "جمادي الاخر", "جمادي 2"),
    ("رجب",),
    ("شعبان",),
    ("رمضان",),
    ("شوال",),
    ("ذو القعده", "ذي القعده", "ذوالقعده"),
    ("ذو الحجه", "ذي الحجه", "ذوالحجه"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_END = r"(?: ?ه(?:ـ|جريا?|جريه)?)?"
_WORDS = re.compile(rf"(?:(\d{{1,2}}) (?:من )?(?:شهر )?)?({_NAME}),? (?:عام |سنه )?(\d{{4}}){_END}")
_FIGURES = re.compile(rf"(\d{{4}})[-/. ](\d{{1,2}})(?:[-/. ](\d{{1,2}}))?{_END}", re.ASCII)
_YEAR_LAST = re.compile(rf"(?:(\d{{1,2}})[-/. ])?(\d{{1,2}})[-/. ](\d{{4}}){_END}", re.ASCII)
_YEAR = re.compile(r"(?:عام |سنه )?(\d{4}) ?ه(?:ـ|جريا?|جريه)?")


def gregorian_of(text: str) -> str | None:
    """Give in EDTF the day, or the days, of a text that is a Hijri date.

    Empty where it is one that the calendar does not know; None where it is none.
    """
    folded = " ".join(fold(text).split())
    if found := _WORDS.fullmatch(folded):
        return _days(found[3], _NUMBERS[found[2]], found[1])
    if found := _FIGURES.fullmatch(folded):
        return _days(*found.groups())
    if found := _YEAR_LAST.fullmatch(folded):
        return _days(found[3], found[2], found[1])
    found = _YEAR.fullmatch(folded)
    return _days(found[1]) if found else None


def _days(year: str, month: str | int | None = None, day: str | None = None) -> str | None:
    if int(year) not in HIJRI_YEARS:
        return None
    try:
        first = Hijri(int(year), int(month or 1), int(day or 1)).to_gregorian()
        if day:
            return first.isoformat()
        after = (int(year), int(month) + 1) if month and int(month) < 12 else (int(year) + 1, 1)
        last = Hijri(*after, 1).to_gregorian() - timedelta(1)
    except (ValueError, OverflowError):
        return ""
    return f"{first.isoformat()}/{last.isoformat()}"
