"""Counts in rows over time: bars by quarter, squares by year. The oldest column is at the right."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

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

BAR = 34
ROW = 74
CELL = 26
NAME = 112
LABEL_LETTERS = 17
"""So many letters of a name stand on a line beside the squares."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time: its whole name, and what stands under it, if anything."""

    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its counts, one a column."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of counts over the same columns, oldest first."""

    id: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def most(self) -> int:
        """The greatest count, which all sizes are measured by."""
        return max((n for row in self.rows for n in row.counts), default=0) or 1


def centre(index: int, columns: int, right: float) -> float:
    """Find the middle of a column: time runs from `right` to the left."""
    step = min(right / columns, 52)
    return right - (index + 0.5) * step


def bars(grid: Grid) -> Picture:
    """Draw a strip of bars a row, all to one scale, with the counts above the bars."""
    columns = len(grid.columns)
    step = min(DRAWING_WIDTH / columns, 52)
    parts: list[str] = []
    base = -2
    for row in grid.rows:
        name = lines(row.name, 44)
        parts.append(paragraph(DRAWING_WIDTH, base + 20, name, mark="x-p-name"))
        base += ROW + LINE * (len(name) - 1)
        path = []
        for index, count in enumerate(row.counts):
            if not count:
                continue
            tall = BAR * count / grid.most
            left = centre(index, columns, DRAWING_WIDTH) - step * 0.36
            path.append(f"M{num(left)} {num(base)}v{num(-tall)}h{num(step * 0.72)}v{num(tall)}z")
            middle = centre(index, columns, DRAWING_WIDTH)
            parts.append(text(middle, base - tall - 2, str(count), "middle", "x-p-n"))
        parts.append(f'<path class="x-p-bar" d="{"".join(path)}"/>')
        parts.append(f'<path class="x-p-line" d="M0 {base}H{DRAWING_WIDTH}"/>')
    foot = base + 14
    for index, column in enumerate(grid.columns):
        if column.mark:
            x = centre(index, columns, DRAWING_WIDTH)
            if index:
                parts.append(text(x, foot, column.mark, "middle", "x-p-q"))
            else:
                parts.append(text(DRAWING_WIDTH, foot, column.mark, mark="x-p-q"))
    last = centre(columns - 1, columns, DRAWING_WIDTH) - step / 2
    parts.append(text(DRAWING_WIDTH, foot + 15, "الأقدم ←", mark="x-p-q"))
    parts.append(text(max(last, 0), foot + 15, "الأحدث", "start", "x-p-q"))
    return _with_table(grid, svg(grid.id, grid.title, grid.description, foot + 20, parts))


def squares(grid: Grid) -> Picture:
    """Draw a square a count, its area as the count, with the number over it."""
    columns = len(grid.columns)
    right = DRAWING_WIDTH - NAME
    parts, path, numbers = [], [], []
    for index, column in enumerate(grid.columns):
        parts.append(text(centre(index, columns, right), 26, column.mark, "middle", "x-p-q"))
    parts.append(text(centre(0, columns, right), 11, "الأقدم", "middle", "x-p-q"))
    parts.append(text(centre(columns - 1, columns, right), 11, "الأحدث", "middle", "x-p-q"))
    top = 34.0
    for row in grid.rows:
        name = lines(row.name, LABEL_LETTERS)
        tall = max(CELL, LINE * len(name) + 4)
        middle = top + tall / 2
        first = middle + 4 - LINE / 2 * (len(name) - 1)
        parts.append(paragraph(DRAWING_WIDTH, first, name, mark="x-p-label"))
        top += tall
        for index, count in enumerate(row.counts):
            if count:
                x = centre(index, columns, right)
                side = square(count, grid.most)
                path.append(
                    f"M{num(x - side / 2)} {num(middle - side / 2)}"
                    f"h{num(side)}v{num(side)}h{num(-side)}z"
                )
                numbers.append(text(x, middle + 4, str(count), ""))
    height = top + 4
    drawn = [f'<path class="x-p-cell" d="{"".join(path)}"/>', *parts]
    drawn.append(f'<g class="x-p-n" text-anchor="middle">{"".join(numbers)}</g>')
    return _with_table(grid, svg(grid.id, grid.title, grid.description, height, drawn))


def square(count: int, most: int) -> float:
    """Find the side of a square whose area is to the largest as its count is."""
    return (CELL - 2) * sqrt(count / most)


def _with_table(grid: Grid, drawn: Markup) -> Picture:
    return Picture(
        id=grid.id,
        caption=grid.title,
        svg=drawn,
        head=("الفترة", *(row.name for row in grid.rows))
        if len(grid.rows) <= 1
        else ("", *(column.name for column in grid.columns)),
        rows=tuple(
            (column.name, *(str(row.counts[i]) for row in grid.rows))
            for i, column in enumerate(grid.columns)
        )
        if len(grid.rows) <= 1
        else tuple((row.name, *map(str, row.counts)) for row in grid.rows),
    )
