"""What may stand in pages of others: an event, a figure, numbers in dispute, a section, the map.

It is small, takes no script, and always has the newest text with its correction («حي»); a version's
embed («مثبت») keeps the text that was cited, and says on itself when there is a newer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from explainer.arabic.isolate import isolate_plain
from explainer.content.prose import sentences
from explainer.site import addresses
from explainer.site.addresses import HOME, Address
from explainer.site.pictures.map import MapPicture
from explainer.site.versions.told_texts import RecordKey
from explainer.site.versions.version_history import Version
from explainer.site.views import news
from explainer.site.views.atlas import home_maps
from explainer.site.views.citations import day_words, page_of
from explainer.site.views.figure_words import FigureCard, ValueWords
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.version_words import RECORD_KINDS, Since, TextWords, since, text_words
from explainer.site.views.wording import WITHDRAWN_TITLE, Card, Link, StatusWords

EMBED_EVENTS: Final = 8
"""So many of a section's newest events."""
EMBED_RIVALS: Final = 6
"""So many figures whose numbers are in dispute."""
EMBED_WIDTH: Final = 600
EMBED_HEIGHTS: Final[Mapping[str, int]] = {
    "event": 380,
    "figure": 420,
    "section": 560,
    "disputed": 640,
    "map": 520,
    "version": 420,
}
"""The height of a frame in pixels, by kind; what is longer can be scrolled."""


@dataclass(frozen=True, slots=True)
class EmbedBand:
    """What was corrected: what was done, on which day, why."""

    type: str
    when: str
    why: Markup


@dataclass(frozen=True, slots=True)
class EmbedNumber:
    """One speaker's number: how much, who says so and about what time, with the speaker's mark."""

    value: str
    who: tuple[Link, ...]
    when: str
    mark: int


@dataclass(frozen=True, slots=True)
class EmbedNumbers:
    """Numbers of one figure that oppose one another."""

    title: str
    href: Address
    numbers: tuple[EmbedNumber, ...]


@dataclass(frozen=True, slots=True)
class Embed:
    """One embed, all in words. `page` is where it is read whole."""

    kind: str
    address: Address
    title: str
    page: Address
    above: str = ""
    """What kind of thing it is, and of what day."""
    status: StatusWords | None = None
    denial: str = ""
    lead: Markup | str = ""
    headline: str = ""
    """The number, of a figure."""
    who: str = ""
    band: EmbedBand | None = None
    groups: tuple[EmbedNumbers, ...] = ()
    cards: tuple[Card, ...] = ()
    map: MapPicture | None = None
    text: TextWords | None = None
    since: Since | None = None
    newest: Address | None = None


def embeds(publication: Publication) -> Iterator[Embed]:
    """Make every embed with the newest text."""
    library, words = publication.library, publication.words
    for card in words.cards(library.live):
        yield _of_event(card, publication)
    for event_id, event in library.events.items():
        if event.publish == "withdrawn":
            yield Embed(
                "event",
                addresses.embed("event", event_id),
                WITHDRAWN_TITLE,
                addresses.event(event_id),
                band=_band(publication, "event", event_id),
            )
    for figure_id in library.figures:
        yield _of_figure(publication.figures.card(figure_id), publication)
    for section_id, section in library.sections.items():
        newest = list(reversed(library.events_by("sections").get(section_id, [])))
        yield Embed(
            "section",
            addresses.embed("section", section_id),
            section.title,
            addresses.section(section_id),
            above=f"آخر الأحداث من {words.count(len(newest), 'event', 'genitive')}",
            cards=words.cards(newest[:EMBED_EVENTS]),
            band=_band(publication, "page", section_id),
        )
    yield from _of_all(publication)


def frame_code(address: Address, title: str, kind: str) -> str:
    """Write what is pasted into another page; no script is needed there either."""
    height = EMBED_HEIGHTS[kind]
    return (
        f'<iframe src="{address.whole}" title="{escape(isolate_plain(title))}" '
        f'width="100%" height="{height}" frameborder="0" loading="lazy" '
        'referrerpolicy="no-referrer"></iframe>'
    )


@dataclass(frozen=True, slots=True)
class EmbedCode:
    """One way to embed a page: its name, what that means, the code, and where it can be seen."""

    name: str
    meaning: str
    code: str
    address: Address
    height: int


