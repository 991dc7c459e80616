"""Text as glyphs in their places, and a paragraph as lines of even length.

A title is never clipped: it takes the largest size at which it has room, and at the smallest ends
at a word with an ellipsis. No line is one word alone at the end where it can be otherwise, and a
date keeps its parts together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final, NamedTuple

import uharfbuzz

from explainer.arabic.date_words import MONTH_NAMES
from explainer.site.pictures.shaping import TEXT_FEATURES, shaper, text_width
from explainer.site.pictures.text_runs import from_the_left

_MONTHS: Final = "|".join(
    sorted({name for names in MONTH_NAMES.values() for name in names}, key=len, reverse=True)
)
_KEPT: Final = re.compile(
    rf"(?:\d{{1,2}} )?\b[وفبلك]?(?:{_MONTHS})\b(?: \d{{4}})?|\d \S+|\S [–—-](?= )"
)
"""What does not part at its spaces: a date, a number and its noun, a dash and what is before it."""
_ALONE: Final = 1e6
"""What it costs to leave one word alone on the last line."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
ELLIPSIS: Final = "…"
DESCENT: Final = 0.38
"""So far above the foot of its line a baseline lies, in em."""

Broken = tuple[float, tuple[str, ...]]
"""What it costs to break a text as far as some word, and the lines up to there."""


class SetGlyph(NamedTuple):
    """A glyph of the typeface and where it stands, in em from the line's left end."""

    id: int
    x: float
    y: float


class Ink(NamedTuple):
    """How far the ink of a line reaches, in em from its left end and its baseline, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text, shaped: its glyphs from the left to the right, and its width in em."""

    words: str
    bold: bool
    glyphs: tuple[SetGlyph, ...]
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """Lines of one size, in pixels, `leading` em apart, or more where their ink would touch."""

    size: float
    lines: tuple[SetLine, ...]
    leading: float

    @property
    def baselines(self) -> tuple[float, ...]:
        """Give where each line stands, in pixels below the paragraph's top."""
        return self._set_down()[0]

    @property
    def height(self) -> float:
        """Give how high the paragraph is."""
        return self._set_down()[1]

    def _set_down(self) -> tuple[tuple[float, ...], float]:
        size, top, ink = self.size, 0.0, 0.0
        baselines = []
        for line in self.lines:
            even = top + size * (self.leading - DESCENT)
            baseline = max(even, ink + line.ink.top * size + 1)
            baselines.append(baseline)
            top, ink = baseline + size * DESCENT, baseline - line.ink.bottom * size
        return tuple(baselines), max(top, ink)


class TitleRoom(NamedTuple):
    """The room that a paragraph has, and the sizes that it may take, the largest first."""

    width: float
    height: float
    sizes: Sequence[float]
    leading: float


@lru_cache(maxsize=2000)
def set_line(words: str, *, bold: bool = False) -> SetLine:
    """Set a line by itself."""
    return _set(words, from_the_left(words), bold=bold)


def fitted(text: str, room: TitleRoom, *, bold: bool = False) -> SetParagraph:
    """Set a paragraph as large as its room allows; what has none at the smallest is cut."""
    words = kept_together(text)
    for size in room.sizes:
        most = int(room.height / (size * room.leading))
        if lines := even_lines(words, room.width / size, most, bold=bold):
            found = SetParagraph(size, _set_lines(lines, bold=bold), room.leading)
            if found.height <= room.height:
                return found
    cut = _cut(words, room.width / size, most, bold)
    return SetParagraph(size, _set_lines(cut, bold=bold), room.leading)


def shortened(text: str, room: float, *, bold: bool = False) -> str:
    """Give a text that is no wider than so many em, cut at a word where it has to be."""
    words = text.split(" ")
    for cut in (text, *(_with_ellipsis(words[:n]) for n in range(len(words) - 1, 0, -1))):
        if text_width(cut, bold=bold) <= room:
            return cut
    return _letters(text, room, bold=bold)


def kept_together(text: str) -> list[str]:
    """Cut a text at the spaces where a line may end."""
    held = _KEPT.sub(lambda found: found[0].replace(" ", _NO_BREAK), " ".join(text.split(" ")))
    return [piece.replace(_NO_BREAK, " ") for piece in held.split(" ") if piece]


