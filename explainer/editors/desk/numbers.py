"""Numbers with words: months by their two names, counted nouns, dates in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from explainer import dates
from explainer.arabic.counts import CountedNoun, count
from explainer.arabic.date_words import MONTH_NAMES, prose
from explainer.arabic.style import Style
from explainer.editors.desk.rule import Context, Hit, Rule, found, seen
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, NO_LETTER_BEFORE

LEVANTINE, EGYPTIAN = MONTH_NAMES["levantine"], MONTH_NAMES["egyptian"]
AMBIGUOUS = {"آذار", "آب", "مارس", "مايو", "يناير"}
"""Names that are words too, or parts of other names: they count only beside a number or such."""
_IN_A_DATE = re.compile(r"(?<!\d)\d{1,2} (?:من )?$|(?<!\w)شهر $")
_NAMED = re.compile(
    r"(?:ثورة|قوى|حركة|تحالف|جسر|مدينة|شارع|ميدان|ساحة|جامعة|مستشفى|شركة|نهر) (?:\d{1,2} )?$"
)
"""Before the name of a month that is part of another name: جسر 6 أكتوبر."""
_DATED_AFTER = re.compile(r" (?:من )?(?:العام |عام |سنة )?\d{4}| (?:الماضي|المقبل|الجاري|الحالي)")
_LONE = sorted({*LEVANTINE, *EGYPTIAN} - AMBIGUOUS)
_ANY_MONTH = "|".join(sorted({*LEVANTINE, *EGYPTIAN}, key=len, reverse=True))
_PAIR = re.compile(
    rf"{NO_LETTER_BEFORE}[وفبلك]?({_ANY_MONTH})(\s*/\s*| \(?)({_ANY_MONTH})(\)?){NO_LETTER_AFTER}"
)
_SINGLE = re.compile(rf"(?<![/ء-ي])(?P<prefix>[وفبلك]?)(?P<month>{_ANY_MONTH})(?!\s*/|{LETTER})")


@lru_cache(1)
def _without_pairs(text: str) -> str:
    """Blank out the names of months that are right, so that few are left to look at."""
    for pair in MONTH_NAMES["dual"]:
        text = text.replace(pair, "_" * len(pair))
    return text


@lru_cache(1)
def _lone_places(text: str) -> list[int]:
    return list(found(_without_pairs(text), _LONE))


def _near_slash(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    return chain(found(_without_pairs(text), "/"), _lone_places(text))


def _near_month(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    return chain(_lone_places(text), found(_without_pairs(text), AMBIGUOUS))


def _month_pairs(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find pairs whose names are of two months, stand in the wrong order, or have spaces."""
    hits = []
    for each in _PAIR.finditer(text):
        first, second = _month(each[1]), _month(each[3])
        right = MONTH_NAMES["dual"][first] if first == second else None
        end = each.end(4) if "(" in each[2] else each.end(3)
        if "/" not in each[2] and (right is None or each[1] == each[3]):
            continue
        if right is None or text[each.start(1) : end] != right:
            hits.append(Hit(each.start(1), end, right))
    return hits


def _lone_month(text: str, context: Context) -> list[Hit]:
    """Find a month with one name of its two."""
    if context.months != "dual":
        return []
    hits = []
    paired = [(hit.start, hit.end) for hit in _month_pairs(text, context)]
    for each in _SINGLE.finditer(text):
        name = each["month"]
        before = text[max(0, each.start() - 3) : each.start()].rstrip().endswith("/")
        if any(start <= each.start("month") < end for start, end in paired):
            continue
        if _NAMED.search(text, max(0, each.start() - 14), each.start()):
            continue
        if not before and (name not in AMBIGUOUS or _is_dated(text, each)):
            right = MONTH_NAMES["dual"][_month(name)]
            hits.append(Hit(each.start("month"), each.end(), right))
    return hits


def _is_dated(text: str, name: re.Match[str]) -> bool:
    """Tell by a number or a word beside it that an ambiguous name is a month's."""
    before = _IN_A_DATE.search(text, max(0, name.start() - 12), name.start())
    return bool(before or _DATED_AFTER.match(text, name.end()))


