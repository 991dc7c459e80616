"""Head and foot of a share card: whose it is, of what day, how sure, and on how much it rests."""

from __future__ import annotations

from typing import Final

from explainer.site.pictures.card_parts import (
    CARD_HUES,
    MIDDLE,
    CardLook,
    CardSheet,
)
from explainer.site.pictures.set_text import set_line, shortened
from explainer.site.pictures.shaping import text_width

_QUIET: Final = CardLook("quiet")
_ALARM: Final = "disputed"


def head(sheet: CardSheet) -> None:
    """Set the section's colour, what has befallen the text, whose the card is, and its day."""
    _rule(sheet)
    _band(sheet)
    _names(sheet)
    for role in ("brand", "newsroom", "day"):
        sheet.clear(role)


def _rule(sheet: CardSheet) -> None:
    """Draw the section's colour across the top; those of all sections from the right on."""
    card, measures = sheet.card, sheet.format
    colours = [f"hue-{n % CARD_HUES + 1}" for n in range(card.hues)] or ["ink"]
    if card.hue and not card.is_gone:
        colours = [f"hue-{card.hue}"]
    step = measures.width / len(colours)
    for index, colour in enumerate(colours):
        right = measures.width - index * step
        sheet.fill(right - step, 0, right, measures.rule, colour)
    sheet.top = measures.rule


def _band(sheet: CardSheet) -> None:
    measures, words = sheet.format, sheet.card.band
    if words:
        size = _size_within(sheet, words, measures.head, bold=True)
        bottom = sheet.top + measures.band
        sheet.fill(0, sheet.top, measures.width, bottom, "ink")
        baseline = bottom - measures.band / 2 + size * MIDDLE
        look = CardLook("paper", "ink", bold=True)
        sheet.write("band", words, size, (measures.start, baseline), look)
        sheet.top = bottom


def _names(sheet: CardSheet) -> None:
    """Set the site's two squares and the explainer's name; the newsroom and the day beside it.

    What has no room on the line of the name stands on the next.
    """
    card, measures, size = sheet.card, sheet.format, sheet.format.head
    baseline = sheet.top + size * 1.9
    right = _squares(sheet, baseline)
    brand = shortened(card.brand.explainer, (right - measures.edge) / size, bold=True)
    right = sheet.write("brand", brand, size, (right, baseline), CardLook(bold=True)) - size * 0.5
    left = float(measures.edge)
    below = []
    for role, words in (("day", card.day), ("newsroom", card.brand.newsroom)):
        width = text_width(words) * size if words else 0.0
        if width > right - left - (size if role == "day" else 0):
            below.append((role, words))
        elif role == "day" and words:
            sheet.put(role, set_line(words), size, (left, baseline), _QUIET)
            left += width + size
        elif words:
            sheet.write(role, words, size, (right, baseline), _QUIET)
    sheet.top = baseline + size * 0.5
    if below:
        _names_below(sheet, below)


def _names_below(sheet: CardSheet, names: list[tuple[str, str]]) -> None:
    """Set below what had no room beside the name, each on a line; a day is whole, if smaller."""
    sheet.clear("brand")
    for role, words in names:
        size = _size_within(sheet, words, sheet.format.head * 0.9)
        least = sheet.format.head * 0.62
        text = words if role == "day" else shortened(words, sheet.format.room / max(size, least))
        size = size if role == "day" else max(size, least)
        baseline = sheet.top + size * 1.2
        sheet.write(role, text, size, (sheet.format.start, baseline), _QUIET)
        sheet.top = baseline + size * 0.4


def _size_within(sheet: CardSheet, words: str, size: float, *, bold: bool = False) -> float:
    """Give a size at which words that may not be cut have room on a line, at most `size`."""
    return min(size, sheet.format.room / text_width(words, bold=bold))


def _squares(sheet: CardSheet, baseline: float) -> float:
    """Draw the brand: what is said over what is denied. Gives where it ends."""
    size, right = sheet.format.head, sheet.format.start
    side, foot = round(size * 0.37), baseline + size * 0.08
    sheet.fill(right - side, foot - side, right, foot, _ALARM)
    sheet.fill(right - side, foot - 2 * side - 3, right, foot - side - 3, "accent")
    return right - side - size * 0.42


def foot(sheet: CardSheet) -> None:
    """Set what stands under the rule; what another denies lies on the ground of denials."""
    card, measures = sheet.card, sheet.format
    sheet.bottom = measures.height - measures.foot
    if card.degree == _ALARM:
        sheet.fill(0, sheet.bottom, measures.width, measures.height, "disputed-ground")
        sheet.fill(0, sheet.bottom, measures.width, sheet.bottom + 6, _ALARM)
    else:
        sheet.fill(measures.edge, sheet.bottom, measures.start, sheet.bottom + 5, "ink")
    if card.counts:
        _counts(sheet)
    else:
        _sureness(sheet)


def _sureness(sheet: CardSheet) -> None:
    """Set how sure it is at the start, and on how much it rests at the end, or below."""
    card, measures = sheet.card, sheet.format
    ground = "disputed-ground" if card.degree == _ALARM else "paper"
    size, look = measures.said * 0.88, CardLook(ground=ground)
    counted = set_line(card.counted)
    first, second = (0.41, 0.78) if measures.is_square and card.counted else (0.61, 0.61)
    baseline = sheet.bottom + measures.foot * first
    taken = 0.0 if measures.is_square else (counted.width + 1) * size
    left = measures.start - counted.width * size if measures.is_square else measures.edge
    if card.counted:
        sheet.put("counted", counted, size, (left, sheet.bottom + measures.foot * second), look)
    if card.said:
        _said(sheet, baseline, measures.room - taken, ground)


def _said(sheet: CardSheet, baseline: float, room: float, ground: str) -> None:
    """Set as many words on how sure it is as have room, after their shape."""
    card, size = sheet.card, sheet.format.said
    look = CardLook(_ALARM if card.degree == _ALARM else "ink", ground, bold=True)
    sheet.mark(card.degree, sheet.format.start, baseline, size, look)
    shape = size * 1.3
    fits = [each for each in card.said if text_width(each, bold=True) * size <= room - shape]
    words = fits[0] if fits else shortened(card.said[-1], (room - shape) / size, bold=True)
    sheet.write("said", words, size, (sheet.format.start - shape, baseline), look)


def _counts(sheet: CardSheet) -> None:
    """Set how many events are how sure: in one row, or on a square card in two columns."""
    measures, counts = sheet.format, sheet.card.counts
    columns = 2 if measures.is_square else len(counts)
    room = measures.room - (columns - 1) * measures.said * 0.5
    widths = [text_width(each.words) + 1.25 for each in counts]
    whole = 2 * max(widths) if measures.is_square else sum(widths)
    size = min(measures.said * 0.9, room / whole)
    step = (measures.room - sum(widths) * size) / max(1, len(counts) - 1)
    right = float(measures.start)
    for index, each in enumerate(counts):
        row, column = divmod(index, columns)
        if measures.is_square:
            right = measures.start - column * measures.room * 0.52
        share = (0.41 + 0.37 * row) if len(counts) > columns else 0.61
        baseline = sheet.bottom + measures.foot * share
        look = CardLook(_ALARM if each.code == _ALARM else "ink")
        sheet.mark(each.code, right, baseline, size, look)
        sheet.write("count", each.words, size, (right - size * 1.25, baseline), look)
        right -= widths[index] * size + min(step, measures.said * 1.6)
