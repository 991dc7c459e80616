"""Glossary terms in finished prose: which are found, how much of a word, and how often."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from explainer.site.terms import Entry, Glosses, Lexicon

NAMES = {
    "duma": ("الدوما", "مجلس الدوما"),
    "article": ("المادة الرابعة", "المادة 4"),
    "veto": ("حق النقض", "فيتو"),
    "veto-power": ("حق النقض الفردي",),
    "drone": ("طائرة مسيرة", "المسيرات"),
    "committee": ("اللجنة المركزية",),
    "container": ("حاوية",),
    "code": ("KN-23",),
}
LEXICON = Lexicon((Entry(key, names[0], Markup("شرح")), names[1:]) for key, names in NAMES.items())
LINK = re.compile('<a class="x-term" href="\ufdd0glossary/#([a-z-]+)">(.*?)</a>', re.DOTALL)


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        # the word as it is, and what is written onto it
        ("أقر الدوما المعاهدة", [("duma", "الدوما")]),
        ("والدوما", [("duma", "والدوما")]),
        ("فبالدوما", [("duma", "فبالدوما")]),
        ("كالدوما", [("duma", "كالدوما")]),
        ("قال للدوما إن", [("duma", "للدوما")]),
        ("قال للجنة المركزية", [("committee", "للجنة المركزية")]),
        ("وللجنة المركزية", [("committee", "وللجنة المركزية")]),
        ("بحاوية", [("container", "بحاوية")]),
        ("الحاوية", [("container", "الحاوية")]),
        ("للحاوية", [("container", "للحاوية")]),
        ("بحق النقض", [("veto", "بحق النقض")]),
        # no part of a word, no other word
        ("دوما", []),
        ("الدومان", []),
        ("حاويتان", []),
        ("ساحاوية", []),
        ("الطائرة مسيرة", []),
        # marks, line ends, punctuation
        ("المسيّرات", [("drone", "المسيّرات")]),
        ("طائرة\nمسيّرة", [("drone", "طائرة\nمسيّرة")]),
        ("“الدوما”، ثم", [("duma", "الدوما")]),
        # the longest wins
        ("مجلس الدوما", [("duma", "مجلس الدوما")]),
        ("حق النقض الفردي", [("veto-power", "حق النقض الفردي")]),
        ("حق النقض الفرديّ", [("veto-power", "حق النقض الفرديّ")]),
        # the first only, by any of its names
        ("الدوما ثم مجلس الدوما", [("duma", "الدوما")]),
        ("المادة 4 وهي المادة الرابعة", [("article", "المادة 4")]),
        ("الدوما وفيتو", [("duma", "الدوما"), ("veto", "وفيتو")]),
        # never in a link, a heading, an isolate, an attribute
        ('<a href="/x/">الدوما</a> والدوما', [("duma", "والدوما")]),
        ("<h3>الدوما</h3>", []),
        ('<bdi dir="ltr">KN-23</bdi>', []),
        ('<p title="الدوما">شيء</p>', []),
        ("<p><em>الدوما</em></p>", [("duma", "الدوما")]),
        ("<a href='/x/'>أ <strong>ب</strong></a> الدوما", [("duma", "الدوما")]),
    ],
)
def test_terms_in_prose(prose: str, found: list[tuple[str, str]]) -> None:
    gloss = Glosses(LEXICON)
    marked = gloss(Markup(prose))  # noqa: S704 - a test's own
    assert LINK.findall(marked) == found
    assert [entry.id for entry in gloss.used] == [key for key, _ in found]
    assert LINK.sub(r"\2", marked) == prose


def test_a_page_has_each_term_once_and_the_next_page_again() -> None:
    page = Glosses(LEXICON)
    assert "x-term" in page(Markup("الدوما"))
    assert "x-term" not in page(Markup("الدوما"))
    assert "x-term" in Glosses(LEXICON)(Markup("الدوما"))


def test_of_two_terms_with_one_spelling_the_first_has_it() -> None:
    twins = Lexicon([(Entry("a", "جسر", Markup("")), ()), (Entry("b", "جسر", Markup("")), ())])
    assert LINK.findall(Glosses(twins)(Markup("جسر"))) == [("a", "جسر")]


def test_no_glossary_no_terms() -> None:
    assert Glosses(Lexicon([]))(Markup("الدوما")) == "الدوما"


def test_terms_are_named_without_marking_them() -> None:
    assert LEXICON.named("حاوية والدوما، ثم الدوما") == {"container", "duma"}
