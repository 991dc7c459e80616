"""Every page that is published: valid HTML, headings in order, every left-to-right run isolated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest

from explainer.arabic.isolate import spans

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "title", "code", "pre", "kbd", "svg", "textarea"}
ISOLATED = re.compile("[\u2066\u2067][^\u2069]*\u2069")
SITES = ("tiny_site", "large_site")


class Reader(HTMLParser):
    """Collects texts that stand in no isolate, headings, ids and what the page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.loose: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            isolates = tag in SILENT or tag == "bdi" or given.get("dir") == "ltr"
            self.open.append((tag, isolates))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in ("script", "img", "iframe", "source", "video", "audio"):
            self.loads.append(given.get("src") or "")
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.loads.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, _ = self.open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if any(isolates for _, isolates in self.open):
            return
        self.loose += [
            piece for piece, direction in spans(ISOLATED.sub("", data.strip())) if direction
        ]


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@cache
def _read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def _kinds(site: Path) -> Iterator[Path]:
    """One page a kind, and all of the tiny site: parsing strictly is slow."""
    seen: set[str] = set()
    for path in _pages(site):
        kind = path.relative_to(site).parts[0]
        if kind not in seen or len(_pages(site)) < 40:
            seen.add(kind)
            yield path


def test_pages_parse_without_an_error(site: Path) -> None:
    for path in _kinds(site):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text("utf-8"))
        ours = [(where, code) for where, code, _ in parser.errors]
        assert not ours, (path, ours[:3])


def test_every_left_to_right_run_is_isolated(site: Path) -> None:
    loose = {str(p.relative_to(site)): found for p in _pages(site) if (found := _read(p).loose)}
    assert not loose


def test_ids_stand_once_and_headings_go_down_by_one(site: Path) -> None:
    for path in _pages(site):
        page = _read(path)
        assert len(page.ids) == len(set(page.ids)), path
        assert page.headings.count(1) == 1, path
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert not [step for step in steps if step[1] > step[0] + 1], path


def test_nothing_is_loaded_from_anywhere_else(site: Path) -> None:
    for path in _pages(site):
        assert not [src for src in _read(path).loads if re.match(r"(https?:)?//", src)], path


def test_no_bidi_control_is_typed_anywhere(site: Path) -> None:
    for path in _pages(site):
        assert not re.search("[\u202a-\u202e\u200e\u200f]", path.read_text("utf-8")), path
