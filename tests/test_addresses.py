"""Addresses within the site: marked where they are made, whatever a text says."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from explainer.content.library import examine
from explainer.engines import file_of
from explainer.live.preview import Preview
from explainer.site import addresses
from explainer.site.addresses import HOME, SITE, WAY_TO_ROOT, Address, published, relative
from explainer.site.output import File, Output
from explainer.site.verify import BrokenOutputError, verify
from tests.conftest import NOW, TESTS, make
from tests.conftest import ROOT as PROJECT

EVENT = "events/2020/2020-03-05-agreement.yml"


@pytest.mark.parametrize(
    ("address", "depth", "seen"),
    [
        (HOME, 0, "./"), (HOME, 1, "../"), (HOME, 2, "../../"),
        (addresses.page("timeline"), 0, "timeline/"),
        (addresses.event("x"), 1, "../events/x/"),
        (addresses.place("x"), 2, "../../places/#x"),
        (Address('/a&b"/'), 1, "../a&amp;b&#34;/"),
    ],
)  # fmt: skip
def test_an_address_is_seen_from_where_it_stands(address: Address, depth: int, seen: str) -> None:
    assert relative(f'<a href="{escape(address)}">', depth) == f'<a href="{seen}">'


def test_whole_addresses_are_written_at_the_end() -> None:
    text = f"{addresses.event('x').whole} {HOME.whole}"
    assert published(text, "https://h.example/y/") == (
        "https://h.example/y/events/x/ https://h.example/y/"
    )
    asked = File("feed.xml", text.encode(), has_addresses=True)
    assert asked.published("https://h.example") == b"https://h.example/events/x/ https://h.example/"
    picture = bytes(range(256))
    assert File("card.png", picture).published("https://h.example") == picture


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "index.md"), ("/actors/", "actors.md"), ("/events/x/", "events/x.md")],
)
def test_an_engine_names_the_file(address: str, file: str) -> None:
    assert file_of(address) == file


def _with_summary(folder: Path, summary: str) -> Path:
    content = Path(shutil.copytree(TESTS / "content", folder / "content"))
    text = (content / EVENT).read_text("utf-8")
    new = re.sub(r"summary: >-\n(  .*\n)+", f"summary: >-\n  {summary}\n", text, count=1)
    assert new != text
    (content / EVENT).write_text(new, "utf-8")
    return content


SAID = 'نص *مهم* href="/nowhere/" وكذلك href="#none" و id="content" نهاية'


def test_an_address_that_a_text_speaks_of_is_left_alone(tmp_path: Path) -> None:
    output = make(_with_summary(tmp_path, SAID))
    page = next(p for p in output.pages if p.address == "/events/2020-03-05-agreement/")
    shown = re.sub("<[^>]+>", "", page.article)
    assert 'href="/nowhere/"' in shown
    assert 'href="#none"' in shown


@pytest.mark.parametrize("mark", [WAY_TO_ROOT, SITE])
def test_no_content_can_hold_a_mark(mark: str, tmp_path: Path) -> None:
    found = examine(_with_summary(tmp_path, f"نص {mark} نهاية."), NOW)
    assert [problem.code for problem in found.problems] == ["E104"]


@pytest.mark.parametrize("asking", ["", "?section=building"])
def test_a_link_to_nowhere_is_found(output: Output, asking: str) -> None:
    page = output.pages[0]
    link = f'<a class="a" href="{WAY_TO_ROOT}nowhere/{asking}">x</a>'
    lost = type(page)(page.address, "x", "x", link)
    with pytest.raises(BrokenOutputError, match="/: link to nowhere: /nowhere/"):
        verify(Output("x", "x", (lost,), (), ()))


@pytest.mark.parametrize("way", [WAY_TO_ROOT, f"{SITE}/"])
def test_an_address_in_a_head_that_leads_nowhere_is_found(output: Output, way: str) -> None:
    lost = replace(output.pages[0], body="", head=f'<link rel="alternate" href="{way}nowhere.xml">')
    with pytest.raises(BrokenOutputError, match=r"/: link to nowhere: /nowhere\.xml"):
        verify(Output("x", "x", (lost,), (), ()))


def _comparable(html: str) -> str:
    """Take out of a page what only an editor's own screen has."""
    html = html.replace('<script src="RELOAD"></script>', "")
    html = re.sub(r'<p class="x-live">.*?</p>\n', "", html)
    return re.sub(r'<div class="x-problems".*?</div>\n?', "", html, flags=re.DOTALL)


def test_a_served_page_is_the_built_page(tiny_site: Path, output: Output) -> None:
    preview = Preview(
        PROJECT, TESTS / "content", "https://explainer.example/", language="en", say=print
    )
    built = sorted(tiny_site.rglob("index.html"))
    assert len(built) > len(output.pages)
    for path in built:
        address = f"/{path.parent.relative_to(tiny_site)}/".replace("/./", "/")
        status, _, served = preview.answer(address)
        assert status == 200, address
        assert _comparable(served.decode()) == _comparable(path.read_text("utf-8")), address
