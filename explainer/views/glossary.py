"""The terms that readers may not know."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.library import Library
from explainer.views.page import PageView
from explainer.views.wording import Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page, terms in the order of the alphabet without the article."""
    ids = sorted(library.glossary, key=lambda i: _bare(library.glossary[i].term))
    yield PageView(
        kind="glossary",
        path="glossary.md",
        title="مسرد المصطلحات",
        description=f"{words.count(len(ids), 'term')} ترد في هذا الملف، مع شرحها.",
        data={
            "terms": [
                {
                    "id": term_id,
                    "term": library.glossary[term_id].term,
                    "aliases": library.glossary[term_id].aliases,
                    "definition": words.inline(library.glossary[term_id].definition),
                }
                for term_id in ids
            ]
        },
    )


def _bare(term: str) -> str:
    return term.removeprefix("ال").translate(str.maketrans("أإآ", "ااا"))
