"""EDTF dates are read as the table of cases says, and refused with a code."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.dates import Date, NotADateError, Precision, parse
from tests.conftest import TESTS, read_yaml

TABLE = read_yaml(TESTS / "cases/dates.yaml")


def iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_case_has_its_bounds(case: dict[str, Any]) -> None:
    options = case.get("options", {})
    date = parse(case["edtf"], options.get("part", options.get("parts")))
    assert (iso(date.earliest), iso(date.latest)) == (case["earliest"], case["latest"])
    assert date.html_datetime == case["html_datetime"]
    assert date.text == case["edtf"]


@pytest.mark.parametrize("case", TABLE["invalid"], ids=lambda case: case["edtf"] or "empty")
def test_case_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(NotADateError):
        parse(case["edtf"])


REFUSED = {
    "": "E401.not-edtf",
    "2025-13": "E401.not-edtf",
    "2024-42": "E401.not-edtf",
    "2024-21-05": "E401.not-edtf",
    "حزيران 2024": "E401.not-edtf",
    "2024-06-31": "E403.no-such-day",
    "2024-06-00": "E403.no-such-day",
    "2023-02-29": "E403.no-such-day",
    "XXXX-02-30": "E403.no-such-day",
    "2024-06-19T25:00": "E401.not-edtf",
    "2024-6-9": "E401.not-edtf",
    "24-06-19": "E401.not-edtf",
    "19-06-2024": "E401.not-edtf",
    "19/06/2024": "E401.not-edtf",
    "2024/06/19": "E401.not-edtf",
    "2024–2025": "E401.not-edtf",
    "0000": "E403.year",
    "-0044": "E401.not-edtf",
    "12024": "E401.not-edtf",
    "Y17000": "E401.not-edtf",
    "2024 ": "E401.not-edtf",
    "٢٠٢٤-٠٦": "E401.not-edtf",
    "1XXX": "E401.not-edtf",
    "2024-1X": "E401.not-edtf",
    "199X-05": "E405.place",
    "XXXX-21": "E405.place",
    "XXXX": "E405.nothing",
    "XXXX-XX": "E405.nothing",
    "2024-XX-19": "E405.no-month",
    "2024-?XX": "E405.sign",
    "2025/2024": "E406.reversed",
    "2024-03/2024": "E406.overlap",
    "../..": "E406.nothing",
    "/": "E406.nothing",
    "../": "E406.nothing",
    "XXXX-04/2024": "E406.no-year",
    "2024/2025/2026": "E401.not-edtf",
    "2024-06-31/2024-07": "E403.no-such-day",
    "[2024,2025": "E407.closing",
    "[]": "E407.gap",
    "{2024,}": "E407.gap",
    "[2024,2024]": "E407.twice",
    "[2024,..2025]": "E407.dots",
    "[..2023,2024..]": "E407.open",
    "[..]": "E407.dots",
    "{2024-21..2024-23}": "E407.marked",
    "{2024..2025-03}": "E407.unlike",
    "{2025..2024}": "E407.backwards",
    "{XXXX-04,2024}": "E407.no-year",
}


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_refusal_has_a_code(text: str, code: str) -> None:
    with pytest.raises(NotADateError) as refusal:
        parse(text)
    assert refusal.value.code == code
    assert refusal.value.text in text


REFUSED_PARTS: list[tuple[str, Any, str]] = [
    ("2024-06-19", "mid", "E404.day"),
    ("2024", "middle", "E404.no-such-part"),
    ("2024", ["mid"], "E404.one-part"),
    ("2024-XX", "mid", "E404.unspecified"),
    ("2024/2025", "mid", "E404.two-parts"),
    ("2024/2025", ["mid", "mid", "mid"], "E404.two-parts"),
    ("2024/", ["mid", "end"], "E404.no-date"),
    ("../2024", ["mid", None], "E404.no-date"),
    ("2024/2024", ["end", "start"], "E406.reversed-parts"),
    ("[2023,2024]", "mid", "E404.set"),
]


@pytest.mark.parametrize(("text", "part", "code"), REFUSED_PARTS)
def test_part_that_does_not_fit_is_refused(text: str, part: Any, code: str) -> None:
    with pytest.raises(NotADateError) as refusal:
        parse(text, part)
    assert (refusal.value.code, refusal.value.text) == (code, text)


THIRDS = [
    ("2024-02", "late", "2024-02-21", "2024-02-29"),
    ("2024", "early", "2024-01-01", "2024-04-30"),
    ("2024-24", "mid", "2025-01-01", "2025-01-31"),
    ("2024-21", "end", "2024-05-01", "2024-05-31"),
    ("2024-33", "start", "2024-01-01", "2024-01-31"),
    ("2024-37", "mid", "2024-02-01", "2024-03-31"),
    ("2024-41", "late", "2024-11-01", "2024-12-31"),
    ("199X", "start", "1990-01-01", "1992-12-31"),
    ("199X", "mid", "1993-01-01", "1996-12-31"),
    ("20XX", "early", "2000-01-01", "2032-12-31"),
    ("20XX", "end", "2067-01-01", "2099-12-31"),
]


@pytest.mark.parametrize(("text", "part", "earliest", "latest"), THIRDS)
def test_part_is_a_third(text: str, part: str, earliest: str, latest: str) -> None:
    date = parse(text, part)
    assert (iso(date.earliest), iso(date.latest)) == (earliest, latest)


LONG = [
    ("2024-28", Precision.SEASON, "2024-12-01", "2025-02-28"),
    ("2024-29", Precision.SEASON, "2024-09-01", "2024-11-30"),
    ("2023-30", Precision.SEASON, "2023-12-01", "2024-02-29"),
    ("2024-32", Precision.SEASON, "2024-06-01", "2024-08-31"),
    ("2024-39", Precision.THIRD, "2024-09-01", "2024-12-31"),
    ("9999-24", Precision.SEASON, "9999-12-01", "9999-12-31"),
    ("000X", Precision.DECADE, "0001-01-01", "0009-12-31"),
    ("[2024-10..]", Precision.SET, "2024-10-01", None),
    ("{..2021,2023}", Precision.SET, None, "2023-12-31"),
    ("/2021", Precision.INTERVAL, None, "2021-12-31"),
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), LONG)
def test_longer_time(text: str, precision: Precision, earliest: str, latest: str | None) -> None:
    date = parse(text)
    assert date.precision is precision
    assert (iso(date.earliest), iso(date.latest)) == (earliest, latest)


CERTAINTY = [
    ("2024", False, False),
    ("2024~", True, False),
    ("2024?", False, True),
    ("2024%", True, True),
    ("2024-06-~19", True, False),
    ("?2024-06", False, True),
    ("2024~/2025", True, False),
    ("[2023,2024?]", False, True),
    ("2025-21~", True, False),
]


@pytest.mark.parametrize(("text", "approximate", "uncertain"), CERTAINTY)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_html_datetime_is_left_out_where_only_a_piece_is_unsure() -> None:
    assert parse("2024-06-19?").html_datetime == "2024-06-19"
    assert parse("2024?-06-19").html_datetime is None


def test_dates_sort_by_earliest_then_latest_then_text() -> None:
    in_order = "../2021 [..2022-05] 2024-01-01 2024-01 2024 2024? 2024-01/.. 2024-02 /2025 XXXX-04"
    dates = [parse(text) for text in in_order.split()]
    shuffled = dates[1::2] + dates[::2]
    assert sorted(shuffled, key=lambda date: date.sort_key) == dates


def test_dates_are_equal_by_value_and_hashable() -> None:
    assert len({parse("2024-06"), parse("2024-06"), parse("2024-06", "mid")}) == 2


# The edtf library reads the same standard: bounds agree but where we chose otherwise. The
# differences, left out below: winter, which it ends on 31 December; open ends, which it gives
# as infinity; unknown ends, which it guesses ten years away; XXXX, which it takes for 0–9999.

ORACLE_POINTS = [
    *(f"{year:04}" for year in (1, 850, 1900, 1950, 2000, 2023, 2024, 9999)),
    *(f"{year}-{month:02}" for year in (1900, 2024) for month in range(1, 13)),
    *("2024-02-29", "2000-02-29", "1950-06-25", "2024-12-31", "2024-01-01"),
    *(f"2024-{code}" for code in (*range(21, 24), *range(25, 28), 29, *range(31, 42))),
    *("199X", "202X", "19XX", "20XX", "2024-XX", "2024-06-XX", "2024-XX-XX"),
    *("2024~", "2024?", "2024%", "2024-06~", "2024-06-19%", "2024-06-~19", "2024?-06"),
    *("2024-06?-19", "?2024-06-19", "199X~"),
]
ORACLE_ENDS = ("2021", "2022~", "2023-03", "2023-04-26", "2024-21", "2024-10?", "2025-02-28")
ORACLE = [
    *ORACLE_POINTS,
    *(f"{a}/{b}" for a, b in itertools.combinations(ORACLE_ENDS, 2)),
    *(f"[{a},{b}]" for a, b in itertools.combinations(ORACLE_ENDS[:4], 2)),
    *("{2022,2024,2025}", "{2022,2024..2026}", "[2024-10..2024-12]", "{2024-06-18,2024-06-19}"),
]


@pytest.mark.slow
def test_bounds_agree_with_the_edtf_library() -> None:
    disagree = {}
    for text in ORACLE:
        date, theirs = parse(text), parse_edtf(text)
        bounds = tuple(
            dt.date(*time[:3]) for time in (theirs.lower_strict(), theirs.upper_strict())
        )
        if bounds != (date.earliest, date.latest):
            disagree[text] = bounds
    assert not disagree


@settings(database=None)
@given(st.dates())
def test_every_day_is_its_own_bounds(day: dt.date) -> None:
    date = parse(day.isoformat())
    assert (date.earliest, date.latest, date.html_datetime) == (day, day, day.isoformat())


def _read(text: str) -> Date | None:
    try:
        return parse(text)
    except NotADateError:
        return None


@settings(database=None)
@given(st.text("0123456789X~?%-/.,[]{}T ٤\n", max_size=16))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    date = _read(text)
    assert (
        date is None or date.earliest is None or date.latest is None or date.earliest <= date.latest
    )


def test_of_two_ranges_in_one_the_second_is_read_wrong() -> None:
    with pytest.raises(NotADateError) as caught:
        parse("{2020..2021..2022}")
    assert caught.value.args[:2] == ("E401.not-edtf", "2021..2022")
