"""Why a text is no date, in an editor's words, and what is right by what was typed."""

from __future__ import annotations

import ast
import re
from datetime import date
from string import Formatter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.cli import main
from explainer.content.date_refusals import date_refusal
from explainer.content.meant_dates import slip_of
from explainer.dates import NotADateError, parse
from explainer.messages import Message, say
from explainer.messages.date_errors import TABLE
from tests.conftest import ROOT, TESTS

SLIPS = [
    [cell.strip(" ") for cell in line.split("|")]
    for line in (TESTS / "cases/date-slips.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _refused(text: str, part: Any = None) -> Message:
    with pytest.raises(NotADateError) as refusal:
        parse(text, part)
    return date_refusal(refusal.value, text if part is None else None)


@pytest.mark.parametrize(("typed", "code", "meant"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_is_told_with_what_was_meant(typed: str, code: str, meant: str) -> None:
    name = code if code.startswith("E") else f"E401.{code}"
    one, _, other = meant.partition(" or ")
    right = say("either", one=one, other=other) if other else one or say("date-order")
    slip = slip_of(typed)
    part = slip.part if slip else ""
    assert _refused(typed) == say(name, text=f"'{typed}'", right=right, part=part)


@pytest.mark.parametrize(
    ("typed", "part"),
    [("مطلع 2024", "early"), ("بداية 2024", "start"), ("منتصف يونيو 2024", "mid"),
     ("أواخر 2023", "late"), ("نهاية 2023", "end")],
)  # fmt: skip
def test_a_part_is_told_with_its_field(typed: str, part: str) -> None:
    refused = _refused(typed)
    assert refused.en.endswith(f"and in the field 'part': {part}")
    assert refused.ar.endswith(f"وفي الحقل part اكتب {part}")


def test_each_word_for_a_slip_has_a_row() -> None:
    rows = {row[1] for row in SLIPS}
    assert rows == {name.removeprefix("E401.") for name in TABLE if name.startswith("E401.")} | {
        "E403.year", "E405.place",
    }  # fmt: skip


WORDS = {
    "": "'' is not a date: write the year, the month and the day with hyphens between them, or as",
    "2024-42": "'2024-42' has no such month: months are 01 to 12; write the year, the month and",
    "2024-06-31": "2024-06 has 30 days; expected 2024-06-01 to 2024-06-30",
    "2024~-06-31": "2024-06 has 30 days; expected 2024-06-01 to 2024-06-30",
    "2023-02-29": "2023-02 has 28 days; expected 2023-02-01 to 2023-02-28",
    "XXXX-02-30": "XXXX-02 has 29 days; expected XXXX-02-01 to XXXX-02-29",
    "0000": "is outside the years 0001 to 9999; expected a year of four digits, such as 2024",
    "2024 ": "'2024' has a space around it or within: write 2024",
    "XXXX": "names no year and no month: write at least one, such as 2024",
    "2023-XX-19": "has a day without its month: write 2023-XX, or a whole date such as 2023-06-19",
    "2024-?XX": "has '?' before X: write it at the end of the date, 2024-XX?",
    "2024-?XX-?XX": "has '?' before X: write it at the end of the date, 2024-?XX-XX?",
    "2025/2024": "ends before it starts: write the earlier end first, as 2024/2025",
    "2023-03/2023": "write the end more exactly, such as 2023-03/2023-12",
    "2023-03-05/2023": "write the end more exactly, such as 2023-03-05/2023-12-31",
    "../..": "has no date at either end: write one, such as 2024-10/..",
    "XXXX-05/2024": "has no year at its start: an interval needs one, such as 2024-05",
    "2023/XXXX-05": "has no year at its end: an interval needs one, such as 2024-05",
    "2024-06-31/2024-07": "'2024-06-31' has no such day",
    "[2024,2025": "has no ']' at its end: write [2024,2025]",
    "{2023": "has no '}' at its end: write {2023}",
    "[]": "has nothing where a date should be",
    "{2023,2022,2023}": "names a date twice: write {2023,2022}",
    "[2024,..2025]": "has '..' where none may stand: write [..2024-10], [2024-10..] or",
    "[..2023,2024..]": "is open at both ends: it says nothing; write '..' at one of them",
    "{2024-21..2024-23}": "has a range with '2024-21': only plain days, months and years",
    "{2024..2025-03}": "has a range from a year to a month: write both alike",
    "{2025..2023}": "has a range that does not go forward, '2025..2023': write 2023..2025",
    "{2025..2025}": "has a range that does not go forward, '2025..2025': write 2025",
    "{XXXX-05,2024}": "has a date without a year, 'XXXX-05': a set needs years, such as 2024-05",
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words_of_a_date(text: str, words: str) -> None:
    assert words in _refused(text).en


WORDS_OF_PARTS: list[tuple[str, Any, str]] = [
    ("2023-05-19", "mid", "a day has no part 'mid'; write the date as 2023-05, or no part"),
    ("2023-05-19~", "mid", "write the date as 2023-05, or no part"),
    ("2024", "middle", "part 'middle' of '2024' is unknown; expected one of start, early, mid, "),
    ("2024", [None, "late"], "it takes one part, such as late, not [null, late]"),
    ("2024", [None, None], "it takes one part, such as mid, not [null, null]"),
    ("2024-XX", "mid", "has XX beside a part: write the date as 2024"),
    ("2024/2025", "mid", "it takes two parts, such as [end, null], not 'mid'"),
    ("2024/2025", ["mid", "mid", "mid"], "not [mid, mid, mid]"),
    ("2024/", ["mid", "end"], "an unknown end, which takes no part 'end'; write null there, "),
    ("../2024", ["mid", None], "an open start, which takes no part 'mid'; write null there, such "),
    ("2024/2024", ["end", "start"], "write the earlier part first, such as [start, end]"),
    ("[2023,2024]", "mid", "a set takes no part: write the date alone"),
]


@pytest.mark.parametrize(("text", "part", "words"), WORDS_OF_PARTS)
def test_words_of_a_part(text: str, part: Any, words: str) -> None:
    refused = _refused(text, part)
    assert words in refused.en
    assert refused.code == "E406" if text == "2024/2024" else refused.code == "E404"


RAISED = [
    (str(call.args[0].value), {each.arg for each in call.keywords})
    for call in ast.walk(ast.parse((ROOT / "explainer/dates.py").read_text("utf-8")))
    if isinstance(call, ast.Call)
    and isinstance(call.func, ast.Name)
    and call.func.id == "NotADateError"
    and isinstance(call.args[0], ast.Constant)
]


@pytest.mark.parametrize(("code", "values"), RAISED, ids=[code for code, _ in RAISED])
def test_each_code_of_dates_has_words_for_its_values(code: str, values: set[str]) -> None:
    for template in TABLE[code]:
        needed = {name for _, name, _, _ in Formatter().parse(template) if name}
        assert needed <= values | {"text"}


def test_each_word_is_said_of_something() -> None:
    listed = {name for name in TABLE if re.match(r"E40[3-7]\.", name)}
    assert {code for code, _ in RAISED} == listed


@pytest.mark.parametrize("text", [*WORDS, *(row[0] for row in SLIPS)])
def test_what_is_said_is_one_line_in_both_languages(text: str) -> None:
    refused = _refused(text)
    assert refused.en.isprintable()
    assert refused.ar.isprintable()
    assert re.search("expected|such as|write ", refused.en) or "nothing where" in refused.en
    assert re.search("[ء-ي]", refused.ar)


def _read(text: str) -> Message | None:
    try:
        parse(text)
    except NotADateError as refusal:
        return date_refusal(refusal, text)
    return None


@settings(database=None, deadline=None)
@given(st.text("0123456789X~?%-/.,[]{}T: ٤–إلىمايو\n'", max_size=20))
def test_any_text_is_a_date_or_refused_in_one_line(text: str) -> None:
    refused = _read(text)
    assert refused is None or (refused.en.isprintable() and refused.ar.isprintable())


@settings(database=None, deadline=None)
@given(st.text("0123456789/-. –", min_size=6, max_size=12))
def test_what_was_meant_is_a_date(text: str) -> None:
    slip = slip_of(text)
    meant = slip.meant if slip and slip.code != "E401.no-year" else ()
    assert [_read(each) for each in meant] == [None] * len(meant)


@settings(database=None, deadline=None)
@given(
    st.dates(min_value=date(1500, 1, 1)),
    st.sampled_from(["{d}/{m}/{y}", "{d}-{m}-{y}", "{y}/{m}/{d}", "{y}.{m}.{d}"]),
)
def test_the_day_that_was_typed_is_among_those_meant(day: Any, shape: str) -> None:
    slip = slip_of(shape.format(d=day.day, m=day.month, y=f"{day.year:04}"))
    assert slip is not None
    assert day.isoformat() in slip.meant


@pytest.mark.parametrize(("lang", "words"), [("en", "write 2026-06-19"), ("ar", "اكتب 2026-06-19")])
def test_the_command_says_it_too(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "19/6/2026", "--lang", lang]) == 1
    assert words in capsys.readouterr().err
