"""What is disputed, claimed, suspected and unknown: what is said beside what denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from explainer.content.library import Library
from explainer.content.model import Status
from explainer.site import addresses
from explainer.site.views.ledger import LedgerRow, ledger
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Card, Wording

SAID_SHOWN = 2
"""So many statements stand on each side of a row; the others are on the event's page."""


MARKUP = "[]()*_`"
"""What a topic may not hold: it would be cut in two."""
LISTED = 5
"""So many of a degree's newest events are listed at once."""
TOPIC_LETTERS = 80
"""What stands before a colon and is no longer than this is a topic, and what follows is folded."""


@dataclass(frozen=True, slots=True)
class DisputedEvent:
    """An event with what is said beside what denies it; no rows where nothing is recorded."""

    card: Card
    rows: tuple[LedgerRow, ...]


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    newest = list(library.live)[::-1]
    opposed = [i for i in newest if is_disputed(i, library)]
    details = [
        i for i in newest
        if library.live[i].status == "confirmed" and library.denials.against(i)
    ]  # fmt: skip
    cards = publication.figures.cards(tuple(library.figures))
    yield PageView(
        kind="disputed",
        address=addresses.page("disputed"),
        title="المختلف عليه والمجهول",
        description="ما يقوله طرف واحد، وما ينفيه طرف آخر، وما يُشتبه به، وما لم يثبته أحد.",
        data={
            "shown": SAID_SHOWN,
            "listed": LISTED,
            "older": partial(words.count, noun="event"),
            "opposed_events": _entries(opposed, words),
            "figures": [each for each in cards if each.rivals],
            "details": _entries(details, words),
            "lists": [
                (words.statuses[code], words.cards(_others(code, newest, opposed, library)))
                for code in ("suspected", "claimed")
            ],
            "unknowns": [
                (*_question(unknown.text, words), words.cards(unknown.events))
                for unknown in library.site.unknowns
            ],
        },
    )


def _question(text: str, words: Wording) -> tuple[Markup, Markup]:
    """Part what nobody has established from what is known of it: عدد القتلى، ثم ما قيل فيه."""
    topic, _, told = text.partition(": ")
    if not told or len(topic) > TOPIC_LETTERS or set(topic) & set(MARKUP):
        return words.inline(text), Markup()
    return words.inline(topic), words.inline(told)


def is_disputed(event_id: str, library: Library) -> bool:
    """Tell whether an event is disputed, or said by some and denied by another party."""
    status = library.live[event_id].status
    denied = status != "confirmed" and library.denials.against(event_id)
    return status == "disputed" or bool(denied)


def _others(status: Status, ids: list[str], opposed: list[str], library: Library) -> list[str]:
    """List the events of a status that nobody denies."""
    return [i for i in ids if library.live[i].status == status and i not in opposed]


def _entries(ids: Iterable[str], words: Wording) -> list[DisputedEvent]:
    found = [(i, ledger(i, words)) for i in ids]
    return [DisputedEvent(words.card(i), told.pairs if told else ()) for i, told in found]
