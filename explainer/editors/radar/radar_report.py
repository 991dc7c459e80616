"""Findings for a terminal, as JSON, or as Markdown tables for a proposed change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Literal

from explainer.arabic.counts import NOUNS, count
from explainer.editors.radar.finding import Finding

ReportFormat = Literal["text", "json", "markdown"]

NOTHING = "لا شيء يحتاج إلى نظرة ثانية."

RULE_TITLES: Mapping[str, str] = {
    "key-event": "أحداث محورية ليس لها مصدران مستقلان",
    "overdue": "أحداث فات موعد مراجعتها",
    "far-apart": "أرقام تتباعد أحدث قيمها",
    "one-sided": "أحداث مصادرها من جهة واحدة",
    "single-source": "أقوال ليس لها مصدران مستقلان",
    "empty": "أقسام بلا أحداث",
    "nameless": "جهات وأماكن بلا اسم لاتيني ولا صيغة أخرى",
    "no-archive": "أحداث مصادرها بلا نسخة محفوظة",
}
"""What each rule finds, the gravest first."""

FOLD = 10
"""A group of more findings than so many is folded, so that it does not bury the others."""


def grouped(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Group findings by rule, the gravest first, each group in the order given."""
    groups: dict[str, list[Finding]] = {rule: [] for rule in RULE_TITLES}
    for finding in findings:
        groups[finding.rule].append(finding)
    return {rule: found for rule, found in groups.items() if found}


def _text(findings: list[Finding]) -> str:
    """Write a line a finding, the gravest first, and at the end a table of how many there are."""
    groups = grouped(findings)
    lines = [
        f"{f.file}:{f.line}: {f.record}: {f.what}؛ {f.todo} [{f.rule}]"
        for found in groups.values()
        for f in found
    ]
    table = [f"{len(found):>5}  {rule:<13}  {RULE_TITLES[rule]}" for rule, found in groups.items()]
    return "\n".join([*lines, "", *table]) if lines else NOTHING


def _json(findings: list[Finding]) -> str:
    return json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=1)


def _markdown(findings: list[Finding]) -> str:
    """Write a table a rule; ids and files are code, so that nothing typed becomes markup."""
    return "\n\n".join(_table(*each) for each in grouped(findings).items()) or NOTHING


def _table(rule: str, findings: list[Finding]) -> str:
    rows = [
        f"| `{_cell(f.file)}:{f.line}` | `{_cell(f.record)}` | {_cell(f.what)} | {_cell(f.todo)} |"
        for f in findings
    ]
    head = ["| الموضع | السجل | ما وُجد | ما العمل |", "|---|---|---|---|"]
    table = "\n".join([*head, *rows])
    title = f"{RULE_TITLES[rule]}: {count(len(findings), NOUNS['note'])}"
    if len(findings) <= FOLD:
        return f"**{title}**\n\n{table}"
    return f"<details><summary>{title}</summary>\n\n{table}\n\n</details>"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'").replace("\n", " ")


REPORT_FORMATS: Mapping[ReportFormat, Callable[[list[Finding]], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""The shape of the report, by name."""
