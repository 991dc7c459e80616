"""Embeds: small, without script, the newest text with its correction, or the one cited."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from typing import Any

import html5lib
import pytest

from explainer.site.addresses import SITE
from explainer.site.output import File, Output
from explainer.site.policy import EMBEDDED_PAGE
from explainer.site.views.embeds import EMBED_HEIGHTS
from tests.conftest import TESTS

MOST_BYTES = 15_000
"""Of an embed with its styles, as it comes over the network."""


@pytest.fixture(scope="module")
def files(output: Output) -> dict[str, File]:
    return {file.path: file for file in output.files}


@pytest.fixture(scope="module")
def pages(files: dict[str, File]) -> dict[str, str]:
    return {
        path: file.published("https://news.example/").decode()
        for path, file in files.items()
        if path.startswith("embed/") and path.endswith(".html")
    }


def test_every_kind_of_record_has_one(pages: dict[str, str]) -> None:
    kinds = {path.split("/")[1] for path in pages}
    assert kinds == {*EMBED_HEIGHTS} - {"version"} | {"v"}


def test_each_is_small_with_its_styles(files: dict[str, File], pages: dict[str, str]) -> None:
    for path, html in pages.items():
        styles = re.findall(r'rel="stylesheet" href="(?:\.\./)+([^"]+)"', html)
        assert styles, path
        parts = [html.encode(), *(files[name].content for name in styles)]
        assert sum(len(gzip.compress(part)) for part in parts) <= MOST_BYTES, path


def test_each_is_sound_and_asks_nothing_of_anyone(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        html5lib.HTMLParser(strict=True).parse(html)
        assert "<script" not in html, path
        assert f'content="{EMBEDDED_PAGE}"' in unescape(html), path
        assert not re.findall(r'(?:src|srcset)="', html), path
        assert not re.findall(r'<link rel="stylesheet" href="https?:', html), path


def test_links_within_lead_to_files_of_the_site(
    files: dict[str, File], pages: dict[str, str], output: Output
) -> None:
    there = {
        *files,
        *(f"{page.address.strip('/')}/index.html".lstrip("/") for page in output.pages),
    }
    for path, html in pages.items():
        depth = path.count("/")
        for href in re.findall(r'<(?:a|link)[^>]* href="((?:\.\./|\./)[^"]*)"', html):
            way, target = re.fullmatch(r"((?:\.\./)*|\./)(.*)", href.partition("#")[0]).groups()  # type: ignore[union-attr]
            assert way.count("../") == depth, (path, href)
            target = f"{target}index.html" if target.endswith("/") or not target else target
            assert target in there, (path, href)


def test_the_page_leads_to_its_embeds_and_they_back(
    output: Output, pages: dict[str, str], files: dict[str, File]
) -> None:
    [page] = [each for each in output.pages if each.address == "/events/2020-03-05-agreement/"]
    codes = [
        unescape(code) for code in re.findall(r'<code id="embed-\d" [^>]*>(.*?)</code>', page.body)
    ]
    assert len(codes) == 2
    live, pinned = (re.search(rf'src="{SITE}/([^"]+)"', code)[1] for code in codes)  # type: ignore[index]
    assert live == "embed/event/2020-03-05-agreement/"
    assert pinned.startswith("embed/v/")
    for address in (live, pinned):
        assert 'href="../../../events/2020-03-05-agreement/"' in pages[f"{address}index.html"]
    [answered] = re.findall(r'type="application/json\+oembed" href="([^"]+)"', page.head)
    answer: dict[str, Any] = json.loads(files[answered.replace(f"{SITE}/", "")].content)
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["html"] == codes[0]
    assert {"width", "height", "provider_name", "provider_url", "title"} <= set(answer)


def test_a_correction_stands_above_what_it_corrected(pages: dict[str, str], output: Output) -> None:
    [corrected] = [
        path for path, html in pages.items() if path.startswith("embed/event/") and "e-band" in html
    ][:1]
    event = corrected.split("/")[2]
    assert 'class="x-corrected"' in next(
        page.body for page in output.pages if page.address == f"/events/{event}/"
    )
    html = pages[corrected]
    assert html.index("e-band") < html.index("<h1")


def test_a_withdrawn_event_says_so_where_it_stood(pages: dict[str, str]) -> None:
    html = pages["embed/event/2020-05-withdrawn/index.html"]
    assert "حدث سُحب" in html
    assert "e-events" not in html
    assert "e-above" not in html
    assert not [path for path, html in pages.items() if "سر لا يجوز" in html]


def test_its_stylesheet_loads_no_letters() -> None:
    for path in (TESTS.parent / "templates/embeds").glob("*.css"):
        assert "url(" not in path.read_text("utf-8")
