"""How a reader shares a page: its title, of what day it is and how sure, its address, and links.

The links are plain: they lead to the sender's own service, and nothing is asked of it before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from explainer.site.addresses import Address
from explainer.site.views.embeds import EmbedCode, embed_codes
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.share_cards import card_key, share_card

SHARED_KINDS: Final = frozenset({"home", "section", "event", "figure", "actor", "disputed"})
"""The pages that have a button."""


@dataclass(frozen=True, slots=True)
class ShareWay:
    """A service that sends a text, by its name, and its address with the text in it."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared of a page: its title, what is to be known of it, its whole address."""

    title: str
    told: str
    """Of what day it is, and how sure; empty where the title says all."""
    address: str
    ways: tuple[ShareWay, ...]
    codes: tuple[EmbedCode, ...] = ()
    """What is pasted into another page to show it there: live, and as it is now."""

    @property
    def text(self) -> str:
        """Give title and what is told, a line each."""
        return "\n".join(part for part in (self.title, self.told) if part)


def sharing(view: PageView, publication: Publication) -> Sharing | None:
    """Word what is shared of a page; None where it has no button."""
    if view.kind not in SHARED_KINDS:
        return None
    title, told = _worded(view, publication)
    ways = _ways(title, told, view.address)
    return Sharing(title, told, view.address.whole, ways, embed_codes(view, publication))


def _worded(view: PageView, publication: Publication) -> tuple[str, str]:
    """Give a page's title and what its card says of it; a number is said with its title."""
    kind, record_id = view.record or ("", "")
    if card_key(publication, view.record) != (kind, record_id):
        return view.title, ""
    card = share_card(publication, (kind, record_id))
    title = view.title
    if kind == "figure":
        title = f"{title}: {publication.figures.card(record_id).text}"
    told = (card.day, *card.said[:1], card.band)
    return title, "، ".join(part for part in told if part)


def _ways(title: str, told: str, address: Address) -> tuple[ShareWay, ...]:
    """Write the address of each service; the site's own address is filled in when it is known."""
    text = _quoted("\n".join(part for part in (title, told) if part))
    subject, page = _quoted(title), address.whole
    return (
        ShareWay("واتساب", f"https://wa.me/?text={text}%0A{page}"),
        ShareWay("تلغرام", f"https://t.me/share/url?url={page}&text={text}"),
        ShareWay("إكس", f"https://x.com/intent/post?text={text}&url={page}"),
        ShareWay("البريد", f"mailto:?subject={subject}&body={text}%0A{page}"),
    )


def _quoted(text: str) -> str:
    """Quote what has a meaning in an address; Arabic stays as it is, a fifth as long."""
    return "".join(letter if letter > "\u00a0" else quote(letter, safe="") for letter in text)
