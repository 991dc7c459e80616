"""The tables and the data to download: what leaves the site for other programs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from explainer.content.library import Library
from explainer.site.exports import csv_tables
from explainer.site.views.publication import Publication

FORMULAS = (
    "=HYPERLINK(\"https://example.org\")", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1",
)  # fmt: skip


def _rows(library: Library, name: str) -> list[dict[str, str]]:
    (table,) = (
        file for file in csv_tables.files(Publication(library)) if file.path == f"data/{name}.csv"
    )
    return list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_is_run_as_a_formula(formula: str, library: Library) -> None:
    """The titles of sources are other people's words."""
    event_id, event = next((i, e) for i, e in library.live.items() if e.sources)
    source = event.sources[0].model_copy(update={"title": formula})
    changed = event.model_copy(update={"title": formula, "sources": (source,)})
    told = replace(library, events={**library.events, event_id: changed})
    titles = {row["title"] for row in _rows(told, "events")}
    titles |= {row["title"] for row in _rows(told, "sources")}
    assert f"'{formula}" in titles
    assert formula not in titles


def test_what_is_no_formula_stays_as_it_is(library: Library) -> None:
    title = "1 = 1 - @"
    event_id, event = next((i, e) for i, e in library.live.items() if e.sources)
    changed = event.model_copy(update={"title": title})
    told = replace(library, events={**library.events, event_id: changed})
    assert title in {row["title"] for row in _rows(told, "events")}


def test_a_number_below_nothing_stays_a_number(library: Library) -> None:
    figure_id, figure = next(iter(library.figures.items()))
    value = figure.values[0].model_copy(update={"low": Decimal(-5), "best": None})
    changed = figure.model_copy(update={"values": (value,)})
    told = replace(library, figures={**library.figures, figure_id: changed})
    assert "-5" in {row["low"] for row in _rows(told, "figures")}
