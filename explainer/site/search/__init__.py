"""The search's index: what is published becomes documents, their words postings, those files."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site.output import File
from explainer.site.search import documents, index_files, postings
from explainer.site.views.publication import Publication


def files(publication: Publication) -> Iterator[File]:
    """Make the files that docs/assets/scripts/search.js reads."""
    made = list(documents.documents(publication))
    yield from index_files.files(made, postings.weigh(made))
