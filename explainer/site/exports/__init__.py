"""Every format that the data is published in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.site import feeds, search
from explainer.site.exports import (
    address_list,
    citation_files,
    csv_tables,
    json_data,
    picture_files,
)
from explainer.site.output import File
from explainer.site.views.publication import Publication

Export = Callable[[Publication], Iterator[File]]

EXPORTS: tuple[Export, ...] = (
    json_data.files,
    csv_tables.files,
    citation_files.files,
    picture_files.files,
    search.files,
    feeds.files,
    address_list.files,
)
