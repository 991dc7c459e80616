"""Drafts and scheduled events: listed for editors, shown to them alone, missed where counted on."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.content.library import examine, load
from explainer.content.waiting import waiting
from explainer.editors import check
from explainer.live.preview import Preview
from explainer.site import maker
from explainer.site.output import Output
from tests.conftest import NOW, ROOT, TESTS

SCHEDULED, DRAFT = "2021-12-scheduled", "2021-11-draft"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return Path(shutil.copytree(TESTS / "content", tmp_path / "content"))


def _swap(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_what_waits_is_listed_the_next_first(content: Path) -> None:
    event = content / f"events/2021/{SCHEDULED}.yml"
    sooner = event.with_name("2021-12-sooner.yml")
    shutil.copy(event, sooner)
    _swap(sooner, "2099-01-01T06:00Z", "2098-12-31T23:30-02:00")
    listed = [str(each) for each in waiting(examine(content, NOW), NOW)]
    assert listed == [
        "2021-12-sooner: waits until 2099-01-01T01:30Z",
        "2021-12-scheduled: waits until 2099-01-01T06:00Z",
        "2021-11-draft: draft",
    ]
    due = datetime(2100, 1, 1, tzinfo=UTC)
    assert [each.id for each in waiting(examine(content, due), due)] == [DRAFT]


def test_check_and_radar_tell_of_it(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("check", "radar"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        assert main([command, "--content", str(content)]) == 0
        assert f"{SCHEDULED}: waits until 2099-01-01T06:00Z\n" in capsys.readouterr().out
        later = ["--now", "2099-01-01T06:00Z"]
        assert main([command, "--content", str(content), *later]) == 0
        assert "waits until" not in capsys.readouterr().out


@pytest.mark.parametrize("hidden", [SCHEDULED, DRAFT])
@pytest.mark.parametrize("citation", ["[@{}]", "[نص](event:{})"])
def test_a_published_text_that_counts_on_it_is_told(
    content: Path, hidden: str, citation: str
) -> None:
    event = content / "events/2021/2021-07-cost.yml"
    cited = citation.format(hidden)
    event.write_text(f"{event.read_text('utf-8')}body: نص {cited}.\n", "utf-8")
    (problem,) = check.check(content)[1]
    line = event.read_text("utf-8").splitlines()[problem.line - 1]
    assert (problem.code, problem.is_warning, problem.where) == ("W503", True, "body")
    assert line[problem.column - 1 :].startswith(hidden)
    assert check.check(content, drafts=True)[1] == []


def test_one_draft_may_cite_another(content: Path) -> None:
    event = content / f"events/2021/{DRAFT}.yml"
    event.write_text(f"{event.read_text('utf-8')}body: نص [@{SCHEDULED}].\n", "utf-8")
    assert check.check(content)[1] == []


def test_a_key_point_that_rests_on_nothing_visible_is_told(content: Path) -> None:
    site_file = content / "site.yml"
    _swap(site_file, "events: [2021-07-cost, 2020-03-05-agreement]", f"events: [{DRAFT}]")
    (problem,) = check.check(content)[1]
    assert (problem.code, problem.where) == ("W504", "key_points[1].text")
    _swap(site_file, f"events: [{DRAFT}]", f"events: [{DRAFT}, 2021-07-cost]")
    assert check.check(content)[1] == []


def test_warnings_are_counted_and_strict_refuses_them(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _swap(
        content / "site.yml", "events: [2021-07-cost, 2020-03-05-agreement]", f"events: [{DRAFT}]"
    )
    assert main(["check", "--content", str(content)]) == 0
    said = capsys.readouterr()
    assert "no errors, 1 to look at" in said.out
    assert "warning: key_points[1].text" in said.err
    assert main(["check", "--content", str(content), "--strict"]) == 1


def _made(content: Path, *, drafts: bool) -> Output:
    library = load(content, NOW, drafts=drafts)
    return maker.build(
        library, templates=ROOT / "templates", docs=TESTS / "docs", cache=ROOT / ".cache"
    )


def test_an_editor_may_see_it_marked_on_page_and_card(content: Path) -> None:
    pages = {str(page.address): page.body for page in _made(content, drafts=True).pages}
    words = {
        DRAFT: "مسودة لا يراها القراء",
        SCHEDULED: "لا يراه القراء قبل 1 كانون الثاني/يناير 2099، الساعة 06:00 بتوقيت غرينتش",
    }
    for event_id, said in words.items():
        told = re.search(r'<p class="x-waiting">(.*?)</p>', pages[f"/events/{event_id}/"])
        assert told
        assert re.sub(r"<[^>]+>", "", told[1]).startswith(said)
    assert pages["/timeline/"].count('<strong class="x-waits">') == 2
    shown = "".join(page.body for page in _made(content, drafts=False).pages)
    assert "x-waits" not in shown
    assert "x-waiting" not in shown


@pytest.mark.parametrize("drafts", [False, True])
def test_serve_shows_drafts_only_when_asked_and_the_radar_always(
    content: Path, drafts: bool
) -> None:
    said: list[str] = []
    preview = Preview(
        ROOT, content, "http://x.example/", language="ar", say=said.append, drafts=drafts
    )
    assert preview.answer(f"/events/{DRAFT}/")[0] == (200 if drafts else 404)
    status, _, page = preview.answer("/radar/")
    assert status == 200
    radar = page.decode()
    assert DRAFT in radar
    assert (f'href="../events/{DRAFT}/"' in radar) == drafts
    assert "2099-01-01T06:00Z" in radar
    assert 'href="../events/2020-03-05-agreement/"' in radar
    assert "events/2020/2020-03-05-agreement.yml:" in radar
    assert 'href="radar/"' in preview.answer("/")[2].decode()


def test_the_radar_is_in_no_site_that_is_published(tiny_site: Path) -> None:
    assert not (tiny_site / "radar").exists()
    assert "الرادار: ما" not in (tiny_site / "index.html").read_text("utf-8")
