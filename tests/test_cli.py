"""The commands as an editor types them."""

from __future__ import annotations

import pytest

from explainer import cli
from explainer.cli import main


def test_date_prints_what_readers_see(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "2024/2025-21", "--part", "end,"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "label: من نهاية 2024 إلى ربيع 2025",
        "prose: بين نهاية العام 2024 وربيع العام 2025",
        "compact: نهاية 2024 – ربيع 2025",
        "earliest: 2024-09-01",
        "latest: 2025-05-31",
        "html_datetime:",
    ]


@pytest.mark.parametrize(
    ("part", "label"),
    [("mid", "منتصف تموز/يوليو 2025"), ("late", "أواخر تموز/يوليو 2025")],
)
def test_date_knows_parts(part: str, label: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "2025-07", "--part", part]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"label: {label}"


@pytest.mark.parametrize(
    "arguments", [["date", "2025-13"], ["date", "2025-07-11", "--part", "mid"], ["date", ""]]
)
def test_a_bad_date_gets_one_line_and_1(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["frob"], ["date"], ["check", "--nonsense"], ["build", "x"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_a_bug_of_ours_is_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("explainer.editors.check.examine", broken)
    assert main(["check"]) == cli.OUR_BUG
    assert "not in the content" in capsys.readouterr().err
