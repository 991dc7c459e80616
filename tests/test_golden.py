"""Every page and file of the tiny site, letter by letter. `make golden` writes them anew."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from explainer.engines import file_of
from explainer.site.addresses import published
from explainer.site.licences import LICENCES
from explainer.site.output import File, Output, Page
from tests.conftest import TESTS, TINY, make

GOLDEN = TESTS / "golden"
READABLE = {"", ".txt", ".md", ".json", ".csv", ".svg", ".png", ".html", ".bib", ".ris", ".xml"}
KEPT = sorted(str(p.relative_to(GOLDEN)) for p in GOLDEN.rglob("*") if p.is_file())


def _text(page: Page) -> str:
    """Write a page as a golden file has it; where the site's whole address is to be, &site;."""
    return published(page.markdown(), "&site;")


def _files(output: Output) -> dict[str, str]:
    pages = {file_of(page.address): _text(page) for page in output.pages}
    others = ("assets/", LICENCES)  # what comes from packages, as they have it
    data = [file for file in output.files if not file.path.startswith(others)]
    return {**pages, **{file.path: _told(file) for file in data}}


def _told(file: File) -> str:
    """Write a file as text; of pixels, how many there are."""
    if not file.path.endswith(".png"):
        return file.published("&site;").decode("utf-8-sig")
    assert file.content.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", file.content[16:24])
    return f"{wide} x {high}\n"


@pytest.fixture(scope="module")
def files(output: Output) -> dict[str, str]:
    """All that is made, by path; written down where that is asked for."""
    made = _files(output)
    if os.environ.get("GOLDEN") == "write":
        for path, text in made.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, "utf-8")
    return made


@pytest.mark.parametrize("path", KEPT)
def test_page_is_as_it_was_reviewed(path: str, files: dict[str, str]) -> None:
    golden = (GOLDEN / path).read_text("utf-8")
    assert files.get(path, "").replace("\r\n", "\n") == golden


def test_every_file_was_reviewed_and_none_is_left_over(files: dict[str, str]) -> None:
    """What is missing here has no golden file: look at it, then `make golden`."""
    kept = {str(p.relative_to(GOLDEN)) for p in GOLDEN.rglob("*") if p.is_file()}
    assert kept == set(files)


def test_making_it_twice_gives_the_same_bytes(files: dict[str, str]) -> None:
    assert _files(make(TINY)) == files


@pytest.mark.parametrize("secret", ["سر لا يجوز", "مسودة لا يجوز", "مؤجل لا يجوز", "2021-11-draft"])
def test_drafts_scheduled_and_withdrawn_texts_leak_nowhere(
    secret: str, files: dict[str, str]
) -> None:
    assert [path for path, text in files.items() if secret in text] == []


def test_a_withdrawn_event_keeps_its_address(files: dict[str, str]) -> None:
    assert "سُحب" in files["events/2020-05-withdrawn.md"]


def test_content_is_never_template_or_html(files: dict[str, str]) -> None:
    page = files["events/2021-07-cost.md"]
    assert "<script>" not in page
    assert "{{ 7 * 7 }}" in page.replace("&#123;", "{")
    assert "<b>" not in page


def test_golden_files_are_readable(files: dict[str, str]) -> None:
    assert all(Path(path).suffix in READABLE for path in files)
