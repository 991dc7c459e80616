"""Dates in a page that keep their day and both names of their month on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from explainer.arabic.date_words import MONTH_NAMES

_BETWEEN_LETTERS: Final = re.compile(r"/(?=[\u0621-\u064a])")
_FIRST, _SECOND = (
    "|".join(
        name.replace(" ", r"\s")
        for name in sorted({name.split("/")[side] for name in MONTH_NAMES["dual"]}, key=len)[::-1]
    )
    for side in (0, 1)
)
_DAY: Final = r"[0-9\u0660-\u0669]{1,2}"
_BEFORE: Final = re.compile(
    rf'(?<![\w/])(?:(?:<bdi dir="rtl">{_DAY}–{_DAY}</bdi>|{_DAY})\s)?[وفبلك]?(?:{_FIRST})\Z'
)
_AFTER: Final = re.compile(_SECOND)
_LONGEST: Final = 70
"""So far back a date's day, its range's marks with it, can begin before the slash."""
_HELD_ALREADY: Final = ("time", "text", "tspan", "title", "desc", "option", "pre", "textarea")
"""Elements whose text needs no such mark, or may not hold one."""


def keep_dates_whole(html: str) -> str:
    """Put each day and double month (19 حزيران/يونيو) of a page's text into a span of one line."""
    pieces, done = [], 0
    for start, end in _dates(html):
        pieces += [html[done:start], f'<span class="x-whole">{html[start:end]}</span>']
        done = end
    return "".join([*pieces, html[done:]])


def _dates(html: str) -> Iterator[tuple[int, int]]:
    """Find where such dates begin and end, in text alone."""
    for slash in _BETWEEN_LETTERS.finditer(html):
        at = slash.start()
        before = _BEFORE.search(html, max(0, at - _LONGEST), at)
        after = _AFTER.match(html, at + 1)
        if before and after and _may_hold_a_span(html, before.start()):
            yield before.start(), after.end()


def _may_hold_a_span(html: str, at: int) -> bool:
    opened, closed = html.rfind("<", 0, at), html.rfind(">", 0, at)
    return opened < closed and not html.startswith(_HELD_ALREADY, opened + 1)
