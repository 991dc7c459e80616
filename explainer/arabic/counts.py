"""Counted nouns and numbers in Arabic: a number and a noun in, words out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from explainer.arabic.inflection import CountedNoun, inflected
from explainer.arabic.nouns import NOUNS, noun_for
from explainer.arabic.style import HOUSE, Style

Case = Literal["nominative", "genitive"]
"""Where the words stand: genitive after a preposition or a noun (بعد يومين)."""

Countable = int | float | Decimal


def count(n: Countable, noun: CountedNoun, case: Case = "nominative", style: Style = HOUSE) -> str:
    """Return a number of things: لا أحداث، حدث واحد، حدثان، 3 أحداث، 11 حدثا، 1,000 حدث.

    Raises ValueError for a negative number.
    """
    match _category(n):
        case "zero":
            return noun.zero
        case "one":
            return noun.one
        case "two":
            return noun.two if case == "nominative" else noun.two_genitive
        case "few":
            return f"{number(n, style)} {noun.few}"
        case "many":
            return f"{number(n, style)} {noun.many}"
        case "other":
            return f"{number(n, style)} {noun.other}"


def amount(n: Countable, noun: CountedNoun, case: Case = "nominative", style: Style = HOUSE) -> str:
    """Return a number of things, millions in words: 4 ملايين قذيفة، مليونا برميل، 11,000 جندي.

    A negative number keeps its digits: −2 دولار.
    """
    if n < 0 and _scaled(-n) is None:
        return f"{number(n, style)} {_noun_after_digits(-n, noun)}"
    if _scaled(-n if n < 0 else n) is None:
        return count(n, noun, case, style)
    return f"{quantity(n, case, style, construct=True)} {noun.other}"


def _noun_after_digits(n: Countable, noun: CountedNoun) -> str:
    """Give a noun as it stands after digits, of one and two too."""
    return {"few": noun.few, "many": noun.many}.get(_category(n), noun.other)


def quantity(
    n: Countable, case: Case = "nominative", style: Style = HOUSE, *, construct: bool = False
) -> str:
    """Return a number by itself, round millions in words: 1.5 مليون، مليونان، 16,000.

    Round means two decimals of a million (or milliard, or trillion) at most; other
    numbers stay in digits. `construct` says that a noun follows, which takes the ending
    off: 11 مليونا but 11 مليون برميل, مليونان but مليونا برميل.
    """
    scaled = _scaled(-n if n < 0 else n)
    if scaled is None:
        return number(n, style)
    value, scale = scaled
    if n < 0:
        return f"{number(-value, style)} {_noun_after_digits(value, scale)}"
    category = _category(value)
    if category == "one":
        return scale.other
    if construct and category == "two":
        return (scale.two if case == "nominative" else scale.two_genitive).removesuffix("ن")
    if construct and category == "many":
        return f"{number(value, style)} {scale.other}"
    return count(value, scale, case, style)


def number(n: Countable, style: Style = HOUSE) -> str:
    """Return a number with a comma between thousands and a point before decimals.

    A negative one takes the minus sign U+2212.
    """
    return style.number(f"{_exact(n):,f}".replace("-", "\N{MINUS SIGN}"))


_SCALES: Final = (
    (10**12, inflected("تريليون", "تريليونات")),
    (10**9, inflected("مليار", "مليارات")),
    (10**6, inflected("مليون", "ملايين")),
)


def _scaled(n: Countable) -> tuple[Decimal, CountedNoun] | None:
    """Return a large round number as so many millions (milliards, trillions), if it is one."""
    exact = _exact(n)
    for size, noun in _SCALES:
        if exact >= size:
            value = exact / size
            return (_exact(value), noun) if value == round(value, 2) else None
    return None


def _exact(n: Countable) -> Decimal:
    """Return the number as it is written, a whole one without decimals."""
    exact = Decimal(str(n))
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


def _category(n: Countable) -> Literal["zero", "one", "two", "few", "many", "other"]:
    """Return the plural category that CLDR gives the number in Arabic."""
    exact = _exact(n)
    if exact < 0:
        raise ValueError(f"{n} things cannot be counted: expected 0 or more")
    if exact != exact.to_integral_value():
        return "other"
    if exact < 3:
        return ("zero", "one", "two")[int(exact)]
    tail = int(exact) % 100
    return "few" if 3 <= tail <= 10 else "many" if tail > 10 else "other"


__all__ = [
    "NOUNS",
    "Case",
    "Countable",
    "CountedNoun",
    "amount",
    "count",
    "inflected",
    "noun_for",
    "number",
    "quantity",
]  # fmt: skip
