"""The page of every version: small, by itself, drawn anew at each build from the text as it was.

It stands in no frame and takes no script, so that it is the same whatever becomes of the site. Only
the band of what is no longer the newest text tells more from one publication to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

from explainer.site import addresses, cite_page, stylesheet, typeface
from explainer.site.output import File
from explainer.site.render import whole
from explainer.site.versions import version_history
from explainer.site.versions.version_history import Version
from explainer.site.views.citations import cited_version, day_words, page_of
from explainer.site.views.publication import Publication
from explainer.site.views.version_words import RECORD_KINDS, since, text_words

VERSION_STYLES = "assets/version.css"
TEXT_WITHDRAWN = "نص سُحب"
"""The title of what is no longer told."""
_TEMPLATE = "versions/version.html"


def files(publication: Publication, env: Environment, templates: Path) -> Iterator[File]:
    """Make the page of every version, their stylesheet, and the texts for the next publication."""
    yield stylesheet.bundled(
        VERSION_STYLES,
        (templates / "styles/tokens.css", templates / "versions/version.css"),
        typeface.faces(),
    )
    yield from version_history.files(publication.versions)
    for key in publication.versions.keys:
        for version in publication.versions.of(key):
            yield _page(version, publication, env)


def _page(version: Version, publication: Publication, env: Environment) -> File:
    """Draw one text. Raises RenderError where the template lacks a value."""
    words, key, text = publication.words, version.key, version.text
    newest = publication.versions.newest(key)
    title = str(text["title"]) if text else TEXT_WITHDRAWN
    html = whole(
        _TEMPLATE,
        env,
        title=title,
        site_title=publication.title,
        kind=RECORD_KINDS[key.kind],
        key=key,
        day=day_words(version.day, words),
        since=since(version, publication),
        text=text_words(text, words) if text else None,
        newest=newest.address if newest else None,
        stands=page_of(key) if newest or key.id in publication.library.events else None,
        styles=VERSION_STYLES,
        hash=version.hash,
        citations=cite_page.styles(cited_version(version, title, words)) if text else (),
        others=[
            (day_words(each.day, words), each.address, each.hash == version.hash)
            for each in reversed(publication.versions.of(key))
        ],
        address=version.address.whole,
    )
    path = f"{version.address.strip('/')}/index.html"
    depth = path.count("/")
    return File(path, addresses.relative(html, depth).encode(), has_addresses=True)
