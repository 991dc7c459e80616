"""Counted nouns and numbers read as the table of cases says."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Any, get_args

import pytest
from babel import Locale

from explainer.arabic.counts import NOUNS, Case, amount, count, noun_for, number, quantity
from explainer.arabic.joining import join
from explainer.arabic.style import Style
from tests.conftest import TESTS, read_yaml

TABLE = read_yaml(TESTS / "cases/counts.yaml")
ARAB = Style(digits="arab")


def named(case: dict[str, Any]) -> str:
    return f"{case['noun']}-{case['n']}"


@pytest.mark.parametrize("noun", TABLE["nouns"], ids=lambda noun: noun["id"])
def test_noun_has_its_seven_forms(noun: dict[str, Any]) -> None:
    ours = NOUNS[noun["id"]]
    assert ours.zero == noun["zero"]
    assert ours.one == noun["one"]
    assert ours.two == noun["two_nominative"]
    assert ours.two_genitive == noun["two_genitive"]
    assert f"{{n}} {ours.few}" == noun["few"]
    assert f"{{n}} {ours.many}" == noun["many_bare"]
    assert f"{{n}} {ours.other}" == noun["other"]


@pytest.mark.parametrize("case", TABLE["cases"] + TABLE["decimals"], ids=named)
def test_case_reads_as_written(case: dict[str, Any]) -> None:
    nominative = case.get("text_bare", case["text"])
    noun = NOUNS[case["noun"]]
    assert count(case["n"], noun) == nominative
    assert count(case["n"], noun, "genitive") == case.get("text_genitive", nominative)


@pytest.mark.parametrize("case", TABLE["phrases"], ids=lambda case: case["text"])
def test_phrase_takes_the_genitive(case: dict[str, Any]) -> None:
    phrase = f"{case['preposition']} {count(case['n'], NOUNS[case['noun']], 'genitive')}"
    assert phrase == case["text"].replace("ًا", "ا")


@pytest.mark.parametrize("case", TABLE["lint_wrong"], ids=lambda case: case["text"])
def test_right_form_of_a_wrong_one_is_ours(case: dict[str, str]) -> None:
    n = int(case["text"].split()[0])
    assert case["want"] in {count(n, noun) for noun in NOUNS.values()}


@pytest.mark.parametrize("n", [*range(130), 200, 999, 1000, 1002, 1010, 1099, 11_000, 10**6, 1.5])
def test_categories_are_those_of_babel(n: float) -> None:
    category = Locale.parse("ar").plural_form(Decimal(str(n)))
    forms = {
        "zero": "لا أحداث",
        "one": "حدث واحد",
        "two": "حدثان",
        "few": f"{n:,} أحداث",
        "many": f"{n:,} حدثا",
        "other": f"{n:,} حدث",
    }
    assert count(n, NOUNS["event"]) == forms[category]


WORDED = [
    (0, "independent_source", "nominative", "لا مصادر مستقلة"),
    (1, "independent_source", "nominative", "مصدر مستقل واحد"),
    (2, "independent_source", "nominative", "مصدران مستقلان"),
    (2, "independent_source", "genitive", "مصدرين مستقلين"),
    (3, "independent_source", "nominative", "3 مصادر مستقلة"),
    (11, "independent_source", "nominative", "11 مصدرا مستقلا"),
    (100, "independent_source", "nominative", "100 مصدر مستقل"),
    (11, "claim", "nominative", "11 ادعاءً"),
    (2, "claim", "genitive", "ادعاءين"),
    (2, "actor", "nominative", "جهتان"),
    (11, "place", "nominative", "11 مكانا"),
    (4, "question", "nominative", "4 أسئلة"),
    (2, "article", "genitive", "مادتين"),
    (3, "publisher", "nominative", "3 ناشرين"),
    (Decimal(3), "day", "nominative", "3 أيام"),
    (3.0, "day", "nominative", "3 أيام"),
]


@pytest.mark.parametrize(("n", "noun", "case", "words"), WORDED)
def test_count(n: int | float | Decimal, noun: str, case: Case, words: str) -> None:
    assert count(n, NOUNS[noun], case) == words


def test_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 things cannot be counted"):
        count(-1, NOUNS["event"])


QUANTITIES: list[tuple[int | float | Decimal, str, str, str]] = [
    # number, by itself, by itself in the genitive, before a noun
    (0, "0", "0", "0"),
    (16_000, "16,000", "16,000", "16,000"),
    (999_999, "999,999", "999,999", "999,999"),
    (1_000_000, "مليون", "مليون", "مليون"),
    (1_500_000, "1.5 مليون", "1.5 مليون", "1.5 مليون"),
    (2_000_000, "مليونان", "مليونين", "مليونا"),
    (4_000_000, "4 ملايين", "4 ملايين", "4 ملايين"),
    (6_500_000, "6.5 مليون", "6.5 مليون", "6.5 مليون"),
    (10_000_000, "10 ملايين", "10 ملايين", "10 ملايين"),
    (11_000_000, "11 مليونا", "11 مليونا", "11 مليون"),
    (100_000_000, "100 مليون", "100 مليون", "100 مليون"),
    (2_800_000_000, "2.8 مليار", "2.8 مليار", "2.8 مليار"),
    (2e9, "ملياران", "مليارين", "مليارا"),
    (Decimal("3e12"), "3 تريليونات", "3 تريليونات", "3 تريليونات"),
    (1_250_000, "1.25 مليون", "1.25 مليون", "1.25 مليون"),
    (1_234_567, "1,234,567", "1,234,567", "1,234,567"),
]


@pytest.mark.parametrize(("n", "alone", "genitive", "construct"), QUANTITIES)
def test_quantity(n: int | float | Decimal, alone: str, genitive: str, construct: str) -> None:
    assert quantity(n) == alone
    assert quantity(n, "genitive") == genitive
    assert quantity(n, construct=True) == construct


AMOUNTS = [
    (4_000_000, "shell", "nominative", "4 ملايين قذيفة"),
    (1_000_000, "barrel", "nominative", "مليون برميل"),
    (2_000_000, "shell", "nominative", "مليونا قذيفة"),
    (2_000_000, "shell", "genitive", "مليوني قذيفة"),
    (11_000_000, "barrel", "nominative", "11 مليون برميل"),
    (6_500_000, "ton", "genitive", "6.5 مليون طن"),
    (11_000, "soldier", "nominative", "11,000 جندي"),
    (2, "soldier", "genitive", "جنديين"),
    (1_234_567, "shell", "nominative", "1,234,567 قذيفة"),
]


@pytest.mark.parametrize(("n", "noun", "case", "words"), AMOUNTS)
def test_amount(n: int, noun: str, case: Case, words: str) -> None:
    assert amount(n, NOUNS[noun], case) == words


NUMBERS: list[tuple[int | float | Decimal, str, str]] = [
    (7, "7", "٧"),
    (1000, "1,000", "١٬٠٠٠"),
    (12.5, "12.5", "١٢٫٥"),
    (1234567.25, "1,234,567.25", "١٬٢٣٤٬٥٦٧٫٢٥"),
    (Decimal("2.50"), "2.50", "٢٫٥٠"),
    (3.0, "3", "٣"),
    (-5, "−5", "−٥"),
    (1e21, "1,000,000,000,000,000,000,000", "١٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠"),
]


@pytest.mark.parametrize(("n", "latn", "arab"), NUMBERS)
def test_number(n: int | float | Decimal, latn: str, arab: str) -> None:
    assert number(n) == latn
    assert number(n, ARAB) == arab


def test_digits_follow_the_style_everywhere() -> None:
    assert count(103, NOUNS["event"], style=ARAB) == "١٠٣ أحداث"
    assert amount(1_500_000, NOUNS["shell"], style=ARAB) == "١٫٥ مليون قذيفة"


def test_noun_is_found_by_its_name() -> None:
    assert noun_for("جندي") is NOUNS["soldier"]
    assert noun_for("مصدر مستقل") is NOUNS["independent_source"]
    assert noun_for("جنود") is None
    assert len({noun.other for noun in NOUNS.values()}) == len(NOUNS)


def test_every_noun_is_clean_in_every_form() -> None:
    for noun in NOUNS.values():
        for n in (0, 1, 2, 3, 11, 100):
            for case in get_args(Case):
                words = count(n, noun, case)
                assert unicodedata.is_normalized("NFC", words)
                assert "  " not in words
                assert "ًا" not in words


LISTS = [
    ([], ""),
    (["أ"], "أ"),
    (["أ", "ب", "ج"], "أ وب وج"),
    (["18", "19"], "18 و19"),
    (["روسيا", "“KCNA”", "NIS"], "روسيا و“KCNA” وNIS"),
]


@pytest.mark.parametrize(("items", "words"), LISTS)
def test_join(items: list[str], words: str) -> None:
    assert join(items) == words
