"""What would stop a build in a page of docs/ is found by check, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.content.library import Library
from explainer.editors.written_pages import DATA_PARTS, written_pages
from explainer.site import maker, render
from explainer.site.views.publication import Publication
from tests.conftest import ROOT

FRONT = "---\ntitle: عن الملف\ndescription: من وراءه\n---\n"
IDS = {"event": ["2020-first"], "section": ["money"], "actor": ["mayor"]}
PAGES = {
    "[x](nowhere.md)": ["5:5 E133"],
    "نص [x](timeline.md) و[x](timelin.md)": ["5:26 E133"],
    "[x](#here)\n\n## هنا { #here }": [],
    "[x](#there)\n\n## هنا { #here }": ["5:5 E133"],
    "[x](other.md#what) [x](other.md#not)": ["5:24 E133"],
    "[x](events/2020-first.md) [x](events/2020-second.md)": ["5:31 E133"],
    "[x](money.md) [x](actors/mayor.md) [x](index.md) [x](https://example.org/)": [],
    "[x](/timeline/)": ["5:5 E133"],
    "`[x](nowhere.md)` <!-- [x](nowhere.md) -->": [],
    "افتُتح 🌉": ["5:8 E127"],
    '<a href="nowhere/">x</a> <img src="no.png">': ["5:10 E133", "5:36 E133"],
    "[x][y]\n\n[y]: nowhere.md": ["7:6 E133"],
    "~~~\n[x](nowhere.md)\n~~~\n\n\\[x](nowhere.md)": [],
    "[x](timeline.md?section=money) [x](timeline.md#found)": ["5:36 E133"],
    "<!-- explainer:methods --> <!-- explainer:method -->": ["5:16 E133"],
}


@pytest.mark.parametrize("text", PAGES)
def test_what_stops_a_build_is_found_at_its_place(text: str, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text(FRONT + text, "utf-8")
    (tmp_path / "other.md").write_text(f"{FRONT}## ماذا {{ #what }}", "utf-8")
    found = list(written_pages(tmp_path, IDS))
    assert [f"{each.line}:{each.column} {each.code}" for each in found] == PAGES[text]


def test_a_page_without_a_title_or_of_another_encoding_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("نص", "utf-8")
    (tmp_path / "b.md").write_bytes(b"\xff")
    assert [each.code for each in written_pages(tmp_path, {})] == ["E133", "E133"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("timeline", "E133"), ("money", "E133"), ("index", "E123"), ("README", "E114"),
        ("عن الملف", "E114"), ("terms", None), ("events", "E133"), ("404", "E123"),
    ],
)  # fmt: skip
def test_a_page_whose_address_is_another_s_is_found(
    name: str, code: str | None, tmp_path: Path
) -> None:
    (tmp_path / f"{name}.md").write_text(FRONT, "utf-8")
    assert [each.code for each in written_pages(tmp_path, IDS)] == [code] * bool(code)


def test_the_parts_of_a_page_are_those_that_are_made(library: Library) -> None:
    env = render.environment(ROOT / "templates")
    assert tuple(maker._parts(Publication(library), env, None)) == DATA_PARTS


def test_our_own_pages_are_sound() -> None:
    assert [str(each) for each in written_pages(ROOT / "docs", {})] == []
