"""A record that was called otherwise: its old addresses lead on, and none vanishes unsaid."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.content.library import examine, load
from explainer.editors import check
from explainer.publish import program
from explainer.publish.gone_records import missed
from explainer.publish.last_site import LastSite, last_site
from explainer.site import manifest
from explainer.site.moved import moved
from explainer.site.output import Output
from tests.conftest import NOW, TINY

NO_DOCS = Path("no-such-folder")
WORKS = "events/2021/2021-21-works.yml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TINY, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Path("content")


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory, output: Output) -> LastSite:
    """The tiny site as it was published, without what no engine adds to it."""
    out = tmp_path_factory.mktemp("last")
    files = {f"{page.address.lstrip('/')}index.html": page.body.encode() for page in output.pages}
    files |= {file.path: file.published("https://news.example/") for file in output.files}
    for path, text in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(text)
    manifest.write(out)
    return last_site(str(out), out)


def _change(content: Path, name: str, *pairs: tuple[str, str]) -> None:
    text = (content / name).read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    (content / name).write_text(text, "utf-8")


def _rename(content: Path, name: str, now: str) -> None:
    """Rename an event in its file and wherever it is named."""
    old = Path(name).stem
    (content / name).rename(content / Path(name).with_name(f"{now}.yml"))
    for path in content.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace(old, now), "utf-8")


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=E", "-c", "user.email=e@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def _asked(last: LastSite, content: Path) -> list[str]:
    """List what an editor is asked of what would vanish."""
    found = missed(last, examine(content, NOW), content, NO_DOCS)
    return [str(problem).partition(" [W511]")[0] for problem in found]


def test_old_addresses_lead_to_pages_that_are_published() -> None:
    library = load(TINY, NOW)
    assert [(old, new) for _, old, new, _ in moved(library)] == [
        ("/actors/bridge-company/", "/actors/builder/"),
        ("/events/2020-05-strike/", "/events/2020-05-withdrawn/"),
        ("/events/2021-03-works/", "/events/2021-21-works/"),
        ("/events/2021-works/", "/events/2021-21-works/"),
        ("/figures/bridge-cost/", "/figures/cost/"), ("/costs/", "/money/"),
    ]  # fmt: skip
    assert [title for _, _, new, title in moved(library) if "withdrawn" in new] == [""]


def test_a_page_that_leads_on_is_small_and_has_no_script(output: Output) -> None:
    made = {file.path: file for file in output.files}
    for _, old, new, _ in moved(load(TINY, NOW)):
        page = made[f"{old[1:]}index.html"].published("https://news.example/site/").decode()
        way = "../" * (old.count("/") - 1) + new[1:]
        assert f'<meta http-equiv="refresh" content="0; url={way}">' in page
        assert f'<a href="{way}">' in page
        assert f'<link rel="canonical" href="https://news.example/site{new}">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert "default-src 'none'" in page
        assert "<script" not in page
        assert len(page) < 1200


def test_what_was_taken_from_a_page_is_there_by_its_old_name(output: Output) -> None:
    made = {file.path: file for file in output.files}
    cards = "assets/cards/event/"
    for old, new in (
        ("figures/bridge-cost/bridge-cost.csv", "figures/cost/cost.csv"),
        ("figures/bridge-cost/bridge-cost.svg", "figures/cost/cost.svg"),
        ("figures/bridge-cost/bridge-cost.png", "figures/cost/cost.png"),
        ("feeds/sections/costs.xml", "feeds/sections/money.xml"),
        (f"{cards}2021-works.png", f"{cards}2021-21-works.png"),
        (f"{cards}2021-works-square.png", f"{cards}2021-21-works-square.png"),
    ):
        assert made[old].content == made[new].content


def test_old_ids_are_in_the_data_and_in_no_list(output: Output, tiny_site: Path) -> None:
    data = json.loads((tiny_site / "data/explainer.json").read_text("utf-8"))
    assert data["events"]["2021-21-works"]["was"] == ["2021-works", "2021-03-works"]
    old = re.compile("2021-works|2021-03-works|bridge-company|bridge-cost|2020-05-strike|/costs/")
    for file in output.files:
        told = ("data/explainer.json", "_redirects")  # what says which ids there were
        if not old.search(file.path) and not file.path.startswith((*told, "v/")):
            assert not old.search(file.content.decode("utf-8", "replace")), file.path
    for path in (*tiny_site.glob("*.xml"), tiny_site / "404.html", tiny_site / "index.html"):
        assert not old.search(path.read_text("utf-8")), path.name
    assert not [page.address for page in output.pages if old.search(page.body)]


def test_who_names_a_record_by_its_old_id_is_told_the_new_one(content: Path) -> None:
    _change(content, WORKS, ("said_by: [builder]", "said_by: [bridge-company]"))
    _, problems = check.check(content)
    assert [each.message.en for each in problems if each.code == "E501"] == [
        "actor 'bridge-company' is called 'builder' now (was: [bridge-company]); write builder"
    ]
    check.fix(content)
    assert "bridge-company" not in (content / WORKS).read_text("utf-8")


Change = Callable[[Path], None]


def _renamed(content: Path) -> None:
    _rename(content, WORKS, "2021-21-works-begin")


def _renamed_with_was(content: Path) -> None:
    _renamed(content)
    _change(content, "events/2021/2021-21-works-begin.yml", ("was: [", "was: [2021-21-works, "))


def _renamed_and_forgot(content: Path) -> None:
    """Leave out what it had been called even before."""
    _renamed(content)
    name = "events/2021/2021-21-works-begin.yml"
    _change(content, name, ("[2021-works, 2021-03-works]", "[2021-21-works]"))


def _drafted(content: Path) -> None:
    _change(content, WORKS, ("status: claimed", "publish: draft\nstatus: claimed"))


def _renamed_as_draft(content: Path) -> None:
    _renamed_with_was(content)
    name = "events/2021/2021-21-works-begin.yml"
    _change(content, name, ("status: claimed", "publish: draft\nstatus: claimed"))


def _deleted(content: Path) -> None:
    (content / "events/2020/2020-05-withdrawn.yml").unlink()
    (content / "changes.yml").unlink()


def _actor_renamed(content: Path) -> None:
    for path in content.rglob("*.yml"):
        text = path.read_text("utf-8").replace("builder", "the-builder")
        path.write_text(text.replace("  was: [bridge-company]\n", ""), "utf-8")


def _place_renamed(content: Path) -> None:
    for path in content.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("old-quay", "the-old-quay"), "utf-8")


def _term_deleted(content: Path) -> None:
    text = (content / "glossary.yml").read_text("utf-8")
    (content / "glossary.yml").write_text(re.sub(r"span:\n(  .*\n)+", "", text), "utf-8")


BEGIN = "content/events/2021/2021-21-works-begin.yml"
TABLE: list[tuple[Change, list[str]]] = [
    (lambda _: None, []),
    (_renamed_with_was, []),
    (_renamed, [
        f"{BEGIN}:31:6: warning: was: event '2021-21-works' was published, and its address would "
        "vanish; is it '2021-21-works-begin' now? then write "
        "was: [2021-works, 2021-03-works, 2021-21-works]",
    ]),
    (_renamed_and_forgot, [
        f"{BEGIN}:31:6: warning: was: event '{old}' was published, and its address would vanish; "
        "is it '2021-21-works-begin' now? then write "
        "was: [2021-21-works, 2021-03-works, 2021-works]"
        for old in ("2021-03-works", "2021-works")
    ]),
    (_drafted, [
        f"content/{WORKS}:10:10: warning: publish: event '{old}' was published, and its page would "
        "vanish: it is a draft now, or not due; expected publish: live, or publish: withdrawn, "
        "which keeps the address"
        for old in ("2021-03-works", "2021-21-works", "2021-works")
    ] + [
        "content/figures.yml:38:5: warning: workers.values: figure 'workers' was published, and "
        "its page would vanish: all its values are from events that are not published now; "
        "expected one that is",
    ]),
    (_renamed_as_draft, [
        f"{BEGIN}:10:10: warning: publish: event '{old}' was published, and its page would "
        "vanish: it is a draft now, or not due; expected publish: live, or publish: withdrawn, "
        "which keeps the address"
        for old in ("2021-03-works", "2021-21-works", "2021-works")
    ] + [
        "content/figures.yml:38:5: warning: workers.values: figure 'workers' was published, and "
        "its page would vanish: all its values are from events that are not published now; "
        "expected one that is",
    ]),
    (_deleted, [
        f"content/events:1:1: warning: file: event '{old}' was published and is gone: its address "
        f"would vanish; expected it back, an event with publish: withdrawn, or was: [{old}] in the "
        "record that it is now"
        for old in ("2020-05-strike", "2020-05-withdrawn")
    ]),
    (_actor_renamed, [
        f"content/actors.yml:20:3: warning: the-builder.was: actor '{old}' was published, and its "
        "address would vanish; is it 'the-builder' now? then write was: [bridge-company, builder]"
        for old in ("bridge-company", "builder")
    ]),
    (_place_renamed, [
        "content/places.yml:6:8: warning: the-old-quay.was: place 'old-quay' was published, and "
        "its address would vanish; is it 'the-old-quay' now? then write was: [east-quay, old-quay]",
    ]),
    (_term_deleted, [
        f"content/glossary.yml:1:1: warning: file: term '{old}' was published and is gone: its "
        "address would vanish; expected it back, an event with publish: withdrawn, or "
        f"was: [{old}] in the record that it is now"
        for old in ("span", "bridge-span")
    ]),
]  # fmt: skip
"""What an editor did -> what is asked of it."""


@pytest.mark.parametrize(("change", "asked"), TABLE, ids=[each[0].__name__ for each in TABLE])
def test_what_would_vanish_is_asked_about_where_it_is_mended(
    change: Change, asked: list[str], content: Path, last: LastSite
) -> None:
    change(content)
    assert _asked(last, content) == asked


def test_git_knows_what_is_called_quite_otherwise(content: Path, last: LastSite) -> None:
    """Renamed twice, to what no guess would find."""
    _git(content, "init", "-q")
    for now in ("", "first-span", "pier-of-the-east"):
        if now:
            old = next(content.glob("events/2021/*[!a-z]works.yml"), None)
            name = str(old.relative_to(content)) if old else "events/2021/first-span.yml"
            _rename(content, name, now)
        _git(content, "add", "-A")
        _git(content, "commit", "-qm", now or "Begin")
    asked = _asked(last, content)
    assert len(asked) == 1
    assert "write was: [2021-works, 2021-03-works, 2021-21-works]" in asked[0]
    assert asked[0].startswith("content/events/2021/pier-of-the-east.yml:")


def test_two_that_take_each_others_id_are_refused(content: Path) -> None:
    _change(content, WORKS, ("was: [", "was: [2021-07-cost, "))
    _change(content, "events/2021/2021-07-cost.yml", ("date:", "was: [2021-21-works]\ndate:"))
    found = [p.message.en for p in examine(content, NOW).problems if p.code == "E510"]
    assert [each.partition(" of a record today")[0] for each in found] == [
        "'2021-21-works' is the id", "'2021-07-cost' is the id"
    ]  # fmt: skip


def test_a_draft_that_had_another_id_is_led_to_by_nothing(content: Path) -> None:
    _drafted(content)
    library = load(content, NOW)
    assert not [old for _, old, _, _ in moved(library) if "works" in old]


def test_what_is_said_before_publishing_is_said_by_check(
    content: Path, last: LastSite, capsys: pytest.CaptureFixture[str]
) -> None:
    _renamed(content)
    assert main(["check", "--content", str(content), "--last", last.where]) == 0
    assert "write was: [2021-works, 2021-03-works, 2021-21-works] [W511]" in capsys.readouterr().err
    assert main(["check", "--content", str(content), "--last", "nowhere"]) == 0
    said = capsys.readouterr().err
    assert "nowhere has no files.sha256" in said
    assert "W511" not in said


def test_a_renamed_record_is_published_with_all_that_it_had(content: Path, tiny_site: Path) -> None:
    """In the place of the site that had it by its old id; its versions stay too."""
    shutil.copytree(tiny_site, "site")
    before = set(manifest.read(Path("site")))
    _renamed_with_was(content)
    program.build_site(content, Path("site"))
    assert before <= set(manifest.read(Path("site")))
    page = Path("site/events/2021-21-works/index.html").read_text("utf-8")
    assert 'content="0; url=../../events/2021-21-works-begin/"' in page
