"""Findings for a terminal, as JSON, or as Markdown tables for a proposed change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Literal

from explainer.arabic.counts import NOUNS, count
from explainer.editors.radar.finding import Finding
from explainer.messages import Message, MessageLanguage, say

ReportFormat = Literal["text", "json", "markdown"]

RULE_TITLES: Mapping[str, Message] = {
    rule: say(f"radar.{rule}")
    for rule in (
        "key-event", "overdue", "far-apart", "one-sided", "single-source", "empty", "nameless",
        "no-archive",
    )
}  # fmt: skip
"""What each rule finds, the gravest first."""

FOLD = 10
"""A group of more findings than so many is folded, so that it does not bury the others."""


def grouped(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Group findings by rule, the gravest first, each group in the order given."""
    groups: dict[str, list[Finding]] = {rule: [] for rule in RULE_TITLES}
    for finding in findings:
        groups[finding.rule].append(finding)
    return {rule: found for rule, found in groups.items() if found}


def _in(message: Message, language: MessageLanguage) -> str:
    return str(getattr(message, language))


def _text(findings: list[Finding], language: MessageLanguage) -> str:
    """Write a line a finding, the gravest first, and at the end a table of how many there are."""
    groups = grouped(findings)
    comma = "؛" if language == "ar" else ";"
    lines = [
        f"{f.file}:{f.line}: {f.record}: {_in(f.what, language)}{comma} {_in(f.todo, language)}"
        f" [{f.rule}]"
        for found in groups.values()
        for f in found
    ]
    table = [
        f"{len(found):>5}  {rule:<13}  {_in(RULE_TITLES[rule], language)}"
        for rule, found in groups.items()
    ]
    return "\n".join([*lines, "", *table]) if lines else _in(say("radar.nothing"), language)


def _json(findings: list[Finding], language: MessageLanguage) -> str:
    rows = [
        {**asdict(each), "what": _in(each.what, language), "todo": _in(each.todo, language)}
        for each in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _markdown(findings: list[Finding], language: MessageLanguage) -> str:
    """Write a table a rule; ids and files are code, so that nothing typed becomes markup."""
    tables = [_table(*each, language) for each in grouped(findings).items()]
    return "\n\n".join(tables) or _in(say("radar.nothing"), language)


def _table(rule: str, findings: list[Finding], language: MessageLanguage) -> str:
    rows = [
        f"| `{_cell(f.file)}:{f.line}` | `{_cell(f.record)}` | {_cell(_in(f.what, language))}"
        f" | {_cell(_in(f.todo, language))} |"
        for f in findings
    ]
    names = [_in(say(f"radar.{each}"), language) for each in ("place", "record", "what", "todo")]
    table = "\n".join([f"| {' | '.join(names)} |", "|---|---|---|---|", *rows])
    number = Message("", str(len(findings)), count(len(findings), NOUNS["note"]))
    title = f"{_in(RULE_TITLES[rule], language)}: {_in(number, language)}"
    if len(findings) <= FOLD:
        return f"**{title}**\n\n{table}"
    return f"<details><summary>{title}</summary>\n\n{table}\n\n</details>"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'").replace("\n", " ")


REPORT_FORMATS: Mapping[ReportFormat, Callable[[list[Finding], MessageLanguage], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
"""The shape of the report, by name."""
