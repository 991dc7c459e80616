"""Nouns that news counts, in all their forms: what a word may be, of which number and gender."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from explainer.arabic.inflection import CountedNoun, inflected
from explainer.arabic.nouns import NOUNS

Form = Literal["singular", "plural", "accusative", "dual"]
NOUNS_FILE = Path(__file__).with_name("nouns.txt")


class Reading(NamedTuple):
    """One way to read a word: which form of which noun."""

    noun: CountedNoun
    form: Form
    is_feminine: bool


@cache
def _entries() -> tuple[tuple[CountedNoun, bool], ...]:
    """Read the nouns, those that the site counts among them; each with whether it is feminine."""
    own = [noun for noun in NOUNS.values() if " " not in noun.other]
    found = {noun.other: (noun, noun.one.endswith("واحدة")) for noun in own}
    for line in NOUNS_FILE.read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "f ")):
            singular, plural, *marked = line.split()
            is_feminine = singular.endswith("ة") or bool(marked)
            noun = inflected(singular, plural, gender="feminine" if is_feminine else "masculine")
            found.setdefault(singular, (noun, is_feminine))
    return tuple(found.values())


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Give every form of every noun -> what it may be."""
    found: dict[str, tuple[Reading, ...]] = {}
    for noun, is_feminine in _entries():
        forms: tuple[tuple[str, Form], ...] = (
            (noun.other, "singular"), (noun.few, "plural"), (noun.many, "accusative"),
            (noun.two, "dual"), (noun.two_genitive, "dual"),
        )  # fmt: skip
        for word, form in forms:
            known = found.get(word, ())
            if not any(each.noun is noun for each in known):
                found[word] = (*known, Reading(noun, form, is_feminine))
    return found


def read(word: str) -> Reading | None:
    """Read a word of which all readings agree in gender and form; None where they do not."""
    known = readings().get(word, ())
    if len({(each.form, each.is_feminine) for each in known}) != 1:
        return None
    return known[0]
