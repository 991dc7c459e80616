"""What a share card is made of: fills, lines and shapes in pixels; the measures of its forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from explainer.site.pictures.card_text import ShareCard
from explainer.site.pictures.set_text import SetLine, SetParagraph, set_line

CARD_COLOURS: Final = {
    "paper": "#fff", "ink": "#17191c", "quiet": "#575d64", "accent": "#0b5c6b",
    "disputed": "#a3262a", "disputed-ground": "#fbefed",
    "hue-1": "#93400f", "hue-2": "#1c5396", "hue-3": "#236b3d",
    "hue-4": "#83307c", "hue-5": "#6a5a00", "hue-6": "#0d6170",
    "speaker-1": "#006d7d", "speaker-2": "#b0203c", "speaker-3": "#805c00",
    "speaker-4": "#5646a0", "speaker-5": "#7b3f1c", "speaker-6": "#4a5661",
}  # fmt: skip
"""The colours of templates/styles/tokens.css in the light scheme; a test holds them alike."""
CARD_HUES: Final = 6
CARD_SPEAKERS: Final = 6
"""So many speakers have a colour; further marks are in the last."""
MIDDLE: Final = 0.3
"""So far above the baseline the middle of the letters lies, in em."""


class CardBox(NamedTuple):
    """A rectangle in pixels, from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class CardFill:
    """A rectangle of one colour, of whole pixels."""

    box: CardBox
    colour: str


@dataclass(frozen=True, slots=True)
class CardLook:
    """How words or a shape look: their colour, the ground they lie on, whether they are bold."""

    colour: str = "ink"
    ground: str = "paper"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of text: what it is for, its left end and its baseline, in pixels."""

    role: str
    line: SetLine
    size: float
    left: float
    baseline: float
    look: CardLook

    @property
    def box(self) -> CardBox:
        """Tell how far its ink reaches."""
        ink, size = self.line.ink, self.size
        return CardBox(
            self.left + ink.left * size, self.baseline - ink.top * size,
            self.left + ink.right * size, self.baseline - ink.bottom * size,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardMark:
    """A shape of how sure a thing is, or a speaker's mark: its left and top, and its size."""

    name: str
    left: int
    top: int
    size: int
    look: CardLook


CardPart = CardFill | CardLine | CardMark


@dataclass(frozen=True, slots=True)
class CardFormat:
    """The measures of a form, in pixels."""

    width: int
    height: int
    edge: int
    rule: int
    """How thick the section's colour is at the top."""
    band: int
    """How high the band is that tells of a correction."""
    head: int
    """The size of the explainer's name and of the day."""
    foot: int
    """How high the foot is."""
    said: int
    """The size of how sure it is."""
    titles: tuple[int, ...]
    """The sizes that a title may take, the largest first; so of numbers."""
    numbers: tuple[int, ...]
    gone: int
    """The size of the one word on the card of what was withdrawn."""
    is_square: bool = False

    @property
    def room(self) -> int:
        """Tell how wide a line may be."""
        return self.width - 2 * self.edge

    @property
    def start(self) -> int:
        """Tell where lines begin: at the right."""
        return self.width - self.edge


WIDE_CARD: Final = CardFormat(
    width=1200, height=630, edge=60, rule=22, band=66, head=34, foot=124, said=42,
    titles=(112, 104, 96, 88, 80, 73, 66, 60, 54, 48, 43),
    numbers=(184, 164, 146, 130, 116, 104, 92, 82, 72, 64, 56, 50, 44, 38), gone=250,
)  # fmt: skip
"""What a link shows in a message or a feed."""
SQUARE_CARD: Final = CardFormat(
    width=1080, height=1080, edge=72, rule=30, band=86, head=42, foot=204, said=50,
    titles=(144, 132, 120, 110, 100, 90, 82, 74, 66, 60, 54, 48),
    numbers=(220, 196, 176, 158, 142, 128, 114, 102, 92, 82, 72, 64, 56, 48), gone=320,
    is_square=True,
)  # fmt: skip
"""What is sent as a picture by itself."""


@dataclass
class CardSheet:
    """A card being laid out, from the top down to where its foot begins."""

    card: ShareCard
    format: CardFormat
    parts: list[CardPart] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    def fill(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Lay out a rectangle."""
        box = CardBox(round(left), round(top), round(right), round(bottom))
        self.parts.append(CardFill(box, colour))

    def write(
        self, role: str, words: str, size: float, at: tuple[float, float], look: CardLook
    ) -> float:
        """Lay out a line from its right end, `at` x and its baseline; give where it ends."""
        line = set_line(words, bold=look.bold)
        return self.put(role, line, size, (at[0] - line.width * size, at[1]), look)

    def put(
        self, role: str, line: SetLine, size: float, at: tuple[float, float], look: CardLook
    ) -> float:
        """Lay out a line by its left end and its baseline; give its left end."""
        self.parts.append(CardLine(role, line, size, *at, look))
        return at[0]

    def clear(self, role: str) -> None:
        """Come to lie under the ink of the lines that have a part on the card."""
        inked = [p.box.bottom for p in self.parts if isinstance(p, CardLine) and p.role == role]
        self.top = max(self.top, *inked) if inked else self.top

    def mark(self, name: str, right: float, baseline: float, size: float, look: CardLook) -> None:
        """Lay out a shape left of `right`, beside words of this size."""
        side = round(size * 0.94)
        top = baseline - size * MIDDLE - side / 2
        self.parts.append(CardMark(name, round(right - side), round(top), side, look))

    def paragraph(self, role: str, text: SetParagraph, look: CardLook) -> None:
        """Lay out lines under one another from `top` on, which comes to lie under them."""
        for line, down in zip(text.lines, text.baselines, strict=True):
            left = self.format.start - line.width * text.size
            self.put(role, line, text.size, (left, self.top + down), look)
        self.top += text.height
