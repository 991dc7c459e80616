"""The library in words: dates, names, prose and cards that several pages show."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from explainer import dates
from explainer.arabic import cldr, counts, date_words, vocabulary
from explainer.arabic.counts import NOUNS
from explainer.arabic.joining import genitive, join, to
from explainer.arabic.style import Style
from explainer.content import prose, source_list
from explainer.content.denials import Told, speakers_of
from explainer.content.library import Library
from explainer.content.model import Actor, Event, KeyPoint, Source
from explainer.content.model.scalars import parsed
from explainer.dates import Date
from explainer.site import addresses
from explainer.site.addresses import Address

DESCRIPTION_LETTERS = 160
WORDS_A_MINUTE = 138
HUES = 6
"""How many colours the stylesheet has for sections; after the last it begins anew."""
WITHDRAWN_TITLE: Final = "حدث سُحب"
"""What is told in the place of a withdrawn event's title."""
SEASON: Final = timedelta(days=92)
"""What is dated no closer than this is as good as undated."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date in its wordings; `datetime` is for <time>, where it may stand."""

    label: str
    prose: str
    compact: str
    datetime: str | None
    in_year: str = ""
    """The label under a heading that has its year, without it where the whole date lies in it."""


class Period(NamedTuple):
    """A year, decade or century under which events stand, in words."""

    code: str
    """For an anchor: 2024, 20xx; x where nothing is known."""
    name: str


@dataclass(frozen=True, slots=True)
class StatusWords:
    """How sure a statement is: a code for colour and mark, a word, and what the word means."""

    code: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the site, or nowhere."""

    text: str
    href: Address | None = None
    hue: int = 0
    """A section's colour, from 1 to HUES in the sections' order; 0 for what is no section."""


@dataclass(frozen=True, slots=True)
class Card:
    """An event as a list shows it."""

    id: str
    title: str
    summary: Markup
    lead: Markup
    """The summary's first sentence; `rest` is what follows it, if anything."""
    rest: Markup
    href: Address
    when: DateWords
    status: StatusWords
    kind: str
    importance: int
    sections: tuple[Link, ...]
    attribution: str
    """Who says so, as what follows وفقا; empty for a confirmed event."""
    denial: str
    """Who denies it, or some of it: والنفي لروسيا; empty where no other party does."""
    year: int | None
    """The one year under which it stands; None where that is not known."""
    period: Period
    """That year, or what is known in its place."""
    month: str
    section_ids: str
    """Ids with a space between, for filters in the browser; so are those of actors."""
    actor_ids: str
    day: str
    """The day by which it is new, in ISO 8601: of its adding, else `Wording.day` of its date."""
    added: DateWords | None
    """The day of its adding, where that is known and it was not there from the beginning."""
    changed: str
    """The day it was last changed after publication, in ISO 8601; empty if it never was."""
    waits: str
    """A word for what readers do not see yet, on an editor's own screen; empty for all else."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """A source as a reader needs it to judge and to find it."""

    publisher: Link
    type: str
    country: str
    title: str | None
    what: str
    """What it is, before its publisher's name: تقرير."""
    called: str
    """What it is called where it has no title: تقرير تاس، 24 تشرين الأول/أكتوبر 2024."""
    url: str | None
    host: str
    """Where its page is: tass.com; empty where it has no address."""
    archived: str | None
    date: DateWords | None
    language: str
    lang: str | None
    via: str | None
    note: str | None


