"""Glossary terms found in finished prose: the first of each on a page leads to its definition.

A term is found with what Arabic writes onto a word: و ف ب ل ك and the article. Vowel marks in the
prose are passed over, the longest term wins, and what stands in a link or an isolate is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from explainer.site import addresses

ARABIC_LETTERS = "\u0621-\u063a\u0640-\u064a"
VOWEL_MARKS = "[\u064b-\u0652]*"
SPLIT_TAGS = re.compile(r"(<[^>]*>)")
CLOSED = frozenset({"a", "bdi", "button", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which nothing is marked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the glossary, in words that are ready for a page."""

    id: str
    term: str
    definition: Markup


LONGEST_TERM = 120
"""Letters of what is looked for in texts."""


class Lexicon:
    """All terms and their other spellings, as one pattern."""

    def __init__(self, entries: Iterable[tuple[Entry, Iterable[str]]]) -> None:
        """Take entries with their other spellings; of two with one spelling the first has it."""
        self.entries: dict[str, Entry] = {}
        self._bare: dict[str, str] = {}
        self._definite: dict[str, str] = {}
        for entry, aliases in entries:
            self.entries[entry.id] = entry
            for name in (entry.term, *aliases):
                self._add(" ".join(_unmarked(name).split()), entry.id)
        is_any = bool(self._bare or self._definite)
        self.pattern = self._pattern() if is_any else None

    def _add(self, name: str, term_id: str) -> None:
        """File a spelling by what may stand before it; a single word may take the article.

        What is longer than a line, or has no letter, stands in no text.
        """
        if not name.removeprefix("ال") or len(name) > LONGEST_TERM:
            return
        if name.startswith("ال"):
            self._definite.setdefault(name.removeprefix("ال"), term_id)
            return
        self._bare.setdefault(name, term_id)
        if " " not in name:
            self._definite.setdefault(name, term_id)

    def _pattern(self) -> re.Pattern[str]:
        definite, bare = _pattern_of(self._definite), _pattern_of(self._bare)
        return re.compile(
            rf"(?<![{ARABIC_LETTERS}])(?:[وف]{VOWEL_MARKS})?"
            rf"(?:(?:[بك]?ال|لل|ل(?=ل))(?P<definite>{definite})|[بكل]?(?P<bare>{bare}))"
            rf"(?![{ARABIC_LETTERS}\u064b-\u0652])"
        )

    def named(self, text: str) -> set[str]:
        """Give the ids of the terms that a plain text has."""
        found = self.pattern.finditer(text) if self.pattern else ()
        return {self.find(each) for each in found}

    def find(self, found: re.Match[str]) -> str:
        """Tell which term a match of the pattern is of."""
        group = "definite" if found["definite"] is not None else "bare"
        names = self._definite if group == "definite" else self._bare
        return names[" ".join(_unmarked(found[group]).split())]


@dataclass(slots=True)
class Glosses:
    """The terms of one page: call it with each piece of prose, in the page's order."""

    lexicon: Lexicon
    used: list[Entry] = field(default_factory=list)
    """The terms that the page has so far, in the order in which they came."""

    def __call__(self, html: Markup) -> Markup:
        """Make a link of the first occurrence of each term that the page has not had yet."""
        if self.lexicon.pattern is None:
            return html
        if "<" not in html:
            return Markup(self._mark(html))  # noqa: S704 - links are added to clean HTML
        shut = 0
        pieces = SPLIT_TAGS.split(html)
        for index, piece in enumerate(pieces):
            if index % 2:
                shut += _step(piece)
            elif not shut and piece:
                pieces[index] = self._mark(piece)
        return Markup("".join(pieces))  # noqa: S704 - links are added to clean HTML

    def _mark(self, text: str) -> str:
        assert self.lexicon.pattern  # noqa: S101 - __call__ has looked
        return self.lexicon.pattern.sub(self._link, str(text))

    def _link(self, found: re.Match[str]) -> str:
        entry = self.lexicon.entries[self.lexicon.find(found)]
        if entry in self.used:
            return found[0]
        self.used.append(entry)
        return f'<a class="x-term" href="{addresses.term(entry.id).__html__()}">{found[0]}</a>'


def _step(tag: str) -> int:
    """Tell how a tag changes the number of open elements in which nothing is marked."""
    name = tag.strip("</>").split(maxsplit=1)[0].lower()
    return 0 if name not in CLOSED else -1 if tag.startswith("</") else 1


def _unmarked(text: str) -> str:
    return re.sub("[\u064b-\u0652]", "", text)


def _pattern_of(names: Mapping[str, str]) -> str:
    """Write names as one pattern without backtracking over each: letters that begin alike once."""
    root: dict[str, Any] = {}
    for name in names:
        node = root
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root) or "(?!)"


def _branches(node: Mapping[str, Any]) -> str:
    inside = "|".join(
        (r"\s+" if letter == " " else re.escape(letter) + VOWEL_MARKS) + _branches(node[letter])
        for letter in sorted(node)
        if letter
    )
    return f"(?:{inside})" + "?" * ("" in node) if inside else ""
