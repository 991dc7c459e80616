"""The timeline: every event, newest first, by year and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from explainer.arabic import date_words, vocabulary
from explainer.site import addresses
from explainer.site.views.density import by_decade, density
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
    by_section = library.events_by("sections")
    number = words.count(len(cards), "event")
    yield PageView(
        kind="timeline",
        address=addresses.page("timeline"),
        title="التسلسل الزمني",
        description=f"{number} بترتيب زمني، من الأحدث إلى الأقدم.",
        data={
            "told": _told(cards, words),
            "density": density(words, {i: by_section.get(i, []) for i in library.sections}),
            "decades": by_decade({card.year for card in cards if card.year}),
            "years": years,
            "long": len(cards) > LONG,
            "count": number,
            "forms": words.forms("event"),
            "digits": words.style.digits,
            "facets": _facets(publication, cards),
            "actors": _actors(publication, cards),
        },
    )


def _told(cards: Sequence[Card], words: Wording) -> str:
    """Tell how many events there are, and of which time."""
    number = words.count(len(cards), "event")
    years = sorted({card.year for card in cards if card.year})
    if not years:
        return number
    first, last = (date_words.year_label(year, words.style) for year in (years[0], years[-1]))
    return (
        f"{number} {f'من العام {first} إلى العام {last}' if first != last else f'في العام {last}'}"
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
        ("status", "الدرجة", [
            (code, status.word, 0, words.number(statuses[code]))
            for code, status in words.statuses.items() if statuses[code]
        ]),
        ("importance", "الأهمية", [
            (str(rank), name, 0, words.number(importance[rank]))
            for rank, name in vocabulary.IMPORTANCE.items() if importance[rank]
        ]),
        ("section", "القسم", [
            (i, section.title, words.section(i).hue, words.number(sections[i]))
            for i, section in library.sections.items()
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
    """Group cards by year, or the decade or century in its place, with the number of its events.

    Within a year they keep their order, those of one month that follow each other together.
    """
    years: dict[Period, list[Card]] = {}
    for card in cards:
        years.setdefault(card.period, []).append(card)
    return [
        (
            period,
            words.count(len(own), "event"),
            [list(month) for _, month in groupby(own, key=lambda card: card.month)],
        )
        for period, own in years.items()
    ]


def listed(words: Wording) -> list[str]:
    """List all events as the timeline does: a browser knows those of the search by their place."""
    years = by_year(words.cards(reversed(list(words.library.live))), words)
    return [card.id for _, _, months in years for month in months for card in month]
