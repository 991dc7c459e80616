"""Updates and corrections after publication."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.views import news
from explainer.views.page import PageView
from explainer.views.wording import Wording

NEWS = 40
"""How many of the newest events and changes the list by date has."""


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    yield PageView(
        kind="changes",
        path="changes.md",
        record=("change", ""),
        title="التعديلات والتصحيحات",
        description="ما أضيف إلى هذا الملف أو صُحح فيه بعد نشره، ومتى ولماذا.",
        data={
            "changes": [
                {
                    "when": words.when(change.date),
                    "type": vocabulary.CHANGE_TYPE[change.type],
                    "code": change.type,
                    "target": news.target(change, library),
                    "was": words.inline(change.was),
                    "now": words.inline(change.now),
                    "why": words.inline(change.why),
                }
                for change in news.published(library)
            ],
            "months": news.by_month(news.latest(library, words)[:NEWS], words),
        },
    )
