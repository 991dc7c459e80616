"""Spellings that are one when compared; the same table is run in the browser."""

from __future__ import annotations

import pytest
import yaml

from explainer.arabic.fold import fold
from tests.conftest import TESTS

CASES = yaml.safe_load((TESTS / "fold.yml").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "folded"), CASES)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("typed", [case[0] for case in CASES])
def test_folding_twice_changes_nothing(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)
