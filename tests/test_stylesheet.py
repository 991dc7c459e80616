"""The one stylesheet: nothing of its rules is lost, and no rule shouts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2

from explainer.content.glyphs import GLYPH_RANGES, without_glyph
from explainer.site import stylesheet
from explainer.site.typeface import WEIGHTS, faces, font
from tests.conftest import ROOT

STYLES = [
    p for name in ("styles", "versions") for p in sorted((ROOT / "templates" / name).glob("*.css"))
]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a  {  color : red ; }", "a { color : red ; }"),
        ("/* why */ a{b:c}/* no */", "a{b:c}"),
        ("@layer x {\n  /* in */\n  a > b { c: d }\n}", "@layer x { a > b { c: d } }"),
        ('a::before{content:"  ،  "}', 'a::before{content:"  ،  "}'),
        ("a{width:calc(1px  +  2px)}", "a{width:calc(1px + 2px)}"),
    ],
)
def test_compact(typed: str, written: str) -> None:
    assert re.sub(r" +(?=[^\"]*$)", " ", stylesheet.compact(typed, "x.css")) == written


def test_a_broken_style_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "bad.css").write_text("a { b: c }\n\n}\n", "utf-8")
    with pytest.raises(stylesheet.StylesheetError, match=r"bad\.css:3: "):
        stylesheet.file(tmp_path)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_rules_stand_in_layers_and_do_not_shout(path: Path) -> None:
    css = path.read_text("utf-8")
    assert "!important" not in css
    assert css.count("{") == css.count("}"), "a browser closes what a cut file leaves open"
    assert not re.search(r"\b(margin|padding|border)-(left|right|top|bottom)\b|float:", css)
    assert not re.search(r"letter-spacing: *(?!0|normal)|font-style: *italic", css)
    layers = stylesheet.LAYER_ORDER.removeprefix("@layer ").rstrip(";").split(",")
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        is_layer = rule.type == "at-rule" and rule.lower_at_keyword == "layer"
        assert is_layer, f"line {rule.source_line}: outside a layer"
        assert tinycss2.serialize(rule.prelude).strip() in layers


def test_the_typeface_says_which_letters_its_files_have() -> None:
    """The browser asks for a file by its range: what is in no range is never shown by it."""
    css = stylesheet.file(STYLES[0].parent, faces()).content.decode()
    rules = re.findall(r"@font-face{([^}]*)}", css)
    assert len(rules) == len(WEIGHTS) * len(GLYPH_RANGES)
    for face in rules:
        ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
        codes = {c for a, b in ranges for c in range(int(a, 16), int(b or a, 16) + 1)}
        part = re.findall(r"fonts/([a-z]+)-", face)[0]
        own = {c for a, b in GLYPH_RANGES[part] for c in range(a, b + 1)}
        assert codes == (own if part != "text" else set())


def test_the_typeface_has_a_glyph_for_all_that_content_may_hold() -> None:
    """Known to `check` without opening the font; no letter is in two files."""
    codes = [c for each in GLYPH_RANGES.values() for a, b in each for c in range(a, b + 1)]
    assert len(codes) == len(set(codes))
    for weight in WEIGHTS:
        assert set(codes) <= set(font(weight).getBestCmap())


def test_the_typeface_has_the_letters_and_signs_that_newsrooms_need() -> None:
    """Persian, Kurdish, Urdu, Pashto and common signs."""
    wanted = "پچژگکیڤئ ەێۆڕڵھ ٹڈڑںہےۓۃ ټډړږښڼۍې ۰۱۲۳۴۵۶۷۸۹ →←↔±×÷°%‰€£₽₩₺₪…•–—№™©®½¼²₂≈≤≥≠−٪"
    assert without_glyph().findall(wanted) == []


def test_every_class_that_is_styled_is_used() -> None:
    """But for those that templates write together: x-hue-1, x-who-1, x-status--claimed."""
    styled = {name for path in STYLES for name in _classes(path.read_text("utf-8"))}
    places = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "explainer").rglob("*.py")]
    places += [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs/assets/scripts").glob("*.js")]
    used = "\n".join(path.read_text("utf-8") for path in places)
    unused = {n for n in styled if n not in used and not re.search(r"(--|hue-|who-)[a-z0-9_]+$", n)}
    assert not unused


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9_-]+)", re.sub(r'url\([^)]*\)|"[^"]*"', "", css)))
