"""What is new: events by the day on which they came, changes by theirs; on home by weight too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from explainer.arabic import date_words, vocabulary
from explainer.content import prose
from explainer.content.library import Library
from explainer.content.model import Change
from explainer.site import addresses
from explainer.site.views.publication import Publication
from explainer.site.views.wording import (
    WITHDRAWN_TITLE,
    Card,
    DateWords,
    Link,
    StatusWords,
    Wording,
)

LEAD_DAYS: Mapping[int, int] = {1: 60, 2: 30, 3: 0}
"""By so many days an event of this importance counts as newer than it is: two months later, a
detail stands before what nobody should have missed."""


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: the day by which it is new, what it is, and where it leads."""

    day: str
    when: DateWords
    kind: str
    target: Link
    importance: int = 3
    added: DateWords | None = None
    """The day of adding, where `when`, the event's own date, is not what makes it new."""
    status: StatusWords | None = None
    """How sure an event is; a change has none."""
    change: bool = False
    why: Markup | str = ""
    """Why something was changed, in a sentence."""

    @property
    def rank(self) -> int:
        """Its day as a number, with what its weight adds."""
        return date.fromisoformat(self.day).toordinal() + LEAD_DAYS[self.importance]


def latest(publication: Publication) -> list[News]:
    """List all events and changes that have a day, newest first."""
    library, words = publication.library, publication.words
    found = [_of_event(card) for card in words.cards(reversed(list(library.live)))]
    found += [_of_change(change, publication) for change in published(library)]
    return sorted((news for news in found if news.day), key=lambda news: news.day, reverse=True)


def _of_event(card: Card) -> News:
    target = Link(card.title, card.href)
    return News(card.day, card.when, card.kind, target, card.importance, card.added, card.status)


def _of_change(change: Change, publication: Publication) -> News:
    library, words = publication.library, publication.words
    event = library.events.get(change.event or "")
    return News(
        words.day(change.date),
        words.when(change.date),
        vocabulary.CHANGE_TYPE[change.type],
        target(change, library),
        event.importance if event else 3,
        change=True,
        why=words.inline(prose.sentences(change.why)[0]),
    )


def box(publication: Publication, leading: int, most: int) -> dict[str, object]:
    """Give what a list of news since a day is made of: its items, its words, the other days.

    `leading` holds the weightiest of the newest events, `rest` what comes after them, `added` the
    day on which all that leads was added, where that is one and the same.
    """
    words = publication.words
    news = latest(publication)
    ranked = sorted(news, key=lambda each: each.rank, reverse=True)
    first = [each for each in ranked if not each.change][:leading]
    rest = [each for each in ranked if each not in first]
    others = most - len(first)
    return {
        "leading": first,
        "rest": rest[:others],
        "added": first[0].added if len({each.added for each in first}) == 1 else None,
        "days": " ".join(each.day for each in rest[others:]),
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
        title = WITHDRAWN_TITLE if event.publish == "withdrawn" else event.title
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
