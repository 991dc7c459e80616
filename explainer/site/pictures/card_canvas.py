"""A laid out card as pixels: a PNG of one palette, drawn by HarfBuzz, the same bytes every time.

Text is drawn as shaped: HarfBuzz fills the glyphs' outlines into a mask, and each shade of the mask
is an entry of the palette already, so that nothing is to be quantised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from typing import Any, Final

import resvg_py
import uharfbuzz

from explainer.site.pictures.card_parts import (
    CARD_COLOURS,
    CardFill,
    CardFormat,
    CardLine,
    CardLook,
    CardMark,
    CardPart,
)
from explainer.site.pictures.shaping import shaper
from explainer.site.pictures.told_numbers import MARK_PATHS

DEGREE_SHAPES: Final = {
    "confirmed": '<circle r="7"/>',
    "claimed": '<circle r="6" fill="none" stroke="#000" stroke-width="2"/>'
    '<path d="M0-7a7 7 0 0 1 0 14z"/>',
    "disputed": '<path d="M2.2-7a7 7 0 0 1 0 14z"/>'
    '<path d="M-2.7-5.8a6 6 0 0 0 0 11.6z" fill="none" stroke="#000" stroke-width="1.8"/>',
    "suspected": '<circle r="6" fill="none" stroke="#000" stroke-width="2"'
    ' stroke-dasharray="2.6 2.1"/>',
}
"""The shapes of templates/theme/main.html; a test holds them alike."""
CARD_SHADES: Final = 11
"""So many steps lead from a ground to the colour on it."""
RUN_LENGTHS: Final = 3
"""zlib's strategy for what is mostly even ground: half the time of its own, and as small."""


class CardCanvas:
    """A card being drawn. A pixel is its colour's number in the palette."""

    def __init__(self, width: int, height: int) -> None:
        from PIL import Image  # noqa: PLC0415 - a build whose cards are kept loads nothing

        self._images = Image
        self._palette: list[tuple[int, int, int]] = []
        self._ramps: dict[tuple[str, str], int] = {}
        self._size = (width, height)
        self._pixels = Image.new("L", self._size, self._solid("paper"))

    def fill(self, part: CardFill) -> None:
        """Draw a rectangle."""
        left, top, right, bottom = map(round, part.box)
        self._pixels.paste(self._solid(part.colour), (left, top, right, bottom))

    def lines(self, lines: Sequence[CardLine]) -> None:
        """Draw lines of one look."""
        left, top, right, bottom = _around(lines, *self._size)
        pen = uharfbuzz.RasterDraw()
        pen.extents = uharfbuzz.RasterExtents(left, -bottom, right - left, bottom - top, 0)
        for each in lines:
            _outline(pen, each)
        made = pen.render()
        size = (made.extents.width, made.extents.height)
        mask = self._images.frombytes("L", size, made.buffer, "raw", "L", made.extents.stride, -1)
        self._lay(mask, (left, top), lines[0].look)

    def mark(self, part: CardMark) -> None:
        """Draw a shape."""
        mask = self._images.open(BytesIO(_mark(part.name, part.size))).getchannel("A")
        self._lay(mask, (part.left, part.top), part.look)

    def png(self) -> bytes:
        """Give the file."""
        self._pixels.putpalette([value for colour in self._palette for value in colour])
        out = BytesIO()
        self._pixels.save(out, "PNG", compress_type=RUN_LENGTHS, compress_level=6)
        return out.getvalue()

    def _lay(self, mask: Any, at: tuple[int, int], look: CardLook) -> None:
        """Put a mask's shades where it is not clear."""
        first = self._ramp(look.colour, look.ground)
        shades = mask.point([first + value * CARD_SHADES // 255 for value in range(256)])
        self._pixels.paste(
            shades, at, mask.point([255 * (v * CARD_SHADES > 254) for v in range(256)])
        )

    def _solid(self, colour: str) -> int:
        return self._ramp(colour, "paper") + CARD_SHADES

    def _ramp(self, colour: str, ground: str) -> int:
        """Give where in the palette the way from a ground to a colour begins."""
        if (colour, ground) not in self._ramps:
            self._ramps[colour, ground] = len(self._palette)
            over, under = _rgb(colour), _rgb(ground)
            self._palette += [
                _between(under, over, step / CARD_SHADES) for step in range(CARD_SHADES + 1)
            ]
        return self._ramps[colour, ground]


def drawn(parts: Iterable[CardPart], measures: CardFormat) -> bytes:
    """Draw a card that is laid out; lines of one part and look at once, in one small mask."""
    canvas = CardCanvas(measures.width, measures.height)
    lines: dict[tuple[str, CardLook], list[CardLine]] = {}
    for part in parts:
        if isinstance(part, CardFill):
            canvas.fill(part)
        elif isinstance(part, CardMark):
            canvas.mark(part)
        else:
            lines.setdefault((part.role, part.look), []).append(part)
    for several in lines.values():
        canvas.lines(several)
    return canvas.png()


def _outline(pen: Any, line: CardLine) -> None:
    """Add a line's glyphs; y runs upwards from the card's top."""
    font = shaper(700 if line.line.bold else 400)
    scale = line.size / font.face.upem
    for glyph in line.line.glyphs:
        x, y = line.left + glyph.x * line.size, glyph.y * line.size - line.baseline
        pen.transform = (scale, 0.0, 0.0, scale, x, y)
        pen.draw_glyph(font, glyph.id)


def _around(lines: Sequence[CardLine], width: int, height: int) -> tuple[int, int, int, int]:
    """Give a box of whole pixels around the ink of some lines, within the card."""
    left, top, right, bottom = zip(*(line.box for line in lines), strict=True)
    return (
        max(0, int(min(left)) - 1), max(0, int(min(top)) - 1),
        min(width, int(max(right)) + 2), min(height, int(max(bottom)) + 2),
    )  # fmt: skip


@cache
def _mark(name: str, size: int) -> bytes:
    """Draw a shape by itself, black on nothing."""
    inner = DEGREE_SHAPES.get(name) or f'<path d="{MARK_PATHS[int(name.removeprefix("who-"))]}"/>'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 16 16" width="{size}"'
        f' height="{size}">{inner}</svg>'
    )
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)


def _rgb(colour: str) -> tuple[int, int, int]:
    digits = CARD_COLOURS[colour].removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16)


def _between(
    under: tuple[int, int, int], over: tuple[int, int, int], share: float
) -> tuple[int, int, int]:
    red, green, blue = (round(u + (o - u) * share) for u, o in zip(under, over, strict=True))
    return red, green, blue
