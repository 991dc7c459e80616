"""Queries and what they should find: of tests/cases for the tests, of bench/ for the bench."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from explainer.content.library import Library
from explainer.content.model import Event

PAGES = {
    "e": "events/{}/", "a": "actors/{}/", "f": "figures/{}/", "s": "{}/",
    "p": "places/#{}", "g": "glossary/#{}", "u": "sources/#{}", "q": "questions/#{}",
}  # fmt: skip


@dataclass(frozen=True)
class Query:
    """A query, its class, and the addresses one of which it should find; none: nothing."""

    text: str
    group: str
    wanted: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Score:
    """How well a search did."""

    found: float
    """The share of queries with a right result among the first three."""
    rank: float
    """The mean of 1/rank of the first right one among the first three."""
    false: float
    """The share of queries without an answer that got one."""


def queries(library: Library, path: Path) -> list[Query]:
    """Read every query of a file."""
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    every = [
        Query(each["q"], group, _wanted(each, library), held_out=n % 3 == 2)
        for group, listed in data["find"].items()
        for n, each in enumerate(listed)
    ]
    return every + [
        Query(text, "nothing", frozenset(), held_out=n % 3 == 2)
        for n, text in enumerate(data["nothing"])
    ]


def _wanted(query: dict[str, Any], library: Library) -> frozenset[str]:
    named = {PAGES[each[0]].format(each[2:]) for each in query.get("want", ())}
    fitting = {f"events/{i}/" for i, event in library.live.items() if _fits(event, query)}
    return frozenset(named | fitting)


def _fits(event: Event, query: dict[str, Any]) -> bool:
    first, last = event.when.earliest, event.when.latest
    if not first or not last:
        return False
    months = {f"{day:%Y-%m}" for day in (first, last)}
    return (
        first.year == query.get("year")
        or months == {query.get("month")}
        or query.get("section") in event.sections
    )


def lost(asked: Sequence[Query], there: Collection[str]) -> list[str]:
    """List the queries that want a page that is not there, or none though they should."""
    return [
        query.text
        for query in asked
        if not query.wanted <= set(there) or bool(query.wanted) == (query.group == "nothing")
    ]


def score(asked: Sequence[Query], tops: Sequence[Sequence[str]]) -> Score:
    """Compare what was found, the first three addresses a query, with what was wanted."""
    ranks = []
    false = []
    for query, top in zip(asked, tops, strict=True):
        if query.group == "nothing":
            false.append(bool(top))
            continue
        right = [n for n, href in enumerate(top[:3], 1) if href in query.wanted]
        ranks.append(1 / right[0] if right else 0.0)
    return Score(
        sum(rank > 0 for rank in ranks) / max(1, len(ranks)),
        sum(ranks) / max(1, len(ranks)),
        sum(false) / max(1, len(false)),
    )


def tops(asked: Sequence[Query], given: Sequence[dict[str, Any]]) -> list[list[str]]:
    """List the first addresses for each query.

    What is offered as no more than a part of what was asked, with the words that are in none of it,
    is no false answer where there is none.
    """
    return [
        [] if each["partly"] and query.group == "nothing" else each["top"]
        for query, each in zip(asked, given, strict=True)
    ]


ASK = """
async ([base, texts]) => {
  const { open } = await import(`${base}/assets/scripts/finder.js`);
  const engine = await open(`${base}/search/`);
  const tops = [];
  for (const text of texts) {
    const { hits, partly } = await engine.find(text);
    const shown = await Promise.all(hits.slice(0, 3).map(({ number }) => engine.show(number)));
    tops.push({ partly, top: shown.map(({ href }) => href) });
  }
  return tops;
}
"""
"""What a page runs to ask our search: the first three addresses for each text, and whether they are
offered as no more than a part of what was asked."""
