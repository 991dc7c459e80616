"""The parts that many nodes have: who publishes, what was corrected, the way to a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from explainer.content.library import Library
from explainer.dates import Date, Point, Precision, Span
from explainer.site import addresses
from explainer.site.addresses import HOME, Address
from explainer.site.views import corrections
from explainer.site.views.made_changes import MadeChange
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

Node = dict[str, Any]
"""A thing in JSON-LD: its `@type`, and properties of schema.org by name."""

LISTS = {
    "event": ("التسلسل الزمني", "timeline"),
    "withdrawn": ("التسلسل الزمني", "timeline"),
    "actor": ("الأشخاص والجهات", "actors"),
    "figure": ("الأرقام", "figures"),
}
"""Kind of page -> the title and name of the page that lists those of its kind."""


def node(kind: str | list[str], **properties: Any) -> Node:
    """Make a node; what is empty is left out, `id` is its address."""
    found = {"@type": kind, "@id": properties.pop("id", None), **properties}
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def publisher(library: Library) -> Node | None:
    """Give the newsroom, where the settings name one."""
    newsroom = library.site.newsroom
    return node("Organization", name=newsroom.name, url=newsroom.url) if newsroom else None


def breadcrumbs(view: PageView, publication: Publication) -> Iterable[Node]:
    """Give the way to a page from home; home has none."""
    if view.address == HOME:
        return
    way: list[tuple[str, Address]] = [(publication.title, HOME)]
    if view.kind in LISTS:
        title, name = LISTS[view.kind]
        way.append((title, addresses.page(name)))
    way.append((view.title, view.address))
    items = [
        node("ListItem", position=number, name=name, item=node("WebPage", id=address.whole))
        for number, (name, address) in enumerate(way, 1)
    ]
    yield node("BreadcrumbList", itemListElement=items)


def corrections_of(publication: Publication, kind: str, target_id: str) -> list[Node]:
    """Give what was corrected in an event, a figure or a page, the newest first.

    An update corrects nothing.
    """
    changes = publication.changes_of(kind, target_id)
    return [correction(made, publication.words) for made in changes if made.is_correction]


def correction(made: MadeChange, words: Wording) -> Node:
    """Give a correction in words: what was, what is, why; of what was withdrawn only why."""
    return node(
        "CorrectionComment",
        id=made.href.whole,
        text=corrections.plainly(made, words),
        datePublished=day(made.change.date),
    )


def day(date: Date | None) -> str | None:
    """Give a date as schema.org has it, where it is one exact day; None where it is not."""
    return _day(date.what) if date and isinstance(date.what, Point) else None


def ends(date: Date) -> tuple[str | None, str | None]:
    """Give the first and the last day of a time, each where it is exact; one day has no last."""
    if isinstance(date.what, Span):
        return _day(date.what.start), _day(date.what.end)
    return day(date), None


def _day(what: object) -> str | None:
    """Write a point that is one whole day, of which nothing is in doubt."""
    if not isinstance(what, Point) or what.precision is not Precision.DAY or what.unspecified:
        return None
    in_doubt = what.approximate or what.uncertain
    return what.earliest.isoformat() if what.earliest and not in_doubt else None
