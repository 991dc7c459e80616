"""The files of kept texts: where a text came from, and its hashes; a few kilobytes each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import unpack

from explainer.content.guard.shingles import BITS, BLOCK, SIZE, blocks, words
from explainer.content.model import as_id
from explainer.content.yaml_file import MAX_BYTES, Document, text_of
from explainer.messages import say

__all__ = ["FOLDER", "MAX_BYTES", "Kept", "every", "read"]

FOLDER = "guard"
"""The folder within that of the content."""
FORM = f"{SIZE} words, {BITS} bits, {BLOCK} a block"
FIRST_LINE = "# Hashes of shingles, never text; written by: build.py guard add"
_A_LINE = 16
_FILE = re.compile(
    rf"{re.escape(FIRST_LINE)}\nsource: (\S.*)\nadded: (\d{{4}}-\d\d-\d\d)\nwords: (\d+)\n"
    rf"shingles: {re.escape(FORM)}\ncheck: ([0-9a-f]{{16}})\n(\n[0-9a-f \n]+)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that is known again: its source, the day it was added, its number of words."""

    source: str
    added: str
    words: int
    blocks: tuple[tuple[int, ...], ...]
    """Each in order."""

    @classmethod
    def of(cls, text: str, source: str, added: str) -> Kept:
        """Hash a text; the text itself is not kept."""
        listed = words(text)
        return cls(" ".join(source.split()), added, len(listed), tuple(blocks(listed)))

    @property
    def check(self) -> str:
        """The sum by which a damaged file is known, and a text that is kept already."""
        return blake2b(_rows(self.blocks).encode(), digest_size=8).hexdigest()

    @property
    def file_name(self) -> str:
        """The name of its file: the source in Latin letters, and the beginning of its sum."""
        name = as_id(re.sub(r"^https?://(www\.)?", "", self.source))[:60].strip("-")
        return f"{name or 'text'}-{self.check[:6]}.txt"

    def text(self) -> str:
        """Write the file."""
        return (
            f"{FIRST_LINE}\nsource: {self.source}\nadded: {self.added}\nwords: {self.words}\n"
            f"shingles: {FORM}\ncheck: {self.check}\n{_rows(self.blocks)}"
        )


def _rows(each: Iterable[tuple[int, ...]]) -> str:
    return "".join(f"\n{_block(block)}" for block in each)


def _block(block: tuple[int, ...]) -> str:
    listed = [f"{number:04x}" for number in block]
    rows = (listed[at : at + _A_LINE] for at in range(0, len(listed), _A_LINE))
    return "".join(f"{' '.join(row)}\n" for row in rows)


def read(path: Path, shown_as: str) -> tuple[Kept | None, Document]:
    """Read the file of a kept text; what is wrong with it is in the document's problems."""
    document = text_of(path, shown_as)
    if document.problems:
        return None, document
    kept = _parsed(document.text.replace("\r\n", "\n"))
    if kept is None:
        document.problems.append(document.problem((), say("E119")))
    return kept, document


def _parsed(text: str) -> Kept | None:
    """Read what `Kept.text` wrote; None where a sign of it was changed."""
    found = _FILE.fullmatch(text)
    if found is None or blake2b(found[5].encode(), digest_size=8).hexdigest() != found[4]:
        return None
    listed = (bytes.fromhex(part) for part in found[5].split("\n\n"))
    numbers = tuple(unpack(f">{len(raw) // 2}H", raw) for raw in listed)
    return Kept(found[1], found[2], int(found[3]), numbers)


def every(content: Path) -> Iterator[tuple[Path, Kept | None]]:
    """Yield the files of a content folder, by name; None with one that is damaged."""
    for path in sorted((content / FOLDER).glob("*.txt")):
        yield path, read(path, str(path))[0]
