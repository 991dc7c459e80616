"""How a page is cited: in the styles' own form, and in files that reference managers read whole."""

from __future__ import annotations

import io
import json
import re
import warnings
from dataclasses import replace
from functools import cache
from html import unescape

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from markupsafe import escape
from pylatexenc.latex2text import LatexNodes2Text

from explainer.content.library import load
from explainer.site.cite_formats import FORMATS, Cited, bibtex, csl_json, ris
from explainer.site.cite_page import styles
from explainer.site.versions.version_history import VersionDay
from explainer.site.views.citations import citable
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, LATER, NOW, TESTS

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

ADDRESS = "https://x.example/v/0123456789ab/"
PAGE = Cited(
    "2020-cost", "جسر النهر", "غرفة الأخبار", "كلفة 100% & {أكثر} <10>", ADDRESS,
    "نسخة 1 آب/أغسطس 2021", "2021-08-01",
)  # fmt: skip
WHOLE = replace(PAGE, title="جسر النهر", author="جسر النهر", day="2021-08")
HOSTILE = (
    "كلفة 100% & {أكثر} <10>",
    "قوس بلا آخر { وآخر } } {{",
    r"شرطة \ و\textbf{نص} و$x_1^2$ و#~",
    "سطر\nوسطر،\tوفاصلة, وأخرى; TY  - BOOK",
    "عنوان “مقتبس” و\"آخر\" و'ثالث'",
    "@online{x, title = {y}}",
    "Works begin (KX-12): 50% & more",
    "أهو صحيح؟",
)


@pytest.mark.parametrize(
    ("code", "page", "words"),
    [
        (
            "house", PAGE,
            "غرفة الأخبار، “كلفة 100% & {أكثر} <10>”، جسر النهر، نسخة 1 آب/أغسطس 2021، " + ADDRESS,
        ),
        ("house", WHOLE, f"“جسر النهر”، نسخة 1 آب/أغسطس 2021، {ADDRESS}"),
        ("apa", WHOLE, f"جسر النهر. (2021, August). {ADDRESS}"),
        ("chicago", WHOLE, f"جسر النهر. 2021. August. {ADDRESS}."),
        ("mla", WHOLE, f"جسر النهر. Aug. 2021, {ADDRESS}."),
        (
            "apa", replace(PAGE, day="2021/..", title="كلفة {الجسر}"),
            f"غرفة الأخبار. (n.d.). كلفة {{الجسر}}. جسر النهر. {ADDRESS}",
        ),
        (
            "chicago", replace(PAGE, day="", title="كلفة"),
            f"غرفة الأخبار. n.d. “كلفة.” جسر النهر. {ADDRESS}.",
        ),
        (
            "mla", replace(PAGE, day="2021-09-02", title="“أ” وب"),
            f"غرفة الأخبار. “‘أ’ وب.” جسر النهر, 2 Sept. 2021, {ADDRESS}.",
        ),
        (
            "bibtex", PAGE,
            "@online{2020-cost, author = {{غرفة الأخبار}}, title = {{كلفة 100\\% \\& "
            "\\textbraceleft{}أكثر\\textbraceright{} <10>}}, organization = {جسر النهر}, "
            f"date = {{2021-08-01}}, url = {{{ADDRESS}}}, langid = {{arabic}}, }}",
        ),
    ],
)  # fmt: skip
def test_a_page_is_cited(code: str, page: Cited, words: str) -> None:
    made = {each.code: each.words for each in styles(page)}
    assert " ".join(made[code].striptags().split()) == words
    assert "<10>" not in made[code]


STYLES = {"apa": "apa", "chicago": "chicago-author-date", "mla": "modern-language-association"}
LIKE_AUTHOR = replace(PAGE, author="جسر النهر، تحرير")
ASKED = [
    *(
        replace(PAGE, title="كلفة 100% & {أكثر}", day=day)
        for day in ("2021-08-01", "2021-09-21", "2021-06", "2021")
    ),
    *(replace(PAGE, title=title) for title in ("أهو صحيح؟", "جسر “النهر” يُفتح", "عنوان…")),
]


