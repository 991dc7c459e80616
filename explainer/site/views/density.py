"""The strip of density: when the events of each section happened, to look at and to jump by.

The last years are drawn by quarter, what lies before them by decade; where the last years hold few
of the events, the last decades are drawn by year. A year, or a decade, is one target for a finger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from explainer.arabic import date_words
from explainer.dates import Date
from explainer.site.pictures.density_bars import Slot, density_bars
from explainer.site.views.wording import Link, Wording

LEAST_EVENTS = 10
"""Of fewer events there is no strip: the list is as short."""
QUARTERS_A_YEAR, YEARS_A_DECADE = 4, 10
FEWEST_STRETCHES, MOST_STRETCHES = 5, 9
"""So many years, or decades, are drawn in full: at 320 px the narrowest is 26 px wide."""
HOLDS_MOST, HOLDS_HALF = 0.8, 0.5
BEFORE_WIDTH, STRETCH_WIDTH = 6, 4
"""How wide all that lies before is beside one year; the stylesheet has the same two."""
QUARTER_NAMES = ("الأول", "الثاني", "الثالث", "الرابع")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of time that is touched as one: a year, a decade, or all that lies before."""

    label: str
    year: int | None
    """The newest year in it that has events, where its link leads; None where it has none."""
    count: str
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class DensityRow:
    """A section's events in time."""

    section: Link
    id: str
    count: str
    most: str
    """When most of them happened, in words."""
    bars: Markup


@dataclass(frozen=True, slots=True)
class Density:
    """The strip, ready for its template."""

    title: str
    measured: str
    note: str
    rows: tuple[DensityRow, ...]
    stretches: tuple[Stretch, ...]
    """The oldest first."""
    decades: tuple[tuple[str, tuple[int, ...]], ...]
    """Years that have no stretch of their own, by decade, the newest first."""


@dataclass(frozen=True, slots=True)
class _TimeAxis:
    each: int
    """Columns of a stretch: quarters of a year, or years of a decade."""
    first: int
    last: int
    """The first and the last stretch: years, or decades by their number (202)."""
    before: range
    """Decades that lie before the first, a column each."""

    @property
    def columns(self) -> int:
        return len(self.before) + (self.last - self.first + 1) * self.each

    def stretch_of(self, year: int) -> int:
        """Give the stretch that a year lies in."""
        return year if self.each == QUARTERS_A_YEAR else year // 10

    def column(self, when: Date) -> int | None:
        """Give the column in which a date begins; None where it is not known so exactly."""
        year = when.year
        if year is None:
            return None
        stretch = self.stretch_of(year)
        if stretch < self.first:
            return year // 10 - self.before.start
        part = _quarter(when) if self.each == QUARTERS_A_YEAR else year % 10
        if part is None:
            return None
        return len(self.before) + (stretch - self.first) * self.each + part

    def slots(self) -> list[Slot]:
        """Place every column: the oldest at the right."""
        stretches = self.last - self.first + 1
        unit = 100 / (stretches * STRETCH_WIDTH + (BEFORE_WIDTH if self.before else 0))
        widths = [unit * BEFORE_WIDTH / len(self.before) for _ in self.before]
        widths += [unit * STRETCH_WIDTH / self.each] * (stretches * self.each)
        return [(100 - sum(widths[: n + 1]), width) for n, width in enumerate(widths)]

    def name(self, column: int) -> str:
        """Name a column's time, as what follows في."""
        if column < len(self.before):
            return _decade_name(self.before[column])
        stretch, part = divmod(column - len(self.before), self.each)
        if self.each == YEARS_A_DECADE:
            return f"العام {(self.first + stretch) * 10 + part}"
        return f"الربع {QUARTER_NAMES[part]} من العام {self.first + stretch}"


def density(words: Wording, sections: Mapping[str, Iterable[str]]) -> Density | None:
    """Make the strip of sections with the ids of their events; None where there are too few."""
    live = words.library.live
    known = {i: [e for e in ids if e in live] for i, ids in sections.items()}
    dates = {e: live[e].when for ids in known.values() for e in ids}
    years = Counter(year for when in dates.values() if (year := when.year))
    if sum(years.values()) < LEAST_EVENTS:
        return None
    axis = _axis(years)
    columns = {e: axis.column(when) for e, when in dates.items()}
    return Density(
        title=_title(years, len(dates), words),
        measured=_measured(axis),
        note=_note(sum(column is None for column in columns.values()), axis, words),
        rows=tuple(_rows(words, known, columns, axis)),
        stretches=tuple(_stretches(years, axis, words)),
        decades=by_decade(
            y for y in years if axis.each == YEARS_A_DECADE or axis.stretch_of(y) < axis.first
        ),
    )


