"""Verbs that vouch for one side's word, and the many sentences in which they do not."""

from __future__ import annotations

import pytest

from explainer.editors.desk import Context, hits
from tests.conftest import TESTS

ROWS = [
    line.split(" | ")
    for line in (TESTS / "cases/desk-sure.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("code", "text"), ROWS, ids=[text for _, text in ROWS])
@pytest.mark.parametrize("status", ["claimed", "suspected"])
def test_a_verb_that_vouches(code: str, text: str, status: str) -> None:
    context = Context(path=("summary",), record={"status": status})
    assert {found for found, _ in hits(text, context) if found == "E641"} == {code} - {"="}


@pytest.mark.parametrize(("code", "text"), ROWS[-3:], ids=[text for _, text in ROWS[-3:]])
def test_what_is_confirmed_may_be_vouched_for(code: str, text: str) -> None:
    confirmed = Context(path=("summary",), record={"status": "confirmed"})
    assert code == "E641"
    assert "E641" not in {found for found, _ in hits(text, confirmed)}
