"""The theme's frame around an article: drawn once for pages that lie equally deep, then filled.

A theme spends most of a build drawing the same header, menu and footer again. For pages that are
not in the menu they differ only in title, description, address, contents and article: so one page
of each depth is drawn with marks in these places, and the others are that drawing with the marks
replaced. `tests/test_engines.py` holds a filled frame against a page drawn whole.
"""

from __future__ import annotations

import copy
import re

from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

TEMPLATE = "framed.html"

TITLE, DESCRIPTION, ADDRESS, FIRST, CONTENTS = (
    f"x-mark-{name}-x" for name in ("title", "description", "address", "first", "contents")
)
ARTICLE = "<h1>x-mark-article-x</h1>"
"""With a heading in it: the theme adds one to an article without."""
MARK = re.compile("|".join((TITLE, DESCRIPTION, ADDRESS, FIRST, CONTENTS, ARTICLE)))


class Frames:
    """What `templates/theme/framed.html` calls: a frame for each depth."""

    def __init__(self) -> None:
        self._drawn: dict[int, str] = {}

    def has(self, page: MkPage) -> bool:
        """Tell whether a page as deep as this one has been drawn."""
        return _depth(page) in self._drawn

    def stand_in(self, page: MkPage) -> MkPage:
        """Make a page at the same place with marks instead of words."""
        marked = copy.copy(page)
        marked.title = TITLE
        marked.meta = {"title": TITLE, "description": DESCRIPTION}
        marked.canonical_url = ADDRESS
        marked.content = ARTICLE
        marked.toc = TableOfContents([AnchorLink(CONTENTS, FIRST, 2)])
        return marked

    def keep(self, page: MkPage, drawing: str, contents: str) -> str:
        """Keep a drawing of a stand-in; `contents` is its table of contents. Prints nothing."""
        self._drawn[_depth(page)] = drawing.replace(contents, CONTENTS)
        return ""

    def fill(self, page: MkPage, contents: str) -> str:
        """Return the frame with a page's own words in it."""
        words = {
            TITLE: str(page.meta["title"]),
            DESCRIPTION: str(page.meta["description"]),
            ADDRESS: page.canonical_url or "",
            ARTICLE: page.content or "",
            CONTENTS: contents,
            FIRST: page.toc.items[0].id if page.toc.items else "",
        }
        return MARK.sub(lambda mark: words[mark[0]], self._drawn[_depth(page)])


def is_outside_menu(page: MkPage) -> bool:
    """Tell whether the menu does not list the page, so that the theme marks nothing for it."""
    return page.parent is None and page.previous_page is None and page.next_page is None


def _depth(page: MkPage) -> int:
    return page.url.count("/")
