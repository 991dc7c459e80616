"""What every drawing shares: how a label and a coordinate are written."""

from __future__ import annotations


def isolated(words: str) -> str:
    """Give a label its own right-to-left base, since the root runs left to right."""
    return words if words.isdigit() else f"\u2067{words}\u2069"


def num(value: float) -> str:
    """Write a coordinate shortly, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
