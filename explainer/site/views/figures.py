"""The figures, and a page for each: the number, who says it, what others say, how it moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from explainer.content import rivals
from explainer.content.library import Library
from explainer.site import addresses
from explainer.site.pictures import history
from explainer.site.pictures.draw import Picture
from explainer.site.pictures.history import Series, TimedNumber
from explainer.site.views.figure_words import FigureCard, FigureWording, ValueWords
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

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
            "groups": _groups(library, cards, words),
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
                "picture": _picture(publication.figures, card),
                "events": words.cards(reversed(library.events_by("figures").get(figure_id, []))),
            },
        )


def _picture(figures: FigureWording, card: FigureCard) -> Picture | None:
    against = [id(value.value) for value in card.rivals]
    measure = figures.words.library.figures[card.id].measure
    series = [
        Series(told.mark, tuple(_timed(value, against) for value in values))
        for told in card.history
        for values in _comparable(told.values, is_period=measure == "period")
    ]
    return history.draw("p-history", card.title, series, partial(figures.tick, card.id))


def _comparable(values: Sequence[ValueWords], *, is_period: bool) -> list[list[ValueWords]]:
    """Part a speaker's values into those that a line may join, each the earliest first.

    A year is no further than half a year: only periods of one length are joined.
    """
    groups: list[list[ValueWords]] = []
    for told in reversed(values):
        of_its_kind = (
            group
            for group in groups
            if not is_period or rivals.of_one_length(group[0].value, told.value)
        )
        if group := next(of_its_kind, None):
            group.append(told)
        else:
            groups.append([told])
    return groups


def _timed(value: ValueWords, against: list[int]) -> TimedNumber:
    low, high = (float(n) if n is not None else None for n in rivals.numbers(value.value))
    return TimedNumber(
        time=rivals.day_of(value.value),
        low=low,
        best=float(value.value.best) if value.value.best is not None else None,
        high=high,
        words=value.short,
        when=value.about.compact,
        is_rival=id(value.value) in against,
    )


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
