"""The radar: a table of what each rule finds, its formats, its page for editors."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest

from explainer.cli import main
from explainer.content.library import examine
from explainer.editors.radar import Finding, radar
from explainer.editors.radar.radar_report import REPORT_FORMATS, RULE_TITLES
from explainer.editors.radar.rules import RADAR_RULES
from explainer.messages import Message
from tests.conftest import LARGE, LATER, NOW, ROOT, TESTS

EVENT = """\
title: بلدية السنديان تفتتح مكتبة
summary: افتتحت البلدية مكتبة عامة.
date: 2021-03-09
sections: [only]
kind: culture
importance: {importance}
status: confirmed
{more}
sources:
{sources}
"""
SOURCE = "  - {{publisher: {0}, title: t, url: 'https://example.org/{0}', date: null, lang: ar{1}}}"
KEPT = ", archived: 'https://example.net/k'"
CLAIM = "claims:\n  - {text: تضم كتبا, said_by: town, act: states}"


def _folder(
    tmp_path: Path, *publishers: str, importance: int = 2, more: str = "", kept: str = KEPT
) -> Path:
    """Write the smallest explainer with one event."""
    files = {
        "site.yml": "title: ملف\nstandfirst: مقدمة.\nas_of: 2022-01-01\n",
        "sections/only.yml": "title: خدمات\n",
        "actors.yml": "town: {name: {ar: البلدية, en: Town}, type: organisation}\n",
        "publishers.yml": "".join(
            f"{name}: {{name: {{ar: صحيفة}}, type: {kind}, country: {country}}}\n"
            for name, kind, country in (
                ("a", "newspaper", "SE"),
                ("b", "newspaper", "SE"),
                ("c", "newspaper", "SE"),
                ("d", "newspaper", "NO"),
                ("s", "state_media", "FI"),
                ("t", "state_media", "DK"),
                ("u", "government", "IS"),
            )
        ),
        "events/2021/2021-03-09-opens.yml": EVENT.format(
            importance=importance,
            more=more,
            sources="\n".join(SOURCE.format(each, kept) for each in publishers),
        ),
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "content"


def _rules(folder: Path) -> list[tuple[str, int]]:
    examined = examine(folder, NOW)
    assert examined.problems == []
    return [(each.rule, each.line) for each in radar(examined, NOW)]


@pytest.mark.parametrize(
    ("publishers", "settings", "found"),
    [
        ("a", {}, []),
        ("a", {"more": CLAIM}, [("single-source", 9)]),
        ("ad", {"more": CLAIM}, []),
        ("a", {"importance": 1}, [("key-event", 9)]),
        ("ad", {"importance": 1}, []),
        ("a", {"more": "review_by: 2021-12"}, [("overdue", 8)]),
        ("a", {"more": "review_by: 2022-01"}, []),
        ("a", {"kept": ""}, [("no-archive", 9)]),
        ("abc", {}, [("one-sided", 9)]),
        ("stu", {}, [("one-sided", 9)]),
        ("abd", {}, []),
        ("ab", {}, []),
    ],
)
def test_rules_of_events(
    tmp_path: Path, publishers: str, settings: dict[str, object], found: list[tuple[str, int]]
) -> None:
    assert _rules(_folder(tmp_path, *publishers, **settings)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("sections/bare.yml", "title: قسم\n", "empty"),
        ("actors.yml", "town: {name: {ar: البلدية}, type: organisation}\n", "nameless"),
        ("places.yml", "town: {name: {ar: البلدة}}\n", "nameless"),
        ("places.yml", "town: {name: {ar: البلدة}, aliases: [بلدة]}\n", None),
        ("figures.yml", "1 100", None),
        ("figures.yml", "60 100", None),
        ("figures.yml", "40 100", "far-apart"),
    ],
)
def test_rules_of_the_rest(tmp_path: Path, file: str, text: str, found: str | None) -> None:
    folder = _folder(tmp_path, "a")
    if file == "figures.yml":
        actors = "".join(f"p{n}: {{name: {{ar: ج, en: P}}, type: person}}\n" for n in (0, 1))
        (folder / "actors.yml").write_text(actors, "utf-8")
        same = text.startswith("1 ")
        source = "sources: [{publisher: a, title: t, url: null, date: null, lang: ar}]"
        values = "".join(
            f"    - {{as_of: 2021-0{1 + n * same}, best: {number}, said_by: p{0 if same else n}, "
            f"status: claimed, {source}}}\n"
            for n, number in enumerate(text.split())
        )
        text = f"books:\n  title: كتب\n  unit: كتاب\n  values:\n{values}"
    (folder / file).write_text(text, "utf-8")
    assert [rule for rule, _ in _rules(folder)] == ([found] if found else [])


def test_only_what_a_change_touched_is_told(tmp_path: Path) -> None:
    examined = examine(_folder(tmp_path, "a", kept=""), NOW)
    file = next(o.document.file for o in examined.origins if o.kind == "event")
    assert len(radar(examined, NOW, {file})) == 1
    assert radar(examined, NOW, {"content/site.yml"}) == []


def test_nothing_is_told_of_what_is_not_published() -> None:
    told = {each.record for each in radar(examine(TESTS / "content", NOW), NOW)}
    assert not told & {"2021-11-draft", "2021-12-scheduled", "2020-05-withdrawn"}


@pytest.mark.parametrize(("second", "due"), [(-1, False), (0, True), (1, True)])
def test_publish_at_is_a_moment_in_its_own_zone(tmp_path: Path, second: int, due: bool) -> None:
    folder = _folder(tmp_path, "a", more="publish_at: 2022-01-01T02:00+03:00")
    now = datetime.fromtimestamp(datetime(2021, 12, 31, 23, tzinfo=UTC).timestamp() + second, UTC)
    library = examine(folder, now).library
    assert library is not None
    assert bool(library.events) == due


def test_the_clock_is_set_by_an_option(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    folder = str(_folder(tmp_path, "a", more="review_by: 2021-12"))
    for now, found in (("2021-12-31T23:59Z", False), ("2022-01-01T00:00Z", True)):
        assert main(["radar", "--content", folder, "--now", now]) == 0
        assert ("overdue" in capsys.readouterr().out) == found
    assert main(["radar", "--content", folder, "--now", "soon"]) == 2


def _words(text: str) -> Message:
    return Message("", text, text)


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_each_format_speaks_one_language(form: Literal["text", "json", "markdown"]) -> None:
    found = [replace(each, record="id") for each in radar(examine(LARGE, LATER), LATER)]
    assert not re.search("[ء-ي]", REPORT_FORMATS[form](found, "en"))
    words = re.sub(
        r"`[^`]*`|\S+\.yml|\"(file|rule|line|record|what|todo)\"",
        "",
        REPORT_FORMATS[form](found, "ar"),
    )
    assert not re.search(r"[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{3,}", words)


def test_a_table_is_never_broken_by_what_it_tells() -> None:
    finding = Finding("a|b.yml", 1, "empty", "`id`", _words("w|t\nn"), _words("do"))
    table = REPORT_FORMATS["markdown"]([finding], "ar").splitlines()
    assert [line[:2] for line in table] == ["**", "", "| ", "|-", "| "]
    assert table[-1] == "| `a\\|b.yml:1` | `'id'` | w\\|t n | do |"
    assert json.loads(REPORT_FORMATS["json"]([finding], "ar"))[0]["line"] == 1


def test_since_tells_of_a_wrong_name(capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git here")
    assert main(["radar", "--content", str(TESTS / "content"), "--since", "--output=x"]) == 1
    assert not Path("x").exists()
    assert capsys.readouterr().out == ""


def test_many_findings_of_one_rule_do_not_bury_the_others() -> None:
    many = [Finding("a.yml", n, "no-archive", "a", _words("w"), _words("do")) for n in range(11)]
    grave = Finding("z.yml", 1, "key-event", "z", _words("w"), _words("do"))
    table = REPORT_FORMATS["markdown"]([*many, grave], "ar")
    assert table.index("z.yml") < table.index("<details>") < table.index("a.yml")
    assert "<summary>أحداث مصادرها بلا نسخة محفوظة: 11 ملاحظة</summary>" in table


def test_every_rule_has_its_title_and_its_row_in_the_guide() -> None:
    names = {rule.__name__.replace("_", "-") for rules in RADAR_RULES.values() for rule in rules}
    assert names == set(RULE_TITLES)
    guide = (ROOT / "docs/guide.md").read_text("utf-8").split("{ #radar }")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)`", guide, re.MULTILINE)) == names


def test_the_large_explainer_has_findings_at_places_that_exist() -> None:
    found = radar(examine(LARGE, LATER), LATER)
    assert {each.rule for each in found} >= {"no-archive", "single-source", "far-apart"}
    for each in found:
        assert len((ROOT / each.file).read_text("utf-8").splitlines()) >= each.line


def test_only_what_a_branch_changed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _folder(tmp_path, "a", kept="")
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "Begin"]):
        subprocess.run(["git", *words], cwd=folder.parent, check=True, capture_output=True)
    monkeypatch.chdir(folder.parent)
    asked = ["radar", "--content", str(folder), "--since", "HEAD", "--format", "json"]
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out) == []
    (event,) = folder.glob("events/*/*.yml")
    event.write_text(event.read_text("utf-8") + "# a word\n", "utf-8")
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told] == [str(event.relative_to(folder.parent))]
