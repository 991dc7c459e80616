"""What was corrected after publication: each under an anchor that stays, on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import vocabulary
from explainer.content.library import Library
from explainer.content.model import Change
from explainer.site import addresses
from explainer.site.views import news
from explainer.site.views.made_changes import MadeChange
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import WITHDRAWN_TITLE, Link, Wording


def corrections(publication: Publication) -> list[MadeChange]:
    """List the corrections, the newest first; those of one day in the editors' order."""
    words = publication.words
    found = [made for made in publication.changes if made.is_correction]
    return sorted(found, key=lambda made: words.day(made.change.date), reverse=True)


def called(change: Change, library: Library) -> Link:
    """Name what was changed, with its kind of change before it: تصحيح: العنوان.

    A title with a colon of its own is set off by a dash; one that says it was withdrawn stands.
    """
    target = news.target(change, library)
    if target.text == WITHDRAWN_TITLE:
        return target
    sign = " –" if ":" in target.text else ":"
    return Link(f"{vocabulary.CHANGE_TYPE[change.type]}{sign} {target.text}", target.href)


def told(made: MadeChange, words: Wording) -> dict[str, object]:
    """Put a change into words, under its id; of what was withdrawn only why it was."""
    hidden = {"was": "", "now": ""} if made.is_of_withdrawn else {}
    return {"id": made.id, **news.told(made.change, words), **hidden}


def told_of(publication: Publication, kind: str, record_id: str) -> list[dict[str, object]]:
    """Put the changes of an event, a figure or a page into words, for that page itself."""
    changes = publication.changes_of(kind, record_id)
    return [news.told(made.change, publication.words) for made in changes]


def plainly(made: MadeChange, words: Wording) -> str:
    """Tell a change on one line: what was, what is and why."""
    change = made.change
    changed = [] if made.is_of_withdrawn else [("كان", change.was), ("صار", change.now)]
    texts = [*changed, ("السبب", change.why)]
    return "؛ ".join(f"{name}: {words.plain(text)}" for name, text in texts if text)


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    made = corrections(publication)
    number = words.count(len(made), "correction")
    yield PageView(
        kind="corrections",
        address=addresses.page("corrections"),
        record=("change", ""),
        title="التصحيحات",
        description="ما صُحح في هذا الملف أو وُضح أو سُحب بعد نشره: ماذا كان، وماذا صار، ولماذا.",
        data={
            "count": number if made else "",
            "corrections": [
                {"target": news.target(each.change, library), **told(each, words)} for each in made
            ],
        },
    )
