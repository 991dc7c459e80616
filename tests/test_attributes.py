"""What an editor typed never ends the attribute that it stands in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from explainer.live.preview import Preview
from explainer.site.output import slot
from tests.conftest import ROOT, TESTS

TYPED = "قال \"نعم\" و'لا' <b onload=x> & &amp; >"
EVENT = "events/2020/2020-03-05-agreement.yml"
ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Some pages of an explainer whose titles and summaries hold every sign of HTML."""
    content = tmp_path_factory.mktemp("typed") / "content"
    shutil.copytree(TESTS / "content", content)
    quoted = "'{}'".format(TYPED.replace("'", "''"))
    for name, fields in (("site.yml", ("title", "standfirst")), (EVENT, ("title", "summary"))):
        text = (content / name).read_text("utf-8")
        for field in fields:
            found = re.search(rf"^{field}: .*\n(?:  .*\n)*", text, re.MULTILINE)
            assert found
            text = text.replace(found[0], f"{field}: {quoted}\n")
        (content / name).write_text(text, "utf-8")
    preview = Preview(ROOT, content, "http://127.0.0.1/", language="en", say=lambda _: None)
    return {
        address: _parsed(preview.answer(address))
        for address in ("/", f"/events/{Path(EVENT).stem}/", "/timeline/", "/sources/")
    }


def _parsed(answer: tuple[int, str, bytes]) -> Element:
    status, _, body = answer
    assert status == 200, body.decode()
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document: Element = parser.parse(body.decode())
    assert [error for _, error, _ in parser.errors] == []
    return document


def _said(page: Element) -> Iterator[str]:
    """Name what the head says in the words that were typed."""
    for meta in page.iter("meta"):
        if ISOLATES.sub("", meta.get("content", "")) == TYPED:
            yield meta.get("name") or meta.get("property") or ""


def test_it_stands_whole_in_the_head(pages: dict[str, Element]) -> None:
    event = pages[f"/events/{Path(EVENT).stem}/"]
    assert set(_said(event)) == {"description", "og:description", "og:title", "og:site_name"}
    assert ISOLATES.sub("", event.findtext("head/title") or "") == f"{TYPED} – {TYPED}"


def test_it_makes_no_element_and_no_attribute(pages: dict[str, Element]) -> None:
    for page in pages.values():
        names = {name for element in page.iter() for name in element.attrib}
        assert [name for name in names if not re.fullmatch("[a-zA-Z0-9:/.{}-]+", name)] == []
        assert not {name for name in names if name.startswith("on")}
        assert list(page.iter("b")) == []


def test_a_slot_is_escaped() -> None:
    assert ISOLATES.sub("", slot("\"'<>&")) == "&quot;&#x27;&lt;&gt;&amp;"