def even_lines(words: Sequence[str], room: float, most: int, *, bold: bool) -> list[str]:
    """Break words into the fewest lines of at most `room` em, of even length; none if too many."""
    widths = [text_width(word, bold=bold) for word in words]
    space = text_width(" ", bold=bold)
    ends = [0.0, *accumulate(width + space for width in widths)]
    reached: Mapping[int, Broken] = {0: (0.0, ())}
    for _ in range(most):
        reached = _one_line_more(reached, words, ends, room + space)
        if len(words) in reached:
            return list(reached[len(words)][1])
    return []


def _one_line_more(
    reached: Mapping[int, Broken], words: Sequence[str], ends: Sequence[float], room: float
) -> dict[int, Broken]:
    """Set a line more: for each number of words that can be reached, the evenest way there."""
    found: dict[int, Broken] = {}
    for start, (cost, lines) in reached.items():
        for end in range(start + 1, len(words) + 1):
            left_over = room - (ends[end] - ends[start])
            if left_over < 0:
                break
            alone = 0 < start == len(words) - 1 and " " not in words[start]
            whole = cost + left_over**2 + (_ALONE if alone else 0.0)
            if end not in found or whole < found[end][0]:
                found[end] = whole, (*lines, " ".join(words[start:end]))
    return found


def _cut(words: Sequence[str], room: float, most: int, bold: bool) -> list[str]:
    """Take as many words as have room, and an ellipsis; of one too long, its first letters."""
    short = [_letters(word, room, bold=bold) for word in words]
    for number in range(len(short), 0, -1):
        taken = [*short[: number - 1], _with_ellipsis(short[number - 1 : number])]
        if lines := even_lines(taken, room, most, bold=bold):
            return lines
    return []


def _letters(word: str, room: float, *, bold: bool) -> str:
    """Give a word, or so many of its letters as have room."""
    if text_width(word, bold=bold) <= room:
        return word
    cuts = (word[:number] + ELLIPSIS for number in range(len(word) - 1, 0, -1))
    return next((cut for cut in cuts if text_width(cut, bold=bold) <= room), ELLIPSIS)


def _with_ellipsis(words: Sequence[str]) -> str:
    return " ".join(words).rstrip("،؛:.–-" + ELLIPSIS) + ELLIPSIS


def _set_lines(lines: Sequence[str], *, bold: bool) -> tuple[SetLine, ...]:
    """Set lines as parts of one text: a number is told from the left by what stands before it."""
    lefts = from_the_left(" ".join(lines))
    made, at = [], 0
    for line in lines:
        end = at + len(line)
        inside = [(max(a, at) - at, min(b, end) - at) for a, b in lefts if a < end and b > at]
        made.append(_set(line, inside, bold=bold))
        at = end + 1
    return tuple(made)


def _set(words: str, lefts: Sequence[tuple[int, int]], *, bold: bool) -> SetLine:
    """Shape each piece in its direction, from the right end of the line."""
    font = shaper(700 if bold else 400)
    upem, pen = font.face.upem, 0
    placed: list[tuple[int, int, int]] = []
    for start, end, way in _runs(len(words), lefts):
        buffer = _shaped(words[start:end], way, font)
        pen -= sum(each.x_advance for each in buffer.glyph_positions)
        x = pen
        for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            placed.append((glyph.codepoint, x + at.x_offset, at.y_offset))
            x += at.x_advance
    glyphs = tuple(SetGlyph(i, (x - pen) / upem, y / upem) for i, x, y in placed)
    return SetLine(words, bold, glyphs, -pen / upem, _ink(glyphs, font))


def _runs(length: int, lefts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Cut a line into pieces of one direction, in the order of its letters."""
    done = 0
    for start, end in lefts:
        if start > done:
            yield done, start, "rtl"
        yield start, end, "ltr"
        done = end
    if done < length:
        yield done, length, "rtl"


def _shaped(words: str, way: str, font: Any) -> Any:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.direction = way
    uharfbuzz.shape(font, buffer, TEXT_FEATURES)
    return buffer


def _ink(glyphs: Sequence[SetGlyph], font: Any) -> Ink:
    """Measure how far the glyphs' outlines reach; a space has none."""
    upem = font.face.upem
    boxes = [
        Ink(g.x + e.x_bearing / upem, g.y + (e.y_bearing + e.height) / upem,
            g.x + (e.x_bearing + e.width) / upem, g.y + e.y_bearing / upem)
        for g in glyphs
        if (e := font.get_glyph_extents(g.id)) and e.width
    ]  # fmt: skip
    if not boxes:
        return Ink(0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = zip(*boxes, strict=True)
    return Ink(min(left), min(bottom), max(right), max(top))
