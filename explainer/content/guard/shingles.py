"""A text as hashes of every few of its words: enough to know it again, too little to tell it.

Words are folded first (`arabic.fold`), so that marks, hamzas, digits of another kind, punctuation
and thousands' commas hide no copy. A hash has 14 bits and a block holds 512 of the 16,384 there
are, whatever the length of the text: each word tells 5 bits, less than it carries, and whoever goes
on guessing from a known beginning is told yes by one wrong word in 32.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, count

from explainer.arabic.fold import fold

SIZE = 5
"""Words of a shingle."""
LIMIT = 12
"""A run of so many words, names and short quotations not counted, may not be shared.

In the first explainer no two events share more than 11 so counted.
"""
RUN = LIMIT - SIZE + 1
"""Shingles of the shortest run that matters."""
BITS = 14
BLOCK = 512
"""Hashes of a block."""
OVERLAP = 64
"""Shingles that a block has of the next, so that no run falls between two."""

SHINGLE_WORD = re.compile(
    r"(?:و\s+(?=[ء-ي]))?[^\W\d_][\w\u064b-\u065f\u0670'’ʼ]*|\d+(?:[.,٫٬،]\d+)*"
)
"""A word with its marks and the waw that stands apart before it, or a number."""
_COMMAS = re.compile(r"[,٬،](?=\d)")


def words(text: str) -> list[str]:
    """List the folded words of a text, one for each match of `SHINGLE_WORD`."""
    return [_folded(word) for word in SHINGLE_WORD.findall(text)]


@lru_cache(200_000)
def _folded(word: str) -> str:
    """Fold a word; a number loses its commas, a long word its waw, a bare hamza stays a word."""
    folded = fold(_COMMAS.sub("", "".join(word.split())).replace("٫", ".")) or word
    return folded[1:] if folded[0] == "و" and len(folded) > 3 else folded


def shingle(listed: Sequence[str], at: int) -> int:
    """Hash the words of one shingle to a number below 2 ** BITS."""
    return _hash(" ".join(listed[at : at + SIZE]))


def blocks(listed: Sequence[str]) -> list[tuple[int, ...]]:
    """Hash a whole text into blocks of 512; what a short one lacks is filled with chance."""
    hashes = [shingle(listed, at) for at in range(len(listed) - SIZE + 1)]
    step = BLOCK - OVERLAP
    parts = [hashes[at : at + BLOCK] for at in range(0, max(1, len(hashes) - OVERLAP), step)]
    secret = blake2b(" ".join(listed).encode()).hexdigest()
    made = {_filled(part, f"{secret} {number}") for number, part in enumerate(parts)}
    return sorted(made)


def _filled(part: Iterable[int], seed: str) -> tuple[int, ...]:
    """Add hashes that stand for nothing; the same for the same text."""
    found: set[int] = set()
    chance = (_hash(f"{seed} {number}") for number in count())
    for each in chain(part, chance):
        if len(found) == BLOCK:
            break
        found.add(each)
    return tuple(sorted(found))


def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=2).digest()
    return int.from_bytes(digest, "big") >> (16 - BITS)
