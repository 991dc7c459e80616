"""The data page: what may be downloaded, under which licence, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer import citation
from explainer.library import Library
from explainer.output import SITE
from explainer.views.page import PageView
from explainer.views.wording import Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    site = library.site
    yield PageView(
        kind="data",
        path="data.md",
        title="البيانات",
        description="تنزيل أحداث الملف ومصادرها وأرقامها بصيغ مفتوحة، وكيفية الاستشهاد بها.",
        data={
            "licence": site.licence,
            "citations": citation.styles(
                citation.Cited(
                    "explainer",
                    site.title,
                    site.title,
                    f"{SITE}/",
                    f"بيانات حتى {words.when(site.as_of).label}",
                    f"data as of {site.as_of.text}",
                )
            ),
            "counts": [
                words.count(len(library.live), "event"),
                words.count(len(library.actors), "actor"),
                words.count(len(library.places), "place"),
                words.count(len(library.figures), "figure"),
                words.count(len(library.publishers), "publisher"),
            ],
        },
    )
