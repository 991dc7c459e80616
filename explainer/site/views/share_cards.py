"""What the card of each record says where its address is shared: events, figures, people, sections.

A page without a record of its own is shared with the card of the front page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from explainer.arabic.joining import join, to
from explainer.content import evidence, prose
from explainer.content.library import Library
from explainer.content.model import Change, Event, Source
from explainer.site.pictures.card_text import CardBrand, CardCount, CardNumber, ShareCard
from explainer.site.views import evidence_words
from explainer.site.views.figure_words import FigureCard, ValueWords
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

RecordKey = tuple[str, str]
"""Kind and id of a record; the id of the front page's is empty."""

FRONT_CARD: Final[RecordKey] = ("site", "")
ACTOR_EVENTS: Final = 3
"""An actor in fewer events has no card of its own."""
RIVALS_SHOWN: Final = 3
"""Of more rivals the greatest and the smallest are shown."""


def carded(publication: Publication) -> Iterator[RecordKey]:
    """List the records that have a card."""
    library = publication.library
    yield FRONT_CARD
    yield from (("section", each) for each in library.sections)
    yield from (("event", each) for each in library.events)
    yield from (("figure", each) for each in library.figures)
    yield from (("actor", each) for each in library.actors if _has_card(library, each))


def card_key(publication: Publication, record: RecordKey | None) -> RecordKey:
    """Give the record whose card a page is shared with: its own, else the front page's."""
    library = publication.library
    kind, record_id = record or FRONT_CARD
    has_own = kind in ("section", "event", "figure") or (
        kind == "actor" and _has_card(library, record_id)
    )
    return (kind, record_id) if record_id and has_own else FRONT_CARD


def share_card(publication: Publication, record: RecordKey) -> ShareCard:
    """Word the card of a record that has one."""
    kind, record_id = record
    match kind:
        case "event":
            return _event(publication, record_id)
        case "figure":
            return _figure(publication, record_id)
        case "actor":
            return _actor(publication, record_id)
        case "section":
            return _section(publication, record_id)
    return _front(publication)


def _has_card(library: Library, actor_id: str) -> bool:
    return len(library.events_by("actors").get(actor_id, ())) >= ACTOR_EVENTS


def _brand(publication: Publication) -> CardBrand:
    site = publication.library.site
    return CardBrand(site.short_title or site.title, site.newsroom.name if site.newsroom else "")


# Events


def _event(publication: Publication, event_id: str) -> ShareCard:
    library, words = publication.library, publication.words
    event = library.events[event_id]
    brand = _brand(publication)
    if event.publish == "withdrawn":
        return ShareCard("سُحب", brand, is_gone=True)
    free = evidence.independent(evidence.of_event(event, library.sides))
    return ShareCard(
        title=event.title,
        brand=brand,
        day=words.when(event.when).label,
        hue=words.section(event.sections[0]).hue,
        band=words.waits(event_id)[0] or _corrected(words, event=event_id),
        degree=event.status,
        said=tuple(_said_of_event(event_id, event, words)),
        counted=words.count(len(free), "independent_source"),
    )


def _said_of_event(event_id: str, event: Event, words: Wording) -> Iterator[str]:
    """Say how sure an event is, with the reason and without."""
    word = words.statuses[event.status].word
    denial = words.card(event_id).denial
    if event.status == "confirmed":
        if denial:
            yield f"{word}، وفي تفاصيله خلاف"
        elif event.basis in ("both_sides", "public_act"):
            yield f"{word}، {evidence_words.why_confirmed(event_id, words).partition(':')[0]}"
    elif denial:
        yield f"{word}، {denial}"
    elif event.said_by:
        yield f"{word}، والقول {to(join(_shortly(event.said_by, words.library)))}"
    yield word


def _shortly(actors: Iterable[str], library: Library) -> list[str]:
    named = (library.actors[each] for each in dict.fromkeys(actors))
    return [actor.short or actor.name.ar for actor in named]


def _corrected(words: Wording, *, event: str = "", figure: str = "") -> str:
    """Tell when a record was last corrected; empty where it never was."""
    found = [each for each in words.library.changes if _corrects(each, event, figure)]
    if not found:
        return ""
    last = max((each.date for each in found), key=lambda date: date.sort_key)
    return f"صُحِّح {words.when(last).prose}"


