"""The data page: what may be downloaded, under which licence, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.library import Library
from explainer.views.page import PageView
from explainer.views.wording import Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    yield PageView(
        kind="data",
        path="data.md",
        title="البيانات",
        description="تنزيل أحداث الملف ومصادرها وأرقامها بصيغ مفتوحة، وكيفية الاستشهاد بها.",
        data={
            "licence": library.site.licence,
            "as_of": words.when(library.site.as_of),
            "site_title": library.site.title,
            "counts": [
                words.count(len(library.live), "event"),
                words.count(len(library.actors), "actor"),
                words.count(len(library.places), "place"),
                words.count(len(library.figures), "figure"),
                words.count(len(library.publishers), "publisher"),
            ],
        },
    )
