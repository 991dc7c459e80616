"""EDTF dates are read as the table of cases says, and refused with a line that helps."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.dates import Date, Precision, parse

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8"))


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
    with pytest.raises(ValueError, match=r"."):
        parse(case["edtf"])


REFUSED = {
    "": "'' is not a date in EDTF, such as 2025-08-04, 2025-08 or 2025~",
    "2025-13": "'2025-13' is not a date in EDTF, such as 2025-08-04, 2025-08 or 2025~",
    "2024-42": "'2024-42' is not a date in EDTF, such as 2025-08-04, 2025-08 or 2025~",
    "2024-21-05": "'2024-21-05' is not a date in EDTF, such as 2025-08-04, 2025-08 or 2025~",
    "حزيران 2024": "'حزيران 2024' is not a date in EDTF, such as 2025-08-04, 2025-08 or 2025~",
    "2024-06-31": "'2024-06-31' has no such day: June 2024 has 30 days",
    "2024-06-00": "'2024-06-00' has no such day: June 2024 has 30 days",
    "2023-02-29": "'2023-02-29' has no such day: February 2023 has 28 days",
    "XXXX-02-30": "'XXXX-02-30' has no such day: February has 29 days",
    "2024-06-19T25:00": "has a time of day",
    "2024-6-9": "needs two digits for a month or day",
    "24-06-19": "needs a year of four digits",
    "19-06-2024": "has its year last",
    "19/06/2024": "has its year last",
    "2024/06/19": "is not written with hyphens",
    "2024–2025": "has a long dash",
    "0000": "is outside the years 0001 to 9999",
    "-0044": "is outside the years 0001 to 9999",
    "12024": "is outside the years 0001 to 9999",
    "Y17000": "is outside the years 0001 to 9999",
    "2024 ": "has a space before or after it: write it without",
    "٢٠٢٤-٠٦": "has digits other than 0-9: write 2024-06",
    "1XXX": "has X where it may not stand",
    "2024-1X": "has X where it may not stand",
    "199X-05": "has X where it may not stand",
    "XXXX-21": "has X where it may not stand",
    "XXXX": "names no year and no month",
    "XXXX-XX": "names no year and no month",
    "2024-XX-19": "has a day without its month: write 2024-XX",
    "2024-?XX": "has '?' before X",
    "2025/2024": "ends before it starts: write the earlier end first, as 2024/2025",
    "2024-03/2024": "has an end that does not begin after its start does",
    "../..": "has no date at either end",
    "/": "has no date at either end",
    "../": "has no date at either end",
    "XXXX-04/2024": "has no year at its start",
    "2024/2025/2026": "is not a date in EDTF",
    "2024-06-31/2024-07": "'2024-06-31' has no such day",
    "[2024,2025": "has no ']' at its end",
    "[]": "'[]' has nothing where a date should be",
    "{2024,}": "'{2024,}' has nothing where a date should be",
    "[2024,2024]": "names a date twice",
    "[2024,..2025]": "has '..' where none may stand",
    "[..2023,2024..]": "is open at both ends",
    "[..]": "has '..' where none may stand",
    "{2024-21..2024-23}": "only plain days, months and years may stand beside '..'",
    "{2024..2025-03}": "has a range from a year to a month",
    "{2025..2024}": "has a range that does not go forward",
    "{XXXX-04,2024}": "has a date without a year",
}


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_refusal_says_what_is_wrong(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"^('|part)") as refusal:
        parse(text)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


REFUSED_PARTS: list[tuple[str, Any, str]] = [
    ("2024-06-19", "mid", "'2024-06-19' is a day, and a day has no part 'mid'"),
    ("2024", "middle", "part 'middle' of '2024' is not one of start, early, mid, late, end"),
    ("2024", ["mid"], "it takes one part"),
    ("2024-XX", "mid", "has XX beside a part: write the date as 2024"),
    ("2024/2025", "mid", "it takes two parts, such as [end, null]"),
    ("2024/2025", ["mid", "mid", "mid"], "it takes two parts"),
    ("2024/", ["mid", "end"], "has an unknown end, which takes no part 'end'"),
    ("../2024", ["mid", None], "has an open start, which takes no part 'mid'"),
    ("2024/2024", ["end", "start"], "ends before it starts"),
    ("[2023,2024]", "mid", "a set takes no part"),
]


@pytest.mark.parametrize(("text", "part", "words"), REFUSED_PARTS)
def test_part_that_does_not_fit_is_refused(text: str, part: Any, words: str) -> None:
    with pytest.raises(ValueError, match=r".") as refusal:
        parse(text, part)
    assert words in str(refusal.value)


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


def read(text: str) -> tuple[Date | None, str]:
    """Return the date, or what parse() says against it."""
    try:
        return parse(text), ""
    except ValueError as refusal:
        return None, str(refusal)


@settings(database=None)
@given(st.text("0123456789X~?%-/.,[]{}T ٤\n", max_size=16))
def test_any_text_is_a_date_or_refused_in_one_line(text: str) -> None:
    date, said = read(text)
    assert said.isprintable()
    if date:
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
