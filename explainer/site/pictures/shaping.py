"""How wide words are in the site's typeface, as HarfBuzz shapes them: Arabic letters join."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import uharfbuzz

from explainer.site.typeface import font_data

SURPLUS = 1.03
"""Widths are taken this much too large, for browsers that round letters to pixels."""
TEXT_FEATURES = {"tnum": True, "lnum": True}
"""Figures of one width that stand on the line."""


@lru_cache(maxsize=20_000)
def text_width(words: str, *, bold: bool = False) -> float:
    """Measure a line of text, in em."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    font = shaper(700 if bold else 400)
    uharfbuzz.shape(font, buffer, TEXT_FEATURES)
    advance: float = sum(each.x_advance for each in buffer.glyph_positions)
    return SURPLUS * advance / float(font.face.upem)


def broken(words: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text between words into lines of at most `room` em; a longer word stands alone.

    A number stays with the word after it.
    """
    kept = re.sub(r"(?<=\d) (?=\D)", "\u00a0", words)
    return tuple(_lines(kept.split(" "), room, bold=bold))


def _lines(words: list[str], room: float, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and text_width(longer, bold=bold) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


@cache
def shaper(weight: int) -> Any:
    """Give what shapes text of a weight, 400 or 700: a font of HarfBuzz."""
    return uharfbuzz.Font(uharfbuzz.Face(font_data(weight)))
