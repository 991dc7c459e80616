"""A line of time with numbered pins in two lanes; no two touch, at the width of a phone either.

x is in per cent, y in em, time runs from the right. A pin stands at its time or, among others of
the same weeks, beside it, and its stem leads to the time. Whoever shows it lists the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from explainer.site.pictures.draw import isolated, num

PIN_LANES: Final = (0.85, 2.5)
"""Where the two lanes of heads lie, in em from the top."""
BEND, AXIS, YEARS = 3.5, 4.6, 6.0
"""Where stems leave the vertical, where the axis lies, and the foot of the years' names."""
EARLIEST, LATEST = 96.0, 4.0
"""Between these, in per cent from the left, heads have their place."""
APART: Final = 4.6
"""So far heads of the two lanes lie apart, in per cent: 13 px of a phone's 290."""
NAMED_YEARS: Final = 5
"""At most so many years are named; on a phone 65 px lie between two."""
YEAR_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Pin:
    """What stands on the line: its number as it is read, its day, how sure it is (a status)."""

    number: str
    day: date
    status: str


def line_of_time(pins: Sequence[Pin], written: Callable[[int], str]) -> Markup:
    """Draw pins, oldest first; `written` writes a year in the site's digits."""
    first, last = pins[0].day.year, pins[-1].day.year
    begins, ends = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()

    def place(day: date) -> float:
        return 100 - 100 * (day.toordinal() - begins) / (ends - begins)

    heads = spread([place(pin.day) for pin in pins])
    parts = [*_years(first, last, place, written), _line("x-pins__axis", (0, AXIS), (100, AXIS))]
    drawn = [_pin(pin, n, place(pin.day), heads[n]) for n, pin in enumerate(pins)]
    parts += [stem for stem, _ in drawn] + [head for _, head in drawn]
    return Markup('<svg class="x-pins" direction="ltr" aria-hidden="true">{}</svg>').format(
        Markup("".join(parts))  # noqa: S704 - `_text` escapes all words
    )


def spread(places: Sequence[float]) -> list[float]:
    """Move places that fall from 100 to 0 as little as may be, until all lie `APART`."""
    wanted = [place + n * APART for n, place in enumerate(places)]
    blocks: list[list[float]] = []
    for each in wanted:
        blocks.append([each])
        while len(blocks) > 1 and _mean(blocks[-2]) < _mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1].extend(last)
    even = [_mean(block) for block in blocks for _ in block]
    high, low = EARLIEST, LATEST + (len(places) - 1) * APART
    return [min(high, max(low, each)) - n * APART for n, each in enumerate(even)]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _years(
    first: int, last: int, place: Callable[[date], float], written: Callable[[int], str]
) -> Iterator[str]:
    """Rule a line where a year begins and name it; the first one at the edge."""
    span = last - first + 1
    step = next((n for n in YEAR_STEPS if math.ceil(span / n) <= NAMED_YEARS), YEAR_STEPS[-1])
    for year in range(first, last + 1):
        if year != first and year % step:
            continue
        x = place(date(year, 1, 1))
        if year != first and (x > 100 - 100 / NAMED_YEARS / 1.5 or x < APART):
            continue
        yield _line("x-pins__year", (x, 0), (x, AXIS + 0.4))
        yield _text("x-pins__name", x, YEARS, written(year), "end" if year == first else "middle")


def _pin(pin: Pin, number: int, time: float, head: float) -> tuple[str, str]:
    """Draw a pin: its stem, and its head with the number."""
    y = PIN_LANES[number % 2]
    stem = _line("x-pins__stem", (head, y), (head, BEND))
    stem += _line("x-pins__stem", (head, BEND), (time, AXIS))
    circle = f'<circle cx="{num(head)}%" cy="{y}em" r="0.74em"/>'
    words = _text("", head, y + 0.35, pin.number, "middle")
    return stem, f'<g class="x-pin x-pin--{pin.status}">{circle}{words}</g>'


def _line(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line class="{kind}" x1="{num(x1)}%" x2="{num(x2)}%" y1="{num(y1)}em" y2="{num(y2)}em"/>'
    )


def _text(kind: str, x: float, y: float, words: str, anchor: str) -> str:
    class_ = f' class="{kind}"' if kind else ""
    return (
        f'<text{class_} x="{num(x)}%" y="{y:.2f}em" text-anchor="{anchor}">'
        f"{escape(isolated(words))}</text>"
    )