def _corrects(change: Change, event: str, figure: str) -> bool:
    of_record = (event and change.event == event) or (figure and change.figure == figure)
    return bool(of_record) and change.type == "correction"


# Figures


def _figure(publication: Publication, figure_id: str) -> ShareCard:
    library, words = publication.library, publication.words
    card = publication.figures.card(figure_id)
    is_rival = card.kind == "rivals"
    denial = f"، {card.denial}" if card.denial else ""
    section = library.figures[figure_id].section
    free = _independent(card, library)
    return ShareCard(
        title=card.title,
        brand=_brand(publication),
        day=card.main.about.label if is_rival and card.is_of_one_time else "",
        hue=words.section(section).hue if section else 0,
        band=_corrected(words, figure=figure_id),
        degree=card.status.code,
        said=tuple(dict.fromkeys((f"{card.status.word}{denial}", card.status.word))),
        counted=words.count(free, "independent_source") if free else "",
        numbers=tuple(_rivals(card)) if is_rival else (_number(card.main, f"{card.who}."),),
    )


def _rivals(card: FigureCard) -> Iterator[CardNumber]:
    """Give the rivals, the greatest first; of many, both ends."""
    told = card.rivals[::-1]
    for each in told if len(told) <= RIVALS_SHOWN else (told[0], told[-1]):
        yield _number(each, join(link.text for link in each.shortly), each.mark)


def _number(value: ValueWords, who: str, mark: int = 0) -> CardNumber:
    """Take a number apart: what is said before it, the number, its unit where it stands alone."""
    number = value.short.removeprefix(value.lead).strip()
    whole = value.text.removeprefix(value.lead).strip()
    unit = whole.removeprefix(number)
    if whole.startswith(number) and unit.startswith(" "):
        return CardNumber(value.lead, number, unit.strip(), who, mark)
    return CardNumber(value.lead, whole, "", who, mark)


def _independent(card: FigureCard, library: Library) -> int:
    """Count the origins of the numbers shown that are independent of who gives them."""
    shown = card.rivals if card.kind == "rivals" else (card.main,)
    speakers = [speaker for each in shown for speaker in each.value.said_by]
    sources = [source for each in shown for source in _sources(each, library)]
    return len(evidence.independent(evidence.origins(sources, speakers, library.sides)))


def _sources(value: ValueWords, library: Library) -> Iterable[Source]:
    """Give a number's own sources, else those of the event that it is from."""
    event = library.events.get(value.value.event or "")
    return value.value.sources or (evidence.all_sources(event) if event else ())


# What is of several events


def _actor(publication: Publication, actor_id: str) -> ShareCard:
    library, words = publication.library, publication.words
    actor = library.actors[actor_id]
    ids = library.events_by("actors")[actor_id]
    summary = words.plain(prose.sentences(actor.summary)[0]) if actor.summary else ""
    return ShareCard(
        title=actor.name.ar,
        brand=_brand(publication),
        day=words.count(len(ids), "event"),
        sub=actor.posts[-1].title if actor.posts else summary,
        counts=_counts(ids, words),
    )


def _section(publication: Publication, section_id: str) -> ShareCard:
    library, words = publication.library, publication.words
    section = library.sections[section_id]
    ids = library.events_by("sections").get(section_id, [])
    return ShareCard(
        title=section.question or section.title,
        brand=_brand(publication),
        day=words.count(len(ids), "event"),
        hue=words.section(section_id).hue,
        topic=section.title if section.question else "",
        counts=_counts(ids, words),
    )


def _front(publication: Publication) -> ShareCard:
    library, words = publication.library, publication.words
    site = library.site
    return ShareCard(
        title=site.title,
        brand=_brand(publication),
        day=words.count(len(library.live), "event"),
        hues=len(library.sections),
        sub=words.plain(prose.sentences(site.standfirst)[0]),
        counts=_counts(library.live, words),
    )


def _counts(ids: Iterable[str], words: Wording) -> tuple[CardCount, ...]:
    """Count events by how sure they are; a degree that none has is not told."""
    numbers = Counter(words.library.live[each].status for each in ids)
    return tuple(
        CardCount(code, f"{status.word}: {words.number(numbers[code])}")  # type: ignore[index]
        for code, status in words.statuses.items()
        if numbers[code]  # type: ignore[index]
    )
