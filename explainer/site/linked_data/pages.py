"""What each kind of page is: an article on an event, a list, a data set, questions and answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from explainer.site import addresses
from explainer.site.addresses import HOME
from explainer.site.linked_data import records
from explainer.site.linked_data.nodes import (
    Node,
    correction,
    corrections_of,
    node,
    publisher,
)
from explainer.site.views.corrections import corrections
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

DATA_FILES = {
    "explainer.json": "application/json",
    "events.csv": "text/csv",
    "sources.csv": "text/csv",
    "figures.csv": "text/csv",
    "changes.csv": "text/csv",
}
CORRECTIONS_TOLD = 50
"""So many of the newest corrections are told on their page; the feed has all."""
PAGE_TYPES = {
    "actors": "CollectionPage",
    "changes": "CollectionPage",
    "disputed": "CollectionPage",
    "feeds": "CollectionPage",
    "figures": "CollectionPage",
    "glossary": "CollectionPage",
    "sources": "CollectionPage",
    "timeline": "CollectionPage",
}
"""Kinds of pages that are lists; any other that is not told of here is a web page."""

PageNodes = Callable[[PageView, Publication, str], Iterator[Node]]


def page_nodes(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    """Tell what a page is, and what it is about."""
    return _PAGES.get(view.kind, _any)(view, publication, changed)


def _basics(view: PageView, publication: Publication, changed: str) -> Node:
    """Give what is true of every page."""
    whole = {} if view.address == HOME else {"isPartOf": node("Article", id=HOME.whole)}
    return {
        "id": view.address.whole,
        "url": view.address.whole,
        "name": publication.title if view.address == HOME else view.title,
        "description": view.description,
        "inLanguage": "ar",
        "publisher": publisher(publication.library),
        "dateModified": changed,
        **whole,
    }


def _article(basics: Node) -> Node:
    """Turn what is true of a page into what is true of an article."""
    return {**basics, "headline": basics["name"], "name": None}


def _any(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    yield node(PAGE_TYPES.get(view.kind, "WebPage"), **_basics(view, publication, changed))


def _home(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    library = publication.library
    site = library.site
    editors = site.newsroom.editors if site.newsroom else ()
    yield node(
        "BackgroundNewsArticle",
        **_article(_basics(view, publication, changed)),
        temporalCoverage=_covered(publication),
        about=records.actors(site.parties, library),
        editor=[node("Person", name=name) for name in editors],
        correction=corrections_of(publication, "page", "index"),
    )


def _covered(publication: Publication) -> str | None:
    """Give the time from the first event to the day that the data reach, in EDTF."""
    library = publication.library
    first = next(iter(library.live.values()), None)
    start = first.when.earliest if first else None
    return f"{start.isoformat()}/{library.site.as_of.text}" if start else None


def _section(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    _, section_id = view.record or ("", "")
    yield node(
        "BackgroundNewsArticle",
        **_article(_basics(view, publication, changed)),
        correction=corrections_of(publication, "page", section_id),
    )


def _event(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    library, words = publication.library, publication.words
    _, event_id = view.record or ("", "")
    event = library.events[event_id]
    card = words.card(event_id)
    yield node(
        "BackgroundNewsArticle",
        **_article(_basics(view, publication, max(changed, card.changed))),
        datePublished=card.day if card.added else None,
        temporalCoverage=event.date.text,
        articleSection=[library.sections[i].title for i in event.sections],
        about=records.happened(event, words),
        mentions=records.said(event, words),
        citation=records.citations(event, library),
        correction=corrections_of(publication, "event", event_id),
    )


def _withdrawn(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    _, event_id = view.record or ("", "")
    changed = max(changed, publication.words.card(event_id).changed)
    yield node(
        "WebPage",
        **_basics(view, publication, changed),
        creativeWorkStatus="Withdrawn",
        correction=corrections_of(publication, "event", event_id),
    )


def _actor(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    _, actor_id = view.record or ("", "")
    found = publication.library.actors[actor_id]
    yield node(
        "ProfilePage",
        **_basics(view, publication, changed),
        mainEntity=records.actor(actor_id, found, publication.words),
    )


def _figure(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    _, figure_id = view.record or ("", "")
    yield node(
        "WebPage",
        **_basics(view, publication, changed),
        correction=corrections_of(publication, "figure", figure_id),
    )


def _places(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    places = publication.library.places.items()
    yield node(
        "CollectionPage",
        **_basics(view, publication, changed),
        mainEntity=node("ItemList", itemListElement=[records.place(i, p) for i, p in places]),
    )


def _corrections(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    told = corrections(publication)[:CORRECTIONS_TOLD]
    yield node(
        "CollectionPage",
        **_basics(view, publication, changed),
        hasPart=[correction(made, publication.words) for made in told],
    )


def _questions(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    words = publication.words
    yield node(
        "FAQPage",
        **_basics(view, publication, changed),
        mainEntity=[
            node(
                "Question",
                id=addresses.question(number).whole,
                name=asked.question,
                acceptedAnswer=node("Answer", text=words.plain(asked.answer)),
            )
            for number, asked in enumerate(publication.library.site.questions, 1)
        ],
    )


def _data(view: PageView, publication: Publication, changed: str) -> Iterator[Node]:
    site = publication.library.site
    yield node("WebPage", **_basics(view, publication, changed))
    yield node(
        "Dataset",
        id=f"{view.address.whole}#downloads",
        url=view.address.whole,
        name=publication.title,
        description=publication.words.plain(site.standfirst),
        inLanguage="ar",
        creator=publisher(publication.library),
        temporalCoverage=_covered(publication),
        license=f"{view.address.whole}#licence" if site.licence else None,
        isAccessibleForFree=True,
        distribution=[
            node("DataDownload", contentUrl=f"{view.address.whole}{name}", encodingFormat=kind)
            for name, kind in DATA_FILES.items()
        ],
    )


_PAGES: Mapping[str, PageNodes] = {
    "home": _home,
    "section": _section,
    "event": _event,
    "withdrawn": _withdrawn,
    "actor": _actor,
    "figure": _figure,
    "places": _places,
    "corrections": _corrections,
    "questions": _questions,
    "data": _data,
}
