"""What can be found: a document a record, with the words it is found by and those it is shown by.

Only what a reader can open is here: live events, and of the registries what has a page or an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final

from explainer.arabic import cldr, date_words, vocabulary
from explainer.arabic.stem import words as words_of
from explainer.arabic.style import Style
from explainer.content import evidence, source_list
from explainer.content.library import Library
from explainer.content.model import Event, Figure, Name, Source
from explainer.dates import Date
from explainer.site import addresses
from explainer.site.views import corrections, timeline
from explainer.site.views.figure_words import FigureCard
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

DOCUMENT_KINDS: Final = (
    "section", "figure", "actor", "term", "place", "event", "publisher", "question",
)  # fmt: skip
"""Kinds of document, in the order of their numbers."""

MONTH_STYLES: Final = tuple(Style(months=each) for each in ("dual", "maghreb", "algerian"))
"""Whatever the site's own choice, a month is found by any of its names."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found; all that is shown is plain text, isolated by who shows it."""

    kind: str
    id: str
    href: str
    title: str
    names: tuple[str, ...] = ()
    """Every spelling that means this very thing, its title first."""
    called: tuple[str, ...] = ()
    """What it is meant by as well, and not shown by: the offices that somebody holds."""
    when: str = ""
    """When it happened, in every way in which that may be asked for. Found by, not shown."""
    facts: str = ""
    """Short words about it: kind, status, sections. Found by, not shown."""
    text: tuple[str, ...] = ()
    """Paragraphs, the most telling first: found by, and quoted from."""
    linked: tuple[str, ...] = ()
    """Names of who and what takes part, and other texts that are not quoted."""
    shown: str = ""
    """One line under its title: what kind of thing it is, and when."""
    status: str = ""
    answer: tuple[str, ...] = ()
    """What a direct question is answered with, line by line."""
    sections: tuple[str, ...] = ()
    event_kind: str = ""
    year: int | None = None
    prior: float = field(default=1.0)
    """How likely it is what a reader means who types its name; up to 1.5."""
    importance: int = 0
    """Of an event, from 1, what nobody should miss, to 3; 4 for what tells again what events tell;
    0 for others."""
    dates: tuple[str, ...] = ()
    """Ways to ask for its very day or month: who types one means what happened then."""


def documents(publication: Publication) -> Iterator[SearchDocument]:
    """List every document, in an order that depends on the content alone."""
    library, words = publication.library, publication.words
    return chain(
        _sections(publication),
        _figures(publication),
        _actors(publication),
        _terms(publication),
        _places(publication),
        (
            _event(i, library.live[i], words, _corrected(publication, "event", i))
            for i in timeline.listed(words)
        ),
        _publishers(publication),
        _questions(publication),
    )


def _sections(publication: Publication) -> Iterator[SearchDocument]:
    library, words = publication.library, publication.words
    for section_id, section in library.sections.items():
        yield SearchDocument(
            "section", section_id, addresses.section(section_id), section.title,
            names=(section.title,),
            text=_paragraphs(words, section.question, section.summary, section.body),
            shown=section.question or "",
            sections=(section_id,),
            prior=1.4,
        )  # fmt: skip


def _figures(publication: Publication) -> Iterator[SearchDocument]:
    for figure_id, figure in publication.library.figures.items():
        card = publication.figures.card(figure_id)
        yield SearchDocument(
            "figure", figure_id, card.href, card.title,
            names=(card.title,),
            facts=_figure_facts(figure, card),
            text=(
                *(f"{v.text}، وفقا {v.attribution}، {v.about.prose}." for v in card.values),
                *_corrected(publication, "figure", figure_id),
            ),
            shown=f"{card.answer}{_denied(card.denial)}",
            status=card.status.code,
            answer=_answer(card),
            sections=(figure.section,) if figure.section else (),
            prior=1.0 + min(0.3, len(card.values) / 20),
        )  # fmt: skip


def _denied(denial: str) -> str:
    return f"، {denial}" if denial else ""


def _figure_facts(figure: Figure, card: FigureCard) -> str:
    values = (value.value for value in card.values)
    numbers = (n for v in values for n in (v.low, v.best, v.high) if n is not None)
    return " ".join([figure.unit, "رقم", *(f"{n:f}" for n in numbers)])


def _answer(card: FigureCard) -> tuple[str, ...]:
    """Give the number and who says it of what time, how it moved, and what others say."""
    beside = f"الأرقام المتعارضة: {card.beside}" if card.beside else ""
    return tuple(
        filter(None, (card.text, f"{card.who}{_denied(card.denial)}", card.growth, beside))
    )


def _actors(publication: Publication) -> Iterator[SearchDocument]:
    library, words = publication.library, publication.words
    by_actor = library.events_by("actors")
    for actor_id, actor in library.actors.items():
        posts = [post.title for post in actor.posts]
        number = len(by_actor.get(actor_id, ()))
        events = words.count(number, "event") if number else ""
        yield SearchDocument(
            "actor", actor_id, addresses.actor(actor_id), actor.name.ar,
            names=_names(actor.name, actor.aliases),
            called=tuple(post.title for post in actor.posts if post.to is None),
            facts=" ".join(
                [*posts, _country(actor.country), *_joined(_names(actor.name, actor.aliases))]
            ),
            text=_paragraphs(words, actor.summary),
            shown=posts[-1] if posts else events,
            answer=tuple(filter(None, (*posts[-1:], words.plain(actor.summary), events))),
            prior=1.25 + min(0.25, number / 200),
        )  # fmt: skip


