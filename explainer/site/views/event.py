"""An event's page: what happened, who says what, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.model import Change, Event
from explainer.site import addresses
from explainer.site.views import atlas, evidence_words, news
from explainer.site.views.around import EventNeighbours
from explainer.site.views.citations import panel_of
from explainer.site.views.ledger import ledger
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import WITHDRAWN_TITLE, Wording


def pages(publication: Publication) -> Iterator[PageView]:
    """Make a page an event; a withdrawn one keeps its address and says so."""
    library, words = publication.library, publication.words
    around = EventNeighbours(publication)
    where = atlas.EventMaps(publication)
    changes = _changes_of(library)
    for event_id, event in library.events.items():
        changed = changes.get(event_id, [])
        if event.publish == "withdrawn":
            yield _withdrawn(event_id, event, words, changed)
        else:
            yield _event(event_id, publication, around, where, changed)


def _withdrawn(event_id: str, event: Event, words: Wording, changes: list[Change]) -> PageView:
    return PageView(
        kind="withdrawn",
        address=addresses.event(event_id),
        record=("event", event_id),
        title=WITHDRAWN_TITLE,
        description="سُحب هذا الحدث من الملف.",
        data={
            "when": words.when(event.when),
            "changes": [news.told(each, words) for each in changes],
        },
    )


def _event(
    event_id: str,
    publication: Publication,
    around: EventNeighbours,
    where: atlas.EventMaps,
    changes: list[Change],
) -> PageView:
    words, figures = publication.words, publication.figures
    library = words.library
    event = library.events[event_id]
    sources = evidence.all_sources(event)
    changed = [news.told(each, words) for each in changes]
    witnesses = evidence.of_event(event, library.sides)
    return PageView(
        kind="event",
        address=addresses.event(event_id),
        record=("event", event_id),
        title=event.title,
        description=words.description(event.summary),
        data={
            "card": words.card(event_id),
            "waits": words.waits(event_id)[1],
            "why": evidence_words.why_confirmed(event_id, words),
            "doubt": evidence_words.why_doubtful(event_id, words),
            "speakers": words.attributed(event.said_by),
            "body": words.block(event.body),
            "ledger": ledger(event_id, words),
            "figures": figures.cards(event.figures),
            "sources": words.sources(sources),
            "witnesses": evidence_words.witnesses(witnesses, words),
            "origins": evidence_words.notes(witnesses, sources, words),
            "actors": words.actors(event.actors),
            "places": [words.place(place) for place in dict.fromkeys(event.places)],
            "map": where.of(event),
            "around": around.sides(event_id),
            "changes": changed,
            "cite": panel_of(publication, "event", event_id),
        },
    )


def _changes_of(library: Library) -> dict[str, list[Change]]:
    """Group changes by event, the newest first."""
    found: dict[str, list[Change]] = {}
    for change in library.changes:
        if change.event:
            found.setdefault(change.event, []).append(change)
    return found
