"""Numbers that differ, as one picture: a line a speaker, each with its own value from zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from explainer.content import rivals
from explainer.content.denials import speakers_of
from explainer.content.model import Value
from explainer.site.addresses import Address
from explainer.site.pictures.number_line import number_lines
from explainer.site.pictures.told_numbers import NumberBounds
from explainer.site.views.figure_words import FigureCard, ValueWords
from explainer.site.views.publication import Publication
from explainer.site.views.wording import DateWords, Link


@dataclass(frozen=True, slots=True)
class RivalLine:
    """What one side of a dispute says, in words and as a line of numbers."""

    mark: int
    who: tuple[Link, ...]
    when: DateWords | None
    """The time that it is about, where the sides tell of different times."""
    value: str
    line: Markup


@dataclass(frozen=True, slots=True)
class RivalPicture:
    """The standing rivals of a figure; `scale` is the axis under their lines."""

    id: str
    href: Address
    title: str
    sub: str
    lines: tuple[RivalLine, ...]
    scale: Markup
    denial: str
    """Who denies it besides those who are in the picture: النفي لروسيا; empty where nobody does."""


def rival_picture(publication: Publication, figure_id: str) -> RivalPicture | None:
    """Draw a figure's standing rivals, the greatest first; None where it has none."""
    card = publication.figures.card(figure_id)
    if not card.rivals:
        return None
    told = tuple(reversed(card.rivals))
    return RivalPicture(
        id=card.id,
        href=card.href,
        title=_title(card),
        sub=_sub(card),
        lines=tuple(_lines(card, told)),
        scale=_scale(publication, card, told),
        denial=_denial(publication, told),
    )


def rival_pictures(publication: Publication, figure_ids: Iterable[str]) -> list[RivalPicture]:
    """Draw those of some figures that have rivals, in the order given."""
    drawn = (rival_picture(publication, each) for each in figure_ids)
    return [each for each in drawn if each]


def bounds(value: Value) -> NumberBounds:
    """Give the numbers of a value as pictures draw them."""
    low, high = (float(n) if n is not None else None for n in rivals.numbers(value))
    return NumberBounds(low, float(value.best) if value.best is not None else None, high)


def _title(card: FigureCard) -> str:
    """State the finding: an editor's, else how far the rivals lie apart."""
    return card.finding or f"{card.title}: {card.span}"


def _sub(card: FigureCard) -> str:
    """Tell what is measured, where the title does not, and of what time."""
    what = f"{card.title}، " if card.finding else ""
    if card.is_of_one_time:
        return f"{what}بحسب كل قائل، {card.rivals[0].about.prose}"
    return f"{what}بحسب كل قائل، والتاريخ تحت اسمه"


def _lines(card: FigureCard, told: Sequence[ValueWords]) -> Iterable[RivalLine]:
    scale = number_lines([bounds(each.value) for each in told])
    for each in told:
        yield RivalLine(
            mark=each.mark,
            who=each.shortly,
            when=None if card.is_of_one_time else each.about,
            value=each.short,
            line=scale.drawn(bounds(each.value), each.mark),
        )


def _scale(publication: Publication, card: FigureCard, told: Sequence[ValueWords]) -> Markup:
    scale = number_lines([bounds(each.value) for each in told])
    return scale.scale(partial(publication.figures.tick, card.id))


def _denial(publication: Publication, told: Sequence[ValueWords]) -> str:
    """Name those who deny it; who has a line in the picture answers there."""
    library, words = publication.library, publication.words
    side = library.sides.of_actor
    present = {side(i) for each in told for i in each.value.said_by}
    denying = speakers_of(
        found
        for each in told
        if each.value.event and each.value.event in library.denials.events
        for found in library.denials.against(each.value.event, each.value.said_by)
        if found.claim.act == "denies"
    )
    others = [i for i in denying if side(i) not in present and side(i) not in {*denying} - {i}]
    return f"النفي {words.attribution(others)}" if others else ""
