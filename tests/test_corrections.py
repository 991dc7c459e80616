"""One correction is planted in changes.yml, and is found wherever its event's words went."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from explainer.cli import cli
from explainer.content.library import load
from explainer.content.prose import plain
from explainer.site import maker, version_pages
from explainer.site.briefs.brief_formats import as_text
from explainer.site.briefs.brief_items import brief
from explainer.site.output import Output
from explainer.site.render import environment
from explainer.site.search import documents
from explainer.site.versions import version_history
from explainer.site.versions.told_texts import RecordKey
from explainer.site.views.publication import Publication
from explainer.site.views.share_cards import share_card
from tests.conftest import LATER, ROOT, TESTS, TINY
from tests.test_versions import Published

EVENT = "2020-03-05-agreement"
WAS = "قيل إن التوقيع جرى في الميناء"
NOW = "جرى التوقيع في دار البلدية"
WHY = "نقلنا المكان من خبر سابق"
DAY = "2021-11-05"
ID = f"{DAY}-{EVENT}"


def _planted(folder: Path, **of: str) -> Path:
    """Copy the tiny content and let an editor write a correction into it."""
    content = folder / "content"
    shutil.copytree(TINY, content)
    named = [word for name, value in of.items() for word in (f"--{name}", value)]
    done = CliRunner().invoke(
        cli,
        ["new", "change", "--content", str(content), "--no-ask", *named,
         "--type", "correction", "--date", DAY, "--was", WAS, "--now", NOW, "--why", WHY],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    return content


def _made(content: Path) -> Output:
    return maker.build(
        load(content, LATER), templates=ROOT / "templates", docs=TESTS / "docs",
        cache=ROOT / ".cache",
    )  # fmt: skip


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _planted(tmp_path_factory.mktemp("corrected"), event=EVENT)


@pytest.fixture(scope="module")
def corrected(content: Path) -> Output:
    return _made(content)


def _page(output: Output, address: str) -> str:
    return next(page.body for page in output.pages if page.address == address)


def _data(output: Output, address: str) -> str:
    """Give the JSON-LD of a page, as plain text."""
    head = next(page.head for page in output.pages if page.address == address)
    found = re.search(r'<script type="application/ld\+json">(.*)</script>', head)
    assert found
    return json.dumps(json.loads(found[1]), ensure_ascii=False)


def _file(output: Output, path: str) -> str:
    return next(file.content for file in output.files if file.path == path).decode("utf-8-sig")


@pytest.mark.parametrize(
    "address", [f"/events/{EVENT}/", "/changes/", "/corrections/"]
)  # fmt: skip
def test_pages_tell_what_was_what_is_and_why(corrected: Output, address: str) -> None:
    body = _page(corrected, address)
    assert all(text in body for text in (WAS, NOW, WHY))
    assert 'datetime="2021-11-05"' in body


def test_the_event_s_page_says_so_at_its_top(corrected: Output) -> None:
    top = _page(corrected, f"/events/{EVENT}/").split('<p class="x-standfirst">')[0]
    assert WHY in top
    assert "<strong>تصحيح</strong>" in top


def test_home_tells_it_among_the_news(corrected: Output) -> None:
    assert f'data-day="{DAY}"' in _page(corrected, "/")
    assert WHY in _page(corrected, "/")


@pytest.mark.parametrize("path", ["all", "corrections", "sections/building"])
@pytest.mark.parametrize("ending", ["xml", "json"])
def test_feeds_begin_with_it(corrected: Output, path: str, ending: str) -> None:
    text = _file(corrected, f"feeds/{path}.{ending}")
    first = text.split("<entry>" if ending == "xml" else '{"id": ')[1]
    assert all(said in first for said in (WAS, NOW, WHY, f"{DAY}T00:00:00Z"))


@pytest.mark.parametrize("address", [f"/events/{EVENT}/", "/corrections/"])
def test_machines_are_told_with_its_address_and_day(corrected: Output, address: str) -> None:
    told = _data(corrected, address)
    assert all(said in told for said in (WAS, NOW, WHY, f"/corrections/#{ID}", DAY))


def test_the_event_s_page_was_changed_on_that_day(corrected: Output) -> None:
    assert f'"dateModified": "{DAY}"' in _data(corrected, f"/events/{EVENT}/")


def test_the_data_have_it_under_its_id(corrected: Output) -> None:
    change = next(
        each
        for each in json.loads(_file(corrected, "data/explainer.json"))["changes"]
        if each["id"] == ID
    )
    assert (change["was"], change["now"], change["why"]) == (WAS, NOW, WHY)
    rows = list(csv.DictReader(io.StringIO(_file(corrected, "data/changes.csv"))))
    row = next(each for each in rows if each["id"] == ID)
    assert (row["event"], row["was"], row["now"], row["why"]) == (EVENT, WAS, NOW, WHY)


def test_the_search_finds_the_event_by_the_words_that_were_wrong(content: Path) -> None:
    made = documents.documents(Publication(load(content, LATER)))
    event = next(each for each in made if each.id == EVENT)
    assert any(WAS in text and NOW in text for text in event.text)


def test_the_citation_names_the_day_of_the_change(corrected: Output) -> None:
    assert "(2021, November 5)." in _page(corrected, f"/events/{EVENT}/")


def test_the_card_has_its_band(content: Path) -> None:
    card = share_card(Publication(load(content, LATER)), ("event", EVENT))
    assert "5 تشرين الثاني/نوفمبر 2021" in card.band


def test_the_brief_of_that_day_tells_it(content: Path) -> None:
    told = as_text(brief(Publication(load(content, LATER)), DAY, "https://explainer.example/"))
    assert all(said in told for said in (WAS, NOW, WHY))


def test_the_text_cited_before_says_why_it_was_corrected(content: Path) -> None:
    before = Publication(load(TINY, LATER))
    cited = before.versions.newest(RecordKey("event", EVENT))
    last = Published({f.path: f.content for f in version_history.files(before.versions)})
    library = load(content, LATER)
    mended = library.events[EVENT].model_copy(update={"title": "التوقيع في دار البلدية"})
    library = replace(library, events={**library.events, EVENT: mended})
    made = version_pages.files(
        Publication(library, last=last), environment(ROOT / "templates"), ROOT / "templates"
    )
    assert cited
    page = next(f for f in made if f.path == f"{cited.address.strip('/')}/index.html")
    assert WHY in page.content.decode()


@pytest.mark.parametrize(
    ("of", "address"), [({"figure": "cost"}, "/figures/cost/"), ({"page": "money"}, "/money/")]
)
def test_a_figure_and_a_section_tell_theirs(
    of: dict[str, str], address: str, tmp_path: Path
) -> None:
    output = _made(_planted(tmp_path, **of))
    body = _page(output, address)
    assert all(text in body for text in (WAS, NOW, WHY))
    assert WHY in body.split("</h1>")[1][:400]
    assert NOW in _data(output, address)
    assert WHY in _file(output, "feeds/sections/money.xml")


def test_of_what_is_withdrawn_only_the_reason_stays(tmp_path: Path) -> None:
    content = _planted(tmp_path, event=EVENT)
    path = content / f"events/2020/{EVENT}.yml"
    path.write_text(f"{path.read_text('utf-8')}publish: withdrawn\n", "utf-8")
    site = content / "site.yml"
    named = re.sub(
        rf"\[([^\]\n]*)\]\(event:{EVENT}\)|\s*\[@{EVENT}\]", r"\1", site.read_text("utf-8")
    )
    site.write_text(re.sub(rf", {EVENT}|{EVENT}, ", "", named), "utf-8")
    output = _made(content)
    told = [str(page.address) for page in output.pages if WAS in page.body or WAS in page.head]
    told += [file.path for file in output.files if WAS.encode() in file.content]
    assert told == []
    assert WHY in _page(output, "/corrections/")
    assert plain(WHY, lambda _: None) in _file(output, "feeds/corrections.xml")
