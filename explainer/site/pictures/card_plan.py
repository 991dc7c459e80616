"""A share card laid out, wide or square: where everything on it stands, nothing drawn yet.

A card is read at the width of a thumb: the title is as large as it can be, and beside it stand only
the day, how sure it is, and on how many independent sources it rests.
"""

from __future__ import annotations

from explainer.site.pictures.card_body import body, gone
from explainer.site.pictures.card_frame import foot, head
from explainer.site.pictures.card_parts import CardFormat, CardPart, CardSheet
from explainer.site.pictures.card_text import ShareCard


def planned(card: ShareCard, measures: CardFormat) -> tuple[CardPart, ...]:
    """Lay a card out; of what was withdrawn there is one word, and whose the card is."""
    sheet = CardSheet(card, measures)
    head(sheet)
    if card.is_gone:
        gone(sheet)
    else:
        foot(sheet)
        body(sheet)
    return tuple(sheet.parts)
