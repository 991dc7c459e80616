"""What an entry of a feed says, in the words of the site, once for all feeds that hold it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.content.model import Change, Event
from explainer.site import addresses
from explainer.site.addresses import HOME, WAY_TO_ROOT
from explainer.site.views import evidence_words, news
from explainer.site.views.corrections import called
from explainer.site.views.made_changes import MadeChange
from explainer.site.views.publication import Publication
from explainer.site.views.subscriptions import OF_CORRECTIONS, Feed
from explainer.site.views.wording import WITHDRAWN_TITLE, Card, Wording


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change in plain words and codes, for machines."""

    day: str
    type: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; addresses within the site are whole, days in ISO 8601, texts plain."""

    id: str
    """Its permanent address."""
    title: str
    first: str
    """The day by which it is new: of its coming, or of what happened where it came at first."""
    published: str
    """The day on which it came before readers, where that is known."""
    updated: str
    summary: str
    content: Markup
    """The same at length, as paragraphs in XHTML."""
    sections: tuple[tuple[str, str], ...] = ()
    """Id and title of each."""
    status: tuple[str, str] = ("", "")
    """Code and word; empty for what has no degree."""
    said_by: tuple[str, ...] = ()
    """Ids of who says so."""
    changes: tuple[ToldChange, ...] = ()


class FeedWords:
    """Words the entries of all feeds of a publication, each once."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self._events: dict[str, FeedEntry] = {}

    @property
    def words(self) -> Wording:
        """Word the library's records."""
        return self.publication.words

    @property
    def author(self) -> str:
        """Name who publishes: the newsroom, else the explainer."""
        newsroom = self.publication.library.site.newsroom
        return newsroom.name if newsroom else self.publication.title

    @property
    def day(self) -> str:
        """Give the day that the data reach: what an empty feed is dated by."""
        return str(self.publication.library.site.as_of.latest or "1980-01-01")

    def entries(self, feed: Feed) -> list[FeedEntry]:
        """Give the entries of a feed, those left out that no day is known of."""
        is_own = feed.path == OF_CORRECTIONS
        events = [] if is_own else [self.event(event_id) for event_id in feed.events]
        found = [*events, *(self.change(made) for made in feed.changes)]
        return [entry for entry in found if entry.first]

    def event(self, event_id: str) -> FeedEntry:
        """Word an event; one that was withdrawn says nothing else."""
        if event_id not in self._events:
            event = self.publication.library.events[event_id]
            make = self._withdrawn if event.publish == "withdrawn" else self._event
            self._events[event_id] = make(self.words.card(event_id), event)
        return self._events[event_id]

    def change(self, made: MadeChange) -> FeedEntry:
        """Word a change as an entry of its own."""
        library, change = self.publication.library, made.change
        day = self.words.day(change.date)
        target = called(change, library)
        event = library.events.get(change.event or "")
        return FeedEntry(
            id=made.href.whole,
            title=target.text,
            first=day,
            published=day,
            updated=day,
            summary=self.words.plain(change.why),
            content=Markup("\n").join(
                [_change(made, self.words), *([_leads(target.href)] if target.href else [])]
            ),
            sections=self._sections(event.sections) if event else (),
            changes=(self._told(made),),
        )

    def _event(self, card: Card, event: Event) -> FeedEntry:
        changes = self.publication.changes_of("event", card.id)
        corrected = next((made for made in changes if made.is_correction), None)
        title = called(corrected.change, self.publication.library).text if corrected else card.title
        return FeedEntry(
            title=title,
            summary=self.words.plain(event.summary),
            content=Markup("\n").join(
                [
                    *(_change(made, self.words) for made in changes),
                    _how_sure(card, self.words),
                    Markup("<p>{}</p>").format(_absolute(card.summary)),
                    *([_speakers(card)] if card.attribution else []),
                    _leads(card.href),
                ]
            ),
            status=(card.status.code, card.status.word),
            said_by=tuple(dict.fromkeys(event.said_by)),
            **self._of_any(card, event, changes),  # type: ignore[arg-type]
        )

    def _withdrawn(self, card: Card, event: Event) -> FeedEntry:
        changes = self.publication.changes_of("event", card.id)
        why = [_why(made.change, self.words) for made in changes]
        said = Markup("<p>سُحب من الملف الحدث الذي كان على هذا العنوان.</p>")
        return FeedEntry(
            title=WITHDRAWN_TITLE,
            summary="سُحب هذا الحدث من الملف.",
            content=Markup("\n").join([said, *why, _leads(card.href)]),
            **self._of_any(card, event, changes),  # type: ignore[arg-type]
        )

    def _of_any(self, card: Card, event: Event, changes: Sequence[MadeChange]) -> dict[str, object]:
        days = [self.words.day(made.change.date) for made in changes]
        return {
            "id": card.href.whole,
            "first": card.day,
            "published": card.day if card.added else "",
            "updated": max([card.day, *days]),
            "sections": self._sections(event.sections),
            "changes": tuple(self._told(made) for made in changes),
        }

    def _sections(self, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple((i, self.publication.library.sections[i].title) for i in ids)

    def _told(self, made: MadeChange) -> ToldChange:
        change, plain = made.change, self.words.plain
        hidden = made.is_of_withdrawn
        return ToldChange(
            self.words.day(change.date),
            change.type,
            "" if hidden else plain(change.was),
            "" if hidden else plain(change.now),
            plain(change.why),
        )


def _change(made: MadeChange, words: Wording) -> Markup:
    """Tell a change in a paragraph: when, what it was, what it is, why."""
    told = news.told(made.change, words)
    when = words.when(made.change.date).label
    pairs = (("كان", "was"), ("صار", "now")) if not made.is_of_withdrawn else ()
    parts = [Markup("<strong>{}، {}.</strong>").format(told["type"], when)]
    parts += [Markup("{}: {}").format(name, told[key]) for name, key in pairs if told[key]]
    parts.append(Markup("السبب: {}").format(told["why"]))
    return Markup("<p>{}</p>").format(Markup("<br/>").join(map(_absolute, parts)))


def _why(change: Change, words: Wording) -> Markup:
    when = words.when(change.date).label
    why = _absolute(words.inline(change.why))
    return Markup("<p><strong>{}.</strong> {}</p>").format(when, why)


def _how_sure(card: Card, words: Wording) -> Markup:
    """Tell when it was, what it is, how sure and why."""
    said = f"{card.when.label}. {card.kind}."
    if because := evidence_words.why_confirmed(card.id, words):
        why = f"، {because.rstrip('.')}."
    else:
        why = f": {evidence_words.why_doubtful(card.id, words) or card.status.meaning}"
    return Markup("<p>{} <strong>{}</strong>{}</p>").format(said, card.status.word, why)


def _speakers(card: Card) -> Markup:
    denial = f"، {card.denial}" if card.denial else ""
    return Markup("<p>وفقا {}{}.</p>").format(card.attribution, denial)


def _leads(href: addresses.Address) -> Markup:
    return Markup('<p><a href="{}">الصفحة على الموقع</a></p>').format(href.whole)


def _absolute(html: Markup) -> Markup:
    """Write the site's whole address into links within it."""
    return Markup(html.replace(WAY_TO_ROOT, HOME.whole))  # noqa: S704 - it was safe before