def _terms(publication: Publication) -> Iterator[SearchDocument]:
    library, words = publication.library, publication.words
    for term_id, term in library.glossary.items():
        definition = words.plain(term.definition)
        yield SearchDocument(
            "term", term_id, addresses.term(term_id), term.term,
            names=(term.term, *term.aliases),
            text=(definition,),
            answer=(definition,),
        )  # fmt: skip


def _places(publication: Publication) -> Iterator[SearchDocument]:
    library, words = publication.library, publication.words
    by_place = library.events_by("places")
    for place_id, place in library.places.items():
        number = len(by_place.get(place_id, ()))
        events = words.count(number, "event") if number else ""
        shown = "، ".join(filter(None, (_country(place.country), events)))
        yield SearchDocument(
            "place", place_id, addresses.place(place_id), place.name.ar,
            names=_names(place.name, place.aliases),
            facts=" ".join([_country(place.country), *_joined(_names(place.name, place.aliases))]),
            shown=shown,
            answer=(shown,) if shown else (),
            prior=1.2,
        )  # fmt: skip


def _publishers(publication: Publication) -> Iterator[SearchDocument]:
    library, words = publication.library, publication.words
    used = source_list.used(library)
    numbers: dict[str, int] = {}
    for source in used:
        numbers[source.publisher] = numbers.get(source.publisher, 0) + 1
    for publisher_id in sorted(source_list.publishers(used)):
        publisher = library.publishers[publisher_id]
        kind = vocabulary.PUBLISHER_TYPE[publisher.type]
        parts = (
            kind,
            _country(publisher.country),
            words.count(numbers.get(publisher_id, 0), "source"),
        )
        yield SearchDocument(
            "publisher", publisher_id, addresses.publisher(publisher_id), publisher.name.ar,
            names=_names(publisher.name, ()),
            facts=kind,
            shown="، ".join(filter(None, parts)),
            prior=0.8,
        )  # fmt: skip


def _questions(publication: Publication) -> Iterator[SearchDocument]:
    words = publication.words
    for number, each in enumerate(publication.library.site.questions, 1):
        yield SearchDocument(
            "question", f"q{number}", addresses.question(number), each.question,
            names=(each.question,),
            text=_paragraphs(words, each.answer),
            prior=0.5,
            importance=4,
        )  # fmt: skip


def _event(event_id: str, event: Event, words: Wording, corrected: Sequence[str]) -> SearchDocument:
    library = words.library
    card = words.card(event_id)
    names = [library.actors[i] for i in event.actors] + [library.places[i] for i in event.places]
    return SearchDocument(
        "event", event_id, card.href, event.title,
        names=(event.title,),
        facts=" ".join(
            [
                card.kind, card.status.word, *(section.text for section in card.sections),
                *_joined(name for each in names for name in _names(each.name, each.aliases)),
            ]
        ),
        when=" ".join(_dates(event.when)),
        text=(
            *_paragraphs(words, event.summary, event.body, *(each.text for each in event.claims)),
            *corrected,
        ),
        linked=(
            *(name for each in names for name in _names(each.name, each.aliases)),
            *_source_words(evidence.all_sources(event), library),
        ),
        shown=f"{card.kind}، {card.when.label}{_denied(card.denial)}",
        status=event.status,
        sections=event.sections,
        event_kind=event.kind,
        year=card.year,
        prior={1: 1.15, 2: 1.0, 3: 0.9}[event.importance],
        importance=event.importance,
        dates=tuple(_asked_days(event.when)),
    )  # fmt: skip


def _asked_days(when: Date) -> Iterator[str]:
    """Word the day of what is dated to a day, in every order and with every name of its month."""
    day = when.earliest
    if day is None or day != when.latest:
        return
    for months in MONTH_STYLES:
        for month in date_words.label(when, months).split(" ")[1].split("/"):
            yield f"{day.day} {month} {day.year}"
            yield f"{day.day} {month}"
    yield day.isoformat()
    yield f"{day.day} {day.month} {day.year}"


def _dates(when: Date) -> Iterator[str]:
    """Word a date in every way in which it may be asked for: both names of a month, its number."""
    for months in MONTH_STYLES:
        yield date_words.label(when, months)
    for day in dict.fromkeys((when.earliest, when.latest)):
        if day is not None and when.year:
            yield str(day.year)
    first, last = when.earliest, when.latest
    if first and last and (first.year, first.month) == (last.year, last.month):
        yield str(first.month)


def _source_words(sources: Sequence[Source], library: Library) -> Iterator[str]:
    for source in sources:
        yield from _names(library.publishers[source.publisher].name, ())
        if source.title:
            yield source.title


def _names(name: Name, aliases: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name.ar, *aliases, *(other for _, other in name.others()))))


def _joined(names: Iterable[str]) -> Iterator[str]:
    """Join the parts of Latin names as some write them: kimjongun, jongun, kimjong."""
    for name in names:
        parts = [word for _, word in words_of(name)]
        if len(parts) > 1 and name.isascii():
            yield "".join(parts)
            yield from (one + other for one, other in pairwise(parts) if len(parts) > 2)


def _country(code: str | None) -> str:
    return cldr.country(code) if code else ""


def _corrected(publication: Publication, kind: str, record_id: str) -> tuple[str, ...]:
    """Tell the corrections of a record: who saw the old words finds what they were made into."""
    made = (each for each in publication.changes_of(kind, record_id) if each.is_correction)
    return tuple(corrections.plainly(each, publication.words) for each in made)


def _paragraphs(words: Wording, *texts: str | None) -> tuple[str, ...]:
    return tuple(words.plain(text) for text in texts if text)
