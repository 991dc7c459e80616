"""Updates and corrections after publication."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.model import Change
from explainer.views.page import PageView
from explainer.views.wording import Link, Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    yield PageView(
        kind="changes",
        path="changes.md",
        title="التعديلات والتصحيحات",
        description="ما أضيف إلى هذا الملف أو صُحح فيه بعد نشره، ومتى ولماذا.",
        data={
            "changes": [
                {
                    "when": words.when(change.date),
                    "type": vocabulary.CHANGE_TYPE[change.type],
                    "code": change.type,
                    "target": _target(change, library),
                    "was": words.inline(change.was),
                    "now": words.inline(change.now),
                    "why": words.inline(change.why),
                }
                for change in library.changes
                if change.event not in library.unpublished
            ]
        },
    )


def _target(change: Change, library: Library) -> Link:
    if change.event and change.event in library.events:
        event = library.events[change.event]
        title = "حدث سُحب" if event.publish == "withdrawn" else event.title
        return Link(title, f"/events/{change.event}/")
    if change.figure:
        return Link(library.figures[change.figure].title, f"/figures/{change.figure}/")
    return _page(change.page or "", library)


def _page(name: str, library: Library) -> Link:
    """Link to a page by its address without slashes: index, a section's id; else as it is typed."""
    if name == "index":
        return Link(library.site.title, "/")
    if name in library.sections:
        return Link(library.sections[name].title, f"/{name}/")
    return Link(name)