@pytest.mark.parametrize("code", STYLES)
def test_each_style_is_as_its_csl_file_has_it(code: str) -> None:
    """But for the full stop, which belongs within the marks and which citeproc leaves outside."""
    ours = [next(each.words for each in styles(page) if each.code == code) for page in ASKED]
    theirs = _by_citeproc(STYLES[code])
    assert [_plain(words) for words in ours] == [_mended(words) for words in theirs]


def _plain(words: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", words))


def _mended(words: str) -> str:
    plain = re.sub(r"([؟…])\. ", r"\1 ", _plain(words))
    inner = re.sub(r"“([^“”]*)“(.*?)”([^“”]*)”", r"“\1‘\2’\3”", plain)
    return re.sub(r"([؟…]?)”\.", lambda found: (found[1] or ".") + "”", inner)


@cache
def _by_citeproc(style: str) -> list[str]:
    file = str(TESTS / f"csl/{style}.csl")
    items = [json.loads(csl_json(replace(page, key=f"k{n}")))[0] for n, page in enumerate(ASKED)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        csl = CitationStylesStyle(file, locale="en-US", validate=False)
        made = []
        for item in items:
            source = CiteProcJSON([item])
            bibliography = CitationStylesBibliography(csl, source, formatter.html)
            bibliography.register(Citation([CitationItem(item["id"])]))
            made.append(str(bibliography.bibliography()[0]))
    return made


@pytest.fixture(scope="module")
def pages() -> list[Cited]:
    """All that can be cited of the large site, and one page for each hostile title."""
    days = {"event": VersionDay("2024-08-01"), "figure": VersionDay("2025", is_of_data=True)}
    publication = Publication(
        load(LARGE, LATER), day_of=lambda key: days.get(key.kind, VersionDay("2023-09"))
    )
    found = [cited for _, cited in citable(publication)]
    assert len(found) > 50
    hostile = [replace(PAGE, title=title, key=f"k{n}") for n, title in enumerate(HOSTILE)]
    return [*found, *hostile, *(replace(page, author=page.title) for page in hostile)]


def test_bibtex_is_read_back(pages: list[Cited]) -> None:
    tex = LatexNodes2Text(keep_comments=True)
    for page in pages:
        read = parse_string(bibtex(page))
        assert not read.failed_blocks, page.title
        [entry] = read.entries
        assert entry.key == page.key
        title = re.sub(r"^\{|\}$", "", entry["title"])
        title = title.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
        assert tex.latex_to_text(title).replace("ˆ", "^") == " ".join(page.title.split())
        assert entry["url"] == page.address
        assert _is_balanced(bibtex(page)), page.title


def _is_balanced(text: str) -> bool:
    """Count braces as BibTeX does: one with a stroke before it is a brace too."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def test_ris_is_read_back(pages: list[Cited]) -> None:
    whole = "".join(ris(page) for page in pages)
    read = rispy.load(io.StringIO(whole, newline=""))
    assert len(read) == len(pages)
    for page, entry in zip(pages, read, strict=True):
        assert entry["title"] == " ".join(page.title.split())
        assert entry["urls"] == [page.address]
        assert entry["id"] == page.key
        assert entry.get("year", "") == page.day[:4]


def test_csl_json_keeps_to_its_schema(pages: list[Cited]) -> None:
    schema = json.loads((TESTS / "csl/csl-data.json").read_text("utf-8"))
    judge = jsonschema.Draft7Validator(schema)
    for page in pages:
        written = json.loads(csl_json(page))
        judge.validate(written)
        assert written[0]["title"] == " ".join(page.title.split())


def test_what_the_reader_saw_and_when_is_left_to_the_reader() -> None:
    for _, write in FORMATS.values():
        assert not re.search("urldate|accessed|Y2  -", write(PAGE))


def test_every_style_escapes_what_it_cites() -> None:
    page = replace(PAGE, title="<b>&", author="<i>", site="<u>")
    for each in styles(page):
        for typed in ("<b>", "<i>", "<u>"):
            assert typed not in each.words
            assert escape(typed) in each.words


def test_the_day_that_the_data_reach_is_no_day_of_publication() -> None:
    """Where neither git nor changes.yml knows when a text was written, a citation has no date."""
    publication = Publication(load(TESTS / "content", NOW))
    for _, page in citable(publication):
        assert (page.day, page.parts) == ("", ()), page.key
        assert "بيانات حتى" in page.known
        assert "n.d." in styles(page)[1].words
