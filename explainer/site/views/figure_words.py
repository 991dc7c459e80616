"""Figures in words: the number of today and whose it is, rivals side by side, growth, the history.

What the values are to each other, `content.rivals` tells; how an amount reads, `arabic.amounts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from explainer.arabic import amounts, counts, vocabulary
from explainer.arabic.amounts import Amount
from explainer.arabic.joining import join
from explainer.arabic.units import Unit, unit
from explainer.content import rivals
from explainer.content.model import Figure, Value
from explainer.content.model.scalars import Ids
from explainer.content.rivals import Growth, Stand
from explainer.dates import Precision
from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.views.speaker_marks import marks_of, wanted_marks
from explainer.site.views.wording import DateWords, Link, SourceWords, StatusWords, Wording


@dataclass(frozen=True, slots=True)
class ValueWords:
    """A number as somebody gave it."""

    text: str
    short: str
    """The same without its unit."""
    lead: str
    """What of it stands before the number: نحو."""
    value: Value
    about: DateWords
    """The time that it is about; its prose begins as the measure asks: في، حتى."""
    said: DateWords | None
    """When it was said, where that is another time."""
    speakers: tuple[Link, ...]
    shortly: tuple[Link, ...]
    """Its speakers by the names that pictures use."""
    attributed: tuple[Link, ...]
    attribution: str
    according: str
    """Its speakers as what follows a number: بحسب روسيا والصين."""
    governed: tuple[Link, ...]
    """Its speakers as what follows بحسب."""
    status: StatusWords
    denial: str
    """Who denies it: والنفي لروسيا; empty where no other party does."""
    event: Link | None
    sources: tuple[SourceWords, ...]
    reports: str
    """How many sources of its own it has, in words."""
    mark: int
    """Its speakers' mark in pictures, from 1 to SPEAKER_MARKS; 0 for those who share one."""


@dataclass(frozen=True, slots=True)
class SpeakerHistory:
    """All that the same speakers said of a figure, the latest first."""

    speakers: tuple[Link, ...]
    mark: int
    values: tuple[ValueWords, ...]


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A number in short: how much it is and who says so, and what else must be read with it."""

    id: str
    title: str
    finding: str
    """What its picture shows, as an editor states it; empty where none does."""
    href: Address
    unit: str
    section: Link | None
    measure: str
    """What is measured, in words; empty where it is not recorded."""
    kind: str
    """What the headline is: rivals, preferred, agreed or single."""
    text: str
    """The number of today: the rivals' span, the preferred, the agreed or the latest value."""
    main: ValueWords
    """The value that the headline is made of; of rivals, the smallest."""
    who: str
    """Who says so about what time, in a sentence without its full stop."""
    answer: str
    """The same in one sentence that stands by itself."""
    growth: str
    """How the number moved as the headline's speakers tell it; empty where they tell one."""
    moved: str
    """Who tells of a change, and from what to what; empty where nobody does."""
    beside: str
    """Rivals that are not the headline; empty where there are none."""
    why: Markup
    """Why an editor prefers the headline's number."""
    status: StatusWords
    rivals: tuple[ValueWords, ...]
    span: str
    """How far the rivals lie apart; empty where there are none."""
    history: tuple[SpeakerHistory, ...]
    """Rivals first, then the other speakers from the latest to the oldest."""

    @property
    def denial(self) -> str:
        """Tell who denies the headline's number; rivals answer one another themselves."""
        return "" if self.kind == "rivals" else self.main.denial

    @property
    def is_of_one_time(self) -> bool:
        """Tell whether the rivals are about one time, however it is said."""
        return len({value.about.prose for value in self.rivals}) == 1

    @property
    def values(self) -> tuple[ValueWords, ...]:
        """List every value, as the history has them."""
        return tuple(value for each in self.history for value in each.values)


@dataclass
class FigureWording:
    """Puts the figures of a publication into words, each once."""

    words: Wording

    def card(self, figure_id: str) -> FigureCard:
        """Word a figure with its history."""
        if figure_id not in self._cards:
            figure = self.words.library.figures[figure_id]
            made = _FigureWords(figure_id, figure, self.words, self._marks)
            self._cards[figure_id] = made.card()
        return self._cards[figure_id]

    def cards(self, ids: Sequence[str]) -> list[FigureCard]:
        """Word those of the figures that readers can open, in the order given."""
        return [self.card(i) for i in dict.fromkeys(ids) if i in self.words.library.figures]

    def tick(self, figure_id: str, number: float) -> str:
        """Write a number of a figure's axis, millions in words."""
        library = self.words.library
        scale = unit(library.figures[figure_id].unit, library.nouns).scale
        return counts.quantity(Decimal(str(round(number, 6))) * scale, style=self.words.style)

    @cached_property
    def _cards(self) -> dict[str, FigureCard]:
        return {}

    @cached_property
    def _marks(self) -> Mapping[str, int]:
        return wanted_marks(self.words.library)


