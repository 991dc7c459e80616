"""Updates and corrections after publication."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.views import corrections, news
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

NEWS_SHOWN = 40
"""How many of the newest events and changes the list by date has."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    yield PageView(
        kind="changes",
        address=addresses.page("changes"),
        record=("change", ""),
        title="التعديلات والتصحيحات",
        description="ما أضيف إلى هذا الملف أو صُحح فيه بعد نشره، ومتى ولماذا.",
        data={
            "changes": [
                {
                    "target": news.target(made.change, library),
                    **corrections.told(made, words),
                }
                for made in publication.changes
            ],
            "months": news.by_month(news.latest(publication)[:NEWS_SHOWN], words),
        },
    )
