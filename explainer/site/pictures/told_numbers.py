"""A number as pictures draw it, and the marks by which its speakers are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

MARK_PATHS: Final = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z",
    "M-5.8-5.8H5.8V5.8H-5.8z",
    "M0-8 8 0 0 8-8 0z",
    "M0 7.6 7.4-6.2H-7.4z",
    "M-2.4-7h4.8v4.6H7v4.8H2.4V7h-4.8V2.4H-7v-4.8h4.6z",
    "M0-7.6 7.4 6.2H-7.4z",
    "M-6.8-3.7-3.7-6.8 0-3.1 3.7-6.8 6.8-3.7 3.1 0 6.8 3.7 3.7 6.8 0 3.1-3.7 6.8-6.8 3.7-3.1 0z",
    "M-6.6-6.8H6.6L1.2 0 6.6 6.8H-6.6L-1.2 0z",
)
"""A speaker's mark by its number, in pixels around its place; 0 for those who share one."""


@dataclass(frozen=True, slots=True)
class NumberBounds:
    """The least, best and greatest number that a value allows; None where open or unsaid."""

    low: float | None
    best: float | None
    high: float | None

    @property
    def at(self) -> float:
        """Give the number at which its mark lies."""
        if self.best is not None:
            return self.best
        known = self.known
        return sum(known) / len(known)

    @property
    def known(self) -> tuple[float, ...]:
        """Give the numbers that are said."""
        return tuple(n for n in (self.low, self.best, self.high) if n is not None)

    @property
    def is_range(self) -> bool:
        """Tell whether it has two ends that differ."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def marks(self) -> tuple[float, ...]:
        """Give where it is marked: at its best number, else at both ends or at the one."""
        if self.best is not None or not self.is_range:
            return (self.at,)
        return tuple(n for n in (self.low, self.high) if n is not None)


@dataclass(frozen=True, slots=True)
class TimedNumber:
    """A value as a plot draws it: its numbers, its time, and both in words."""

    time: date
    """Where its mark lies."""
    number: NumberBounds
    words: str
    """The number in words, without its unit."""
    when: str
    span: tuple[date, date] | None = None
    """The time over which it lies, where that is more than a day: a period, or a day not known."""
    is_period: bool = False
    """Whether it is told of all of its span, not of a day in it that is not known."""
    is_rival: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """What the same speakers said, the earliest first, with their mark and their name."""

    mark: int
    name: str
    values: tuple[TimedNumber, ...]

    @property
    def colour(self) -> str:
        """Name the colour of the speakers."""
        return f"x-who-{self.mark}"
