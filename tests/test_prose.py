"""Prose as editors write it: where its first sentence ends, and that no HTML is in it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.content import prose
from explainer.content.prose import block, inline, sentences
from tests.conftest import TESTS, read_yaml


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("جملة واحدة.", "جملة واحدة.", ""),
        ("جملة أولى. وثانية.", "جملة أولى.", "وثانية."),
        ("بلغ العدد 6.5 مليون. ثم زاد.", "بلغ العدد 6.5 مليون.", "ثم زاد."),
        ("هل زاد؟ لا.", "هل زاد؟", "لا."),
        ("قال: “زاد. ثم نقص”. وسكت.", "قال: “زاد. ثم نقص”.", "وسكت."),
        ("في [اتفاق أول. وثان](event:a). ثم ثالث.", "في [اتفاق أول. وثان](event:a).", "ثم ثالث."),
        ("كان *مهما. جدا* هنا. ثم مضى.", "كان *مهما. جدا* هنا.", "ثم مضى."),
        ("بلا نقطة\nفي سطرين", "بلا نقطة في سطرين", ""),
    ],
)
def test_sentences(text: str, first: str, rest: str) -> None:
    assert sentences(text) == (first, rest)


ROWS = read_yaml(TESTS / "cases/prose.yaml")
CITED = {"a": ("/events/a/", "5 آذار/مارس 2020"), "b": ("/events/b/", "2021")}


@pytest.mark.parametrize("row", ROWS, ids=[row["typed"] for row in ROWS])
def test_prose_is_read_as_the_table_says(row: dict[str, str]) -> None:
    assert block(row["typed"], CITED.get) == row["block"]
    assert inline(row["typed"], CITED.get) == row["inline"]
    assert prose.plain(row["typed"], CITED.get) == row["plain"]


class _Careless:
    """A converter that lets everything through, as one that has a fault would."""

    cite = None

    def reset(self) -> _Careless:
        return self

    def convert(self, text: str) -> str:
        return f"<p>{text}</p>"


DIRTY = {
    "<script>alert(1)</script>نص": "<p>نص</p>",
    '<a href="javascript:alert(1)">نص</a>': "<p><a>نص</a></p>",
    '<a href="https://example.org/" onclick="x()">نص</a>':
        '<p><a href="https://example.org/">نص</a></p>',
    '<img src="https://example.org/a.png" onerror="x()">نص': "<p>نص</p>",
    '<em style="position:fixed" class="x-menu">نص</em>': "<p><em>نص</em></p>",
    '<bdi dir="ltr" id="search">AFP</bdi>': '<p><bdi dir="ltr">AFP</bdi></p>',
}  # fmt: skip


@pytest.mark.parametrize("dirty", DIRTY)
def test_the_second_lock_holds_by_itself(dirty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose._local, "converter", _Careless(), raising=False)
    assert block(dirty, lambda _: None) == DIRTY[dirty]
    assert f"<p>{inline(dirty, lambda _: None)}</p>" == DIRTY[dirty]


@pytest.mark.parametrize("dirty", DIRTY)
def test_the_first_lock_shows_html_as_the_text_that_it_is(dirty: str) -> None:
    shown = block(dirty, lambda _: None)
    assert "&lt;" in shown
    assert not set(re.findall("<([a-z]+)", shown)) - prose.TAGS
    assert not re.search("<[^>]*(onclick|onerror|javascript:|style=)", shown)


def test_an_address_that_runs_a_script_is_no_link() -> None:
    for address in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"):
        assert "href" not in block(f"[نص]({address})", lambda _: None)


AS_TYPED = {
    "لغة C\\+\\+ هنا": "لغة C++ هنا",
    "كلمة \\* AFP \\_x\\_ كلمة": "كلمة * AFP _x_ كلمة",
    "شركة AT&amp;T قالت": "شركة AT&amp;T قالت",
    "قال &lt;b&gt; AFP &#65; &nbsp;y": "قال &lt;b&gt; AFP &#65; &nbsp;y",
    "R&D مع x & y": "R&D مع x & y",
    "a < b > c & d": "a < b > c & d",
    "<b>AFP</b> قالت": "<b>AFP</b> قالت",
}  # fmt: skip
"""What was typed, and what readers see of it."""


@pytest.mark.parametrize("typed", AS_TYPED)
def test_signs_are_read_as_they_were_typed(typed: str) -> None:
    for html in (block(typed, lambda _: None), inline(typed, lambda _: None)):
        assert unescape(re.sub("<[^>]*>", "", html)) == AS_TYPED[typed]
    assert prose.plain(typed, lambda _: None) == AS_TYPED[typed]


@settings(database=None, deadline=None)
@given(st.text("ابAC1 \\*_+-.#&;<>lt[]()`!\n\"'", max_size=20))
def test_no_mark_of_the_converter_is_left(typed: str) -> None:
    html = block(typed, lambda _: None)
    assert not re.search("[\x00-\x08\x0b-\x1f]|wzxhzdk|klzzwxh", html)
    assert not set(re.findall("<([a-z]+)", html)) - prose.TAGS


@pytest.mark.parametrize("typed", ["---", "***", "___"])
def test_a_line_between_paragraphs_is_text(typed: str) -> None:
    assert block(f"نص\n\n{typed}\n\nنص", CITED.get) == f"<p>نص</p>\n<p>{typed}</p>\n<p>نص</p>"


def test_subheads_are_numbered_in_their_order() -> None:
    made = prose.narrative("## أول\n\nنص\n\n## ثان\n\nنص\n\n## ثالث\n\nنص", CITED.get)
    assert re.findall(r'id="h-(\d+)"', made) == ["1", "2", "3"]