@dataclass
class Wording:
    """Puts the records of one library into words, in its site's style."""

    library: Library
    arrivals: Mapping[str, date] = field(default_factory=dict)
    """The day on which an event came before readers, by id, where it is known."""
    style: Style = field(init=False)

    def __post_init__(self) -> None:
        locale = self.library.site.locale
        self.style = Style(months=locale.months, digits=locale.digits)

    # Dates and counts

    def when(self, date: Date) -> DateWords:
        """Word a date; one date is worded once."""
        if date not in self._dates:
            self._dates[date] = self._when(date)
        return self._dates[date]

    @cached_property
    def _dates(self) -> dict[Date, DateWords]:
        return {}

    def _when(self, date: Date) -> DateWords:
        return DateWords(
            date_words.label(date, self.style),
            date_words.prose(date, self.style),
            date_words.compact(date, self.style),
            date.html_datetime,
            date_words.label(date, self.style, omit_year=True),
        )

    def label(self, edtf: str, part: Any = None) -> str:
        """Word a date as it stands by itself, from what was typed."""
        typed = tuple(part) if isinstance(part, list) else part
        return date_words.label(parsed(edtf, typed), self.style)

    def maybe_when(self, date: Date | None) -> DateWords | None:
        """Word a date where there is one."""
        return self.when(date) if date else None

    def count(self, number: int, noun: str, case: counts.Case = "nominative") -> str:
        """Count a noun by its name in NOUNS: 3 أحداث."""
        return counts.count(number, NOUNS[noun], case, self.style)

    def number(self, number: int) -> str:
        """Write a number in the site's digits."""
        return counts.number(number, self.style)

    def reading_time(self, words: int) -> str:
        """Tell how long so many words take to read, as what follows في: 3 دقائق، نصف دقيقة.

        138 words a minute, the mean for Arabic in the International Reading Speed Texts
        (Trauzettel-Klosinski and Dietz, 2012).
        """
        minutes = words / WORDS_A_MINUTE
        if minutes < 0.75:
            return "نصف دقيقة"
        return self.count(max(1, round(minutes)), "minute", "genitive")

    def months(self) -> str:
        """Name the twelve months, as JSON: what a script words a date with."""
        names = [date_words.month_label(None, month, self.style) for month in range(1, 13)]
        return json.dumps(names, ensure_ascii=False)

    def forms(self, noun: str) -> str:
        """Give a noun's forms as JSON by CLDR plural category: what a script counts with."""
        forms = NOUNS[noun]
        named = ("zero", "one", "two", "few", "many", "other")
        return json.dumps({name: getattr(forms, name) for name in named}, ensure_ascii=False)

    # Prose

    def cite(self, event_id: str) -> tuple[str, str] | None:
        """Give an event's address and date for a citation; None where it has no page.

        A path within the site, '/places/', is given its address too.
        """
        if event_id.startswith("/"):
            path = self._path(event_id)
            return (path.__html__(), "") if path else None
        event = self.library.events.get(event_id)
        if event is None:
            return None
        return addresses.event(event_id).__html__(), date_words.compact(event.when, self.style)

    def _path(self, typed: str) -> Address | None:
        """Give the address of a page that a text leads to by its path, or of a place on it.

        What is not published yet has none; of a publisher who is not cited yet it is the page's.
        """
        page, _, anchor = typed.partition("#")
        _, first, *rest = page.split("/")
        pages = {"figures": self.library.figures, "events": self.library.events}
        if first in pages and rest[0] and rest[0] not in pages[first]:
            return None
        is_uncited = first == "sources" and anchor and anchor not in self._cited
        return Address(page if is_uncited else typed)

    @cached_property
    def _cited(self) -> Collection[str]:
        """The publishers that have an entry among the sources, and the parts of that page."""
        return {"publishers", "balance", *source_list.publishers(source_list.used(self.library))}

    def inline(self, text: str | None) -> Markup:
        """Turn a paragraph of prose into HTML; many pages have it, and it is made once."""
        if not text:
            return Markup("")
        if text not in self._inline:
            self._inline[text] = prose.inline(text, self.cite)
        return self._inline[text]

    @cached_property
    def _inline(self) -> dict[str, Markup]:
        return {}

    def block(self, text: str | None) -> Markup:
        """Turn paragraphs and lists into HTML."""
        return prose.block(text, self.cite) if text else Markup("")

    def narrative(self, text: str | None) -> Markup:
        """Turn paragraphs, lists and subheads into HTML."""
        return prose.narrative(text, self.cite) if text else Markup("")

    def plain(self, text: str | None) -> str:
        """Turn prose into plain words, once for all who ask."""
        if not text:
            return ""
        if text not in self._plain:
            self._plain[text] = prose.plain(text, self.cite)
        return self._plain[text]

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {}

    def description(self, text: str | None) -> str:
        """Shorten prose to what a search engine shows, at a word's end."""
        words = self.plain(text)
        if len(words) <= DESCRIPTION_LETTERS:
            return words
        return words[:DESCRIPTION_LETTERS].rsplit(" ", 1)[0].rstrip("،؛.") + "…"

    # Records

    @cached_property
    def statuses(self) -> dict[str, StatusWords]:
        """Word every status."""
        return {
            code: StatusWords(code, word, vocabulary.STATUS_MEANING[code])
            for code, word in vocabulary.STATUS.items()
        }

    def weakest(self, point: KeyPoint) -> StatusWords | None:
        """Word how sure a key point is: its own status, else that of the least sure of its events.

        None where none of its events is listed.
        """
        live = self.library.live
        order = list(self.statuses)
        found = [order.index(live[i].status) for i in point.events if i in live]
        code = point.status or (order[max(found)] if found else None)
        return self.statuses[code] if code else None

    def event(self, event_id: str) -> Link:
        """Link to an event by its title; of a withdrawn one nothing is told but that it is."""
        event = self.library.events[event_id]
        title = WITHDRAWN_TITLE if event.publish == "withdrawn" else event.title
        return Link(title, addresses.event(event_id))

    def actor(self, actor_id: str) -> Link:
        """Link to an actor by name."""
        return Link(self.library.actors[actor_id].name.ar, addresses.actor(actor_id))

    def actors(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Link to actors, each once."""
        return tuple(self.actor(actor_id) for actor_id in dict.fromkeys(ids))

    def attribution(self, ids: Iterable[str]) -> str:
        """Name actors as what follows وفقا: لروسيا والصين."""
        names = [self._governed(actor_id) for actor_id in ids]
        return to(join(names)) if names else ""

    def according(self, ids: Iterable[str]) -> str:
        """Name actors as whoever gives a number: بحسب روسيا والصين."""
        return f"بحسب {join(self._governed(actor_id) for actor_id in dict.fromkeys(ids))}"

    def governed(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Link to actors as what follows a preposition."""
        return tuple(Link(self._governed(i), addresses.actor(i)) for i in dict.fromkeys(ids))

    def _governed(self, actor_id: str) -> str:
        """Name an actor after a preposition: who is unnamed is a plural, and shows its case."""
        actor = self.library.actors[actor_id]
        return genitive(actor.name.ar) if actor.type == "unnamed" else actor.name.ar

    def attributed(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Link to actors as what follows وفقا: the first has its preposition."""
        return tuple(
            Link(to(link.text), link.href) if index == 0 else link
            for index, link in enumerate(self.governed(ids))
        )

    def section(self, section_id: str) -> Link:
        """Link to a section, with its colour."""
        title = self.library.sections[section_id].title
        return Link(title, addresses.section(section_id), self._hues[section_id])

    @cached_property
    def _hues(self) -> dict[str, int]:
        return {i: index % HUES + 1 for index, i in enumerate(self.library.sections)}

    def place(self, place_id: str) -> Link:
        """Link to a place's entry."""
        return Link(self.library.places[place_id].name.ar, addresses.place(place_id))

    def card(self, event_id: str) -> Card:
        """Make an event's card; the same card serves every page."""
        if event_id not in self._cards:
            self._cards[event_id] = self._card(event_id, self.library.events[event_id])
        return self._cards[event_id]

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """Make cards of the events that are listed, in the order given."""
        return tuple(self.card(i) for i in dict.fromkeys(ids) if i in self.library.live)

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    def _card(self, event_id: str, event: Event) -> Card:
        lead, rest = prose.sentences(event.summary)
        added = self.arrivals.get(event_id)
        return Card(
            id=event_id,
            title=event.title,
            summary=self.inline(event.summary),
            lead=self.inline(lead),
            rest=self.inline(rest),
            href=addresses.event(event_id),
            when=self.when(event.when),
            status=self.statuses[event.status],
            kind=self.library.kinds[event.kind],
            importance=event.importance,
            sections=tuple(self.section(i) for i in event.sections),
            attribution=self.attribution(event.said_by),
            denial=self.denial(event_id),
            year=event.when.year,
            period=self._period(event.date),
            month=self._month(event.when),
            section_ids=" ".join(event.sections),
            actor_ids=" ".join(event.actors),
            day=added.isoformat() if added else self.day(event.when),
            added=self.when(dates.parse(added.isoformat())) if added else None,
            changed=self._changed.get(event_id, ""),
            waits=self.waits(event_id)[0],
        )

    def _period(self, date: Date) -> Period:
        """Name the year that an event stands under, or its decade or century."""
        if date.year:
            return Period(str(date.year), str(date.year))
        if date.first.year is None:
            return Period("x", "تاريخ غير معروف")
        typed = date.first.digits
        return Period(typed.lower(), date_words.label(dates.parse(typed), self.style))

    def denial(self, event_id: str | None, said_by: Iterable[str] = ()) -> str:
        """Tell who denies an event, or what these say of it: والنفي لروسيا; else who differs.

        Empty where no other party does.
        """
        denials = self.library.denials
        if event_id is None or event_id not in denials.events:
            return ""
        told = denials.against(event_id, said_by)
        denying = [each for each in told if each.claim.act == "denies"]
        word = "والنفي" if denying else "وما يخالفه"
        return f"{word} {self.attribution(self._sides(denying or told))}" if told else ""

    def _sides(self, told: Iterable[Told]) -> list[str]:
        """List who says something, without those for whose state it is said already."""
        who, of_actor = speakers_of(told), self.library.sides.of_actor
        return [each for each in who if of_actor(each) == each or of_actor(each) not in who]

    def day(self, when: Date) -> str:
        """Give the day by which a date is new to a reader, in ISO 8601; empty if it has no bound.

        It is the date's last day: what is dated to a month may have happened late in it. Of what is
        dated to more than a season it is the first, or else the undated would stand before all that
        is dated. It is not after the day that the data reach.
        """
        last = when.latest or when.earliest
        if when.earliest and last and last - when.earliest > SEASON:
            last = when.earliest
        reached = self.library.site.as_of.latest
        if last and reached and when.earliest:
            last = max(min(last, reached), when.earliest)
        return last.isoformat() if last else ""

    @cached_property
    def _changed(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for change in self.library.changes:
            if change.event:
                found[change.event] = max(found.get(change.event, ""), self.day(change.date))
        return found

    def waits(self, event_id: str) -> tuple[str, str]:
        """Word what an event waits for that readers do not see yet: in a word, in a sentence."""
        event = self.library.waiting.get(event_id)
        if event is None:
            return "", ""
        if event.publish == "draft" or event.publish_at is None:
            return "مسودة", "مسودة لا يراها القراء. احذف السطر publish: draft لتُنشر."
        day = date_words.label(dates.parse(f"{event.publish_at:%Y-%m-%d}"), self.style)
        return "مؤجل", f"لا يراه القراء قبل {day}، الساعة {event.publish_at:%H:%M} بتوقيت غرينتش."

    def _month(self, when: Date) -> str:
        """Name the month of a date that lies within one; empty where it is known less exactly."""
        first, last = when.earliest, when.latest
        if not first or not last or (first.year, first.month) != (last.year, last.month):
            return ""
        return date_words.month_label(first.year, first.month, self.style)

    def source(self, source: Source) -> SourceWords:
        """Word a source."""
        publisher = self.library.publishers[source.publisher]
        when = self.maybe_when(source.date)
        what = vocabulary.PUBLISHED_BY[publisher.type]
        return SourceWords(
            publisher=Link(publisher.name.ar, addresses.publisher(source.publisher)),
            type=vocabulary.PUBLISHER_TYPE[publisher.type],
            country=cldr.country(publisher.country) if publisher.country else "",
            title=source.title,
            what=what,
            called="، ".join([f"{what} {publisher.name.ar}", *([when.label] if when else [])]),
            url=source.url,
            host=(urlsplit(source.url).hostname or "").removeprefix("www.") if source.url else "",
            archived=source.archived,
            date=when,
            language=f"ب{cldr.language(source.lang)}" if source.lang else "",
            lang=source.lang,
            via=self.library.publishers[source.via].name.ar if source.via else None,
            note=source.note,
        )

    def sources(self, sources: Iterable[Source]) -> tuple[SourceWords, ...]:
        """Word sources."""
        return tuple(self.source(each) for each in sources)

    def posts(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """List an actor's offices, each with its time in words."""
        return tuple((post.title, self._term(post.from_, post.to)) for post in actor.posts)

    def _term(self, start: Date | None, end: Date | None) -> str:
        first = date_words.label(start, self.style) if start else ""
        last = date_words.label(end, self.style) if end else ""
        if first and last:
            return f"من {first} إلى {last}"
        return f"منذ {first}" if first else f"حتى {last}" if last else ""
