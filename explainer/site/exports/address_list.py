"""What stands at which address: where nothing is, the nearest is found in it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.output import File
from explainer.site.views.publication import Publication


def files(publication: Publication) -> Iterator[File]:
    """Make assets/addresses.json: for each page of a record its address from the root and title."""
    library = publication.library
    pages = [
        *((addresses.section(i), section.title) for i, section in library.sections.items()),
        *((addresses.event(i), event.title) for i, event in library.live.items()),
        *((addresses.actor(i), actor.name.ar) for i, actor in library.actors.items()),
        *((addresses.figure(i), figure.title) for i, figure in library.figures.items()),
    ]
    listed = [[address.lstrip("/"), title] for address, title in pages]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    yield File("assets/addresses.json", text.encode())
