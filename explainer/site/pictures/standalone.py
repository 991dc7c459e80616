"""A picture as a file of its own: its title, its drawing, its source, and colours that it carries.

It is as wide as a column of print and white. Its words are text, in the site's typeface where a
machine has it; `pixels` draws it with that typeface at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

from explainer.site.pictures.draw import isolated, num
from explainer.site.pictures.history import Plot
from explainer.site.pictures.shaping import broken

SHEET_WIDTH = 640
"""Pixels of the picture's width; its PNG has twice as many."""
SHEET_EDGE = 24
SHEET_TEXT = 15
"""The size of the drawing's text, in pixels."""
SHEET_FONT: Final = (
    "FiraGO, 'Segoe UI', 'Noto Sans Arabic', 'Geeza Pro', 'Arabic UI Text', Tahoma, sans-serif"
)
SHEET_COLOURS: Final = {
    "paper": "#fff", "ink": "#17191c", "quiet": "#575d64", "grid": "#e4e1da", "accent": "#0b5c6b",
    "disputed": "#a3262a", "disputed-ground": "#fbefed",
    "speaker-1": "#006d7d", "speaker-2": "#b0203c", "speaker-3": "#805c00",
    "speaker-4": "#5646a0", "speaker-5": "#7b3f1c", "speaker-6": "#4a5661",
}  # fmt: skip
"""The colours of templates/styles/tokens.css in the light scheme; a test holds them alike."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """Words on a sheet: their size in pixels, their colour, and whether they are bold."""

    words: str
    size: float
    colour: str = "ink"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of numbers with its speaker at the right and its number at the left."""

    who: str
    value: str
    mark: int
    line: str


@dataclass
class PictureSheet:
    """A picture being set, from the top down."""

    y: float = SHEET_EDGE
    parts: tuple[str, ...] = ()

    def write(self, text: SheetText, *, after: float = 0.0) -> None:
        """Set a paragraph at the right edge."""
        room = (SHEET_WIDTH - 2 * SHEET_EDGE) / text.size
        for words in broken(text.words, room, bold=text.bold):
            self.y += text.size * 1.35
            self.put(_text(words, SHEET_WIDTH - SHEET_EDGE, self.y, text, "end"))
        self.y += after

    def put(self, part: str) -> None:
        """Add something drawn."""
        self.parts = (*self.parts, part)

    def plot(self, plot: Plot) -> None:
        """Set a plot: its numbers at the right have their room beside it."""
        self.y += 16
        width = SHEET_WIDTH - 2 * SHEET_EDGE - plot.room * SHEET_TEXT
        height = plot.height * SHEET_TEXT
        inner = str(plot.svg).partition("</desc>")[2]
        self.put(_nested(SHEET_EDGE, self.y, width, height) + inner)
        self.y += height + 8

    def rows(self, rows: Sequence[SheetRow], scale: str) -> None:
        """Set lines of numbers and the axis below them."""
        width = SHEET_WIDTH - 2 * SHEET_EDGE
        for row in rows:
            self.y += 26
            colour = _speaker(row.mark)
            self.put(_text(row.who, SHEET_WIDTH - SHEET_EDGE, self.y, SheetText("", 15), "end"))
            told = SheetText("", 17, colour, bold=True)
            self.put(_text(row.value, SHEET_EDGE, self.y, told, "start"))
            self.put(f'<g class="x-who-{row.mark}" fill="{SHEET_COLOURS[colour]}">')
            self.put(_nested(SHEET_EDGE, self.y + 6, width, 24) + _inner(row.line) + "</svg></g>")
            self.y += 32
        self.put(_nested(SHEET_EDGE, self.y, width, 26) + _inner(scale) + "</svg>")
        self.y += 32

    def svg(self, title: str) -> str:
        """Close the sheet."""
        height = num(self.y + SHEET_EDGE)
        tab = SHEET_WIDTH - SHEET_EDGE
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{SHEET_WIDTH}" height="{height}"'
            f' viewBox="0 0 {SHEET_WIDTH} {height}" direction="ltr" xml:lang="ar" role="img"'
            f' font-family="{escape(SHEET_FONT)}" font-size="{SHEET_TEXT}">'
            f"<title>{escape(title)}</title><style>{_style()}</style>"
            f'<rect width="100%" height="100%" fill="{SHEET_COLOURS["paper"]}"/>'
            f'<path d="M{SHEET_EDGE} 12.5H{tab}" stroke="{SHEET_COLOURS["ink"]}"/>'
            f'<path d="M{tab - 40} 12H{tab}v5H{tab - 40}z" fill="{SHEET_COLOURS["accent"]}"/>'
            f"{''.join(self.parts)}</svg>\n"
        )


def _text(words: str, x: float, y: float, look: SheetText, anchor: str) -> str:
    weight = ' font-weight="700"' if look.bold else ""
    return (
        f'<text x="{num(x)}" y="{num(y)}" text-anchor="{anchor}" font-size="{num(look.size)}"'
        f' fill="{SHEET_COLOURS[look.colour]}"{weight}>{escape(isolated(words))}</text>'
    )


def _nested(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<svg x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"'
        ' overflow="visible">'
    )


def _inner(drawing: str) -> str:
    """Take a drawing out of its frame."""
    return str(drawing).partition(">")[2].removesuffix("</svg>")


def _speaker(mark: int) -> str:
    return f"speaker-{mark}" if mark else "quiet"


def _style() -> str:
    """Write the rules of templates/styles/pictures.css that a picture alone needs."""
    colours = SHEET_COLOURS
    rules = [
        ".x-narrow{display:none}",
        f".x-plot__axis{{stroke:{colours['ink']}}}",
        f".x-plot__grid{{stroke:{colours['grid']}}}",
        f".x-plot__tick{{fill:{colours['quiet']}}}",
        f".x-plot__gapname{{fill:{colours['disputed']}}}",
        f".x-plot__band{{stroke:{colours['disputed-ground']};stroke-width:12}}",
        f".x-plot__gap{{stroke:{colours['disputed']};stroke-width:1.5;stroke-dasharray:2 3}}",
        ".x-plot__value{font-size:16.65px;font-weight:700}",
        ".x-plot__value,.x-plot__who,.x-plot__gapname{paint-order:stroke;stroke-width:5px;"
        f"stroke-linejoin:round;stroke:{colours['paper']}}}",
        f".x-plot__mark{{stroke:{colours['paper']};stroke-width:1.5}}",
        ".x-plot__mark--open{stroke-width:2}",
    ]
    for mark in range(7):
        who, colour = f".x-who-{mark}", colours[_speaker(mark)]
        words = f"{who}.x-plot__value,{who}.x-plot__who,{who}.x-plot__mark"
        rules.append(f"{words},{who} .x-plot__mark{{fill:{colour}}}")
        for kind, look in _STROKES.items():
            rules.append(f"{who}.{kind},{who} .{kind}{{stroke:{colour};fill:none;{look}}}")
        rules.append(f"{who}.x-plot__mark--open{{stroke:{colour};fill:{colours['paper']}}}")
    return "".join(rules)


_STROKES = {
    "x-plot__line": "stroke-width:2",
    "x-plot__range": "stroke-width:6;stroke-opacity:.5",
    "x-plot__open": "stroke-width:3;stroke-dasharray:1 5;stroke-linecap:round",
    "x-plot__arrow": "stroke-width:2",
    "x-plot__period": "stroke-width:4;stroke-opacity:.35",
    "x-plot__unsure": "stroke-width:2;stroke-dasharray:6 4",
    "x-line__way": "stroke-width:2;stroke-opacity:.45",
}
