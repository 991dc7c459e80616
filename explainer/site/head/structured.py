"""What a page is, in JSON-LD: a block of data, which a policy against inline scripts lets pass."""

from __future__ import annotations

import json
from collections.abc import Iterator

from explainer.site.linked_data import graph
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.upkept import Upkept

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element or the line that the text stands in."""


def lines(view: PageView, publication: Publication, file: Upkept | None) -> Iterator[str]:
    """Write the nodes of a page, on one line."""
    nodes = graph(view, publication, file.day if file else "")
    data = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    yield f'<script type="application/ld+json">{text}</script>'