@dataclass
class _FigureWords:
    """One figure on its way into words."""

    id: str
    figure: Figure
    words: Wording
    wanted: Mapping[str, int]
    """The mark that each side has wherever it speaks."""

    def card(self) -> FigureCard:
        kind, stands = self._headline()
        shown = [self._value(stand) for stand in stands]
        section = self.figure.section
        return FigureCard(
            id=self.id,
            title=self.figure.title,
            finding=self.figure.finding or "",
            href=addresses.figure(self.id),
            unit=self.figure.unit,
            section=self.words.section(section) if section else None,
            measure=vocabulary.MEASURE[self.figure.measure] if self.figure.measure else "",
            kind=kind,
            text=self._span(stands) if kind == "rivals" else shown[0].text,
            main=shown[0],
            who=self._who(kind, shown),
            answer=self._opposed(stands) if kind == "rivals" else _sentence(shown[0]),
            growth=self._growth(stands[0].speakers) if kind != "rivals" else "",
            moved=self._told_change(),
            beside=self._opposed(self._rivals) if self._rivals and kind != "rivals" else "",
            why=self.words.inline(self.figure.preferred.why) if self.figure.preferred else Markup(),
            status=self.words.statuses["disputed"] if kind == "rivals" else shown[0].status,
            rivals=tuple(self._value(stand) for stand in self._rivals),
            span=self._span(self._rivals) if self._rivals else "",
            history=self._history(),
        )

    @cached_property
    def _rivals(self) -> tuple[Stand, ...]:
        """Give the standing rivals; who gives the very same number is one of them."""
        joined: dict[object, Stand] = {}
        for stand in rivals.rival_stands(self.figure):
            value = stand.value
            key = (value.low, value.best, value.high, value.qualifier, rivals.time_of(value).text)
            _, others = joined.get(key, (value, ()))
            joined[key] = Stand(value, (*others, *stand.speakers))
        return tuple(joined.values())

    def _headline(self) -> tuple[str, tuple[Stand, ...]]:
        """Choose what a reader is told first: never merely the last number said."""
        if preferred := self._preferred():
            return "preferred", (preferred,)
        newest = rivals.newest(self.figure)
        if {id(s.value) for s in newest} & {id(s.value) for s in rivals.rival_stands(self.figure)}:
            return "rivals", self._rivals
        same = [s for s in newest if rivals.numbers(s.value) == rivals.numbers(newest[0].value)]
        speakers = tuple(dict.fromkeys(i for stand in same for i in stand.speakers))
        return "agreed" if len(newest) > 1 else "single", (Stand(newest[0].value, speakers),)

    def _preferred(self) -> Stand | None:
        if self.figure.preferred is None:
            return None
        number = self.figure.preferred.value
        having = [v for v in self.figure.values if number in (v.low, v.best, v.high)]
        return Stand(having[-1], having[-1].said_by) if having else None

    # Numbers

    def _amount(self, value: Value) -> Amount:
        return Amount(value.low, value.best, value.high, value.qualifier)

    @cached_property
    def _unit(self) -> Unit:
        return unit(self.figure.unit, self.words.library.nouns)

    def _span(self, stands: Sequence[Stand]) -> str:
        """Say how far rivals lie apart: من نحو 350 إلى نحو 2,000 جندي."""
        first, last = self._ends(stands)
        return amounts.from_to(first, last, self._unit, self.words.style)

    def _ends(self, stands: Sequence[Stand]) -> tuple[amounts.SaidNumber, amounts.SaidNumber]:
        told = [self._amount(stand.value) for stand in stands]
        return (
            min((each.least for each in told), key=lambda point: point.number),
            max((each.greatest for each in told), key=lambda point: point.number),
        )

    def _opposed(self, stands: Sequence[Stand]) -> str:
        """Say what each rival says: من 350 بحسب فلان إلى 2,000 جندي بحسب فلان، حتى ذلك اليوم."""
        told = [self._value(stand) for stand in stands]
        after, when = _by_whom(told)
        given = [self._amount(stand.value) for stand in stands]
        if len(given) == 2 and all(each.is_one_number for each in given):
            ends, who = (given[0].least, given[1].greatest), (after[0], after[1])
            return amounts.from_to(*ends, self._unit, self.words.style, after=who) + when
        said = [f"{each.text} {who}" for each, who in zip(told, after, strict=True)]
        return "، و".join(said) + when

    def _who(self, kind: str, shown: Sequence[ValueWords]) -> str:
        if kind != "rivals":
            return f"وفقا {shown[0].attribution}، {shown[0].about.prose}"
        after, when = _by_whom(shown)
        said = (f"{each.short} {who}" for each, who in zip(shown, after, strict=True))
        return "، و".join(said) + when

    def _growth(self, speakers: Ids) -> str:
        """Say how the number moved, as those tell it who say what it is."""
        for told in rivals.growth(self.figure):
            if set(told.speakers) >= set(speakers):
                return self._moved(told)
        return ""

    def _told_change(self) -> str:
        """Name who tells of the longest change, and tell it: فلان: من 300 إلى 2,000 جندي."""
        told = max(rivals.growth(self.figure), key=lambda each: len(each.values), default=None)
        if told is None:
            return ""
        ends = [self._amount(value).point for value in (told.values[0], told.values[-1])]
        if not ends[0] or not ends[1]:
            return ""
        moved = amounts.from_to(ends[0], ends[1], self._unit, self.words.style)
        return f"{join(self._names(told.speakers))}: {moved}"

    def _shortly(self, speakers: Ids) -> tuple[Link, ...]:
        once = tuple(dict.fromkeys(speakers))
        named = zip(self._names(once), self.words.actors(once), strict=True)
        return tuple(Link(name, link.href) for name, link in named)

    def _names(self, speakers: Ids) -> list[str]:
        actors = self.words.library.actors
        return [actors[i].short or actors[i].name.ar for i in speakers]

    def _moved(self, told: Growth) -> str:
        first, last = told.values[0], told.values[-1]
        begins, ends = self._amount(first).point, self._amount(last).point
        when = self._about(first).prose, self._about(last).prose
        if begins and ends:
            return amounts.from_to(begins, ends, self._unit, self.words.style, after=when)
        said = [self._value(Stand(value, told.speakers)).text for value in (first, last)]
        return f"{said[0]} {when[0]}، ثم {said[1]} {when[1]}"

    # Values

    def _value(self, stand: Stand) -> ValueWords:
        """Word one value as those say it who stand by it."""
        value, words = stand.value, self.words
        amount, events = self._amount(value), words.library.events
        short = amounts.worded(amount, self._unit, words.style, short=True)
        leads = (word for word in vocabulary.QUALIFIER.values() if word and short.startswith(word))
        return ValueWords(
            text=amounts.worded(amount, self._unit, words.style),
            short=short,
            lead=next(leads, ""),
            value=value,
            about=self._about(value),
            said=words.when(value.as_of) if value.for_ else None,
            speakers=words.actors(stand.speakers),
            shortly=self._shortly(stand.speakers),
            attributed=words.attributed(stand.speakers),
            attribution=words.attribution(stand.speakers),
            according=words.according(stand.speakers),
            governed=words.governed(stand.speakers),
            status=words.statuses[value.status],
            denial=words.denial(value.event, stand.speakers),
            event=words.event(value.event) if value.event and value.event in events else None,
            sources=words.sources(value.sources),
            reports=words.count(len(value.sources), "source"),
            mark=self._marks[frozenset(value.said_by)],
        )

    def _about(self, value: Value) -> DateWords:
        """Word the time that a value is about: a total is so many up to its day."""
        time = rivals.time_of(value)
        words = self.words.when(time)
        if self.figure.measure != "total" or time.precision in (Precision.INTERVAL, Precision.SET):
            return words
        prose = f"حتى {words.prose.removeprefix('في ')}"
        return DateWords(words.label, prose, words.compact, words.datetime)

    @cached_property
    def _groups(self) -> dict[frozenset[str], list[Value]]:
        """Group the values by who gave them: rivals first, then by the latest value."""
        groups: dict[frozenset[str], list[Value]] = {}
        against = [stand.value for stand in rivals.rival_stands(self.figure)]
        for value in [*against, *sorted(self.figure.values, key=said_at, reverse=True)]:
            group = groups.setdefault(frozenset(value.said_by), [])
            if not any(value is each for each in group):
                group.append(value)
        return {who: sorted(g, key=said_at, reverse=True) for who, g in groups.items()}

    @cached_property
    def _marks(self) -> dict[frozenset[str], int]:
        return marks_of(self.words.library, self.wanted, list(self._groups))

    def _history(self) -> tuple[SpeakerHistory, ...]:
        found = []
        for who, values in self._groups.items():
            told = tuple(self._value(Stand(value, value.said_by)) for value in values)
            found.append(SpeakerHistory(told[0].speakers, self._marks[who], told))
        return tuple(found)


def _by_whom(values: Sequence[ValueWords]) -> tuple[list[str], str]:
    """Say who gives each of several numbers, and of what time: once where it is one for all."""
    if len({value.about.prose for value in values}) == 1:
        return [value.according for value in values], f"، {values[0].about.prose}"
    return [f"{value.according} {value.about.prose}" for value in values], ""


def _sentence(value: ValueWords) -> str:
    return f"{value.text}، وفقا {value.attribution}، {value.about.prose}"


def said_at(value: Value) -> tuple[object, ...]:
    """Order values by the time that they are about, then by when they were said."""
    return rivals.time_of(value).sort_key[1::-1], value.as_of.sort_key[1::-1]
