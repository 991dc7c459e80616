"""Events, sources and figures as CSV tables, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.prose_links import without
from explainer.site.output import File
from explainer.site.views.publication import Publication

EVENT_COLUMNS = (
    "id", "date", "earliest", "latest", "title", "summary", "sections", "kind", "importance",
    "status", "basis", "said_by", "denied_by", "actors", "places", "reports",
    "independent_sources",
)  # fmt: skip
SOURCE_COLUMNS = (
    "event", "publisher", "type", "country", "title", "url", "date", "lang", "via", "archived",
)  # fmt: skip
FIGURE_COLUMNS = (
    "figure", "title", "unit", "measure", "as_of", "for", "low", "best", "high", "qualifier",
    "said_by", "status", "denied_by", "event", "preferred",
)  # fmt: skip


CHANGE_COLUMNS = ("id", "date", "type", "event", "figure", "page", "was", "now", "why")


def files(publication: Publication) -> Iterator[File]:
    """Make data/events.csv, sources.csv, figures.csv and changes.csv."""
    library = publication.library
    yield table("data/events.csv", EVENT_COLUMNS, _events(library))
    yield table("data/sources.csv", SOURCE_COLUMNS, _sources(library))
    yield table("data/figures.csv", FIGURE_COLUMNS, _figures(library))
    yield table("data/changes.csv", CHANGE_COLUMNS, _changes(publication))


def table(path: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> File:
    """Write a table that spreadsheets read rightly: UTF-8 with its mark, and no formulas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return File(path, text.getvalue().encode("utf-8-sig"))


def _safe(cell: object) -> str:
    """Write a cell; a text that a spreadsheet would run as a formula gets a quote before it."""
    text = "" if cell is None else str(cell)
    is_formula = isinstance(cell, str) and len(text) > 1 and text[0] in "=+-@\t\r"
    return f"'{text}" if is_formula else text


def _events(library: Library) -> Iterator[tuple[object, ...]]:
    for event_id, event in library.live.items():
        sources = evidence.all_sources(event)
        summary = without(event.summary, library.unpublished)
        yield (
            event_id, event.date.text, event.when.earliest, event.when.latest, event.title,
            " ".join(summary.split()), " ".join(event.sections), event.kind,
            event.importance, event.status, event.basis, " ".join(event.said_by),
            " ".join(library.denials.who_denies(event_id)), " ".join(event.actors),
            " ".join(event.places), len(sources),
            len(evidence.independent(evidence.of_event(event, library.sides))),
        )  # fmt: skip


def _sources(library: Library) -> Iterator[tuple[object, ...]]:
    for event_id, event in library.live.items():
        for source in evidence.all_sources(event):
            publisher = library.publishers[source.publisher]
            yield (
                event_id, source.publisher, publisher.type, publisher.country, source.title,
                source.url, source.date.text if source.date else None, source.lang, source.via,
                source.archived,
            )  # fmt: skip


def _figures(library: Library) -> Iterator[tuple[object, ...]]:
    for figure_id, figure in library.figures.items():
        for value in figure.values:
            numbers = (value.low, value.best, value.high)
            is_preferred = figure.preferred is not None and figure.preferred.value in numbers
            yield (
                figure_id, figure.title, figure.unit, figure.measure, value.as_of.text,
                value.for_.text if value.for_ else None, *numbers, value.qualifier,
                " ".join(value.said_by), value.status,
                " ".join(library.denials.who_denies(value.event, value.said_by)), value.event,
                "yes" if is_preferred else None,
            )  # fmt: skip


def _changes(publication: Publication) -> Iterator[tuple[object, ...]]:
    """List what was changed; of what was withdrawn only why."""
    plain = publication.words.plain
    for made in publication.changes:
        change = made.change
        texts = (None, None) if made.is_of_withdrawn else (change.was, change.now)
        yield (
            made.id, change.date.text, change.type, change.event, change.figure, change.page,
            *(plain(text) for text in (*texts, change.why)),
        )  # fmt: skip
