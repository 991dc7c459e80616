"""Findings as lines for a terminal, as JSON, or as a Markdown table for a proposed change."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Literal

from explainer.radar.finding import Finding

Form = Literal["text", "json", "markdown"]

NOTHING = "لا شيء يحتاج إلى نظر."


def _text(findings: list[Finding]) -> str:
    lines = [f"{f.file}:{f.line}: {f.record}: {f.what}؛ {f.todo} [{f.rule}]" for f in findings]
    return "\n".join(lines) or NOTHING


def _json(findings: list[Finding]) -> str:
    return json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=1)


def _markdown(findings: list[Finding]) -> str:
    """Write a table; ids and files are code, so that nothing typed becomes markup."""
    rows = [
        f"| `{_cell(f.file)}:{f.line}` | `{_cell(f.record)}` | {_cell(f.what)} | {_cell(f.todo)} |"
        for f in findings
    ]
    head = ["| الموضع | السجل | ما وُجد | ما العمل |", "|---|---|---|---|"]
    return "\n".join([*head, *rows]) if rows else NOTHING


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'").replace("\n", " ")


FORMS: Mapping[Form, Callable[[list[Finding]], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""The shape of the report, by name."""
