"""Counts in rows over time, as a table whose cells are the darker the more they count."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

SHADES = 5
"""So many shades the cells have."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time, by name."""

    name: str


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
        """The greatest count, which all shades are measured by."""
        return max((n for row in self.rows for n in row.counts), default=0) or 1

    def shade(self, count: int) -> int:
        """Give a cell's shade, from 0 for nothing to SHADES; it grows as the count's root."""
        return ceil(SHADES * sqrt(count / self.most))
