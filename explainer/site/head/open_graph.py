"""How a page introduces itself where somebody shares its address: title, description, site."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from explainer.arabic.isolate import isolate_plain
from explainer.site.addresses import HOME
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.upkept import Upkept


def lines(
    view: PageView,
    publication: Publication,
    file: Upkept | None,  # noqa: ARG001
) -> Iterator[str]:
    """Write the Open Graph's properties; home is called what the explainer is called."""
    title = publication.title if view.address == HOME else view.title
    yield meta("og:type", "article")
    yield meta("og:title", worded(title))
    yield meta("og:description", worded(view.description or publication.description))
    yield meta("og:url", view.address.whole)
    yield meta("og:site_name", worded(publication.title))
    yield meta("og:locale", "ar_AR")


def meta(name: str, content: str) -> str:
    """Write one property; `content` is a code, an address, or text that is `worded`."""
    return f'<meta property="{name}" content="{escape(content)}">'


def worded(text: str) -> str:
    """Set plain text on one line, with the directions of what is not Arabic in it."""
    return isolate_plain(" ".join(text.split()))
