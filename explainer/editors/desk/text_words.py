"""The words of a long text, read once for all rules that look for words of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from explainer.editors.desk.rule import Context, Near, found
from explainer.editors.desk.signs import IN_WORD, LETTER

_RUN = re.compile(f"{IN_WORD}+")
_LETTERS = re.compile(f"{LETTER}+")


@lru_cache(1)
def words_in_order(text: str) -> list[str]:
    """List the words as they follow one another, with their vowel marks."""
    return _RUN.findall(text)


@lru_cache(1)
def marked_words(text: str) -> Counter[str]:
    """Count each different word, with its vowel marks."""
    return Counter(words_in_order(text))


@lru_cache(1)
def letter_words(text: str) -> frozenset[str]:
    """Give the different words, a vowel mark taken as their end."""
    return frozenset(part for word in marked_words(text) for part in _LETTERS.findall(word))


@lru_cache(1)
def often(text: str) -> Counter[str]:
    """Count the words that have no vowel marks."""
    whole = _LETTERS.fullmatch
    return Counter({word: number for word, number in marked_words(text).items() if whole(word)})


def near_words(is_near: Callable[[str], object]) -> Near:
    """Look near the words of which this is true; a text has far fewer different ones than words."""

    def near(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
        return found(text, [word for word in letter_words(text) if is_near(word)])

    return near
