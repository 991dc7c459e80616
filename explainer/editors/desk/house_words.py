"""Words that age, that judge, or that a wire would not write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from explainer.editors.desk.letters import listed_lines
from explainer.editors.desk.rule import Context, Hit, Rule, found, words
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, at_words

_W = f"{LETTER}+"
_BEFORE = "وفبلك"
_QUOTED = re.compile("“[^“”]*”")
_NEXT_OR_LAST = (
    "الماضي|الماضية|الماضيين|الفائت|الفائتة|المنصرم|المنصرمة|المقبل|المقبلة|القادم|القادمة|"
    "الجاري|الجارية|الحالي|الحالية"
)
_SPANS = (
    "الأسبوع|الأسبوعين|الشهر|الشهرين|العام|العامين|السنة|السنوات|الأعوام|الأشهر|الأسابيع|الأيام|"
    "اليومين|الساعات|الليلة|الفصل"
)
_WEEKDAYS = "الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت"
_AGO = (
    "أيام|يوما|يومين|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر|عام|عامين|أعوام|سنة|سنتين|سنوات|ساعة|ساعات|"
    "دقائق"
)
_RELATIVE_DAY = re.compile(
    rf"(?:"
    rf"(?:أول من )?أمس(?: الأول)?|البارحة|غدا|بعد غد|الغد|"
    rf"(?:{_SPANS}) (?:{_NEXT_OR_LAST}|الأخيرة)(?! (?:التي|الذي|من) )|"
    rf"(?:{_WEEKDAYS}) (?:{_NEXT_OR_LAST})|"
    rf"اليوم (?:{_WEEKDAYS})|هذا (?:الأسبوع|الشهر|العام)|هذه (?:السنة|الليلة)|"
    rf"قبل (?:\d+ )?(?:{_AGO})(?: قليلة| عدة)?(?! من){NO_LETTER_AFTER}"
    rf"){NO_LETTER_AFTER}"
)
_PAST_OF_PAST = re.compile(rf"(?<!{LETTER})[وف]?(?:قد|كانت?|كانوا)(?!{LETTER})[^.؟!]*$")
"""Before a time that is told from the day of the event: كانت قد أعلنت قبل 6 أيام."""


def _outside(text: str, pattern: re.Pattern[str], right: str | None = None) -> list[Hit]:
    """Find a pattern where nobody else is quoted."""
    quoted = [each.span() for each in _QUOTED.finditer(text)]
    return [
        Hit(each.start(), each.end(), right)
        for each in at_words(pattern, text, _BEFORE)
        if not any(start <= each.start() < end for start, end in quoted)
    ]


def _relative_days(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find days that are told from the day of writing; nobody reads on that day."""
    return [
        hit
        for hit in _outside(text, _RELATIVE_DAY)
        if "قبل" not in text[hit.start : hit.end] or not _PAST_OF_PAST.search(text[: hit.start])
    ]


_BY = re.compile(
    rf"(?:تم|تمت|يتم|تتم|سيتم|ستتم)(?: {_W}){{1,8}}? "
    rf"من (?:قبل|جانب|طرف) (?={_W})"
)


def _by_whom(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find a passive that names who did it: تم التوقيع من قبل الوزيرين."""
    return _outside(text, _BY)


@cache
def _loaded_words() -> tuple[str, ...]:
    """Read the words that take a side, those in brackets with or without the article."""
    return tuple(listed_lines("loaded"))


@cache
def _loaded_pattern() -> re.Pattern[str]:
    either = "|".join(re.sub(r"^\((.*)\)$", r"(?:ال|لل)?\1", word) for word in _loaded_words())
    return re.compile(rf"(?:{either}){NO_LETTER_AFTER}")


def _near_loaded(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    return found(text, (word.strip("()") for word in _loaded_words()))


def _loaded(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find words that take a side, unless somebody else is quoted with them."""
    return _outside(text, _loaded_pattern())


_DRONE = re.compile(
    rf"(?:(?:ال)?طائر(?:ة|ات) (?:ال)?|"
    r"(?:إسقاط|أسقطت|أسقط|إنتاج|تصنيع|صناعة|تشغيل|هجوم|هجمات|ضربة|ضربات|سرب|أسراب|مشغلي|مشغلو|إطلاق|"
    r"أطلقت|أطلق|اعتراض|اعترضت|باستخدام|بواسطة|حرب|مصنع|مصانع|تطوير|مكافحة|خطر|عبر) (?:\d+ )?"
    r"(?:ب?ال|ب)?|"
    r"(?=(?:ال)?مسيرات? (?:ال)?(?:هجومية|انتحارية|استطلاع|استطلاعية|مفخخة|قتالية|بحرية)))"
    rf"(?:ال)?(مسير)(?=(?:ة|ات|تين|تان){NO_LETTER_AFTER})"
)


def _drones(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find drones without the mark that tells them from marches."""
    return [Hit(each.start(1), each.end(1), "مسيّر") for each in at_words(_DRONE, text, _BEFORE)]


HOUSE_WORD_RULES = (
    Rule("E631", _drones, near=words("مسير")),
    Rule(
        "E642",
        _relative_days,
        near=words(
            "أمس", "البارحة", "غدا", "الغد", "بعد غد", "الماضي", "الفائت", "المنصرم", "المقبل",
            "القادم", "الجاري", "الحالي", "الأخيرة", "اليوم ", "هذا ال", "هذه ال", "قبل ",
        ),
    ),
    Rule("W644", _by_whom, near=words("من قبل ", "من جانب ", "من طرف ")),
    Rule("W645", _loaded, near=_near_loaded),
)  # fmt: skip
"""In the order of their codes."""