def _month(name: str) -> int:
    return (LEVANTINE if name in LEVANTINE else EGYPTIAN).index(name)


LARGE_NUMBERS = {"ألف": "آلاف", "مليون": "ملايين", "مليار": "مليارات", "تريليون": "تريليونات"}
_SINGULAR = {plural: singular for singular, plural in LARGE_NUMBERS.items()}
_LARGE = {*LARGE_NUMBERS, *_SINGULAR}


_COUNTED = re.compile(rf"(\d[\d,]*) ({LETTER}+\u064b?)")
"""A whole number; what stands after decimals is the business of `counting`."""
_COUNTS_NOTHING = re.compile(
    r"(العام|عام|القرار|الفوج|المهندسين|المادة|رقم|الرقم|الساعة|الدرجة|البند|الفقرة|الفصل|القسم|"
    r"الطراز|طراز|الصفحة|المرحلة|الجولة|الدورة|الفئة|القناة|اليوم|النسخة|الإصدار|الجدول|الشكل) $"
)
_OF_A_DATE = re.compile(rf" (?:{_ANY_MONTH})")


def _counted(text: str, context: Context) -> list[Hit]:
    """Find a number with a known noun in a form that it does not take."""
    hits = []
    for each in _COUNTED.finditer(text):
        noun = context.nouns.get(each[2])
        if noun is None and each[2] not in _LARGE:
            continue
        number = Decimal(each[1].replace(",", ""))
        if is_count(text, each, number):
            hits += _small(each, number, noun) if noun else _large(each, number)
    return hits


def is_count(text: str, each: re.Match[str], number: Decimal) -> bool:
    """Tell a number of things from a year, the end of a name, and the number that is a name."""
    return not (
        1900 <= number <= 2100
        or text[max(0, each.start() - 1) : each.start()] in set(",.-–/:")
        or _COUNTS_NOTHING.search(text, max(0, each.start() - 12), each.start())
        or (each[2] == "شهر" and _OF_A_DATE.match(text, each.end()))
    )


def _small(each: re.Match[str], number: Decimal, noun: CountedNoun) -> list[Hit]:
    """Compare a noun with the form that the number asks for; one and two take no digit."""
    if number in (0, 1, 2):
        right = (noun.zero, noun.one, f"{noun.two} أو {noun.two_genitive}")[int(number)]
        return [Hit(each.start(), each.end(), right, safe=False)] if number else []
    right = count(number, noun).split()[-1]
    return [] if right == each[2] else [Hit(each.start(2), each.end(), right)]


def _large(each: re.Match[str], number: Decimal) -> list[Hit]:
    """Compare ألف and its like; beyond ten the ending hangs on what follows."""
    is_few = 3 <= number % 100 <= 10
    if is_few and each[2] in LARGE_NUMBERS:
        return [Hit(each.start(2), each.end(), LARGE_NUMBERS[each[2]])]
    if not is_few and each[2] in _SINGULAR:
        return [Hit(each.start(2), each.end(), _SINGULAR[each[2]], safe=False)]
    return []


_IN_DIGITS = re.compile(
    r"(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?![\d-])|"
    r"(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}|(?<![\d/])\d{4}/\d{1,2}/\d{1,2}(?!\d)|"
    r"(?<![\d.-])\d{1,2}([.-])\d{1,2}\2(?:19|20)\d\d(?!\d)"
)


def _in_digits(text: str, context: Context) -> list[Hit]:
    """Find dates in digits; which number is the month, only the order of years first tells."""
    return [
        Hit(each.start(), each.end(), _in_words(each[1], context), safe=False)
        for each in _IN_DIGITS.finditer(text)
    ]


def _in_words(date: str | None, context: Context) -> str | None:
    if date is None or context.months is None:
        return None
    try:
        words = prose(dates.parse(date), Style(months=context.months))
    except dates.NotADateError:
        return None
    return words.removeprefix("في ")


NUMBER_RULES = (
    Rule("E634", _month_pairs, near=_near_slash),
    Rule("E635", _lone_month, near=_near_month),
    Rule("E636", _counted),
    Rule(
        "E637",
        _in_digits,
        near=seen(r"[-/.](?<=\d[-/.])(?=\d)"),
    ),
)
"""In the order of their codes."""