def _axis(years: Mapping[int, int]) -> _TimeAxis:
    """Choose what is drawn in full: the fewest last years that hold most events, else decades."""
    number = _fewest(years, HOLDS_MOST)
    last, first = max(years), min(years)
    if sum(n for y, n in years.items() if y > last - number) >= HOLDS_HALF * sum(years.values()):
        begins = last - number + 1
        before = range(first // 10, (begins - 1) // 10 + 1) if first < begins else range(0)
        return _TimeAxis(QUARTERS_A_YEAR, begins, last, before)
    begins = max(first // 10, last // 10 - MOST_STRETCHES + 1)
    return _TimeAxis(YEARS_A_DECADE, begins, last // 10, range(first // 10, begins))


def _fewest(years: Mapping[int, int], part: float) -> int:
    last, span = max(years), max(years) - min(years) + 1
    if span <= MOST_STRETCHES:
        return span
    for number in range(FEWEST_STRETCHES, MOST_STRETCHES):
        if sum(n for y, n in years.items() if y > last - number) >= part * sum(years.values()):
            return number
    return MOST_STRETCHES


def _title(years: Mapping[int, int], total: int, words: Wording) -> str:
    """State when half of the events or more happened, where that is in at most three years."""
    for length in range(1, min(4, max(years) - min(years) + 1)):
        sums = {y: sum(years.get(y + n, 0) for n in range(length)) for y in years}
        first = max(sums, key=lambda year: (sums[year], year))
        if sums[first] * 2 >= total:
            span = _span(first, first + length - 1, words)
            return f"{words.count(sums[first], 'event')} من أصل {words.number(total)} {span}"
    return f"{words.count(total, 'event')} {_span(min(years), max(years), words)}"


def _span(first: int, last: int, words: Wording) -> str:
    start, end = (date_words.year_label(year, words.style) for year in (first, last))
    if first == last:
        return f"في العام {start}"
    if last == first + 1:
        return f"في العامين {start} و{end}"
    return f"من العام {start} إلى العام {end}"


def _measured(axis: _TimeAxis) -> str:
    part = "ربع سنة" if axis.each == QUARTERS_A_YEAR else "سنة"
    if not axis.before:
        return f"عدد الأحداث في كل {part}"
    since = axis.first if axis.each == QUARTERS_A_YEAR else axis.first * 10
    return f"عدد الأحداث في كل {part} منذ العام {since}، وقبله في كل عقد"


def _note(unknown: int, axis: _TimeAxis, words: Wording) -> str:
    """Say what the strip does not show."""
    if not unknown:
        return ""
    part = "ربعه" if axis.each == QUARTERS_A_YEAR else "عامه"
    return f"لا يظهر ما لا يُعرف {part}، وهو {words.count(unknown, 'event')}"


def _rows(
    words: Wording,
    known: Mapping[str, Sequence[str]],
    columns: Mapping[str, int | None],
    axis: _TimeAxis,
) -> Iterator[DensityRow]:
    numbers = {section: Counter(columns[e] for e in ids) for section, ids in known.items()}
    counted = {section: [n[c] for c in range(axis.columns)] for section, n in numbers.items()}
    most = max(max(counts) for counts in counted.values())
    for section, counts in counted.items():
        if not any(counts):
            continue
        link, count = words.section(section), words.count(len(known[section]), "event")
        top = counts.index(max(counts))
        yield DensityRow(
            section=link,
            id=section,
            count=count,
            most=f"أكثرها {words.number(counts[top])} في {axis.name(top)}",
            bars=density_bars(counts, axis.slots(), most, len(link.text) + len(count) + 2),
        )


def _stretches(years: Mapping[int, int], axis: _TimeAxis, words: Wording) -> Iterator[Stretch]:
    def stretch(label: str, own: list[int], *, is_before: bool = False) -> Stretch:
        count = words.count(sum(years[year] for year in own), "event")
        return Stretch(label, max(own, default=None), count, is_before)

    if axis.before:
        since = axis.first if axis.each == QUARTERS_A_YEAR else axis.first * 10
        older = [year for year in years if axis.stretch_of(year) < axis.first]
        yield stretch(f"قبل {since}", older, is_before=True)
    for number in range(axis.first, axis.last + 1):
        label = str(number) if axis.each == QUARTERS_A_YEAR else f"{number}0"
        yield stretch(label, [year for year in years if axis.stretch_of(year) == number])


def by_decade(years: Iterable[int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Group years by decade, the newest first."""
    ordered = groupby(sorted(years, reverse=True), key=lambda year: year // 10)
    return tuple((_decade_name(decade), tuple(group)) for decade, group in ordered)


def _decade_name(decade: int) -> str:
    return f"{decade}0\N{EN DASH}{decade}9"


def _quarter(when: Date) -> int | None:
    """Give the quarter (0 to 3) in which a date begins; None where it may begin in another."""
    begins = when.first
    if not begins.earliest or not begins.latest:
        return None
    first, last = begins.earliest, begins.latest
    quarter = (first.month - 1) // 3
    return quarter if (first.year, quarter) == (last.year, (last.month - 1) // 3) else None
