"""Dates read in Arabic as the table of cases says, and sensibly wherever it says nothing."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import Any

import pytest
from babel import Locale

from explainer.arabic.date_words import (
    MONTH_NAMES,
    PART_WORDS,
    WEEKDAYS,
    compact,
    label,
    month_label,
    prose,
    year_label,
)
from explainer.arabic.style import MonthNames, Style
from explainer.dates import Date, NotADateError, parse
from tests.conftest import TESTS, read_yaml

TABLE = read_yaml(TESTS / "cases/dates.yaml")


def read(case: dict[str, Any]) -> tuple[Date, dict[str, Any]]:
    options = dict(case.get("options", {}))
    part = options.pop("part", options.pop("parts", None))
    return parse(case["edtf"], part), options


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_case_reads_as_written(case: dict[str, Any]) -> None:
    date, options = read(case)
    assert label(date, **options) == case["label"]
    assert prose(date, **options) == case["prose"]
    if "weekday" not in options:
        assert compact(date, **options) == case.get("compact", case["label"])


def test_names_are_those_of_the_table() -> None:
    for style in ("dual", "levantine", "egyptian"):
        assert list(MONTH_NAMES[style]) == [month[style] for month in TABLE["months"]]
    assert list(MONTH_NAMES["maghreb"]) == TABLE["lint_month_variants"]["morocco"]
    assert list(MONTH_NAMES["algerian"]) == TABLE["lint_month_variants"]["algeria_tunisia"]
    assert list(WEEKDAYS) == TABLE["weekdays_monday_first"]
    assert TABLE["parts"] == PART_WORDS


LOCALES: dict[MonthNames, str] = {
    "levantine": "ar_SY",
    "egyptian": "ar",
    "maghreb": "ar_MA",
    "algerian": "ar_DZ",
}


@pytest.mark.parametrize(("months", "locale"), LOCALES.items())
def test_month_names_are_those_of_babel(months: MonthNames, locale: str) -> None:
    names = Locale.parse(locale).months["format"]["wide"]
    assert list(MONTH_NAMES[months]) == [names[month] for month in range(1, 13)]


# What the table leaves open, as we settled it.

SETTLED = [
    # text, part, label, prose, compact (None: as the label)
    ("2024-06-19~", None, "نحو 19 حزيران/يونيو 2024", "نحو 19 حزيران/يونيو 2024", None),
    ("2025-21~", None, "نحو ربيع 2025", "نحو ربيع العام 2025", None),
    (
        "2024-05-01?",
        None,
        "1 أيار/مايو 2024 (تاريخ غير مؤكد)",
        "في 1 أيار/مايو 2024 على الأرجح",
        None,
    ),
    (
        "2024-06?-19",
        None,
        "19 حزيران/يونيو 2024 (الشهر والسنة غير مؤكدين)",
        "في 19 حزيران/يونيو 2024 على الأرجح",
        None,
    ),
    ("2024?-21", None, "ربيع 2024 (السنة غير مؤكدة)", "في ربيع العام 2024 على الأرجح", None),
    ("2024-XX-XX", None, "2024 (اليوم والشهر غير محددين)", "في العام 2024", None),
    (
        "2024-XX?",
        None,
        "2024 (الشهر غير محدد، تاريخ غير مؤكد)",
        "في العام 2024 على الأرجح",
        None,
    ),
    ("XXXX-05-01", None, "1 أيار/مايو (السنة غير معروفة)", "في الأول من أيار/مايو", None),
    (
        "200X",
        None,
        "العقد الأول من القرن الحادي والعشرين",
        "في العقد الأول من القرن الحادي والعشرين",
        None,
    ),
    ("19XX~", None, "نحو القرن العشرين", "نحو القرن العشرين", None),
    ("18XX", None, "القرن التاسع عشر", "في القرن التاسع عشر", None),
    ("20XX", "early", "مطلع القرن الحادي والعشرين", "في مطلع القرن الحادي والعشرين", None),
    (
        "2024-30",
        None,
        "صيف 2024 في نصف الكرة الجنوبي",
        "في صيف العام 2024 في نصف الكرة الجنوبي",
        None,
    ),
    ("2024-38", None, "الثلث الثاني من 2024", "في الثلث الثاني من العام 2024", None),
    (
        "2024-21/2024-23",
        None,
        "من ربيع إلى خريف 2024",
        "بين ربيع وخريف العام 2024",
        "ربيع – خريف 2024",
    ),
    (
        "2024-21/2024-12",
        None,
        "من ربيع 2024 إلى كانون الأول/ديسمبر 2024",
        "بين ربيع العام 2024 وكانون الأول/ديسمبر 2024",
        "ربيع 2024 – كانون الأول/ديسمبر 2024",
    ),
    (
        "2024-33/2024-34",
        None,
        "من الربع الأول إلى الربع الثاني من 2024",
        "بين الربع الأول والربع الثاني من العام 2024",
        "الربع الأول – الربع الثاني من 2024",
    ),
    (
        "197X/199X",
        None,
        "من سبعينيات إلى تسعينيات القرن العشرين",
        "بين سبعينيات وتسعينيات القرن العشرين",
        "سبعينيات – تسعينيات القرن العشرين",
    ),
    (
        "18XX/19XX",
        None,
        "من القرن التاسع عشر إلى القرن العشرين",
        "بين القرن التاسع عشر والقرن العشرين",
        "القرن التاسع عشر – القرن العشرون",
    ),
    (
        "2024/2024",
        ("start", "end"),
        "من بداية إلى نهاية 2024",
        "بين بداية ونهاية العام 2024",
        "بداية – نهاية 2024",
    ),
    (
        "2024?/2025",
        None,
        "من 2024 (تاريخ غير مؤكد) إلى 2025",
        "بين العام 2024 على الأرجح والعام 2025",
        None,
    ),
    (
        "2024?/2025?",
        None,
        "من 2024 إلى 2025 (فترة غير مؤكدة)",
        "بين عامي 2024 و2025 على الأرجح",
        None,
    ),
    (
        "2024-06-11~/2024-06-13",
        None,
        "من نحو 11 إلى 13 حزيران/يونيو 2024",
        "بين نحو 11 و13 حزيران/يونيو 2024",
        None,
    ),
    (
        "/2025",
        None,
        "من تاريخ غير معروف إلى 2025",
        "من تاريخ غير معروف إلى العام 2025",
        None,
    ),
    ("2024?/..", None, "منذ 2024 (تاريخ غير مؤكد)", "منذ العام 2024 على الأرجح", None),
    ("../20XX", None, "حتى القرن الحادي والعشرين", "حتى القرن الحادي والعشرين", None),
    ("{2022,2024}", None, "2022 و2024", "في عامي 2022 و2024", None),
    ("[2023~,2024]", None, "نحو 2023 أو 2024", "نحو العام 2023 أو في العام 2024", None),
    (
        "{2024-06-30,2024-07-01,2024-07-05}",
        None,
        "30 حزيران/يونيو و1 و5 تموز/يوليو 2024",
        "في 30 حزيران/يونيو و1 و5 تموز/يوليو 2024",
        None,
    ),
    (
        "{2024-10..2024-12}",
        None,
        "كل الأشهر من تشرين الأول/أكتوبر إلى كانون الأول/ديسمبر 2024",
        "في كل الأشهر من تشرين الأول/أكتوبر إلى كانون الأول/ديسمبر 2024",
        None,
    ),
    ("[2024..]", None, "2024 أو بعده", "في العام 2024 أو بعده", None),
    ("{..2021}", None, "كل الأعوام حتى 2021", "في كل الأعوام حتى العام 2021", None),
    (
        "{2022,2024..2026}",
        None,
        "2022 وكل الأعوام من 2024 إلى 2026",
        "في العام 2022 وفي كل الأعوام من 2024 إلى 2026",
        None,
    ),
]


@pytest.mark.parametrize(("text", "part", "as_label", "as_prose", "as_compact"), SETTLED)
def test_settled_case(
    text: str, part: Any, as_label: str, as_prose: str, as_compact: str | None
) -> None:
    date = parse(text, part)
    assert (label(date), prose(date)) == (as_label, as_prose)
    assert compact(date) == (as_compact or as_label)


OMITTED = {
    "2024-06-28/2024-07-03": "من 28 حزيران/يونيو إلى 3 تموز/يوليو",
    "2024-06-11/2024-06-13": "من 11 إلى 13 حزيران/يونيو",
    "2024-12-28/2025-01-03": "من 28 كانون الأول/ديسمبر 2024 إلى 3 كانون الثاني/يناير 2025",
    "2024": "2024",
    "2025-21": "ربيع 2025",
    "[2024-10,2024-11]": "تشرين الأول/أكتوبر أو تشرين الثاني/نوفمبر",
}


@pytest.mark.parametrize(("text", "words"), OMITTED.items())
def test_year_is_omitted_only_after_a_month_and_within_one_year(text: str, words: str) -> None:
    assert label(parse(text), omit_year=True) == words


STYLES = {
    Style(): "19 تموز/يوليو 2024",
    Style("levantine"): "19 تموز 2024",
    Style("egyptian", "arab"): "١٩ يوليو ٢٠٢٤",
    Style("maghreb"): "19 يوليوز 2024",
    Style("algerian"): "19 جويلية 2024",
}


@pytest.mark.parametrize(("style", "words"), STYLES.items())
def test_style(style: Style, words: str) -> None:
    assert label(parse("2024-07-19"), style) == words
    assert compact(parse("2024-07-19"), style) == words
    assert prose(parse("2024-07-19"), style) == f"في {words}"


def test_headings() -> None:
    assert month_label(2025, 7) == "تموز/يوليو 2025"
    assert month_label(None, 7, Style("levantine")) == "تموز"
    assert year_label(2025) == "2025"
    assert year_label(2025, Style(digits="arab")) == "٢٠٢٥"


# Whatever parse() accepts has words.

POINTS = [
    *("2024", "2025", "2024~", "2024?", "2025%", "0850", "2024-XX", "2024-XX-XX", "2024-XX?"),
    *("2024-05", "2024-07", "2025-07", "2024-07~", "2024-07?", "2024?-07", "2024-06-XX"),
    *("2024-06-18", "2024-06-19", "2024-06-30", "2024-07-01", "2025-01-01", "2024-06-18~"),
    *("2024-06-19?", "2024-06-?20", "2024-06-~20", "2024?-06-19%", "2024-?06-?19"),
    *("2024-21", "2024-23~", "2025-24?", "2024?-22", "2024-26", "2024-30", "2025-32%"),
    *("2024-33", "2024-36?", "2025-?34", "2024-37", "2025-39~", "2024-40", "2025-41"),
    *("000X", "199X", "200X", "201X~", "202X?", "18XX", "19XX%", "20XX", "99XX"),
]
YEARLESS = ["XXXX-04", "XXXX-04-15", "XXXX-05-01~", "XXXX-04-XX?", "XXXX-?04-15"]
RANGES = ["2020..2024", "2024-10..2024-12", "2024-06-18..2024-06-21"]
CHOICES = [
    *(f"{a},{b}" for a, b in itertools.combinations(POINTS[::3], 2)),
    *(",".join(POINTS[i : i + 3]) for i in range(len(POINTS) - 2)),
    *POINTS,
    *RANGES,
    *(f"2019,{one}" for one in RANGES),
    *(f"..{one},2026" for one in ("2019", "2019-05", "2019-05-01")),
    *(f"2018,{one}.." for one in ("2019", "2019-05", "2019-05-01")),
]


def accepted() -> list[Date]:
    """Return every combination of the samples that parse() takes."""
    parts = [None, *PART_WORDS]
    dates = []
    tries: list[tuple[str, Any]] = [
        *itertools.product(POINTS + YEARLESS, parts),
        *((f"{a}/{b}", None) for a, b in itertools.product(["", "..", *POINTS], repeat=2)),
        *(
            (f"{a}/{b}", pair)
            for a, b in itertools.product(("..", "2024", "2024-07", "2025-21", "202X"), repeat=2)
            for pair in itertools.product(parts, repeat=2)
        ),
        *(
            (f"{opening}{some}{closing}", None)
            for some in CHOICES
            for opening, closing in ("[]", "{}")
        ),
    ]
    for text, part in tries:
        try:
            dates.append(parse(text, part))
        except NotADateError:
            continue
    return dates


BAD = re.compile(
    r"[A-Za-z]|  |^\s|\s$| [،)]|\( |\)\S|None|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
    r"|في نحو|في في|نحو نحو|العام العام"
    r"|(?:في|منذ|حتى|نحو|إلى) القرن (?:\S+ و)?\S+ون\b"
)


@pytest.mark.parametrize("style", [Style(), Style("levantine", "arab")])
@pytest.mark.parametrize("omit_year", [False, True])
def test_every_accepted_date_has_clean_words(style: Style, omit_year: bool) -> None:
    dates = accepted()
    assert len(dates) > 1500
    for date in dates:
        for form in (label, prose, compact):
            words = form(date, style, omit_year=omit_year)
            assert words, date.text
            assert not BAD.search(words), (date.text, words)
            assert unicodedata.is_normalized("NFC", words), (date.text, words)
            assert not re.search("[0-9]" if style.digits == "arab" else "[٠-٩]", words)


def test_uncertainty_is_never_lost() -> None:
    for date in accepted():
        words = label(date), prose(date), compact(date)
        if date.approximate:
            assert all("نحو" in form for form in words), (date.text, words)
        if date.uncertain:
            assert "على الأرجح" in words[1], (date.text, words)
            assert all("غير مؤكد" in form for form in (words[0], words[2])), (date.text, words)
