"""What a share card is about: a title as large as can be, a number, or rivals side by side."""

from __future__ import annotations

from typing import Final

from explainer.site.pictures.card_number import size_of, write_number
from explainer.site.pictures.card_parts import CARD_SPEAKERS, CardBox, CardLook, CardSheet
from explainer.site.pictures.card_text import CardNumber
from explainer.site.pictures.set_text import SetParagraph, TitleRoom, fitted, set_line, shortened

TITLE_LEADING: Final = 1.34
SUB_LEADING: Final = 1.5
_BOLD: Final = CardLook(bold=True)
_QUIET: Final = CardLook("quiet")
WHO_LEADING: Final = 1.36
SHAPE_ROOM: Final = 1.2
"""The room of a speaker's mark before a name, of the name's size."""


def body(sheet: CardSheet) -> None:
    """Set what stands between head and foot."""
    _topic(sheet)
    if len(sheet.card.numbers) > 1:
        _rivals(sheet)
    elif sheet.card.numbers:
        _number_alone(sheet)
    else:
        _title(sheet)


def gone(sheet: CardSheet) -> None:
    """Set one word as large as there is room for it."""
    measures, size = sheet.format, sheet.format.gone
    line = fitted(
        sheet.card.title, TitleRoom(measures.room, size * 1.2, (size,), 1.2), bold=True
    ).lines[0]
    middle = (sheet.top + measures.height - measures.edge) / 2
    baseline = middle + (line.ink.top + line.ink.bottom) / 2 * size
    sheet.put("title", line, size, (measures.start - line.width * size, baseline), _BOLD)


def _topic(sheet: CardSheet) -> None:
    card, measures = sheet.card, sheet.format
    if card.topic:
        size = measures.head * 1.2
        words = shortened(card.topic, measures.room / size, bold=True)
        sheet.top += max(size * 1.45, set_line(words, bold=True).ink.top * size + 1)
        look = CardLook(f"hue-{card.hue}" if card.hue else "quiet", bold=True)
        sheet.write("topic", words, size, (measures.start, sheet.top), look)
        sheet.top += size * 0.3
        sheet.clear("topic")


def _title(sheet: CardSheet) -> None:
    """Set the title and what explains it, a little above the middle of their room."""
    card, measures = sheet.card, sheet.format
    height = sheet.bottom - sheet.top - measures.head * 0.7
    sub = _sub(sheet) if card.sub else None
    gap = measures.head * 0.3
    under = sub.height + gap if sub else 0.0
    title = fitted(
        card.title,
        TitleRoom(measures.room, height - under, measures.titles, TITLE_LEADING),
        bold=True,
    )
    sheet.top += max(0.0, (height - under - title.height) * 0.42)
    sheet.paragraph("title", title, _BOLD)
    if sub:
        sheet.top += gap
        sheet.paragraph("sub", sub, _QUIET)


def _sub(sheet: CardSheet) -> SetParagraph:
    measures = sheet.format
    size = measures.head * 1.1
    lines = 5 if measures.is_square else 3
    room = TitleRoom(measures.room, lines * size * SUB_LEADING, (size, size * 0.9), SUB_LEADING)
    return fitted(sheet.card.sub, room)


def _title_of_number(sheet: CardSheet, share: float) -> None:
    """Set a smaller title, since the number under it is what is read."""
    measures = sheet.format
    sheet.top += measures.head * 0.2
    sizes = [size for size in measures.titles if size <= measures.said * 1.75]
    room = TitleRoom(
        measures.room, (sheet.bottom - sheet.top) * share, [*sizes, measures.head], TITLE_LEADING
    )
    sheet.paragraph("title", fitted(sheet.card.title, room, bold=True), _BOLD)


def _number_alone(sheet: CardSheet) -> None:
    """Set a number by itself, and in a sentence who gives it about what time."""
    measures, told = sheet.format, sheet.card.numbers[0]
    _title_of_number(sheet, 0.4)
    small = measures.head * 1.06
    lines = TitleRoom(measures.room, small * SUB_LEADING * 2, (small, small * 0.88), SUB_LEADING)
    who = fitted(told.who, lines)
    above = sheet.bottom - measures.head * 0.3 - who.height
    box = CardBox(measures.edge, sheet.top, measures.start, above)
    write_number(sheet, told, box, size_of(sheet, [told], box), _BOLD)
    sheet.top = above
    sheet.paragraph("who", who, _QUIET)


def _rivals(sheet: CardSheet) -> None:
    """Set rivals side by side, each under its speaker's colour; on a square one under another."""
    measures, numbers = sheet.format, sheet.card.numbers
    _title_of_number(sheet, 0.44 if not measures.is_square else 0.36 if len(numbers) < 3 else 0.27)
    boxes = _boxes(sheet)
    who = [_speaker_lines(sheet, told, boxes[0]) for told in numbers]
    under = max(each.height for each in who)
    inner = [CardBox(b.left, b.top + 9, b.right, b.bottom - under) for b in boxes]
    size = size_of(sheet, numbers, inner[0])
    for told, speakers, box, room in zip(numbers, who, boxes, inner, strict=True):
        look = CardLook(
            f"speaker-{min(told.mark, CARD_SPEAKERS)}" if told.mark else "quiet", bold=True
        )
        sheet.fill(box.left, box.top, box.right, box.top + 9, look.colour)
        write_number(sheet, told, room, size, look)
        _speaker(sheet, told, speakers, room, look)


def _boxes(sheet: CardSheet) -> list[CardBox]:
    """Part the room under the title among the rivals."""
    measures, number = sheet.format, len(sheet.card.numbers)
    gap = measures.head * 0.9
    columns, rows = (1, number) if measures.is_square else (number, 1)
    top, bottom = sheet.top + gap * 0.5, sheet.bottom - gap * 0.5
    width = (measures.room - gap * (columns - 1)) / columns
    height = (bottom - top - gap * (rows - 1)) / rows
    boxes = []
    for index in range(number):
        row, column = divmod(index, columns)
        right, above = measures.start - column * (width + gap), top + row * (height + gap)
        boxes.append(CardBox(right - width, above, right, above + height))
    return boxes


def _speaker_lines(sheet: CardSheet, told: CardNumber, box: CardBox) -> SetParagraph:
    size = sheet.format.head * 1.06
    width = box.right - box.left - size * SHAPE_ROOM
    sizes = (size, size * 0.86)
    return fitted(told.who, TitleRoom(width, 2 * size * WHO_LEADING, sizes, WHO_LEADING))


def _speaker(
    sheet: CardSheet, told: CardNumber, who: SetParagraph, room: CardBox, look: CardLook
) -> None:
    """Set who gives a number, after the mark of that speaker."""
    first = room.bottom + who.baselines[0]
    sheet.mark(f"who-{told.mark}", room.right, first, who.size * 0.9, look)
    right = room.right - who.size * SHAPE_ROOM
    for line, down in zip(who.lines, who.baselines, strict=True):
        at = (right - line.width * who.size, room.bottom + down)
        sheet.put("who", line, who.size, at, CardLook())
