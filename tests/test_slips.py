"""What a tired editor types: one answer, at its place, with what is right by what was typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.editors.check import check, fix
from tests.conftest import TESTS

FILE = "events/2021/2021-11-05-case.yml"
SOUND = """\
title: افتتاح الجسر الجديد
summary: قال العمدة إن الجسر الجديد افتُتح فوق النهر بحضور سكان الضفتين.
date: 2021-11-05
sections: [building, money]
kind: other
importance: 3
status: claimed
said_by: mayor
actors:
  - mayor
  - east-city
places: [old-quay]
claims:
  - text: افتُتح الجسر.
    said_by: mayor
    act: states
    as_of: 2021-11-05
    sources: [noon]
sources:
  - publisher: city-radio
    id: noon
    title: نشرة الظهر
    url: https://example.org/a
    date: 2021-11-05
    lang: ar
"""
SLIPS = [
    line.split(" | ")
    for line in (TESTS / "cases/editor-slips.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{row[1]}" for row in SLIPS])
def test_a_slip_is_answered_with_what_is_right(slip: list[str], content: Path) -> None:
    right, typed, line, where, code, is_fixed, words = slip
    right, typed = (each.replace("\\n", "\n") for each in (right, typed))
    assert right in SOUND
    path = content / FILE
    path.write_text(SOUND.replace(right, typed, 1), "utf-8")
    found = [each for each in check(content)[1] if each.file.endswith(FILE) and not each.is_warning]
    (answer, *_) = [each for each in found if (each.code, each.where) == (code, where)]
    assert str(answer.line) == line
    assert words in answer.message.en
    assert bool(answer.fix) == bool(is_fixed)
    if is_fixed:
        fix(content)
        left = [each.code for each in check(content)[1] if each.file.endswith(FILE)]
        assert code not in left


def test_the_table_has_more_than_sixty_slips() -> None:
    assert len(SLIPS) > 60
