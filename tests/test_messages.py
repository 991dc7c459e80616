"""The words for editors: whole in both languages, and none is left over."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from explainer.cli.measuring import BUILD_STAGES
from explainer.content.library import NAMED_KINDS
from explainer.dates import Edge
from explainer.messages import TABLE
from tests.conftest import ROOT

SOURCE = "\n".join(
    path.read_text("utf-8")
    for path in (ROOT / "explainer").rglob("*.py")
    if path.parent.name != "messages"
)
MADE_TOGETHER = {
    "radar.claim.one",
    "radar.claim.none",
    "radar.event.one",
    "radar.event.none",
    *(f"{edge}-{end}" for edge in Edge for end in ("start", "end")),
    *(f"no-{end}" for end in ("start", "end")),
    *(f"a-{kind}" for kind in NAMED_KINDS),
    *(f"stage.{name}" for name in BUILD_STAGES),
    "permission denied",
}
"""Names that no line of code has whole."""


@pytest.mark.parametrize("name", TABLE)
def test_no_words_are_left_over(name: str) -> None:
    kind, _, rest = name.partition(".")
    is_asked = kind in ("ask", "radar") and f'"{rest}"' in SOURCE
    named = re.search(rf"[\"'.]{re.escape(name)}[\"']", SOURCE)
    assert is_asked or named or name in MADE_TOGETHER


@pytest.mark.parametrize("name", TABLE)
def test_both_languages_ask_for_the_same_values(name: str) -> None:
    english, arabic = ({n for _, n, _, _ in Formatter().parse(t) if n} for t in TABLE[name])
    assert arabic <= english
    assert re.search("[ء-ي]", TABLE[name][1])
