"""What a command says at its end: in the language that was asked for, and true of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.cli import main
from tests.conftest import TESTS

TINY = TESTS / "content"
LATIN_ONLY = "abcdefghijklmnopqrstuvwxyz"


def _last(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    said = capsys.readouterr()
    return code, (said.out + said.err).strip().splitlines()[-1]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "content")
    (tmp_path / "content/sections/money.yml").write_text("titel: x\norder: y\ntitle: z\n", "utf-8")
    return tmp_path / "content"


@pytest.mark.parametrize(("language", "ending"), [("en", "problems: 2"), ("ar", "المسائل: 2")])
def test_check_says_how_many_problems_and_nothing_of_publishing(
    language: str, ending: str, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _last(capsys, "check", "--content", str(broken), "--lang", language) == (1, ending)


@pytest.mark.parametrize(
    ("language", "ending"),
    [
        ("en", "problems: 2; nothing was published"),
        ("ar", "المسائل: 2؛ ولم يُنشر شيء"),
    ],
)
def test_build_says_that_nothing_was_published(
    language: str, ending: str, broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--content", str(broken), "--out", str(tmp_path / "site"), "--lang", language]
    assert _last(capsys, "build", *asked) == (1, ending)


def test_a_sound_check_speaks_arabic(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(TINY), "--lang", "ar"]) == 0
    said = capsys.readouterr().out
    assert "لا مسائل" in said or "لا أخطاء، والتنبيهات" in said
    assert "2021-12-scheduled: ينتظر حتى 2099-01-01T06:00Z" in said
    assert "2021-11-draft: مسودة" in said


def test_the_language_of_one_run_is_not_that_of_the_next(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--content", str(broken), "--lang", "ar"])
    capsys.readouterr()
    assert _last(capsys, "check", "--content", str(broken)) == (1, "problems: 2")


def test_radar_and_guard_and_date_speak_arabic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(TINY, tmp_path / "content")
    content = ["--content", str(tmp_path / "content"), "--lang", "ar"]
    assert _last(capsys, "radar", *content)[1] == "2021-11-draft: مسودة"
    text = tmp_path / "text.txt"
    text.write_text("كلمة " * 6 + "نص " * 8, "utf-8")
    code, said = _last(capsys, "guard", "add", *content, "--source", "Daily", str(text))
    assert code == 0
    assert "الكلمات 14، والبصمات 10" in said
    assert "أُضيف في" in _last(capsys, "guard", "list", *content)[1]
    text.write_text("كلمة", "utf-8")
    code, said = _last(capsys, "guard", "add", *content, "--source", "Daily", str(text))
    assert (code, "والمتوقع 12 أو أكثر" in said) == (1, True)
    code, said = _last(capsys, "date", "2024-13", "--lang", "ar")
    assert code == 1
    assert not set(said.replace("2024-13", "").replace("EDTF", "").lower()) & set(LATIN_ONLY)
