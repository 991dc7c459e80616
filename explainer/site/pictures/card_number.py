"""A number on a share card: as large as it can be and never cut, its words beside it or around it.

Where a column is narrow, what stands before the number lies above it and its unit below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from explainer.site.pictures.card_parts import CardBox, CardLook, CardSheet
from explainer.site.pictures.card_text import CardNumber
from explainer.site.pictures.shaping import text_width

BESIDE_GAP: Final = 0.2
"""The room between a number and the words beside it, of its size."""
ROW: Final = 1.36
"""The height of the words above a number, of their size."""
WORTH_A_ROW: Final = 1.15
"""So much larger the number must be for its words to lie above and below it."""


class NumberSize(NamedTuple):
    """The size of some numbers and of the words beside them; whether these lie above and below."""

    number: float
    words: float
    above: bool
    below: bool

    @property
    def is_in_line(self) -> bool:
        """Tell whether all stands on one line."""
        return not (self.above or self.below)

    @property
    def height(self) -> float:
        """Tell how high a number is with its words."""
        return self.baseline + (
            self.unit_down + self.words * 0.36 if self.below else self.number * 0.25
        )

    @property
    def baseline(self) -> float:
        """Tell how far below the top the number stands."""
        return self.words * ROW * self.above + self.number * 0.87

    @property
    def unit_down(self) -> float:
        """Tell how far below the number its unit stands."""
        return self.number * 0.38 + self.words * 0.95


def size_of(sheet: CardSheet, numbers: Sequence[CardNumber], box: CardBox) -> NumberSize:
    """Give the largest size at which each of some numbers has room."""
    in_line = [_in_line(sheet, size) for size in sheet.format.numbers]
    apart = [_apart(sheet, size, numbers) for size in sheet.format.numbers]
    first = next((each for each in in_line if _fits(numbers, each, box)), None)
    second = next((each for each in apart if _fits(numbers, each, box)), None)
    if second and second.number > WORTH_A_ROW * (first.number if first else 0):
        return second
    smallest = first or in_line[-1]
    while not _fits(numbers, smallest, box):
        smallest = _in_line(sheet, smallest.number * 0.95)
    return smallest


def write_number(
    sheet: CardSheet, told: CardNumber, box: CardBox, size: NumberSize, look: CardLook
) -> None:
    """Set a number in the middle of its room's height."""
    top = (box.top + box.bottom - size.height) / 2
    baseline = top + size.baseline
    if size.is_in_line:
        right, gap = box.right, size.number * BESIDE_GAP
        for role, words, of_size in _parts(told, size):
            right = sheet.write(role, words, of_size, (right, baseline), look) - gap
        return
    rows = {"lead": top + size.words, "number": baseline, "unit": baseline + size.unit_down}
    for role, words, of_size in _parts(told, size):
        sheet.write(role, words, of_size, (box.right, rows[role]), look)


def _in_line(sheet: CardSheet, size: float) -> NumberSize:
    words = max(size * 0.5, min(sheet.format.head * 0.92, size * 0.85))
    return NumberSize(size, words, above=False, below=False)


def _apart(sheet: CardSheet, size: float, numbers: Sequence[CardNumber]) -> NumberSize:
    above, below = any(each.lead for each in numbers), any(each.unit for each in numbers)
    return NumberSize(size, max(size * 0.4, sheet.format.head * 0.92), above, below)


def _parts(told: CardNumber, size: NumberSize) -> list[tuple[str, str, float]]:
    """List what is to be set of a number, from the right: what for, the words, their size."""
    parts = [
        ("lead", told.lead, size.words),
        ("number", told.number, size.number),
        ("unit", told.unit, size.words),
    ]
    return [part for part in parts if part[1]]


def _fits(numbers: Sequence[CardNumber], size: NumberSize, box: CardBox) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return size.height <= height and all(_width(each, size) <= width for each in numbers)


def _width(told: CardNumber, size: NumberSize) -> float:
    widths = [text_width(words, bold=True) * each for _, words, each in _parts(told, size)]
    if not size.is_in_line:
        return max(widths)
    return sum(widths) + (len(widths) - 1) * size.number * BESIDE_GAP
