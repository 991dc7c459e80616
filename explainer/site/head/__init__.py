"""What the head of a document holds beside its frame: a function for each kind of line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from explainer.site.head import discovery, embedding, open_graph, share_image, structured
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.upkept import Upkept

HeadLines = Callable[[PageView, Publication, Upkept | None], Iterable[str]]
"""Writes lines of HTML for the head of one page, escaped; addresses are marked, or `whole`. The
file behind the page is None where the page shows no record or nothing is known of its file."""

HEAD: tuple[HeadLines, ...] = (
    open_graph.lines,
    share_image.lines,
    discovery.lines,
    embedding.lines,
    structured.lines,
)


def head_of(view: PageView, publication: Publication, file: Upkept | None) -> str:
    """Write all that the head of a page holds, in the order of `HEAD`."""
    return "\n".join(line for write in HEAD for line in write(view, publication, file))
