"""Spellings that are one when compared; the same table is run in the browser."""

from __future__ import annotations

import pytest

from explainer.arabic.fold import fold
from tests.conftest import TESTS, read_yaml

CASES = read_yaml(TESTS / "fold.yml")


@pytest.mark.parametrize(("typed", "folded"), CASES)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("typed", [case[0] for case in CASES])
def test_folding_twice_changes_nothing(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)
