"""Which pieces of an Arabic text run from the left: numbers, and what is not Arabic.

It is what the Unicode bidirectional algorithm makes of a paragraph that begins at the right: words
of other alphabets stand isolated (`arabic.isolate`), and of what is left only numbers run from the
left (rules W2 to W5: after an Arabic letter a sign such as % is no part of a number). A test draws
the same words with another program that knows the algorithm whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from explainer.arabic.isolate import spans

_SEPARATED: Final = r"\d+(?:[.,:/\u00a0]\d+)*"
_SIGNS: Final = r"[%‰°#$€£¥₩₽+\-\u2212]*"
_NUMBER: Final = re.compile(_SEPARATED)
_NUMBER_WITH_SIGNS: Final = re.compile(rf"{_SIGNS}\d+(?:[.,:/+\-\u00a0]\d+)*{_SIGNS}")
_NUMBER_OF_RANGE: Final = re.compile(rf"{_SEPARATED}[%‰°]*")
"""The hyphen of a range is isolated by itself (`arabic.isolate`), so that it joins no numbers."""
_STRONG_ARABIC: Final = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")


def from_the_left(text: str) -> list[tuple[int, int]]:
    """List where the pieces begin and end that run from the left, in the order of the text."""
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at, has_arabic = 0, False
    for piece, way in spans(text):
        if way == "ltr":
            yield at, at + len(piece)
        elif way == "rtl":
            found = _NUMBER_OF_RANGE.finditer(piece)
            yield from ((at + each.start(), at + each.end()) for each in found)
        else:
            yield from _numbers(piece, at, has_arabic=has_arabic)
            has_arabic = has_arabic or bool(_STRONG_ARABIC.search(piece))
        at += len(piece)


def _numbers(piece: str, at: int, *, has_arabic: bool) -> Iterator[tuple[int, int]]:
    """Find the numbers of a piece without other letters; `has_arabic` tells of what is before."""
    first = _STRONG_ARABIC.search(piece)
    turn = 0 if has_arabic else first.start() if first else len(piece)
    for found in _NUMBER_WITH_SIGNS.finditer(piece, 0, turn):
        yield at + found.start(), at + found.end()
    for found in _NUMBER.finditer(piece, turn):
        yield at + found.start(), at + found.end()
