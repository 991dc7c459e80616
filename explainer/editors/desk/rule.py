"""A rule of the copy desk: a code, what it looks for, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from explainer.arabic.counts import NOUNS, CountedNoun
from explainer.arabic.style import DigitShapes, MonthNames


class Hit(NamedTuple):
    """A place in a text, from `start` to `end`, and what should stand there instead.

    `right` is None where only an editor can say; `safe` is False where an editor must look first.
    """

    start: int
    end: int
    right: str | None = None
    safe: bool = True
    hint: str = ""


def counted_forms(own: Iterable[CountedNoun] = ()) -> dict[str, CountedNoun]:
    """Give every form in which a counted noun of one word may stand after a number."""
    return {
        word: noun
        for noun in (*NOUNS.values(), *own)
        if " " not in noun.other
        for word in (noun.few, noun.many, noun.other, noun.two, noun.two_genitive)
    }


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the text: the house's choices, and the record it stands in.

    `months` and `digits` are None where the choice could not be read: then nothing is found that
    hangs on it.
    """

    months: MonthNames | None = "dual"
    digits: DigitShapes | None = "latn"
    names: Mapping[str, str] = field(default_factory=dict)
    """A spelling to be avoided -> the registry's."""
    name_pattern: Callable[[], re.Pattern[str] | None] = lambda: None
    """Makes the search for these spellings, which takes long and is seldom needed."""
    nouns: Mapping[str, CountedNoun] = field(default_factory=counted_forms)
    """A form of a counted noun -> the noun."""
    spelt: Mapping[str, str] = field(default_factory=dict)
    """A spelling that names and texts tell to be wrong -> the right one."""
    path: tuple[str | int, ...] = ()
    record: Any = None


Find = Callable[[str, Context], "list[Hit]"]
"""Look for one kind of mistake in a text, in which addresses and citations are blanked out."""


Near = Callable[[str, Context], "Iterable[int]"]
"""Tell, at little cost, the places of a text near which alone there can be a mistake."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the desk's table."""

    code: str
    find: Find
    near: Near | None = None
    """Where a text is worth reading for this rule; without it, where the rule itself finds."""

    def places(self, text: str, context: Context) -> Iterable[int]:
        """Find the places of a long text of which the rule must see more."""
        if self.near:
            return self.near(text, context)
        return (hit.start for hit in self.find(text, context))


def seen(pattern: str) -> Near:
    """Look near what a pattern finds; one that begins with a sign is found at once."""
    compiled = re.compile(pattern)
    return lambda text, context: (each.start() for each in compiled.finditer(text))  # noqa: ARG005


def words(*listed: str) -> Near:
    """Look near any of these words."""
    return lambda text, context: found(text, listed)  # noqa: ARG005


def found(text: str, listed: Iterable[str]) -> Iterator[int]:
    """Find every place of every listed word; few words are found faster than by a pattern."""
    for word in listed:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def swap(
    pattern: str,
    right: str | Callable[[re.Match[str]], str | None] | None = None,
    *,
    safe: bool = True,
) -> Find:
    """Make a search for a pattern; `right` is what belongs there, None where nobody can tell."""
    compiled = re.compile(pattern)

    def find(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - not all rules ask
        return [
            Hit(each.start(), each.end(), right(each) if callable(right) else right, safe)
            for each in compiled.finditer(text)
        ]

    return find
