"""What is new, by date: events by when they happened, and what was changed after publication."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from explainer.arabic import date_words, vocabulary
from explainer.content.library import Library
from explainer.content.model import Change
from explainer.site import addresses
from explainer.site.views.publication import Publication
from explainer.site.views.wording import DateWords, Link, Wording


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: its day (Wording.day), what it is, and where it leads."""

    day: str
    when: DateWords
    kind: str
    target: Link


def latest(publication: Publication) -> list[News]:
    """List all events and changes that have a day, newest first."""
    library, words = publication.library, publication.words
    found = [
        News(card.day, card.when, card.kind, Link(card.title, card.href))
        for card in words.cards(reversed(list(library.live)))
    ]
    found += [
        News(
            words.day(change.date),
            words.when(change.date),
            vocabulary.CHANGE_TYPE[change.type],
            target(change, library),
        )
        for change in published(library)
    ]
    return sorted((news for news in found if news.day), key=lambda news: news.day, reverse=True)


def box(publication: Publication, most: int) -> dict[str, object]:
    """Give what a list of news since a day is made of: its items, its words, the other days."""
    words = publication.words
    news = latest(publication)
    return {
        "items": news[:most],
        "days": " ".join(each.day for each in news[most:]),
        "forms": words.forms("update"),
        "digits": words.style.digits,
        "months": words.months(),
    }


def by_month(news: list[News], words: Wording) -> list[tuple[str, list[News]]]:
    """Group news by month, keeping their order."""
    return [
        (date_words.month_label(int(month[:4]), int(month[5:]), words.style), list(group))
        for month, group in groupby(news, key=lambda each: each.day[:7])
    ]


def published(library: Library) -> list[Change]:
    """List the changes of what readers can see, as the library has them."""
    return [change for change in library.changes if change.event not in library.unpublished]


def told(change: Change, words: Wording) -> dict[str, object]:
    """Put a change into words, but for what was changed."""
    return {
        "when": words.when(change.date),
        "type": vocabulary.CHANGE_TYPE[change.type],
        "code": change.type,
        "was": words.inline(change.was),
        "now": words.inline(change.now),
        "why": words.inline(change.why),
    }


def target(change: Change, library: Library) -> Link:
    """Link to what was changed."""
    if change.event and change.event in library.events:
        event = library.events[change.event]
        title = "حدث سُحب" if event.publish == "withdrawn" else event.title
        return Link(title, addresses.event(change.event))
    if change.figure:
        return Link(library.figures[change.figure].title, addresses.figure(change.figure))
    return _page(change.page or "", library)


def _page(name: str, library: Library) -> Link:
    """Link to a page by its address without slashes: index, a section's id; else as it is typed."""
    if name == "index":
        return Link(library.site.title, addresses.HOME)
    if name in library.sections:
        return Link(library.sections[name].title, addresses.section(name))
    return Link(name)
