"""The search's index: what is published becomes documents, their words postings, those files."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site.output import File
from explainer.site.search import documents, index_files, postings
from explainer.site.views.wording import Wording


def index(words: Wording) -> Iterator[File]:
    """Make the files that docs/assets/scripts/search.js reads."""
    made = list(documents.documents(words))
    yield from index_files.files(made, postings.weigh(made))
