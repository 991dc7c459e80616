"""What is claimed, disputed, suspected and unknown, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content.library import Library
from explainer.site import addresses
from explainer.site.views.ledger import ledger
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

STATUS_ORDER = ("disputed", "suspected", "claimed")
FOLD_FROM = 12
"""A group with more events than this shows their ledgers on request."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    newest = list(library.live)[::-1]
    contested = [
        i for i in newest
        if library.live[i].status == "confirmed" and len(library.live[i].claims) > 1
    ]  # fmt: skip
    yield PageView(
        kind="disputed",
        address=addresses.page("disputed"),
        title="المختلف عليه والمجهول",
        description="ما يقوله طرف واحد، وما ينفيه طرف آخر، وما يُشتبه به، وما لم يثبته أحد.",
        data={
            "folded": FOLD_FROM,
            "unknowns": [
                (words.inline(unknown.text), words.cards(unknown.events))
                for unknown in library.site.unknowns
            ],
            "groups": [
                (words.statuses[code], _ledger(code, newest, library, words))
                for code in STATUS_ORDER
            ],
            "contested": [_entry(event_id, library, words) for event_id in contested],
        },
    )


def _ledger(
    status: str, ids: list[str], library: Library, words: Wording
) -> list[dict[str, object]]:
    return [_entry(i, library, words) for i in ids if library.live[i].status == status]


def _entry(event_id: str, library: Library, words: Wording) -> dict[str, object]:
    return {"card": words.card(event_id), "ledger": ledger(library.live[event_id], words)}
