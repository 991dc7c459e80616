"""A part of a page that comes again is rendered once, and never taken for another."""

from __future__ import annotations

import re

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from explainer.site.kept_parts import KEPT_PARTS, keeping_context
from tests.conftest import ROOT

PARTS = "{% macro link(text, b='') %}{{ seen() or '' }}[{{ text }}{{ b }}]{% endmacro %}"


def _rendered(text: str, **given: object) -> tuple[str, int]:
    """Render a page that uses a part; returns it and how often the part was rendered."""
    times: list[None] = []
    env = Environment(loader=DictLoader({"p": PARTS, "t": "{% import 'p' as x %}" + text}))  # noqa: S701
    env.autoescape = True
    env.context_class = keeping_context()
    env.globals["seen"] = lambda: times.append(None)
    return env.get_template("t").render(given), len(times)


@pytest.mark.parametrize(
    ("text", "given", "shown", "times"),
    [
        ("{{ x.link('a') }}{{ x.link('a') }}", {}, "[a][a]", 1),
        ("{{ x.link('a') }}{{ x.link('b') }}", {}, "[a][b]", 2),
        ("{{ x.link('a', 'b') }}{{ x.link('a', b='c') }}{{ x.link('a') }}", {}, "[ab][ac][a]", 3),
        ("{% for e in [1, 1] %}{{ x.link('a') }}{% endfor %}", {}, "[a][a]", 1),
        ("{{ x.link(a) }}{{ x.link(b) }}", {"a": "<", "b": Markup("<")}, "[&lt;][<]", 2),
        ("{{ x.link(a) }}{{ x.link(b) }}", {"a": 1, "b": True}, "[1][True]", 2),
        ("{{ x.link(a) }}{{ x.link(a) }}", {"a": ["z"]}, "[[&#39;z&#39;]][[&#39;z&#39;]]", 1),
        ("{{ x.link(a) }}{{ x.link(a) }}", {"a": {1: 2}}, "[{1: 2}][{1: 2}]", 2),
    ],
)  # fmt: skip
def test_a_part_is_rendered_once(
    text: str, given: dict[str, object], shown: str, times: int
) -> None:
    assert _rendered(text, **given) == (shown, times)


def test_each_is_one_macro_that_hangs_on_nothing_else() -> None:
    texts = {path: path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html")}
    for name in KEPT_PARTS:
        found = [
            body
            for text in texts.values()
            for body in re.findall(rf"macro {name}\((.*?)endmacro", text, re.DOTALL)
        ]
        assert len(found) == 1, name
        assert not re.search(r"\bgloss\b|\bpage\b|\bcaller\b|\bcycler\b", found[0]), name
