"""The documents of embeds, their stylesheets, and what oEmbed tells of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from explainer.arabic.isolate import isolate_plain
from explainer.site import addresses, stylesheet
from explainer.site.addresses import HOME
from explainer.site.output import File
from explainer.site.policy import EMBEDDED_PAGE, REFERRER
from explainer.site.render import whole
from explainer.site.views.embeds import (
    EMBED_HEIGHTS,
    EMBED_WIDTH,
    Embed,
    embed_of_version,
    embeds,
    frame_code,
)
from explainer.site.views.publication import Publication

EMBED_STYLES = "assets/embed.css"
EMBED_MAP_STYLES = "assets/embed-map.css"
_TEMPLATE = "embeds/embed.html"


def files(publication: Publication, env: Environment, templates: Path) -> Iterator[File]:
    """Make every embed, live and of a version, with its oEmbed answer. Raises RenderError."""
    styles = templates / "styles"
    own = (styles / "tokens.css", templates / "embeds/embed.css")
    yield stylesheet.bundled(EMBED_STYLES, own, "")
    yield stylesheet.bundled(EMBED_MAP_STYLES, (styles / "map.css",), "")
    for embed in embeds(publication):
        yield _page(embed, publication, env)
        yield oembed(embed, publication)
    for key in publication.versions.keys:
        for version in publication.versions.of(key):
            yield _page(embed_of_version(version, publication), publication, env)


def _page(embed: Embed, publication: Publication, env: Environment) -> File:
    html = whole(
        _TEMPLATE,
        env,
        embed=embed,
        policy=Markup(EMBEDDED_PAGE),  # noqa: S704 - ours
        referrer=REFERRER,
        site_title=publication.title,
        licence=publication.library.site.licence,
        styles=(EMBED_STYLES, EMBED_MAP_STYLES) if embed.map else (EMBED_STYLES,),
    )
    path = f"{embed.address.strip('/')}/index.html"
    return File(path, addresses.relative(html, path.count("/")).encode(), has_addresses=True)


def oembed(embed: Embed, publication: Publication) -> File:
    """Answer as oEmbed 1.0 asks, in a file: how the page is embedded."""
    newsroom = publication.library.site.newsroom
    answer = {
        "type": "rich",
        "version": "1.0",
        "title": isolate_plain(embed.title),
        "provider_name": newsroom.name if newsroom else publication.title,
        "provider_url": HOME.whole,
        "html": frame_code(embed.address, embed.title, embed.kind),
        "width": EMBED_WIDTH,
        "height": EMBED_HEIGHTS[embed.kind],
    }
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return File(f"{embed.address.strip('/')}/oembed.json", text.encode(), has_addresses=True)
