"""The timeline: every event, newest first, by year and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.library import Library
from explainer.views.page import PageView
from explainer.views.wording import Card, Wording

Years = list[tuple[int | None, list[tuple[str, list[Card]]]]]


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    cards = words.cards(reversed(list(library.live)))
    years = by_year(cards)
    yield PageView(
        kind="timeline",
        path="timeline.md",
        title="التسلسل الزمني",
        description=f"{words.count(len(cards), 'event')} بترتيب زمني، من الأحدث إلى الأقدم.",
        data={"years": years, "count": words.count(len(cards), "event")},
    )


def by_year(cards: Iterable[Card]) -> Years:
    """Group cards by year and then by month, keeping their order.

    An event known only to its year stands in a month without a name.
    """
    years: dict[int | None, dict[str, list[Card]]] = {}
    for card in cards:
        years.setdefault(card.year, {}).setdefault(card.month, []).append(card)
    return [(year, list(months.items())) for year, months in years.items()]
