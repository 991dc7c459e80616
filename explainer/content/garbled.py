"""Texts that were read in another encoding than they were written in: Ø§Ù„ where ال was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = "".join(bytes([number]).decode("cp1252", "ignore") for number in range(0x80, 0xA0))
_LATIN = re.compile(f"[\u0080-\u00ff{_MARKS}]{{2,}}")
"""What bytes above 127 are taken for."""
_LIKELY = re.compile(f"[\u00c2\u00c3\u00d0\u00d1\u00d8-\u00db\u00e2\u00ef][\u0080-\u00bf{_MARKS}]")
"""A first byte of UTF-8 with a second, as each looks in Latin letters."""
_LOST = re.compile(r"\?{4,}")
"""What an encoding makes of letters that it lacks."""
GARBLED = re.compile(f"{_LIKELY.pattern}|{_LOST.pattern}")


class Garbled(NamedTuple):
    """A damaged piece of a text, and what stood there; empty where nobody can tell."""

    start: int
    wrong: str
    right: str


def garbled(text: str) -> Iterator[Garbled]:
    """Find the damaged pieces of a text: words that lie together are one."""
    for found in re.finditer(rf"(?:{_LATIN.pattern})(?:[ -~]{{0,3}}(?:{_LATIN.pattern}))*", text):
        right = _as_meant(found[0])
        if right or len(_LIKELY.findall(found[0])) > 1:
            yield Garbled(found.start(), found[0], right)
    for found in _LOST.finditer(text):
        yield Garbled(found.start(), found[0], "")


def _as_meant(text: str) -> str:
    """Read a piece as it was written, though it was damaged twice; empty where that is no text."""
    right = ""
    for _ in range(3):
        try:
            text = right = b"".join(map(_byte, text)).decode()
        except (UnicodeError, ValueError):
            break
    return right if right.isprintable() else ""


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return bytes([ord(letter)])
