"""The figures, and a page for each: the number, its range, how it moved, who said it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content.library import Library
from explainer.site import addresses
from explainer.site.pictures import history
from explainer.site.pictures.history import HistoryRow
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import FigureCard, Wording

SHOWN_VALUES = 8
"""So many figures of a section are shown at once, the first in the editors' order."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the list of figures, then a page a figure."""
    library, words = publication.library, publication.words
    cards = {figure_id: words.figure(figure_id) for figure_id in library.figures}
    yield PageView(
        kind="figures",
        address=addresses.page("figures"),
        record=("figure", ""),
        title="الأرقام",
        description="الأرقام الواردة في الملف، مع نطاقها وتواريخها وقائليها.",
        data={
            "count": words.count(len(cards), "figure"),
            "groups": _groups(library, cards, words),
        },
    )
    for figure_id, card in cards.items():
        yield PageView(
            kind="figure",
            address=addresses.figure(figure_id),
            record=("figure", figure_id),
            title=card.title,
            description=words.description(
                f"{card.title}: {card.latest.text}، وفقا {card.latest.attribution}"
            ),
            data={
                "figure": card,
                "picture": history.draw("p-history", card.title, _said(card)),
                "events": words.cards(reversed(library.events_by("figures").get(figure_id, []))),
            },
        )


def _said(card: FigureCard) -> list[HistoryRow]:
    return [
        HistoryRow(
            value.low,
            value.best,
            value.high,
            value.text,
            "، ".join(speaker.text for speaker in value.speakers),
            value.as_of.compact,
            value.status.code,
        )
        for value in card.values
    ]


def _groups(
    library: Library, cards: dict[str, FigureCard], words: Wording
) -> list[dict[str, object]]:
    """Group figures by section, in the sections' order; those of none come last."""
    titles = {i: section.title for i, section in library.sections.items()}
    groups: list[dict[str, object]] = []
    for section_id, title in [*titles.items(), (None, "أرقام أخرى")]:
        inside = [cards[i] for i, figure in library.figures.items() if figure.section == section_id]
        if not inside:
            continue
        groups.append({
            "code": section_id or "other",
            "title": title,
            "count": words.number(len(inside)),
            "main": inside[:SHOWN_VALUES],
            "others": inside[SHOWN_VALUES:],
            "others_count": words.count(max(0, len(inside) - SHOWN_VALUES), "figure"),
        })  # fmt: skip
    return groups
