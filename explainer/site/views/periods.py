"""Events counted by year: which column of a grid an event stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explainer.content.library import Library
from explainer.dates import Date
from explainer.site.pictures.grid import Column, Grid, Row

YEARS = 6
MATRIX_ACTORS = 20
YEARLY = "حدث في كل سنة"
BEFORE = "قبل ذلك"


def by_year(
    library: Library, name: str, title: str, rows: Sequence[tuple[str, Iterable[str]]]
) -> Grid | None:
    """Count events by year for the rows that have most of them."""
    counted = [(label, [_year(library.live[i].when) for i in ids]) for label, ids in rows]
    counted.sort(key=lambda row: -len(row[1]))
    counted = counted[:MATRIX_ACTORS]
    known = [year for _, years in counted for year in years if year is not None]
    if not known:
        return None
    last = max(known)
    first = max(min(known), last - YEARS + 1)
    columns = tuple(Column(str(year)) for year in range(first, last + 1))
    return _grid((name, title, YEARLY), columns, counted, (first, last))


def _grid(
    name: tuple[str, str, str],
    columns: tuple[Column, ...],
    counted: Sequence[tuple[str, list[int | None]]],
    span: tuple[int, int],
) -> Grid:
    """Count each row by column; what is older than the first has a column of its own."""
    picture, title, unit = name
    first, last = span
    rows = []
    for label, found in counted:
        times = [time for time in found if time is not None]
        older = sum(1 for time in times if time < first)
        rows.append((label, older, [times.count(time) for time in range(first, last + 1)]))
    if any(older for _, older, _ in rows):
        columns = (Column(BEFORE), *columns)
        made = tuple(Row(label, (older, *counts)) for label, older, counts in rows)
    else:
        made = tuple(Row(label, tuple(counts)) for label, _, counts in rows)
    most = max(n for row in made for n in row.counts)
    dated = columns[1:] if columns[0].name == BEFORE else columns
    before = "، يسبقها عمود لما قبل ذلك" if len(dated) < len(columns) else ""
    description = (
        f"الزمن من اليمين إلى اليسار، من {dated[0].name} إلى {columns[-1].name}{before}."
        f" العدد الأكبر: {most}، والوحدة {unit}."
    )
    return Grid(picture, title, description, columns, made)


def _year(when: Date) -> int | None:
    return when.year
