"""The figures, and a page for each: the number, who says it, what others say, how it moved."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from explainer.site import addresses
from explainer.site.views.citations import panel_of
from explainer.site.views.corrections import told_of
from explainer.site.views.figure_files import takes
from explainer.site.views.figure_pictures import history_picture
from explainer.site.views.figure_words import FigureCard, ValueWords, said_at
from explainer.site.views.key_figures import events_of
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.rival_pictures import rival_picture
from explainer.site.views.wording import Card

SHOWN_VALUES = 8
"""So many figures of a section are shown at once, the first in the editors' order."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the list of figures, then a page a figure."""
    library, words = publication.library, publication.words
    cards = {figure_id: publication.figures.card(figure_id) for figure_id in library.figures}
    yield PageView(
        kind="figures",
        address=addresses.page("figures"),
        record=("figure", ""),
        title="الأرقام",
        description="الأرقام الواردة في الملف: من قالها، وعن أي وقت، وما يخالفها.",
        data={
            "count": words.count(len(cards), "figure"),
            "groups": _groups(publication, cards),
        },
    )
    for figure_id, card in cards.items():
        yield PageView(
            kind="figure",
            address=addresses.figure(figure_id),
            record=("figure", figure_id),
            title=card.title,
            description=words.description(f"{card.title}: {card.answer}"),
            data={
                "figure": card,
                "picture": history_picture(publication, card),
                "duel": rival_picture(publication, figure_id),
                "rows": _latest_first(card),
                "notes": _notes(publication, card),
                "near": _near(publication, figure_id),
                "takes": takes(publication, figure_id),
                "events": _other_events(publication, card),
                "cite": panel_of(publication, "figure", figure_id),
                "changes": told_of(publication, "figure", figure_id),
            },
        )


def _other_events(publication: Publication, card: FigureCard) -> tuple[Card, ...]:
    """List the events that name a figure, without those that its table names."""
    told = {each.value.event for each in card.values}
    naming = publication.library.events_by("figures").get(card.id, [])
    return publication.words.cards(i for i in reversed(naming) if i not in told)


def _latest_first(card: FigureCard) -> list[ValueWords]:
    """List every value, that of the latest time first."""
    return sorted(card.values, key=lambda each: said_at(each.value), reverse=True)


def _notes(publication: Publication, card: FigureCard) -> list[Markup]:
    """Say what must be read with a number: an editor's reason and notes, what is preferred."""
    words, figure = publication.words, publication.library.figures[card.id]
    why = [Markup("لماذا هذا الرقم: {}").format(card.why)] if card.why else []
    beside = [Markup("الأرقام المتعارضة: {}.").format(card.beside)] if card.beside else []
    measured = [Markup("ما يقيسه الرقم: {}.").format(card.measure)] if card.measure else []
    sums = [Markup("لا يُحسب للأرقام المتعارضة متوسط.")] if card.rivals else []
    told = [
        Markup("{}: {}").format(source.publisher.text, source.note)
        for value in _latest_first(card)
        for source in value.sources
        if source.note
    ]
    return [*map(words.inline, figure.read_with), *why, *beside, *told, *sums, *measured]


def _near(publication: Publication, figure_id: str) -> dict[str, object] | None:
    """Choose the figure that shares most with another: events, then section and unit."""
    library = publication.library
    events = events_of(library)
    own = library.figures[figure_id]

    def likeness(other: str) -> tuple[int, bool, bool, bool]:
        figure = library.figures[other]
        shared = len(events[figure_id] & events[other])
        disputed = bool(publication.figures.card(other).rivals)
        return shared, figure.section == own.section, figure.unit == own.unit, disputed

    others = [i for i in library.figures if i != figure_id]
    best = max(others, key=likeness, default=None)
    if best is None or not any(likeness(best)[:2]):
        return None
    return {"card": publication.figures.card(best), "picture": rival_picture(publication, best)}


def _groups(publication: Publication, cards: dict[str, FigureCard]) -> list[dict[str, object]]:
    """Group figures by section, in the sections' order; those of none come last."""
    library, words = publication.library, publication.words
    titles = {i: section.title for i, section in library.sections.items()}
    groups: list[dict[str, object]] = []
    for section_id, title in [*titles.items(), (None, "أرقام أخرى")]:
        inside = [
            (cards[i], rival_picture(publication, i))
            for i, figure in library.figures.items()
            if figure.section == section_id
        ]
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
