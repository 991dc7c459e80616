"""Names in the order of the alphabet."""

from __future__ import annotations

import pytest

from explainer.arabic.alphabet import by_letter


@pytest.mark.parametrize(
    ("names", "grouped"),
    [
        (["جسر", "باب", "الباب"], [("ب", ["الباب", "باب"]), ("ج", ["جسر"])]),
        (["آلة", "أمر", "إبرة", "اسم"], [("ا", ["إبرة", "اسم", "آلة", "أمر"])]),
        (["KN-23", "ياء", "24"], [("ي", ["ياء"]), ("#", ["24", "KN-23"])]),
        (["اللجنة", "لوح"], [("ل", ["اللجنة", "لوح"])]),
        (["“تاس”", "تاج"], [("ت", ["تاج", "“تاس”"])]),
        ([], []),
    ],
)
def test_names_by_letter(names: list[str], grouped: list[tuple[str, list[str]]]) -> None:
    assert by_letter(names, str) == grouped
