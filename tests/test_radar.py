"""The radar: a table of what each rule finds, its formats, and what is scheduled."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.library import examine
from explainer.radar import Finding, radar, scheduled
from explainer.radar.report import FORMS
from explainer.radar.rules import RULES
from tests.conftest import NOW, ROOT, TESTS

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
            f"    - {{as_of: 2021-0{n + 1}, best: {number}, said_by: p{0 if same else n}, "
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


def test_what_is_scheduled_is_listed() -> None:
    listed = scheduled(examine(TESTS / "content", NOW), NOW)
    assert [event_id for _, event_id in listed] == ["2021-12-scheduled"]


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


def test_a_table_is_never_broken_by_what_it_tells() -> None:
    finding = Finding("a|b.yml", 1, "x", "`id`", "w|t\nn", "do")
    assert len(FORMS["markdown"]([finding]).splitlines()) == 3
    assert json.loads(FORMS["json"]([finding]))[0]["line"] == 1


def test_since_tells_of_a_wrong_name(capsys: pytest.CaptureFixture[str]) -> None:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git here")
    assert main(["radar", "--since", "--output=x"]) == 1
    assert not Path("x").exists()
    assert capsys.readouterr().out == ""


def test_the_real_content_is_read_by_every_rule() -> None:
    assert {rule for rules in RULES.values() for rule in rules}
    assert radar(examine(ROOT / "content", NOW), NOW)
