"""Words: spelling, months, counted nouns, names of the registry, and verbs too strong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from explainer.arabic.counts import NOUNS, Noun, count
from explainer.arabic.dates import MONTHS
from explainer.desk.rule import Context, Hit, Rule, found, seen, swap, words
from explainer.desk.signs import LETTER, NO_LETTER_AFTER, NO_LETTER_BEFORE

PREFIX = f"{NO_LETTER_BEFORE}[وفبلك]{{0,2}}"

MISSPELT = {
    "الى": "إلى", "فى": "في", "الذى": "الذي", "التى": "التي", "حتي": "حتى", "هاذا": "هذا",
    "لاكن": "لكن", "مسئول": "مسؤول", "مسئولين": "مسؤولين", "شئون": "شؤون", "مائة": "مئة",
    "إستقبال": "استقبال", "إجتماع": "اجتماع", "إتفاق": "اتفاق", "إتفاقية": "اتفاقية",
    "إنتخاب": "انتخاب", "إنتخابات": "انتخابات", "إقتصاد": "اقتصاد", "إستخدام": "استخدام",
    "إستثمار": "استثمار", "إعتراف": "اعتراف", "إتهام": "اتهام", "إتصال": "اتصال",
    "إحتفال": "احتفال", "إختبار": "اختبار", "إنسحاب": "انسحاب",
}  # fmt: skip
"""A spelling -> the house's; with and without the article."""

_MISSPELT = re.compile(
    rf"{NO_LETTER_BEFORE}[وفبل]?((?:ال)?(?:{'|'.join(MISSPELT)})){NO_LETTER_AFTER}"
)


