"""Find the runs of words that our texts share with kept ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from explainer.content.guard.kept import Kept
from explainer.content.guard.shingles import BITS, LIMIT, RUN, SHINGLE_WORD, SIZE, shingle, words
from explainer.content.prose_links import plain
from explainer.content.yaml_file import Document
from explainer.messages import say
from explainer.messages.problems import Path, Problem

QUOTED_WORDS = 20
"""A quotation between “ and ” of so many words or fewer is a quotation and no copy."""
_QUOTATION = re.compile("“[^“”]*”")


class GuardedText(NamedTuple):
    """A text of ours: in which file, where, and what."""

    document: Document
    path: Path
    text: str


class Run(NamedTuple):
    """Words of a text, from `start` to `end`, that follow one another in a kept one."""

    start: int
    end: int
    source: str


def copied(
    texts: Iterable[GuardedText], kept: Sequence[Kept], names: Iterable[str]
) -> Iterator[Problem]:
    """Find every run of `LIMIT` words or more that a text of ours shares with a kept one.

    Words of the `names` and of short quotations are not counted: they have no other wording.
    """
    index = _Index(kept)
    known = cache(lambda: _pattern(names))  # it takes long to make, and is seldom asked
    for each in texts:
        prose = plain(each.text)
        listed = words(prose)
        for run in index.runs(listed):
            if _count_own_words(prose, listed, run, known()) >= LIMIT:
                yield _problem(each, prose, run)


class _Index:
    """Which blocks of kept texts have which hash, a bit for each block."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        self._masks = [0] * 2**BITS
        self._sources: list[str] = []
        masks = self._masks
        for each in kept:
            for block in each.blocks:
                bit = 1 << len(self._sources)
                self._sources.append(each.source)
                for number in block:
                    masks[number] |= bit

    def runs(self, listed: Sequence[str]) -> Iterator[Run]:
        """Yield the runs of `RUN` shingles or more that one block has, each to its end.

        A window is read from its end, so that most shingles of most texts are never hashed.
        """
        last, start = len(listed) - SIZE, 0
        while start + RUN - 1 <= last:
            shared, at = -1, start + RUN
            while shared and at > start:
                at -= 1
                shared &= self._blocks_with(listed, at)
            if not shared:
                start = at + 1
                continue
            end = start + RUN
            while end <= last and (more := shared & self._blocks_with(listed, end)):
                shared, end = more, end + 1
            source = self._sources[(shared & -shared).bit_length() - 1]
            yield Run(start, end - 1 + SIZE, source)
            start = end

    def _blocks_with(self, listed: Sequence[str], at: int) -> int:
        return self._masks[shingle(listed, at)]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Search for names among folded words with a space between; a prefix may stand before."""
    listed = sorted({" ".join(words(name)) for name in names} - {""}, key=lambda n: (-len(n), n))
    either = "|".join(map(re.escape, listed))
    return re.compile(rf"(?<!\S)[وفبلك]{{0,2}}(?:{either})(?!\S)") if listed else None


def _count_own_words(
    prose: str, listed: Sequence[str], run: Run, names: re.Pattern[str] | None
) -> int:
    """Count the words of a run that stand in no short quotation and in no name."""
    quoted = [each.span() for each in _QUOTATION.finditer(prose) if _is_short(each[0])]
    spans = list(SHINGLE_WORD.finditer(prose))[run.start : run.end]
    own = [
        "\n" if any(start <= span.start() < end for start, end in quoted) else word
        for span, word in zip(spans, listed[run.start : run.end], strict=True)
    ]
    text = " ".join(own)
    return len((names.sub(" ", text) if names else text).split())


def _is_short(quotation: str) -> bool:
    return len(words(quotation)) <= QUOTED_WORDS


def _problem(text: GuardedText, prose: str, run: Run) -> Problem:
    spans = list(SHINGLE_WORD.finditer(prose))[run.start : run.end]
    begins = text.text[spans[0].start() : spans[min(3, len(spans) - 1)].end()]
    message = say(
        "E701",
        words=run.end - run.start,
        around=" ".join(begins.split()),
        source=run.source,
        limit=LIMIT,
    )
    return text.document.within(text.path, spans[0].start(), message)
