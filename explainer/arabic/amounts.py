"""Amounts as somebody gives them, in words: a low, a best and a high number, and how exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from explainer.arabic.counts import Case
from explainer.arabic.style import HOUSE, Style
from explainer.arabic.units import Unit, bare, measured
from explainer.arabic.vocabulary import QUALIFIER

_AFTER: Final[Mapping[str, str]] = {
    "exact": "", "about": " تقريبا", "at_least": " على الأقل", "up_to": " على الأكثر"
}  # fmt: skip
"""What follows an amount that a preposition stands before, or that has two ends."""


Counted = Callable[[Decimal, Unit, Case, Style], str]
"""How a number is written: with its unit or alone."""


class SaidNumber(NamedTuple):
    """One number and how exact it is: exact, about, at_least or up_to."""

    number: Decimal
    qualifier: str = "exact"
    about: bool = False
    """Whether a bound is itself but approximate: ما لا يقل عن نحو 11,000."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What somebody said of how many there are; one number at least is known, low first."""

    low: Decimal | None = None
    best: Decimal | None = None
    high: Decimal | None = None
    qualifier: str | None = None

    @property
    def point(self) -> SaidNumber | None:
        """Give the number that it is, at least is or is at most; None where it has two ends."""
        if self.best is not None:
            is_bound = self._bound != self.qualifier
            return SaidNumber(self.best, self._bound or "exact", is_bound and self._is_vague)
        if self.low is not None and self.high is not None:
            return (
                SaidNumber(self.low, self.qualifier or "exact") if self.low == self.high else None
            )
        number = self.low if self.low is not None else self.high
        return (
            SaidNumber(number, self._bound or "exact", self._is_vague)
            if number is not None
            else None
        )

    @property
    def least(self) -> SaidNumber:
        """Give the end at which it begins."""
        return self._end(self.low)

    @property
    def greatest(self) -> SaidNumber:
        """Give the end up to which it goes."""
        return self._end(self.high)

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """Give both ends where they are two."""
        if self.low is None or self.high is None or self.low == self.high:
            return None
        return self.low, self.high

    def _end(self, number: Decimal | None) -> SaidNumber:
        if self.range and number is not None:
            return SaidNumber(number, "about" if self.qualifier == "about" else "exact")
        return self.point or SaidNumber(Decimal(0))

    @property
    def is_one_number(self) -> bool:
        """Tell whether one number is all that is said, be it a bound."""
        return len({n for n in (self.low, self.best, self.high) if n is not None}) == 1

    @property
    def _is_vague(self) -> bool:
        return self.qualifier == "about"

    @property
    def _bound(self) -> str | None:
        """Give the qualifier; a low or a high number alone is a bound, whatever else is said."""
        if self.qualifier in ("at_least", "up_to") or not self.is_one_number:
            return self.qualifier
        if self.low is not None and self.high is None:
            return "at_least"
        return "up_to" if self.high is not None and self.low is None else self.qualifier


def worded(amount: Amount, unit: Unit, style: Style = HOUSE, *, short: bool = False) -> str:
    """Say an amount by itself: نحو 350 جنديا، بين 4 ملايين و6 ملايين قذيفة، وحدتان أو ثلاث.

    A best number comes before what it may lie between: 5,150 ميغاواط، بين 5,000 و5,200. `short`
    leaves the unit away, where it is said beside.
    """
    counted = bare if short else measured
    if amount.point is None:
        low, high = amount.range or (Decimal(0), Decimal(0))
        return _between(low, high, unit, style, counted) + _AFTER[amount.qualifier or "exact"]
    words = _with_qualifier(amount.point, unit, style, counted)
    if amount.range:
        return f"{words}، بين {' و'.join(bare(n, unit, style=style) for n in amount.range)}"
    for bound, after in ((amount.low, "at_least"), (amount.high, "up_to")):
        if bound is not None and bound != amount.point.number:
            words += f"، و{bare(bound, unit, 'nominative', style)}{_AFTER[after]}"
    return words


def _with_qualifier(point: SaidNumber, unit: Unit, style: Style, counted: Counted) -> str:
    """Say one number with what stands before it: ما لا يقل عن 6,000 جندي."""
    before = [QUALIFIER[point.qualifier]] + ["نحو"] * point.about
    case: Case = "genitive" if any(before) else "nominative"
    return " ".join([*filter(None, before), counted(point.number, unit, case, style)])


def _between(low: Decimal, high: Decimal, unit: Unit, style: Style, counted: Counted) -> str:
    """Say two ends: بين 4 و6 ملايين would hide the scale of the first, so both have it."""
    if low == 2 and high == 3 and unit.scale == 1 and unit.noun:
        three = "ثلاث" if unit.noun.one.endswith("واحدة") else "ثلاثة"
        return f"{unit.noun.two} أو {three}"
    return f"بين {bare(low, unit, style=style)} و{counted(high, unit, 'genitive', style)}"


def from_to(
    first: SaidNumber,
    last: SaidNumber,
    unit: Unit,
    style: Style = HOUSE,
    *,
    after: tuple[str, str] = ("", ""),
) -> str:
    """Say where a span begins and where it ends: من نحو 4,700 إلى 6,000 جندي على الأقل.

    `after` is what is said of each end: في العام 2023، بحسب البلدية.
    """
    begins = f"{_vague(first)}{bare(first.number, unit, style=style)}{_bound(first)}"
    ends = f"{_vague(last)}{measured(last.number, unit, 'genitive', style)}{_bound(last)}"
    start, end = (" ".join(filter(None, each)) for each in ((begins, after[0]), (ends, after[1])))
    return f"من {start} إلى {end}"


def _vague(point: SaidNumber) -> str:
    return "نحو " if point.about or point.qualifier == "about" else ""


def _bound(point: SaidNumber) -> str:
    return "" if point.qualifier == "about" else _AFTER[point.qualifier]
