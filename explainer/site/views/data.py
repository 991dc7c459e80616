"""The data page: what may be downloaded, under which licence, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.views.citations import panel_of_whole
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    site = library.site
    yield PageView(
        kind="data",
        address=addresses.page("data"),
        title="البيانات",
        description="تنزيل أحداث الملف ومصادرها وأرقامها بصيغ مفتوحة، وكيفية الاستشهاد بها.",
        data={
            "licence": site.licence,
            "cite": panel_of_whole(publication),
            "counts": [
                words.count(len(library.live), "event"),
                words.count(len(library.actors), "actor"),
                words.count(len(library.places), "place"),
                words.count(len(library.figures), "figure"),
                words.count(len(library.publishers), "publisher"),
            ],
        },
    )
