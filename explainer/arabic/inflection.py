"""Nouns in the forms that numbers ask for, made from a singular and a plural."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun in the seven forms that numbers ask for, without the number; tanwin left bare."""

    zero: str
    """All of "none": لا أحداث."""
    one: str
    """With its واحد: حدث واحد."""
    two: str
    """Nominative dual: حدثان."""
    two_genitive: str
    """حدثين."""
    few: str
    """After 3–10: أحداث."""
    many: str
    """After 11–99: حدثا."""
    other: str
    """After 100, and after decimals: حدث. The noun's name."""


_FEMININE = "ة"
BEFORE_COMPLEMENT = re.compile(r" (?=(?:في|من|على|عن|إلى|لكل|بكل|كل|تحت|فوق|قبل|بعد) |لل|بال)")
"""Where what follows a noun is no part of its inflection: كيلومتر في الساعة، دولار للبرميل."""


def inflected(
    singular: str,
    plural: str,
    *,
    dual: str | None = None,
    dual_genitive: str | None = None,
    accusative: str | None = None,
    gender: Literal["masculine", "feminine"] | None = None,
) -> CountedNoun:
    """Decline a noun; what is regular is made from the singular and the plural.

    Words that are the same in both are what the noun governs (خبير ألغام، خبراء ألغام); others,
    and feminine ones after a feminine, are adjectives (كيلومتر مربع، طائرة مدنية).
    """
    noun, *rest = BEFORE_COMPLEMENT.split(singular, maxsplit=1)
    complement = "".join(f" {words}" for words in rest)
    few = plural.removesuffix(complement)
    words = _Words(noun.split(), few.split())
    two = dual or words.dual() + complement
    is_feminine = gender == "feminine" or (gender is None and noun.split()[0][-1] == _FEMININE)
    return CountedNoun(
        zero=f"لا {few}{complement}",
        one=f"{noun} {'واحدة' if is_feminine else 'واحد'}{complement}",
        two=two,
        two_genitive=dual_genitive or words.dual_genitive(two),
        few=f"{few}{complement}",
        many=accusative or words.accusative() + complement,
        other=singular,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """A noun of one word or several, in the singular and in the plural."""

    singular: list[str]
    plural: list[str]

    def _is_inflected(self, index: int) -> bool:
        """Tell whether a word changes with the number; the noun itself always does."""
        agrees = all(self.singular[each][-1] == _FEMININE for each in (0, index))
        return agrees or index == 0 or self.plural[index : index + 1] != [self.singular[index]]

    def _governs(self, index: int) -> bool:
        """Tell whether the noun is in construct: what follows it does not change."""
        return index == 0 and len(self.singular) > 1 and not self._is_inflected(1)

    def _inflect_words(self, change: Callable[[str, bool], str]) -> str:
        return " ".join(
            change(word, self._governs(index)) if self._is_inflected(index) else word
            for index, word in enumerate(self.singular)
        )

    def dual(self) -> str:
        """Give the nominative dual: حدثان، كيلومتران مربعان، خبيرا ألغام."""
        return self._inflect_words(lambda word, governs: _stem(word) + ("ا" if governs else "ان"))

    def dual_genitive(self, dual: str) -> str:
        """Turn the nominative dual into the genitive, in the words in which it shows."""
        first, *others = dual.split(" ")
        if self._governs(0):
            first = f"{first.removesuffix('ا')}ي"
        changed = [
            f"{word[:-2]}ين" if word.endswith("ان") and self._is_inflected(index) else word
            for index, word in enumerate([first, *others][: len(self.singular)])
        ]
        return " ".join([*changed, *others[len(self.singular) - 1 :]])

    def accusative(self) -> str:
        """Give the indefinite accusative; a noun in construct takes no ending."""
        return self._inflect_words(lambda word, governs: word if governs else _accusative(word))


def with_complement(noun: CountedNoun, complement: str) -> CountedNoun:
    """Put a complement after a noun in all its forms: دولاران للبرميل."""
    return CountedNoun(**{form: f"{words} {complement}" for form, words in asdict(noun).items()})


def _stem(word: str) -> str:
    """Give what an ending joins: مدرست، مستشفي."""
    return word[:-1] + {_FEMININE: "ت", "ى": "ي"}.get(word[-1], word[-1])


def _accusative(word: str) -> str:
    """Write the indefinite accusative: a bare alef; none on ة and ى; the mark itself on اء."""
    if word.endswith((_FEMININE, "ى")):
        return word
    return f"{word}ً" if word.endswith("اء") else f"{word}ا"
