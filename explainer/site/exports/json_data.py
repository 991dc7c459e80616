"""All of the published content as one JSON file, in the fields of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.model import Record
from explainer.content.prose_links import without
from explainer.site.output import File
from explainer.site.views.made_changes import MadeChange
from explainer.site.views.publication import Publication


def files(publication: Publication) -> Iterator[File]:
    """Make data/explainer.json."""
    library = publication.library
    data = {
        "site": _plain(library.site),
        "sections": _plain_records(library.sections),
        "events": _events(library),
        "actors": _plain_records(library.actors),
        "places": _plain_records(library.places),
        "publishers": _plain_records(library.publishers),
        "figures": _plain_records(library.figures),
        "glossary": _plain_records(library.glossary),
        "changes": [_change(made) for made in publication.changes],
    }
    text = json.dumps(_published(data, library), ensure_ascii=False, indent=1)
    yield File("data/explainer.json", text.encode() + b"\n")


def _change(made: MadeChange) -> dict[str, Any]:
    """Give a change under its id; of what was withdrawn only why it was."""
    fields = _plain(made.change)
    hidden = {"was", "now"} if made.is_of_withdrawn else set()
    return {"id": made.id, **{name: fields[name] for name in fields if name not in hidden}}


def _events(library: Library) -> dict[str, Any]:
    events = _plain_records(library.live)
    for event_id, fields in events.items():
        when = library.live[event_id].when
        fields["earliest"] = when.earliest.isoformat() if when.earliest else None
        fields["latest"] = when.latest.isoformat() if when.latest else None
        fields["denied_by"] = list(library.denials.who_denies(event_id))
        fields["independent_sources"] = len(
            evidence.independent(evidence.of_event(library.live[event_id], library.sides))
        )
    return events


def _published(data: Any, library: Library) -> Any:
    """Drop references to events that are not listed: an id of a draft is a leak too."""
    if isinstance(data, Mapping):
        return {key: _published(value, library) for key, value in data.items()}
    if isinstance(data, list):
        kept = [item for item in data if not _hidden(item, library)]
        return [_published(item, library) for item in kept]
    if isinstance(data, str):
        return without(data, library.unpublished)
    return data


def _hidden(item: Any, library: Library) -> bool:
    target = item.get("event") if isinstance(item, Mapping) else item
    return isinstance(target, str) and target in library.unpublished


def _plain_records(records: Mapping[str, Record]) -> dict[str, Any]:
    return {record_id: _plain(record) for record_id, record in records.items()}


def _plain(record: Record) -> dict[str, Any]:
    """Give a record as it is published: without defaults, and without what only editors need."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"house"})
