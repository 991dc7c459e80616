"""The unit of a figure as editors write it: مليون دولار، كيلومتر في الساعة، %، في المئة."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from explainer.arabic.counts import Case, Countable, amount, number, quantity
from explainer.arabic.inflection import BEFORE_COMPLEMENT, CountedNoun, inflected, with_complement
from explainer.arabic.nouns import noun_for
from explainer.arabic.style import HOUSE, Style

_SCALES: Final[Mapping[str, int]] = {
    "ألف": 10**3, "آلاف": 10**3, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9,
    "مليارات": 10**9, "تريليون": 10**12, "تريليونات": 10**12,
}  # fmt: skip

_ABBREVIATIONS: Final = frozenset(
    {
        "م", "سم", "ملم", "مم", "كم", "كلم", "م²", "م³", "م2", "م3", "كم²", "كم2", "غ", "كغ", "كغم",
        "و.ط", "ك.و", "م.و", "ج.م", "ر.س", "د.إ", "د.ج", "د.ك", "ل.ل",
    }
)  # fmt: skip
PERCENT: Final = "%"
_PERCENT: Final = frozenset({PERCENT, "٪", "في المئة", "في المائة", "بالمئة", "بالمائة"})
"""One sign for all of them, as the texts have it."""

ZERO: Final = "صفر"
_ARABIC = re.compile("[\u0621-\u064a]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit taken apart: so many times a noun, or a sign that takes no form."""

    scale: int
    name: str
    """What is left without the scale; empty where the scale is all."""
    noun: CountedNoun | None

    @property
    def is_known(self) -> bool:
        """Tell whether it can be put after any number."""
        return self.noun is not None or not self.name or _takes_no_form(self.name)

    @property
    def likely(self) -> str:
        """Give the plural as far as it can be told: that of the first word, if it is known."""
        first, _, rest = self.name.partition(" ")
        known = noun_for(first)
        return f"{known.few} {rest}" if known and rest else ""


def unit(text: str, own: Mapping[str, CountedNoun]) -> Unit:
    """Take a unit apart; `own` are the nouns of an explainer, by their singular."""
    word, _, rest = text.strip().partition(" ")
    if word in _SCALES:
        return Unit(_SCALES[word], rest, _noun(rest, own))
    name = PERCENT if text.strip() in _PERCENT else text.strip()
    return Unit(1, name, _noun(name, own))


def _noun(name: str, own: Mapping[str, CountedNoun]) -> CountedNoun | None:
    if found := own.get(name) or noun_for(name):
        return found
    head, *complement = BEFORE_COMPLEMENT.split(name, maxsplit=1)
    found = own.get(head) or noun_for(head)
    return with_complement(found, complement[0]) if found and complement else None


@cache
def _takes_no_form(name: str) -> bool:
    """Tell what stands the same after every number: %، كم، في المئة."""
    is_phrase = BEFORE_COMPLEMENT.match(f" {name}")
    return bool(is_phrase or name in _ABBREVIATIONS or not _ARABIC.search(name))


def measured(n: Countable, counted: Unit, case: Case = "nominative", style: Style = HOUSE) -> str:
    """Write so many of a unit: 11 مليون دولار، 3 سفن، 12.5%، نحو صفر سفينة.

    Of a noun that is not known only the plural is wrong, which nobody can guess.
    """
    n = n * counted.scale
    if counted.name == PERCENT:
        return f"{number(n, style)}{'٪' if style.digits == 'arab' else PERCENT}"
    if counted.name == "‰":
        return f"{number(n, style)}{counted.name}"
    if n == 0 and case == "genitive":
        return f"{ZERO} {counted.name}".rstrip()
    if counted.noun:
        return amount(n, counted.noun, case, style)
    if not counted.is_known and " " not in counted.name:
        return amount(n, inflected(counted.name, counted.name), case, style)
    words = quantity(n, case, style, construct=bool(counted.name))
    return f"{words} {counted.name}".rstrip()


def bare(n: Countable, counted: Unit, case: Case = "genitive", style: Style = HOUSE) -> str:
    """Write a number alone where the unit is said elsewhere: من 300 إلى 600 جندي.

    One and two are no numerals in Arabic, so that they keep their noun: من أسيرين إلى 5 أسرى.
    """
    scaled = n * counted.scale
    if counted.name in (PERCENT, "‰") or (counted.noun and scaled in (1, 2)):
        return measured(n, counted, case, style)
    return ZERO if scaled == 0 else quantity(scaled, case, style)
