"""The picture of a page where its address is shared, and the days of its text."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from explainer.site import addresses
from explainer.site.head.open_graph import meta, worded
from explainer.site.pictures.card_parts import SQUARE_CARD, WIDE_CARD
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.share_cards import card_key, share_card
from explainer.site.views.text_days import text_days
from explainer.site.views.upkept import Upkept

VERSION_LETTERS = 8
"""So many letters tell a card from the one before it: who keeps pictures asks for it anew."""


def lines(view: PageView, publication: Publication, file: Upkept | None) -> Iterator[str]:
    """Write where the card is, wide and square, what is on it, and when the text was written."""
    key = card_key(publication, view.record)
    card = share_card(publication, key)
    alt = worded(card.alt)
    for measures in (WIDE_CARD, SQUARE_CARD):
        address = addresses.card(*key, square=measures.is_square).whole
        yield meta("og:image", f"{address}?v={card.digest[:VERSION_LETTERS]}")
        yield meta("og:image:type", "image/png")
        yield meta("og:image:width", str(measures.width))
        yield meta("og:image:height", str(measures.height))
        yield meta("og:image:alt", alt)
    yield '<meta name="twitter:card" content="summary_large_image">'
    yield f'<meta name="twitter:image:alt" content="{escape(alt)}">'
    days = text_days(view, publication, file)
    if days.published:
        yield meta("article:published_time", days.published)
    if days.modified:
        yield meta("article:modified_time", days.modified)
