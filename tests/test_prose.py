"""Prose as editors write it: where its first sentence ends."""

from __future__ import annotations

import pytest

from explainer.content.prose import sentences


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
