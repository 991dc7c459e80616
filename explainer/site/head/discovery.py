"""Where a reader of feeds finds those of a page: of everything, of corrections, and its own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from explainer.arabic.isolate import isolate_plain
from explainer.site import addresses
from explainer.site.feeds.atom import ATOM_TYPE
from explainer.site.feeds.json_feed import JSON_FEED_TYPE
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.subscriptions import OF_CORRECTIONS, OF_EVERYTHING, has_feed, own_path
from explainer.site.views.upkept import Upkept


def lines(
    view: PageView,
    publication: Publication,
    file: Upkept | None,  # noqa: ARG001
) -> Iterator[str]:
    """Link to the feeds; a page that follows one of its own has that first."""
    kind, record_id = view.record or ("", "")
    if has_feed(publication.library, kind, record_id):
        yield from _links(own_path(kind, record_id), f"{publication.title}: {view.title}")
    yield from _links(OF_EVERYTHING, publication.title)
    yield from _links(OF_CORRECTIONS, f"{publication.title}: التصحيحات")


def _links(path: str, title: str) -> Iterator[str]:
    for ending, kind in (("xml", ATOM_TYPE), ("json", JSON_FEED_TYPE)):
        href = addresses.feed(path, ending).__html__()
        name = escape(isolate_plain(" ".join(title.split())))
        yield f'<link rel="alternate" type="{kind}" title="{name}" href="{href}">'
