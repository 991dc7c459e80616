"""Where those who embed pages by oEmbed learn how a page is embedded."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from explainer.site.addresses import Address
from explainer.site.head.open_graph import worded
from explainer.site.views.embeds import embed_codes
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.upkept import Upkept


def lines(
    view: PageView,
    publication: Publication,
    file: Upkept | None,  # noqa: ARG001
) -> Iterator[str]:
    """Link to the answer for a page that has an embed of its own."""
    for live in embed_codes(view, publication)[:1]:
        answer = Address(f"{live.address}oembed.json").whole
        title = escape(worded(view.title))
        kind = "application/json+oembed"
        yield f'<link rel="alternate" type="{kind}" href="{answer}" title="{title}">'
