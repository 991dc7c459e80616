"""With `--lang ar` every command speaks Arabic to its last line."""

from __future__ import annotations

import ast
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from explainer.cli import cli, main
from explainer.messages.english_lines import FAILURES, LINES, in_arabic
from tests.conftest import ROOT, TESTS

LATIN_SENTENCE = re.compile(r"(?<![\w/.-])[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}(?![\w/.-])")
"""Three words of Latin letters in a row: ids, paths, options and codes make none."""

COMMAND = re.compile(r"(?m)^الاستعمال: .*$|python build\.py .*$")
"""How a command is used is told in the command's own words."""

EVENT = "content/events/2021/2021-11-draft.yml"
CONTENT = ["--content", "content"]
NOWHERE = ["--content", "nowhere"]

TOUR: dict[str, list[list[str]]] = {
    "check": [
        ["check", *CONTENT], ["check", *CONTENT, "--strict"], ["check", *CONTENT, "--fix"],
        ["check", *CONTENT, "--fix", "--dry-run"], ["check", "--dry-run"], ["check", *NOWHERE],
        ["check", "--format", "nothing"], ["check", "--now", "soon"], ["check", "--bogus"],
        ["check", "--fxi"], ["check", "more"], ["check", "--fix=x"],
    ],
    "radar": [
        ["radar", *CONTENT], ["radar", *CONTENT, "--since", "nothing"], ["radar", *NOWHERE],
        ["radar", *CONTENT, "--format", "markdown"],
    ],
    "links": [["links", "--wait", "soon"], ["links", *NOWHERE]],
    "date": [
        ["date", "2024-06-19"], ["date", "19/6/2024"], ["date", "2024", "--part", "x"], ["date"],
    ],
    "build": [
        ["build", *NOWHERE, "--out", "site"], ["build", *CONTENT, "--out", "strange"],
        ["build", *CONTENT, "--out", "long.txt"], ["build", *CONTENT, "--out", "/proc"],
        ["build", *CONTENT, "--out", "/proc/1/none/x"],
    ],
    "verify": [["verify", "strange"], ["verify", "damaged"], ["verify"]],
    "serve": [
        ["serve", "--address", "x"], ["serve", *CONTENT, "--address", "256.0.0.1:80"],
        ["serve", *CONTENT, "--address", "127.0.0.1:99999999"],
    ],
    "cms": [
        ["cms"], ["cms", "--repo", "own/er", "--backend", "x"],
        ["cms", "--repo", "own/er", "--backend", "gitea", "--review", "always"],
        ["cms", "--repo", "own/er", *NOWHERE],
    ],
    "brief": [
        ["brief", *CONTENT], ["brief", *CONTENT, "--since", "2024-01-01"],
        ["brief", *NOWHERE, "--since", "2024-01-01"],
    ],
    "headers": [
        ["headers"], ["headers", "--format", "apache"],
        ["headers", "--format", "caddy", *NOWHERE],
    ],
    "new": [
        ["new", "event", *CONTENT, "--no-ask"], ["new", "actor", *CONTENT, "--bogus"],
        ["new", "event", *CONTENT, "--no-ask", "--title", "أ", "--date", "أمس"],
        ["new", "explainer", "content", "--title", "ملف", "--no-ask"],
        ["new", "explainer", "other", "--title", "ملف", "--no-ask"],
        ["new", "section", "--no-ask", *NOWHERE],
        ["new", "publisher", *CONTENT, "--no-ask", "--name", "اليوم", "--type", "x"],
    ],
    "guard": [
        ["guard", "add", *CONTENT, "--source", "Daily", "long.txt"],
        ["guard", "add", *CONTENT, "--source", "Daily", "short.txt"],
        ["guard", "add", *CONTENT, "--source", "Daily", "latin.txt"],
        ["guard", "add", *CONTENT, "--source", "Daily", "none.txt"],
        ["guard", "add", *CONTENT, "--source", " ", "long.txt"],
        ["guard", "add", *NOWHERE, "--source", "Daily", "long.txt"],
        ["guard", "add", "long.txt"], ["guard", "list", "--bogus"],
    ],
}  # fmt: skip
"""A command -> runs of it, good and bad."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the tiny site, texts for the guard, and a folder that somebody else keeps."""
    shutil.copytree(TESTS / "content", tmp_path / "content")
    (tmp_path / "long.txt").write_text("كلمة " * 6 + "نص " * 8, "utf-8")
    (tmp_path / "short.txt").write_text("كلمة", "utf-8")
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    for name, file in (("strange", "CNAME"), ("damaged", "files.sha256")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("news.example")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    main([*arguments, "--lang", "ar"])
    said = capsys.readouterr()
    return COMMAND.sub("", said.out + said.err)


def test_the_tour_takes_in_every_command() -> None:
    assert set(TOUR) == set(cli.commands)


@pytest.mark.parametrize("arguments", [r for runs in TOUR.values() for r in runs], ids=" ".join)
@pytest.mark.usefixtures("folder")
def test_a_run_speaks_arabic_to_its_last_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(arguments, capsys)
    assert said.strip()
    assert not LATIN_SENTENCE.search(said), said


@pytest.mark.parametrize(
    "slip",
    [
        ("title: ", "title: \u200f"), ("date:", "\tdate:"), ("title: ", "title: أ: ب: "),
        ("2021-11\n", "19/6/2024\n"), ("kind:", "knid:"), ("publisher: ", "publisher: صحيفة "),
        ("sections:", "sections"), ("title: ", "title: '"), ("importance: ", "importance: ٩"),
        ("status: ", "status: مؤ"), ("sources:", "said_by: [nobody]\nsources:"),
    ],
    ids=lambda slip: slip[1].strip(),
)  # fmt: skip
def test_what_is_wrong_is_told_in_arabic(
    slip: tuple[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / EVENT
    right, typed = slip
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, typed, 1), "utf-8")
    said = _said(["check", *CONTENT], capsys)
    assert "خطأ" in said
    assert not LATIN_SENTENCE.search(said), said


def _commands(command: click.Command, *path: str) -> Iterator[list[str]]:
    """Name every command, and those within it."""
    yield [*path]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from _commands(inner, *path, name)


@pytest.mark.parametrize("path", list(_commands(cli)), ids=" ".join)
def test_the_help_of_every_command_is_arabic(
    path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for asked in ([*path, "--lang", "ar", "--help"], [*path, "--help", "--lang=ar"]):
        assert main(asked) == 0
        said = capsys.readouterr().out
        for line in said.splitlines()[1:]:
            assert not line or re.search("[ء-ي]{3}", line), line
        assert not LATIN_SENTENCE.search(COMMAND.sub("", said)), said
    assert main([*path, "--help"]) == 0
    assert "Show this message and exit." in capsys.readouterr().out


@pytest.mark.parametrize(("english", "arabic"), LINES, ids=[line[0][:40] for line in LINES])
def test_each_line_is_found_by_its_english(english: str, arabic: str) -> None:
    names = re.findall(r"\{(\w+)\}", english)
    assert set(re.findall(r"\{(\w+)\}", arabic)) <= set(names)
    said = in_arabic(english.format(**{name: f"x{number}" for number, name in enumerate(names)}))
    assert re.search("[ء-ي]", arabic) or said == arabic.format(value="x0", why="x1")
    assert "رسالة بالإنجليزية" not in said
    assert not LATIN_SENTENCE.search(said)


@pytest.mark.parametrize("number", FAILURES)
def test_what_the_system_refuses_is_told_in_arabic(number: int) -> None:
    said = in_arabic(f"not published: x: {os.strerror(number)}")
    assert said == f"لم يُنشر الموقع: x: {FAILURES[number]}"


RAISED_FOR_PEOPLE = {
    "NotPublishedError", "EngineError", "BrokenOutputError", "HandwrittenError", "NoManifestError",
    "GitError", "CmsError", "UsageError", "ClickException", "BadParameter",
}  # fmt: skip
"""Errors that end a run with a line in English."""


def _raised() -> Iterator[tuple[str, str]]:
    """Find the texts that the package raises for people; values stand as x1, x2."""
    for path in sorted((ROOT / "explainer").rglob("*.py")):
        source = path.read_text("utf-8")
        if not any(name in source for name in RAISED_FOR_PEOPLE):
            continue  # to parse all of them takes a second, in each worker
        for node in ast.walk(ast.parse(source)):
            if not (isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)):
                continue
            name = node.exc.func.attr if isinstance(node.exc.func, ast.Attribute) else ""
            name = node.exc.func.id if isinstance(node.exc.func, ast.Name) else name
            text = node.exc.args[0] if node.exc.args else None
            if name in RAISED_FOR_PEOPLE and isinstance(text, ast.JoinedStr | ast.Constant):
                yield f"{path.stem}:{node.lineno}", _filled(text)


def _filled(text: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(text, ast.Constant):
        return str(text.value)
    return "".join(
        str(piece.value) if isinstance(piece, ast.Constant) else f"x{number}"
        for number, piece in enumerate(text.values)
    )


RAISED = list(_raised())


@pytest.mark.parametrize(("place", "english"), RAISED, ids=[place for place, _ in RAISED])
def test_each_error_that_ends_a_run_has_arabic_words(place: str, english: str) -> None:
    if re.fullmatch(r"(x\d+(: )?)+", english):
        assert place  # a name and what the system says of it
        return
    assert "رسالة بالإنجليزية" not in in_arabic(f"not published: {english}")
    assert not LATIN_SENTENCE.search(in_arabic(english)), in_arabic(english)
