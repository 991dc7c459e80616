"""What a share card says: ready words, and nothing of where they stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class CardNumber:
    """A number as somebody gives it: what stands before it, the number, its unit, and who it is."""

    lead: str
    number: str
    unit: str
    who: str
    mark: int
    """The speaker's mark and colour, from 1; 0 for a number that nobody opposes."""

    @property
    def told(self) -> str:
        """Give it in one line."""
        return " ".join(part for part in (self.lead, self.number, self.unit, self.who) if part)


@dataclass(frozen=True, slots=True)
class CardCount:
    """How many events are known how surely: the code of a degree, and its word with a number."""

    code: str
    words: str


class CardBrand(NamedTuple):
    """Whose a card is: what the explainer is called, and who answers for it."""

    explainer: str
    newsroom: str = ""


@dataclass(frozen=True)
class ShareCard:
    """The words of one card; what is empty is not drawn."""

    title: str
    brand: CardBrand
    day: str = ""
    """What stands at the far end of the head: a day, or how many events there are."""
    hue: int = 0
    """The section's colour; 0 where it has none, or where all sections have their part."""
    hues: int = 0
    """How many sections there are, where the card is of all."""
    topic: str = ""
    """What stands above the title, in the section's colour."""
    sub: str = ""
    """What stands under the title, quietly."""
    band: str = ""
    """What has befallen the text: that it was corrected, or that it is a draft."""
    degree: str = ""
    """The code of how sure it is; its shape stands before the words."""
    said: tuple[str, ...] = ()
    """How sure it is, in words, the longest first: what has room is taken."""
    counted: str = ""
    """On how much it rests: 4 مصادر مستقلة."""
    numbers: tuple[CardNumber, ...] = ()
    counts: tuple[CardCount, ...] = ()
    is_gone: bool = False
    """Whether it was withdrawn: nothing but its title stands on it, as large as there is room."""

    @property
    def alt(self) -> str:
        """Tell what is drawn, for who does not see it."""
        numbers = [each.told for each in self.numbers]
        counts = [each.words for each in self.counts]
        told = (
            self.band, self.topic, self.title, *numbers, self.sub, self.day, *self.said[:1],
            self.counted, *counts, *self.brand,
        )  # fmt: skip
        return ". ".join(part.rstrip(".") for part in told if part)

    @cached_property
    def digest(self) -> str:
        """Tell these words from others in a few letters."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:20]
