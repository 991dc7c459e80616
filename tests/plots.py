"""Reads a drawn plot as a browser lays it out at some width: the boxes of its words, its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from explainer.site.pictures.shaping import SURPLUS, text_width

STROKES = ("line", "open", "range", "period", "unsure")
SIZES = {"x-plot__value": 1.11}
ASCENT, DESCENT = 0.935, 0.265
"""Of the typeface, in em: what a browser takes for the height of a line's box."""


class Word(NamedTuple):
    """A label's line as a box: left, top, right, bottom, in em."""

    words: str
    kind: str
    box: tuple[float, float, float, float]


class Stroke(NamedTuple):
    """A line of a speaker, in em."""

    kind: str
    start: tuple[float, float]
    end: tuple[float, float]


def words_at(svg: str, column: float, layout: str) -> list[Word]:
    """List the words of the labels shown in a column so many em wide: layout narrow or wide."""
    found = []
    for hung in _parsed(svg).iter("svg"):
        if hung.get("class") in (None, f"x-{layout}") and hung.get("x"):
            left, top = _length(hung, "x", column), _length(hung, "y", column)
            found += [_word(text, column, left, top) for text in hung.findall("text")]
    return found


def ticks_at(svg: str, column: float, layout: str) -> list[Word]:
    """List the words of the axes in a column so many em wide."""
    root = _parsed(svg)
    shown = [root, *(each for each in root.findall("g") if each.get("class") == f"x-{layout}")]
    return [_word(text, column, 0, 0) for each in shown for text in each.findall("text")]


def strokes_at(svg: str, column: float) -> Iterator[Stroke]:
    """Give the speakers' lines in a column so many em wide."""
    for line in _parsed(svg).iter("line"):
        kind = str(line.get("class")).split()[0].removeprefix("x-plot__")
        if kind in STROKES:
            start, end = (
                (_length(line, f"x{n}", column), _length(line, f"y{n}", column)) for n in (1, 2)
            )
            yield Stroke(kind, start, end)


@lru_cache(1)
def _parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - drawn by ourselves


def _length(element: ElementTree.Element, name: str, column: float, size: float = 1) -> float:
    """Read a length in em, per cent of the width, or nothing."""
    typed = element.get(name) or "0"
    number = float(re.sub("[^0-9.-]", "", typed))
    return number / 100 * column if typed.endswith("%") else number * size


def _word(text: ElementTree.Element, column: float, left: float, top: float) -> Word:
    kind = str(text.get("class")).split()[0]
    size = SIZES.get(kind, 1.0)
    words = re.sub("[\u2067\u2069]", "", text.text or "")
    width = size * text_width(words, bold=kind == "x-plot__value") / SURPLUS
    x = left + _length(text, "x", column, size) + float(text.get("dx", "0")) / 13.6
    y = top + _length(text, "y", column, size)
    start = x - {"start": 0.0, "middle": width / 2, "end": width}[str(text.get("text-anchor"))]
    return Word(words, kind, (start, y - ASCENT * size, start + width, y + DESCENT * size))
