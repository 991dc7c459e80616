"""The waist: what the package makes and every engine takes, files and a navigation."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from explainer.arabic.isolate import isolate_plain

SITE = "&site;"
"""Stands before a path of the site in an article where its whole address is to be read.

No content can hold it: an ampersand that an editor types is `&amp;` by then.
"""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page that its table of contents lists; `title` is plain text."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` is its Markdown file ('events/x.md'), `body` its article in HTML.

    Addresses within the site begin with '/' in `body`; an engine takes `article` or `markdown`,
    where they are relative, so that the site works under any path. `title` and `description` are
    plain text; whoever puts them into HTML escapes them.
    """

    path: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...] = ()
    changed: str = ""
    """The day on which the page's own file last changed, in ISO 8601, where it is known."""
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the page is read, from the site's root: '/events/x/'."""
        return address_of(self.path)

    @property
    def theme_meta(self) -> dict[str, object]:
        """Give what a theme prints as it is: escaped, directions set without markup."""
        return {
            **self.meta,
            "title": slot(self.title),
            "description": slot(self.description),
            **({"changed": self.changed} if self.changed else {}),
        }

    @property
    def article(self) -> str:
        """The body with addresses as seen from where the page is read."""
        return _relative(self.body, self.address.count("/") - 1)

    def markdown(self, *, from_file: bool = False) -> str:
        """Write the page as a Markdown file: front matter, then the article.

        `from_file`: addresses are seen from the file, for engines that rewrite those in HTML.
        """
        lines = [f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in self.theme_meta.items()]
        text = _relative(self.body, self.path.count("/")) if from_file else self.article
        return "\n".join(["---", *lines, "---", "", text, ""])


@dataclass(frozen=True, slots=True)
class File:
    """A file that is published as it is: data, a schema. `path` is from the site's root."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the menu: a page, or a group of entries."""

    title: str
    path: str | None = None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A whole site before any engine has touched it."""

    title: str
    description: str
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    nav: tuple[NavItem, ...]
    day: str = "1980-01-01"
    """The newest day of any page, or the last that the data cover: no clock dates a site."""


def slot(text: str) -> str:
    """Make plain text ready for a theme, which prints it as it is, markup or not."""
    return html.escape(isolate_plain(text), quote=True)


_ROOTED = re.compile(r'\b(href|src)="/(?!/)("?)')


def _relative(html: str, depth: int) -> str:
    """Turn the site's own addresses into ones seen from `depth` folders below its root."""
    root = "../" * depth
    return _ROOTED.sub(lambda found: f'{found[1]}="{root or "./" * bool(found[2])}{found[2]}', html)


def published(article: str, site_url: str) -> str:
    """Write whole addresses of the site where an article asks for them."""
    return article.replace(SITE, site_url.rstrip("/")) if SITE in article else article


def address_of(path: str) -> str:
    """Tell where a Markdown file is read: 'events/x.md' at '/events/x/', 'index.md' at '/'."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return "/"
    return f"/{stem.removesuffix('/index')}/"
