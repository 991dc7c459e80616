"""What the values of a figure are to each other: rivals, agreed, grown, as the table says."""

from __future__ import annotations

import re
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.content import rivals
from explainer.content.model import Figure, Value
from tests.conftest import TESTS, read_yaml

CASES = read_yaml(TESTS / "cases/rivals.yaml")
BEFORE = {"about": "~"}
AFTER = {"at_least": "+", "up_to": "-"}


def value(text: str) -> dict[str, Any]:
    who, said, *about, number = text.split()
    typed: dict[str, Any] = {"as_of": said, "said_by": who.split("+"), "status": "claimed"}
    typed |= {"for": about[0][1:]} if about else {}
    match = re.fullmatch(r"(~?)(-?[\d.]+?)(?:\.\.([\d.]+))?([+-]?)", number)
    assert match, number
    vague, first, last, bound = match.groups()
    qualifier = "about" if vague else {"+": "at_least", "-": "up_to"}.get(bound, "exact")
    typed |= {"low": first, "high": last} if last else {"best": first, "qualifier": qualifier}
    return typed | {"event": "some-event"}


def figure(case: dict[str, Any]) -> Figure:
    typed = {"title": "ع", "unit": "شخص", "values": [value(v) for v in case["values"]]}
    return Figure.model_validate(typed | {"measure": case.get("measure")})


def number(given: Value) -> str:
    if given.best is None:
        return f"{given.low}..{given.high}"
    qualifier = given.qualifier or "exact"
    return f"{BEFORE.get(qualifier, '')}{given.best}{AFTER.get(qualifier, '')}"


def texts(numbers: list[Any]) -> list[str]:
    return [str(each) for each in numbers]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    told = figure(case)
    assert [number(v) for v in rivals.rivals(told)] == texts(case["rivals"])
    if "newest" in case:
        assert number(rivals.newest(told)[0].value) == str(case["newest"])
    grown = {"+".join(g.speakers): [number(v) for v in g.values] for g in rivals.growth(told)}
    assert grown == {who: texts(numbers) for who, numbers in case.get("growth", {}).items()} or (
        "growth" not in case
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_order_of_the_file_makes_no_rival(case: dict[str, Any]) -> None:
    orders = permutations(case["values"]) if len(case["values"]) < 4 else [case["values"][::-1]]
    if case["case"] == "a speaker is no rival of itself":
        return
    for values in orders:
        told = figure({**case, "values": list(values)})
        assert [number(v) for v in rivals.rivals(told)] == texts(case["rivals"])


def test_who_stands_by_a_joint_number_is_who_said_nothing_since() -> None:
    told = figure({"measure": "level", "values": ["a+b 2024 10", "c 2024 20", "b 2024-12-31 20"]})
    assert [stand.speakers for stand in rivals.rival_stands(told)] == [("a",), ("c",), ("b",)]


DAYS = st.dates(date(2020, 1, 1), date(2026, 1, 1)).map(str)
TIMES = st.one_of(
    DAYS, st.sampled_from(["2024", "2024-06", "2023/2025", "2024-01/2024-06", "2020/.."])
)
NUMBERS = st.sampled_from(["-5", "0", "1", "2", "10", "~10", "10+", "10-", "8..12", "1000"])
VALUES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", "a+b"]), DAYS, TIMES, NUMBERS).map(
        lambda v: f"{v[0]} {v[1]} @{v[2]} {v[3]}"
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(VALUES, st.sampled_from(["level", "total", "period", None]))
def test_of_any_figure(values: list[str], measure: str | None) -> None:
    told = figure({"measure": measure, "values": values})
    standing = rivals.rival_stands(told)
    assert len(standing) != 1, "nobody is a rival alone"
    speakers = [who for stand in standing for who in stand.speakers]
    assert measure == "period" or len(speakers) == len(set(speakers)), "nobody contradicts itself"
    sizes = [rivals.numbers(stand.value) for stand in standing]
    firsts = [low if low is not None else high for low, high in sizes]
    assert firsts == sorted(firsts), "the smallest first"  # type: ignore[type-var]
    newest = rivals.newest(told)
    assert newest
    assert {id(s.value) for s in newest} <= {id(v) for v in told.values}
    for growth in rivals.growth(told):
        assert len(growth.values) > 1
        assert all(set(growth.speakers) <= set(v.said_by) for v in growth.values)
