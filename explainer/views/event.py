"""An event's page: what happened, who says what, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer import evidence
from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.model import Event
from explainer.views.page import PageView
from explainer.views.wording import Card, Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make a page an event; a withdrawn one keeps its address and says so."""
    order = list(library.live)
    neighbours = {event_id: index for index, event_id in enumerate(order)}
    for event_id, event in library.events.items():
        if event.publish == "withdrawn":
            yield _withdrawn(event_id, event, words, library)
        else:
            index = neighbours[event_id]
            before = order[index - 1 : index] if index else []
            yield _event(event_id, event, words, library, (before, order[index + 1 : index + 2]))


def _withdrawn(event_id: str, event: Event, words: Wording, library: Library) -> PageView:
    return PageView(
        kind="withdrawn",
        path=f"events/{event_id}.md",
        title="حدث سُحب",
        description="سُحب هذا الحدث من الملف.",
        data={"when": words.when(event.when), "changes": _changes(event_id, words, library)},
    )


def _event(
    event_id: str,
    event: Event,
    words: Wording,
    library: Library,
    neighbours: tuple[Sequence[str], Sequence[str]],
) -> PageView:
    sources = evidence.all_sources(event)
    before, after = neighbours
    return PageView(
        kind="event",
        path=f"events/{event_id}.md",
        title=event.title,
        description=words.description(event.summary),
        data={
            "card": words.card(event_id),
            "body": words.block(event.body),
            "claims": [words.claim(claim) for claim in event.claims],
            "speakers": words.actors(event.said_by),
            "sources": words.sources(sources),
            "witnesses": words.witnesses(sources),
            "origins": len(evidence.independent(sources)),
            "shared": len(sources) > len(evidence.independent(sources)),
            "actors": words.actors(event.actors),
            "places": [words.place(place) for place in event.places],
            "figures": [words.figure(figure) for figure in event.figures],
            "related": _related(event_id, event, words, library),
            "before": words.cards(before),
            "after": words.cards(after),
            "changes": _changes(event_id, words, library),
            "site_title": library.site.title,
        },
        search=_search(event, words, library),
    )


def _search(event: Event, words: Wording, library: Library) -> str:
    """Give the words that the event is found by: its texts and the names in it."""
    texts = [event.summary, event.body, *(claim.text for claim in event.claims)]
    names = [library.actors[actor].name for actor in event.actors]
    names += [library.places[place].name for place in event.places]
    spelt = [name.ar for name in names] + [name.en for name in names if name.en]
    return " ".join([*(words.plain(text) for text in texts if text), *spelt])


def _related(
    event_id: str, event: Event, words: Wording, library: Library
) -> list[tuple[str, Card]]:
    """List what this event points to, then what points to it."""
    forward = [(vocabulary.RELATION[r.as_], r.event) for r in event.related]
    reverse = [
        (vocabulary.RELATION_REVERSED[relation], other)
        for other, relation in library.reverse_related.get(event_id, [])
    ]
    return [(word, words.card(i)) for word, i in (*forward, *reverse) if i in library.live]


def _changes(event_id: str, words: Wording, library: Library) -> list[dict[str, object]]:
    return [
        {
            "when": words.when(change.date),
            "type": vocabulary.CHANGE_TYPE[change.type],
            "was": words.inline(change.was),
            "now": words.inline(change.now),
            "why": words.inline(change.why),
        }
        for change in library.changes
        if change.event == event_id
    ]
