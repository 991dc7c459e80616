"""Words of one family that endings do not show: broken plurals, a noun and its verb.

A search for one finds the others. Families are of the news' common stock and know no topic; what is
in none of them may still be a plural by its shape (`SHAPES`), where that shape is hardly anything
else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from explainer.arabic.stem import FAMILIES, compared, stem

PLURAL_SHAPES: Final[
    tuple[tuple[re.Pattern[str], tuple[Callable[[re.Match[str]], str], ...]], ...]
] = (
    # مشاريع – مشروع؛ مفاتيح – مفتاح
    (
        re.compile(r"^م(.)ا(.)ي(.)$"),
        (lambda m: f"م{m[1]}{m[2]}و{m[3]}", lambda m: f"م{m[1]}{m[2]}ا{m[3]}"),
    ),
    # تقارير – تقرير
    (re.compile(r"^ت(.)ا(.)ي(.)$"), (lambda m: f"ت{m[1]}{m[2]}ي{m[3]}",)),
    # قوانين – قانون؛ صواريخ – صاروخ
    (re.compile(r"^(.)وا(.)ي(.)$"), (lambda m: f"{m[1]}ا{m[2]}و{m[3]}",)),
    # وثائق – وثيقة؛ رسائل – رسالة
    (
        re.compile(r"^(.)(.)اي(.)$"),
        (lambda m: f"{m[1]}{m[2]}ي{m[3]}", lambda m: f"{m[1]}{m[2]}ا{m[3]}"),
    ),
)
"""A plural's shape, in stems, and the shapes its singular may have."""


def _table() -> dict[str, frozenset[str]]:
    """Give each stem of a family the stems of the others."""
    found: dict[str, set[str]] = {}
    for line in FAMILIES:
        stems = {stem(compared(word.rstrip("="))) for word in line}
        for each in stems:
            found.setdefault(each, set()).update(stems - {each})
    return {each: frozenset(others) for each, others in found.items()}


RELATED: Final = _table()


def related(stems: Iterable[str]) -> dict[str, frozenset[str]]:
    """Tell, for each of the stems, what else it should be found by.

    A shape counts only where the text has its singular too; a family counts always, since readers
    type words that no text has.
    """
    known = set(stems)
    found = {each: set(RELATED.get(each, ())) for each in known}
    for each in known:
        for singular in _singulars(each) & known:
            found[each].add(singular)
            found[singular].add(each)
    return {each: frozenset(others) for each, others in found.items() if others}


def _singulars(word: str) -> set[str]:
    return {
        make(match)
        for shape, makes in PLURAL_SHAPES
        if (match := shape.match(word))
        for make in makes
    } - {word}
