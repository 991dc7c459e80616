"""The queries of bench/queries.yml and what they should find, for the bench and for a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from explainer.content.library import Library
from explainer.content.model import Event
from tests.conftest import ROOT

PAGES = {
    "e": "events/{}/", "a": "actors/{}/", "f": "figures/{}/", "s": "{}/",
    "p": "places/#{}", "g": "glossary/#{}", "u": "sources/#{}",
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


def queries(library: Library) -> list[Query]:
    """Read every query."""
    data = yaml.safe_load((ROOT / "bench/queries.yml").read_text("utf-8"))
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


ASK = """
async ([base, texts]) => {
  const { open } = await import(`${base}/assets/scripts/finder.js`);
  const engine = await open(`${base}/search/`);
  const tops = [];
  for (const text of texts) {
    const { hits } = await engine.find(text);
    const shown = await Promise.all(hits.slice(0, 3).map(({ number }) => engine.show(number)));
    tops.push(shown.map(({ href }) => href));
  }
  return tops;
}
"""
"""What a page runs to ask our search: the first three addresses for each of the texts."""
