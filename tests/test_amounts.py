"""Amounts read as an Arabic editor would write them: a table of right words, and rules for all."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.arabic import units
from explainer.arabic.amounts import Amount, SaidNumber, from_to, worded
from explainer.arabic.counts import NOUNS, CountedNoun, inflected
from explainer.arabic.isolate import isolate
from explainer.arabic.joining import genitive
from explainer.arabic.style import Style
from tests.conftest import TESTS, read_yaml

TABLE = read_yaml(TESTS / "cases/amounts.yaml")
OWN = {"وحدة": inflected("وحدة", "وحدات"), "خبير ألغام": inflected("خبير ألغام", "خبراء ألغام")}


def unit(text: str) -> units.Unit:
    """Take a unit apart, as in an explainer with nouns of its own."""
    return units.unit(text, OWN)


QUALIFIERS = {"about": "about", "min": "at_least", "max": "up_to", "exact": "exact"}


def amount(given: Any) -> Amount:
    """Read an amount as the table writes it."""
    *qualifier, text = str(given).split()
    first, dots, last = text.partition("..")
    low, best, high = (first, "", last) if dots else ("", first, "")
    if "<" in text:
        low, best, high = (*text.split("<"), "")[:3]
    if best.startswith(".."):
        low, best, high = "", low, best[2:]
    numbers = [Decimal(each) if each else None for each in (low, best, high)]
    return Amount(
        numbers[0], numbers[1], numbers[2], QUALIFIERS[qualifier[0]] if qualifier else None
    )


@pytest.mark.parametrize(("named", "given", "words"), TABLE["amounts"])
def test_an_amount_reads_as_written(named: str, given: Any, words: str) -> None:
    assert worded(amount(given), unit(named)) == words


@pytest.mark.parametrize(("named", "given", "words"), TABLE["short"])
def test_an_amount_without_its_unit(named: str, given: Any, words: str) -> None:
    assert worded(amount(given), unit(named), short=True) == words


@pytest.mark.parametrize(("named", "first", "last", "words"), TABLE["spans"])
def test_a_span(named: str, first: Any, last: Any, words: str) -> None:
    begins, ends = amount(first).least, amount(last).greatest
    assert from_to(begins, ends, unit(named)) == words


def test_a_span_says_of_each_end_what_belongs_to_it() -> None:
    ends = SaidNumber(Decimal(1238)), SaidNumber(Decimal(9985))
    after = "في العام 2023", "في العام 2025"
    words = from_to(*ends, unit("رحلة"), after=after)
    assert words == "من 1,238 في العام 2023 إلى 9,985 رحلة في العام 2025"


def test_the_table_is_long_enough_to_be_a_judgement() -> None:
    assert sum(map(len, TABLE.values())) >= 60


def test_eastern_digits() -> None:
    arab = Style(digits="arab")
    assert worded(amount("about 1250"), unit("جندي"), arab) == "نحو ١٬٢٥٠ جنديا"
    assert worded(amount("90.5"), unit("في المئة"), arab) == "٩٠٫٥٪"


def test_a_negative_amount_keeps_its_sign_at_its_left() -> None:
    words = worded(amount("-300"), unit("مليون دولار"))
    assert isolate(words) == '<bdi dir="ltr">−300</bdi> مليون دولار'


@pytest.mark.parametrize(
    ("words", "governed"),
    [
        ("مسؤولون أميركيون لم يُكشف عن أسمائهم", "مسؤولين أميركيين لم يُكشف عن أسمائهم"),
        ("مسؤولان أميركيان", "مسؤولين أميركيين"),
        ("محللون", "محللين"),
        ("مصادر أمنية", "مصادر أمنية"),
        ("مسؤولون في وزارة القانون", "مسؤولين في وزارة القانون"),
    ],
)
def test_a_plural_after_a_preposition(words: str, governed: str) -> None:
    assert genitive(words) == governed


# Rules that hold of every amount.

NUMBERS = st.one_of(
    st.sampled_from([0, 1, 2, *range(3, 12), 99, 100, 101, 102, 103, 111, 1000, 10**6, 2 * 10**6]),
    st.integers(-(10**9), 10**13),
    st.decimals(-1000, 10**6, places=2),
).map(lambda n: Decimal(str(n)))
NAMED: st.SearchStrategy[str] = st.sampled_from(sorted(noun.other for noun in NOUNS.values()))
UNITS = st.one_of(
    NAMED,
    st.tuples(st.sampled_from(["ألف", "مليون", "مليار"]), NAMED).map(" ".join),
    st.sampled_from(["%", "في المئة", "كلم", "درجة مئوية"]),
)


def _amount(numbers: list[Decimal], shape: str, qualifier: str | None) -> Amount:
    known = dict(zip(shape, sorted(numbers), strict=False))
    return Amount(known.get("l"), known.get("b"), known.get("h"), qualifier)


AMOUNTS = st.builds(
    _amount,
    st.lists(NUMBERS, min_size=3, max_size=3),
    st.sampled_from(["l", "b", "h", "lb", "lh", "bh", "lbh"]),
    st.sampled_from([None, "exact", "about", "at_least", "up_to"]),
)
PREPOSITION = r"(?:من|إلى|نحو|بين|عن|على|مما)"
DOUBLED = re.compile(rf"(?<!\S){PREPOSITION} {PREPOSITION}(?!\S)|من ما|بين نحو")
ALLOWED = {"عن نحو", "إلى نحو", "من نحو"}
"""What two prepositions may stand together: about is none in these."""
SCALES = {"مليون": "ملايين", "مليار": "مليارات", "تريليون": "تريليونات"}
COUNTED = re.compile(r"(?<![\d.,])(−?[\d,]+(?:\.\d+)?) ([\u0621-\u064a\u064b]+)")


def _faults(words: str, noun: CountedNoun | None) -> list[str]:
    """List what an Arabic editor would strike out."""
    found = [m[0] for m in DOUBLED.finditer(words) if m[0] not in ALLOWED]
    found += re.findall(r"  |^ | $|None|Decimal|E\+|-\d|، و?$", words)
    found += [m[0] for m in COUNTED.finditer(words) if _is_wrong(m[1], m[2], noun)]
    if noun and " " not in noun.other:
        after = rf"(?:نحو|عن|إلى|من|بين) (?:{noun.two})(?!\S)"
        found += re.findall(after, words) if noun.two != noun.two_genitive else []
    return found


def _is_wrong(number: str, word: str, noun: CountedNoun | None) -> bool:
    """Tell whether a number stands before a form of its noun that it does not take."""
    exact = Decimal(number.replace(",", "").replace("−", ""))
    tail = int(exact) % 100
    is_whole = exact == exact.to_integral_value()
    is_few, is_many = is_whole and 3 <= tail <= 10, is_whole and tail > 10
    if word in SCALES or word in SCALES.values():
        return (word in SCALES.values()) != is_few
    if noun is None or " " in noun.other or word not in (noun.few, noun.many, noun.other):
        return False
    right = noun.few if is_few else noun.many if is_many else noun.other
    return word != right or (number in ("1", "2"))


SWEPT = [Decimal(n) for n in (-300, -2, 0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 1000, 10**6)]
SWEPT += [Decimal(10**6) + 1, Decimal("1000000.5"), Decimal(2 * 10**6)]
SHAPES = ["l", "b", "h", "lb", "lh", "bh", "lbh"]


@pytest.mark.parametrize("named", ["جندي", "أسير", "حاوية", "لقاء", "مليون دولار", "%", "كلم"])
@pytest.mark.parametrize("qualifier", [None, "exact", "about", "at_least", "up_to"])
def test_every_number_in_every_shape(named: str, qualifier: str | None) -> None:
    counted = unit(named)
    for shape in SHAPES:
        ordered = list(combinations_with_replacement(SWEPT, len(shape)))
        for numbers in ordered[:: 1 + len(ordered) // 200]:
            told = _amount(list(numbers), shape, qualifier)
            for words in (worded(told, counted), worded(told, counted, short=True)):
                assert _faults(words, counted.noun) == [], (told, words)


@settings(max_examples=200, deadline=None)
@given(AMOUNTS, UNITS, st.booleans())
def test_no_amount_reads_wrong(given: Amount, named: str, short: bool) -> None:
    counted = unit(named)
    words = worded(given, counted, short=short)
    assert _faults(words, counted.noun) == [], words
    numbers = [n for n in (given.low, given.best, given.high) if n is not None]
    if given.qualifier == "about" and len(set(numbers)) == 1:
        assert "نحو" in words


@settings(max_examples=200, deadline=None)
@given(AMOUNTS, AMOUNTS, UNITS)
def test_no_span_reads_wrong(one: Amount, other: Amount, named: str) -> None:
    counted = unit(named)
    ends = sorted((one.least, other.greatest), key=lambda said: said.number)
    words = from_to(ends[0], ends[1], counted)
    assert _faults(words, counted.noun) == [], words
    assert words.startswith("من ")
    assert words.count(" إلى ") == 1
    assert words.index("من") < words.index("إلى")


@settings(max_examples=100, deadline=None)
@given(NUMBERS, NAMED)
def test_the_low_end_comes_first(number: Decimal, named: str) -> None:
    words = worded(Amount(low=number, high=number + 5), unit(named))
    first, _, last = words.partition(" و")
    assert words.startswith("بين ") or (number == 2 and " أو " in words)
    assert first != last
