"""One row of the strip of density: a bar a column, on the scale that all its rows share.

As in `plot`, x is in per cent and y in em, so that the row stretches and its number does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from explainer.site.pictures.draw import num
from explainer.site.pictures.plot import em

TALLEST = 2.2
"""The height of the greatest number of all rows, in em."""
PHONE_ROW = 21.0
"""The width of a row on a phone, in em."""
NAME_LETTER = 0.52
"""The mean width of a letter of a row's name, in em."""
LEAST_BAR = 0.14
"""The height that one event has at least, so that it is seen."""

Slot = tuple[float, float]
"""A column's place: its left edge and its width, in per cent."""


def density_bars(counts: Sequence[int], slots: Sequence[Slot], most: int, letters: int) -> Markup:
    """Draw a row; `most` is the greatest number of all rows.

    Its own greatest number stands over its bar; where the row's name of so many letters leaves no
    room for it on a phone, only on wider screens. The drawing is hidden from who cannot see it:
    the words beside it and the links of the years tell the same.
    """
    parts = [_bar(count, slot, most) for count, slot in zip(counts, slots, strict=True) if count]
    top = max(range(len(counts)), key=counts.__getitem__)
    parts.append(_number(counts[top], slots[top], most, has_room=_has_room(slots[top], letters)))
    return Markup(
        '<svg class="x-density__bars" direction="ltr" height="{}em" aria-hidden="true">{}</svg>'
    ).format(em(TALLEST), Markup("".join(parts)))  # noqa: S704 - numbers only


def _height(count: int, most: int) -> float:
    return max(LEAST_BAR, TALLEST * count / most)


def _bar(count: int, slot: Slot, most: int) -> str:
    left, width = slot
    height = _height(count, most)
    return (
        f'<rect x="{em(left + width * 0.07)}%" width="{em(width * 0.86)}%"'
        f' y="{em(TALLEST - height)}em" height="{em(height)}em"/>'
    )


def _number(count: int, slot: Slot, most: int, *, has_room: bool) -> str:
    left, width = slot
    mark = "" if has_room else ' class="x-density__wide"'
    y = TALLEST - _height(count, most) - 0.3
    x = num(left + width / 2)
    return f'<text{mark} x="{x}%" y="{em(y)}em" text-anchor="middle">{count}</text>'


def _has_room(slot: Slot, letters: int) -> bool:
    """Tell whether a number over a column stands clear of the row's name, at its right."""
    left, width = slot
    return (100 - left - width / 2) / 100 * PHONE_ROW > letters * NAME_LETTER + 1