OF_PAGES: Final = {"disputed": "disputed", "home": "map"}
"""Kind of page -> what of it is embedded where it shows no record of its own."""
LIVE: Final = ("حي", "يعرض دائما أحدث نص مع تصحيحاته")
PINNED: Final = ("مثبت", "يبقي النص كما هو اليوم، وينبه إذا نُشر أحدث منه")


def embed_codes(view: PageView, publication: Publication) -> tuple[EmbedCode, ...]:
    """Write the codes for a page: live, and of a record that is cited pinned; none for others."""
    kind, record_id = view.record or ("", "")
    newest = publication.versions.newest(RecordKey(kind, record_id)) if record_id else None
    if newest and newest.text:
        return (
            _code(LIVE, addresses.embed(kind, record_id), str(newest.text["title"]), kind),
            _code(PINNED, addresses.embed("v", newest.hash), str(newest.text["title"]), "version"),
        )
    own = [each for each in _of_all(publication) if each.kind == OF_PAGES.get(view.kind)]
    return tuple(_code(LIVE, each.address, each.title, each.kind) for each in own)


def _code(way: tuple[str, str], address: Address, title: str, kind: str) -> EmbedCode:
    return EmbedCode(*way, frame_code(address, title, kind), address, EMBED_HEIGHTS[kind])


def _of_event(card: Card, publication: Publication) -> Embed:
    return Embed(
        "event",
        addresses.embed("event", card.id),
        card.title,
        card.href,
        above=f"{card.kind}، {card.when.label}",
        status=card.status,
        denial=card.denial,
        lead=card.summary,
        who=f"وفقا {card.attribution}" if card.attribution else "",
        band=_band(publication, "event", card.id),
    )


def _of_figure(card: FigureCard, publication: Publication) -> Embed:
    return Embed(
        "figure",
        addresses.embed("figure", card.id),
        card.title,
        card.href,
        above="رقم",
        status=card.status,
        denial=card.denial,
        headline="" if card.rivals else card.text,
        who="" if card.rivals else card.who,
        groups=(_numbers(card),) if card.rivals else (),
        band=_band(publication, "figure", card.id),
    )


def _of_all(publication: Publication) -> Iterator[Embed]:
    """Make the embeds of the whole explainer: the numbers in dispute, and the map, if there is one.

    What others show stays where it is when nothing is in dispute any more.
    """
    library = publication.library
    cards = publication.figures.cards(library.site.figures or tuple(library.figures))
    groups = tuple(_numbers(card) for card in cards if card.rivals)[:EMBED_RIVALS]
    yield Embed(
        "disputed",
        addresses.embed("disputed"),
        "أرقام لا يتفق عليها قائلوها",
        addresses.page("disputed"),
        above=publication.title,
        groups=groups,
        lead="" if groups else "لا أرقام متعارضة في الملف الآن.",
    )
    for drawn in home_maps(publication)[:1]:
        yield Embed(
            "map",
            addresses.embed("map"),
            "أماكن الأحداث",
            addresses.page("places"),
            above=publication.title,
            map=drawn,
        )


def _numbers(card: FigureCard) -> EmbedNumbers:
    return EmbedNumbers(card.title, card.href, tuple(map(_number, card.rivals)))


def _number(value: ValueWords) -> EmbedNumber:
    return EmbedNumber(value.short, value.speakers, value.about.label, value.mark)


def _band(publication: Publication, kind: str, record_id: str) -> EmbedBand | None:
    """Tell of the last correction."""
    made = [each for each in publication.changes_of(kind, record_id) if each.is_correction]
    if not made:
        return None
    last = max(made, key=lambda each: publication.words.day(each.change.date))
    told = news.told(last.change, publication.words)
    when, why = publication.words.when(last.change.date).label, last.change.why
    return EmbedBand(str(told["type"]), when, publication.words.inline(sentences(why)[0]))


def embed_of_version(version: Version, publication: Publication) -> Embed:
    """Make the embed that keeps one text."""
    newest = publication.versions.newest(version.key)
    title = str(version.text["title"]) if version.text else "نص سُحب"
    words = publication.words
    return Embed(
        "version",
        addresses.embed("v", version.hash),
        title,
        page_of(version.key) if newest or version.key.id in publication.library.events else HOME,
        above=f"{RECORD_KINDS[version.key.kind]}، كما نُشر: {day_words(version.day, words)}",
        text=text_words(version.text, words) if version.text else None,
        since=since(version, publication),
        newest=newest.address if newest else None,
    )
