"""Names of states, bodies and outlets: which of a registry's aliases only spell the name otherwise.

A short name (تاس), an old one and one in other words (البنتاغون) are names too, and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from explainer.arabic.fold import fold

NAME_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]+|[A-Za-z0-9]+")
LIKE = 0.78
"""Two words as near as this, of one first letter, are one word spelt in two ways."""
SHORT_NAME = 3
"""Words of so few letters are alike only where folding makes them one."""


def other_spellings(named: Mapping[str, list[str]]) -> dict[str, str]:
    """Give each alias that spells a name, or part of one, otherwise -> what the registry spells."""
    right = {}
    known = {*named, *(alias for aliases in named.values() for alias in aliases)}
    for name, aliases in named.items():
        for alias in aliases:
            meant = _meant(alias, name)
            if meant and not any(alias in other for other in named):
                right[alias] = meant
                right |= dict(_after_lam(alias, meant, known))
    return right


def _meant(alias: str, name: str) -> str | None:
    """Find the words of a name that an alias spells otherwise; None where it is another name."""
    typed, words = NAME_WORD.findall(alias), NAME_WORD.findall(name)
    joined = "".join(typed)
    if joined == "".join(words) and alias != name:
        return name
    for size in {len(typed), len(words)}:
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            if part == typed:
                return None
            if _one_by_one(typed, part) or (size > 1 and len(typed) == 1 and _alike(joined, part)):
                return " ".join(part)
    return None


def _one_by_one(typed: list[str], part: list[str]) -> bool:
    return len(typed) == len(part) and all(map(_is_same, typed, part))


def _alike(joined: str, part: list[str]) -> bool:
    return _is_same(joined, "".join(part))


def _is_same(typed: str, right: str) -> bool:
    """Tell whether two words are one in two spellings.

    An article more or less, or the ending of a feminine, is another form and no spelling.
    """
    if typed == right:
        return True
    if any(typed.startswith(each) != right.startswith(each) for each in ("ال", "لل")):
        return False
    one, other = fold(typed), fold(right)
    if f"{one}ه" == other or f"{other}ه" == one:
        return False
    if one == other:
        return True
    if min(len(one), len(other)) <= SHORT_NAME or one[0] != other[0]:
        return False
    return is_like(one, other, LIKE)


def is_like(one: str, other: str, least: float) -> bool:
    """Tell whether two texts have more in common than this share; most are told apart at once."""
    both = SequenceMatcher(None, one, other)
    quick = (both.real_quick_ratio, both.quick_ratio, both.ratio)
    return all(ratio() > least for ratio in quick)


def _after_lam(alias: str, meant: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Give the same after the preposition that hides the article: للاتحاد."""
    if alias.startswith("ال") and meant.startswith("ال"):
        typed = f"لل{alias[2:]}"
        if typed not in known:
            yield typed, f"لل{meant[2:]}"
