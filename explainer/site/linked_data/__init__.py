"""What a page is about in the words of schema.org, for machines: nothing that the record lacks.

`nodes` makes small parts, `records` what pages are about, `pages` what the pages themselves are.
No claim is reviewed here (`ClaimReview`): a degree says who says a thing and who denies it, and
is no rating of ours.
"""

from __future__ import annotations

from explainer.site.linked_data.nodes import Node, breadcrumbs
from explainer.site.linked_data.pages import page_nodes
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication


def graph(view: PageView, publication: Publication, changed: str = "") -> list[Node]:
    """Give the nodes of a page; `changed` is the day on which its file last did, where known."""
    return [*page_nodes(view, publication, changed), *breadcrumbs(view, publication)]
