"""What can be cited as files for reference managers, each beside the page that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.cite_formats import FORMATS
from explainer.site.output import File
from explainer.site.views.citations import citable
from explainer.site.views.publication import Publication


def files(publication: Publication) -> Iterator[File]:
    """Make a file a format for every record, and for the whole explainer."""
    for page, cited in citable(publication):
        for ending, (_, write) in FORMATS.items():
            path = addresses.file_beside(page, cited.key, ending)
            yield File(path.lstrip("/"), write(cited).encode(), has_addresses=True)
