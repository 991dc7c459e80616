"""The bar of the desk: errors planted by hand, and the right sentences beside them."""

from __future__ import annotations

from collections import Counter

import pytest

from explainer.editors.desk import Context, hits
from tests.conftest import TESTS

ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in (TESTS / "cases/desk-planted.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LEAST = {"spelling": 0.9, "counted": 0.95, "grammar": 0.9, "house": 0.95}
"""The share of each kind that must be found."""


def _found(text: str) -> set[str]:
    return {code for code, _ in hits(text, Context(path=("body",), record={}))}


def test_enough_is_planted() -> None:
    assert len(ROWS) >= 120
    assert len({wrong for _, wrong, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("kind", LEAST)
def test_so_much_of_each_kind_is_found(kind: str) -> None:
    planted = [wrong for name, wrong, _ in ROWS if name == kind]
    missed = [wrong for wrong in planted if not _found(wrong)]
    assert len(missed) <= (1 - LEAST[kind]) * len(planted), missed


def test_the_right_sentences_are_left_alone() -> None:
    alarms = Counter(code for _, _, right in ROWS for code in _found(right))
    assert not alarms
