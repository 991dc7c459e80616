"""The timeline: every event, newest first, by year and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from explainer.arabic import vocabulary
from explainer.site import addresses
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Card, Period, Wording

LONG = 500
"""More events than this are laid out only near the screen: a slow phone does 500 in a second."""

Years = list[tuple[Period, str, list[list[Card]]]]
"""Years with the number of their events in words, and these by month."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    cards = words.cards(reversed(list(library.live)))
    years = by_year(cards, words)
    number = words.count(len(cards), "event")
    yield PageView(
        kind="timeline",
        address=addresses.page("timeline"),
        title="التسلسل الزمني",
        description=f"{number} بترتيب زمني، من الأحدث إلى الأقدم.",
        data={
            "years": years,
            "long": len(cards) > LONG,
            "count": number,
            "forms": words.forms("event"),
            "digits": words.style.digits,
            "facets": _facets(publication, cards),
            "actors": _actors(publication, cards),
        },
    )


Option = tuple[str, str, int, str]
"""A value of a filter: its id, its name, its colour (0: none), how many events it leaves."""


def _facets(publication: Publication, cards: Sequence[Card]) -> list[tuple[str, str, list[Option]]]:
    """List the filters that several values may be chosen of: (name, legend, options)."""
    library, words = publication.library, publication.words
    sections = Counter(i for card in cards for i in card.section_ids.split())
    statuses = Counter(card.status.code for card in cards)
    importance = Counter(card.importance for card in cards)
    years = Counter(card.year for card in cards if card.year)
    return [
        ("section", "القسم", [
            (i, section.title, words.section(i).hue, words.number(sections[i]))
            for i, section in library.sections.items()
        ]),
        ("status", "الدرجة", [
            (code, status.word, 0, words.number(statuses[code]))
            for code, status in words.statuses.items() if statuses[code]
        ]),
        ("importance", "الأهمية", [
            (str(rank), name, 0, words.number(importance[rank]))
            for rank, name in vocabulary.IMPORTANCE.items() if importance[rank]
        ]),
        ("year", "السنة", [
            (str(year), str(year), 0, words.number(number)) for year, number in years.items()
        ]),
    ]  # fmt: skip


def _actors(
    publication: Publication, cards: Sequence[Card]
) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """List who takes part, by type and then the busiest first: (type, [(id, name, number)])."""
    library, words = publication.library, publication.words
    actors = Counter(i for card in cards for i in card.actor_ids.split())
    busiest = sorted(actors, key=lambda i: (-actors[i], i))
    return [
        (name, [
            (i, library.actors[i].name.ar, words.number(actors[i]))
            for i in busiest if library.actors[i].type == code
        ])
        for code, name in vocabulary.ACTOR_TYPE.items()
        if any(library.actors[i].type == code for i in actors)
    ]  # fmt: skip


def by_year(cards: Iterable[Card], words: Wording) -> Years:
    """Group cards by year, or the decade or century in its place, and then by month, in order.

    Those of a month that is not known stand together. A year comes with the number of its events.
    """
    years: dict[Period, dict[str, list[Card]]] = {}
    for card in cards:
        years.setdefault(card.period, {}).setdefault(card.month, []).append(card)
    return [
        (year, words.count(sum(map(len, months.values())), "event"), list(months.values()))
        for year, months in years.items()
    ]
