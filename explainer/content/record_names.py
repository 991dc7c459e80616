"""The names of a registry: which of them a text holds, whom an editor means, who is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from functools import cached_property

from explainer.arabic.fold import fold
from explainer.arabic.stem import STEM_RULES, bare, words
from explainer.content.model import Actor, Event, Figure, Place, Publisher, Section, Term

NamedRecord = Actor | Place | Publisher
TitledRecord = Event | Figure | Section | Term

_LETTERS = 3
"""A shorter name is found in too many words."""
_NEAR = 3


class Names:
    """The names of the records of one registry, by id."""

    def __init__(self, records: Mapping[str, NamedRecord | TitledRecord]) -> None:
        self.records = records

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        """List by every folded name the ids that have it."""
        found: dict[str, list[str]] = {}
        for record_id, record in self.records.items():
            for name in dict.fromkeys(map(_folded, spellings(record))):
                found.setdefault(name, []).append(record_id)
        return found

    def meant(self, typed: str) -> str | None:
        """Find whom an id, a name or an alias means; None where nobody or several."""
        if typed in self.records:
            return typed
        ids = self._ids.get(_folded(typed), [])
        return ids[0] if len(ids) == 1 else None

    def near(self, typed: str) -> list[str]:
        """List the ids that are, or whose names are, most like what was typed."""
        known = {**self._ids, **{record_id: [record_id] for record_id in self.records}}
        like = difflib.get_close_matches(_folded(typed), known, n=_NEAR, cutoff=0.6)
        parts = [name for name in known if _folded(typed) in name.split()]
        ids = [record_id for name in (*like, *parts) for record_id in known[name]]
        return list(dict.fromkeys(ids))[:_NEAR]

    def same(self, names: list[str]) -> str | None:
        """Find a record that has one of these names already."""
        return next((i for name in names for i in self._ids.get(_folded(name), ())), None)

    def within(self, text: str) -> list[str]:
        """List the records that a text names, in its order; a name within another is not meant."""
        typed = [_readings(folded) for _, folded in words(text)]
        found: dict[str, int] = {}
        at = 0
        while at < len(typed):
            length, record_id = max(self._beginning(typed, at), default=(0, ""))
            if length:
                found.setdefault(record_id, at)
            at += max(length, 1)
        return list(found)

    def _beginning(self, typed: list[set[str]], at: int) -> Iterator[tuple[int, str]]:
        """Yield (number of words, id) of the names that begin at a word."""
        for first in typed[at]:
            for parts, record_id in self._by_word.get(first, ()):
                following = typed[at : at + len(parts)]
                if len(following) == len(parts) and all(
                    each in some for each, some in zip(parts, following, strict=True)
                ):
                    yield len(parts), record_id

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[list[str], str]]]:
        """List by the first word the names, as bare words, with their ids."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        for record_id, record in self.records.items():
            for name in spellings(record):
                parts = [bare(folded) for _, folded in words(name)]
                if len("".join(parts)) >= _LETTERS:
                    found.setdefault(parts[0], []).append((parts, record_id))
        return found


def spellings(record: NamedRecord | TitledRecord) -> list[str]:
    """List every name of a record, the Arabic one first; of one without a name its title."""
    if isinstance(record, Term):
        return [record.term, *record.aliases]
    if isinstance(record, Event | Figure | Section):
        return [record.title]
    others = [name for _, name in record.name.others()]
    return [record.name.ar, *others, *getattr(record, "aliases", ())]


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _readings(word: str) -> set[str]:
    """List what a word may be without what is joined to its front; its ending tells names apart."""
    found = {word, bare(word)}
    for proclitic in STEM_RULES["proclitics"]:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= STEM_RULES["least"]:
            found |= {word[len(proclitic) :], bare(word[len(proclitic) :])}
    return found
