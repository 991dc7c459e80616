"""What is told in a brief, in the words of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer import dates
from explainer.content import rivals
from explainer.content.denials import Told
from explainer.content.model import Change
from explainer.site.addresses import Address, published
from explainer.site.views import news
from explainer.site.views.corrections import called
from explainer.site.views.publication import Publication

NEW, CORRECTED, DISPUTED = "جديد", "تصحيحات وتعديلات", "صار محل خلاف"


@dataclass(frozen=True, slots=True)
class BriefItem:
    """One thing to tell: what it is, when, what there is to say of it, where it is read whole.

    Texts are plain. `day` is that by which it is news, in ISO 8601.
    """

    title: str
    when: str
    said: str
    address: str
    """Whole, as it is typed into a browser; empty where nothing leads there."""
    day: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What came since a day, under a heading each; what has nothing is not there."""

    title: str
    since: str
    """The day in words."""
    parts: tuple[tuple[str, tuple[BriefItem, ...]], ...]


def brief(publication: Publication, since: str, site_url: str) -> Brief:
    """Collect what is news since a day (ISO 8601), that day too, on the site at an address.

    The newest comes first.
    """
    collected = _Collector(publication, site_url)
    new = [item for item in collected.events() if item.day >= since]
    told = {item.address for item in new}
    disputed = [each for each in collected.disputed(since) if each.address not in told]
    changed = [item for item in collected.changes() if item.day >= since]
    parts = ((NEW, new), (DISPUTED, disputed), (CORRECTED, changed))
    ordered = (
        (name, tuple(sorted(items, key=lambda item: item.day, reverse=True)))
        for name, items in parts
    )
    return Brief(
        publication.title,
        publication.words.when(dates.parse(since)).label,
        tuple((name, items) for name, items in ordered if items),
    )


class _Collector:
    """Words what may be news of a publication."""

    def __init__(self, publication: Publication, site_url: str) -> None:
        self._publication = publication
        self._library, self._words = publication.library, publication.words
        self._site_url = site_url

    def events(self) -> Iterator[BriefItem]:
        for card in self._words.cards(self._library.live):
            degree = "، ".join(filter(None, (card.status.word, card.denial)))
            yield BriefItem(card.title, card.when.label, degree, self._whole(card.href), card.day)

    def changes(self) -> Iterator[BriefItem]:
        """Word each change; a withdrawn event's text is told nowhere."""
        for made in self._publication.changes:
            change = made.change
            target = news.target(change, self._library)
            yield BriefItem(
                called(change, self._library).text,
                self._words.when(change.date).label,
                self._changed(change),
                self._whole(target.href or made.href),
                self._words.day(change.date),
            )

    def disputed(self, since: str) -> Iterator[BriefItem]:
        """Find what was told before and is denied since: events, and numbers with a new rival."""
        for card in self._words.cards(self._library.live):
            against = self._library.denials.against(card.id)
            days = [day for told in against if (day := self._said(told)) >= since]
            if days and card.denial:
                when, href = card.when.label, self._whole(card.href)
                yield BriefItem(card.title, when, card.denial, href, max(days))
        for figure_id, figure in self._library.figures.items():
            stands = rivals.rival_stands(figure)
            days = [d for each in stands if (d := self._words.day(each.value.as_of)) >= since]
            if days:
                told = self._publication.figures.card(figure_id)
                yield BriefItem(told.title, "", told.answer, self._whole(told.href), max(days))

    def _changed(self, change: Change) -> str:
        plain = self._words.plain
        event = self._library.events.get(change.event or "")
        is_shown = event is None or event.publish != "withdrawn"
        pairs = (("كان", change.was), ("صار", change.now)) if is_shown else ()
        sentences = [plain(change.why), *(f"{name}: {plain(text)}" for name, text in pairs if text)]
        return " ".join(map(ended, sentences))

    def _said(self, told: Told) -> str:
        """Give the day on which something was said: the claim's, else the event's."""
        return self._words.day(told.claim.as_of or self._library.events[told.event].date)

    def _whole(self, href: Address) -> str:
        return published(href.whole, self._site_url)


def ended(sentence: str) -> str:
    """Put a full stop behind a sentence that has no sign at its end."""
    return sentence if sentence.endswith((".", "؟", "!", "…")) else f"{sentence}."