def _misspelt(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find spellings of a closed list."""
    hits = []
    for each in _MISSPELT.finditer(text):
        article = "" if each[1] in MISSPELT else "ال"
        right = article + MISSPELT[each[1].removeprefix(article)]
        hits.append(Hit(each.start(1), each.end(1), right))
    return hits


_WORD = re.compile(f"{LETTER}+")


@lru_cache(1)
def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _near_doubled(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    listed = _words(text)
    doubled = {one for one, following in pairwise(listed) if one == following}
    return found(text, [f"{word} {word}" for word in doubled])


LEVANTINE, EGYPTIAN = MONTHS["levantine"], MONTHS["egyptian"]
AMBIGUOUS = {"آذار", "آب", "مارس", "مايو", "يناير"}
"""Names that are words too, or parts of other names: alone they say nothing."""
_LONE = sorted({*LEVANTINE, *EGYPTIAN} - AMBIGUOUS)
_ANY_MONTH = "|".join(sorted({*LEVANTINE, *EGYPTIAN}, key=len, reverse=True))
_PAIR = re.compile(
    rf"{NO_LETTER_BEFORE}[وفبلك]?({_ANY_MONTH})(\s*/\s*)({_ANY_MONTH}){NO_LETTER_AFTER}"
)
_SINGLE = re.compile(rf"(?<![/ء-ي])(?P<prefix>[وفبلك]?)(?P<month>{_ANY_MONTH})(?!\s*/|{LETTER})")


@lru_cache(1)
def _without_pairs(text: str) -> str:
    """Blank out the names of months that are right, so that few are left to look at."""
    for pair in MONTHS["dual"]:
        text = text.replace(pair, "_" * len(pair))
    return text


def _near_slash(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    return found(_without_pairs(text), "/")


def _near_month(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    return found(_without_pairs(text), _LONE)


def _month_pairs(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find pairs whose names are of two months, stand in the wrong order, or have spaces."""
    hits = []
    for each in _PAIR.finditer(text):
        first, second = _month(each[1]), _month(each[3])
        right = MONTHS["dual"][first] if first == second else None
        if right is None or each[1] + each[2] + each[3] != right:
            hits.append(Hit(each.start(1), each.end(3), right))
    return hits


def _lone_month(text: str, context: Context) -> list[Hit]:
    """Find a month with one name of its two."""
    if context.months != "dual":
        return []
    hits = []
    for each in _SINGLE.finditer(text):
        name = each["month"]
        before = text[max(0, each.start() - 3) : each.start()].rstrip().endswith("/")
        if not before and name not in AMBIGUOUS:
            right = MONTHS["dual"][_month(name)]
            hits.append(Hit(each.start("month"), each.end(), right))
    return hits


def _month(name: str) -> int:
    return (LEVANTINE if name in LEVANTINE else EGYPTIAN).index(name)


@cache
def _nouns() -> dict[str, Noun]:
    return {
        word: noun
        for noun in NOUNS.values()
        if " " not in noun.other
        for word in (noun.few, noun.many, noun.other)
    }


_COUNTED = re.compile(rf"(\d[\d,]*) ({LETTER}+\u064b?)")
_COUNTS_NOTHING = re.compile(r"(العام|عام|القرار|الفوج|المهندسين|المادة|رقم) $")


def _counted(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find a number with a known noun in a form that it does not take."""
    hits = []
    for each in _COUNTED.finditer(text):
        noun = _nouns().get(each[2])
        if noun is None or text[max(0, each.start() - 1) : each.start()] in (",", "."):
            continue
        number = int(each[1].replace(",", ""))
        if 1900 <= number <= 2100 or _COUNTS_NOTHING.search(
            text, max(0, each.start() - 12), each.start()
        ):
            continue
        right = count(number, noun)
        if number > 2 and right.split()[-1] != each[2]:
            hits.append(Hit(each.start(2), each.end(), right.split()[-1]))
    return hits


LOOKS_ALIKE = 0.75
"""An alias as near as this to the name is another spelling of it, not another name."""


def avoided(people: dict[str, list[str]]) -> dict[str, str]:
    """Give the spellings to be avoided, each with the right one; takes names with their aliases."""
    return {
        alias: name
        for name, aliases in people.items()
        for alias in aliases
        if re.search(LETTER, alias)
        and not any(alias in other or other in alias for other in people)
        and SequenceMatcher(None, alias, name).ratio() > LOOKS_ALIKE
    }


def names_pattern(names: dict[str, str]) -> re.Pattern[str] | None:
    """Make the search for all spellings that are to be avoided."""
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{PREFIX}({listed}){NO_LETTER_AFTER}") if names else None


def _near_names(text: str, context: Context) -> Iterator[int]:
    """Look for those names only whose last word is in the text; a prefix can hide the first."""
    listed = set(_words(text))
    likely = [name for name in context.names if " " not in name or _last(name) in listed]
    return found(text, likely)


def _last(name: str) -> str:
    return str((_WORD.findall(name) or [""])[-1])


def _names(text: str, context: Context) -> list[Hit]:
    """Find a name that is not spelt as the registry spells it; its own record may tell of it."""
    if context.name_pattern is None:
        return []
    return [
        Hit(each.start(1), each.end(1), context.names[each[1]])
        for each in context.name_pattern.finditer(text)
    ]


_NEGATED = "".join(f"(?<!{word} )" for word in ("لم", "لا", "دون أن", "ولم", "ولا"))
_SURE = re.compile(
    f"{_NEGATED}{PREFIX}(أكد|أكدت|أثبت|أثبتت|كشف|كشفت|تأكد|ثبت|يؤكد|تؤكد|يثبت|تثبت|يكشف|تكشف)"
    f"{NO_LETTER_AFTER}"
)


def _too_sure(text: str, context: Context) -> list[Hit]:
    """Find a verb that vouches for what only one side says, in an event's own title or summary."""
    if context.path not in (("title",), ("summary",)) or not isinstance(context.record, dict):
        return []
    if context.record.get("status") not in ("claimed", "suspected"):
        return []
    return [Hit(each.start(1), each.end(1)) for each in _SURE.finditer(text)]


RULES = (
    Rule("E630", swap("\u064b(?=ا)|(?<=ا)\u064b", ""), near=words("\u064b")),
    Rule("E631", _misspelt, near=words(*MISSPELT)),
    Rule("E632", swap(rf"(?<=\sو) +(?={LETTER})", ""), near=words(" و ", "\nو ")),
    Rule(
        "W633",
        swap(rf"{NO_LETTER_BEFORE}(في|من|عن|أن|{LETTER}{{2,}}[ء-آإ-ئب-ي]) \1{NO_LETTER_AFTER}"),
        near=_near_doubled,
    ),
    Rule("E634", _month_pairs, near=_near_slash),
    Rule("E635", _lone_month, near=_near_month),
    Rule("E636", _counted),
    Rule(
        "E637",
        swap(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])|(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}"),
        near=seen(r"[-/](?<=\d[-/])(?=\d)"),
    ),
    Rule("E640", _names, near=_near_names),
    Rule("E641", _too_sure, near=words("أكد", "ؤكد", "ثبت", "كشف")),
)
"""In the order of their codes."""
