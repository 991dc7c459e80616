"""What is sound in a figure and may mislead: no measure, a time that had not come, no period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import cast

from explainer.arabic.counts import CountedNoun
from explainer.arabic.units import unit
from explainer.content.library import Examined, RecordOrigin
from explainer.content.model import Figure, Value
from explainer.dates import Precision
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem


def figure_warnings(examined: Examined) -> Iterator[Problem]:
    """Find what an editor should look at again in the figures, and in their choice for home."""
    for origin in examined.origins:
        figure = examined.records.get("figure", {}).get(origin.id)
        if origin.kind == "figure" and figure:
            yield from _of_figure(origin, cast(Figure, figure), examined)
    yield from _sections_without(examined)


def _of_figure(origin: RecordOrigin, figure: Figure, examined: Examined) -> Iterator[Problem]:
    if figure.measure is None:
        yield _warning(origin, (), say("W523"), at_key=True)
    for number, value in enumerate(figure.values):
        if figure.measure in ("level", "total") and _is_ahead(value) and value.for_:
            message = say("W522", time=value.for_.text, said=value.as_of.text)
            yield _warning(origin, ("values", number, "for"), message)
        for field, less in _below_nothing(figure, value, examined.nouns):
            message = say("W527", number=less, unit=figure.unit, right=-less)
            yield _warning(origin, ("values", number, field), message)
        if figure.measure == "period" and _is_a_day(value):
            year = value.as_of.text[:4]
            message = say("W525", said=value.as_of.text, year=year)
            yield _warning(origin, ("values", number, "as_of"), message)


MEASURES = frozenset(
    {
        "نقطة", "درجة", "طن", "كيلوغرام", "غرام", "لتر", "برميل", "متر", "كيلومتر", "سنتيمتر",
        "مليمتر", "ميل", "قدم", "هكتار", "واط", "كيلوواط", "ميغاواط", "ميجاواط", "غيغاواط", "ثانية",
        "دولار", "يورو", "جنيه", "ريال", "درهم", "دينار", "ليرة", "فرنك", "روبل", "يوان", "ين",
        "روبية", "وون", "دقيقة", "ساعة", "يوم", "شهر", "سنة", "سهم", "وظيفة", "نسمة",
    }
)  # fmt: skip
"""What is measured, or told as a difference, and money: it can fall below zero."""


def _below_nothing(
    figure: Figure, value: Value, nouns: Mapping[str, CountedNoun]
) -> Iterator[tuple[str, Decimal]]:
    """Find negative numbers of what is counted one by one."""
    counted = unit(figure.unit, nouns)
    first = counted.name.partition(" ")[0]
    if counted.noun is None or first in MEASURES:
        return
    for field in ("low", "best", "high"):
        number = getattr(value, field)
        if number is not None and number < 0:
            yield field, number


def _is_ahead(value: Value) -> bool:
    """Tell whether a value is said to be so at a time that had not come when it was said."""
    begins = value.for_ and value.for_.earliest
    said = value.as_of.latest
    return value.status == "confirmed" and bool(begins and said and begins > said)


def _is_a_day(value: Value) -> bool:
    return value.for_ is None and value.as_of.precision is Precision.DAY


def _sections_without(examined: Examined) -> Iterator[Problem]:
    """Find sections that have figures, none of which an editor chose for the home page."""
    library = examined.library
    if library is None or not library.site.figures:
        return
    chosen = {library.figures[i].section for i in library.site.figures}
    site = next(t.document for t in examined.texts if t.document.file.endswith("site.yml"))
    for section in library.sections:
        own = [i for i, figure in library.figures.items() if figure.section == section]
        if own and section not in chosen:
            message = say("W524", section=section, sample=own[0])
            yield replace(site.problem(("figures",), message, at_key=True), is_warning=True)


def _warning(
    origin: RecordOrigin, path: Path, message: Message, *, at_key: bool = False
) -> Problem:
    problem = origin.document.problem((*origin.base, *path), message, at_key=at_key)
    return replace(problem, is_warning=True)
