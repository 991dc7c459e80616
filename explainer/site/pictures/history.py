"""A number's history: a row a value, oldest on top, low–best–high from the right to the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.site.pictures.draw import (
    DRAWING_WIDTH,
    LINE,
    Picture,
    lines,
    num,
    paragraph,
    svg,
    text,
)

MARK_HEIGHT = 24
"""The height of a value's mark, with the room under it."""
LEFT = 14
RIGHT = DRAWING_WIDTH - 1


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A value in numbers and in words; `status` chooses the shape of its mark."""

    low: float | None
    best: float | None
    high: float | None
    words: str
    who: str
    when: str
    status: str


def position(value: float, least: float, most: float) -> float:
    """Place a value on the axis: it grows from the right edge to the left."""
    return RIGHT - (RIGHT - LEFT) * (value - least) / ((most - least) or 1)


def draw(name: str, title: str, values: Sequence[HistoryRow]) -> Picture | None:
    """Draw the values of a figure; one alone is no history."""
    if len(values) < 2:
        return None
    numbers = [n for v in values for n in (v.low, v.best, v.high) if n is not None]
    least, most = min(0.0, *numbers), max(0.0, *numbers)
    zero = position(0, least, most)
    parts = [text(DRAWING_WIDTH, 12, "الأقدم ↓", mark="x-p-q")]
    top = 18.0
    for value in values:
        said = lines(value.words, 44)
        who = lines(f"{value.when}، {value.who}", 52)
        parts.append(paragraph(DRAWING_WIDTH, top + 13, said, mark="x-p-name"))
        top += LINE * len(said)
        parts.append(paragraph(DRAWING_WIDTH, top + 13, who, mark="x-p-q"))
        top += LINE * len(who)
        parts.append(_mark(value, top + 10, zero, least, most))
        top += MARK_HEIGHT
    parts.append(text(DRAWING_WIDTH, top + 13, "الأحدث", mark="x-p-q"))
    description = (
        "القيم من الأقدم في الأعلى إلى الأحدث في الأسفل، تنمو من اليمين إلى اليسار:"
        f" أولها {values[0].words} ({values[0].who}، {values[0].when})،"
        f" وآخرها {values[-1].words} ({values[-1].who}، {values[-1].when})."
    )
    drawn = svg(name, title, description, top + 18, parts)
    return Picture(name, title, drawn)


def _mark(value: HistoryRow, y: float, zero: float, least: float, most: float) -> str:
    """Draw a thin line from zero, the range as a thick one, the best as a shape by status."""
    known = [n for n in (value.best, value.low, value.high) if n is not None]
    x = position(known[0], least, most)
    parts = [f'<path class="x-p-line" d="M{num(zero)} {num(y - 6)}v12m0-6H{num(x)}"/>']
    if value.low is not None and value.high is not None and value.low != value.high:
        start, end = (position(n, least, most) for n in (value.low, value.high))
        parts.append(f'<path class="x-p-range" d="M{num(start)} {num(y)}H{num(end)}"/>')
        if value.best is None:
            x = (start + end) / 2
    if value.status == "disputed":
        shape = f"M{num(x)} {num(y - 6)}l6 6l-6 6l-6-6z"
    elif value.status == "claimed":
        shape = f"M{num(x - 5)} {num(y - 5)}h10v10h-10z"
    else:
        shape = f"M{num(x - 5)} {num(y)}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
    parts.append(f'<path class="x-p-dot x-p-dot--{value.status}" d="{shape}"/>')
    return "".join(parts)
