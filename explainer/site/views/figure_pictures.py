"""How a figure moved, as one picture: which values a line may join, and where in time they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from explainer.arabic import date_words
from explainer.arabic.joining import join
from explainer.content import rivals
from explainer.content.model import Value
from explainer.site.pictures import history
from explainer.site.pictures.history import Plot
from explainer.site.pictures.time_axis import TickKind
from explainer.site.pictures.told_numbers import Series, TimedNumber
from explainer.site.views.figure_words import FigureCard, SpeakerHistory, ValueWords
from explainer.site.views.publication import Publication
from explainer.site.views.rival_pictures import bounds
from explainer.site.views.wording import Wording

KNOWN_DAY = timedelta(days=45)
"""What is dated within so long a time lies on a day, as far as a picture can show."""


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """A figure's values over time; `keys` say how what is drawn is read."""

    title: str
    sub: str
    plot: Plot
    keys: tuple[str, ...]


def history_picture(publication: Publication, card: FigureCard) -> HistoryPicture | None:
    """Draw how a figure moved; None where all that is said of it is of one time."""
    words = publication.words
    series = list(_series(publication, card))
    title = card.finding or card.moved or _told_by(card)
    plot = history.draw(
        "p-history",
        title,
        series,
        partial(publication.figures.tick, card.id),
        partial(_tick_words, words),
    )
    if plot is None:
        return None
    values = [value for each in series for value in each.values]
    measured = f"{card.measure}، " if card.measure else ""
    sub = f"{measured}بحسب كل قائل، {_time(publication.words, values)}"
    return HistoryPicture(title, sub, plot, tuple(_keys(values)))


def _time(words: Wording, values: Sequence[TimedNumber]) -> str:
    """Tell which years the values are of."""
    first, last = min(v.time for v in values).year, max(v.time for v in values).year
    years = [date_words.year_label(year, words.style) for year in (first, last)]
    return f"في العام {years[0]}" if first == last else f"بين العامين {years[0]} و{years[1]}"


def _told_by(card: FigureCard) -> str:
    """State what the values come to, where nobody tells of a change."""
    if card.rivals:
        return f"لكل قائل رقمه: {card.span}"
    return f"ما قيل من وقت إلى آخر: {card.text}"


def _series(publication: Publication, card: FigureCard) -> Iterator[Series]:
    measure = publication.library.figures[card.id].measure
    against = [id(value.value) for value in card.rivals]
    for told in card.history:
        name = _name(publication.words, told)
        for values in _comparable(told.values, is_period=measure == "period"):
            timed = (_timed(value, measure or "", against) for value in values)
            yield Series(told.mark, name, tuple(sorted(timed, key=lambda value: value.time)))


def _name(words: Wording, told: SpeakerHistory) -> str:
    """Name the speakers as shortly as editors do."""
    actors = words.library.actors
    ids = told.values[0].value.said_by
    return join(actors[i].short or actors[i].name.ar for i in ids)


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


def _timed(told: ValueWords, measure: str, against: list[int]) -> TimedNumber:
    first, last = _times(told.value)
    is_long = last - first > KNOWN_DAY and measure != "total"
    return TimedNumber(
        time=first + (last - first) / 2 if is_long else last,
        number=bounds(told.value),
        words=told.short,
        when=told.about.compact,
        span=(first, last) if is_long else None,
        is_period=measure == "period",
        is_rival=id(told.value) in against,
    )


def _times(value: Value) -> tuple[date, date]:
    """Give the first and the last day that a number can be about; no day after it was said."""
    time = rivals.time_of(value)
    last = rivals.day_of(value)
    first = time.earliest if time.earliest and time.latest else last
    said = value.as_of.latest
    if said and first <= said < last:
        last = said
    return min(first, last), last


def _tick_words(words: Wording, time: date, kind: TickKind) -> tuple[str, ...]:
    """Word a tick of time in lines: the two names of a month stand under one another."""
    if kind == "year":
        return (date_words.year_label(time.year, words.style),)
    first, *others = date_words.month_label(None, time.month, words.style).split("/")
    day = f"{words.number(time.day)} " if kind == "day" else ""
    return (f"{day}{first}", *others)


def _keys(values: Sequence[TimedNumber]) -> Iterator[str]:
    """Say how the signs are read that this picture has."""
    if any(None in (value.number.low, value.number.high) for value in values):
        yield "السهم: حد واحد هو المعروف"
    if any(value.number.is_range for value in values):
        yield "الخط العريض: ما بين حدين"
    if any(value.span and value.is_period for value in values):
        yield "الخط الأفقي: المدة التي يعنيها الرقم"
    if any(value.span and not value.is_period for value in values):
        yield "الخط المتقطع: يوم غير معروف في هذه المدة"
