"""The waist: what the package makes and every engine takes, files and a navigation."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from explainer.arabic.isolate import isolate_plain
from explainer.site.addresses import Address, published, relative

SITE_MARK = ".explainer-site"
"""A file in every site that we made: only such a folder, or an empty one, is replaced."""
OUTPUT_MARK = "explainer\n"
"""What stands in it."""
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page that its table of contents lists; `title` is plain text."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it is read, and its article in HTML (`body`).

    Addresses within the site are marked in `body`; an engine takes `article` or `markdown`, where
    they are relative, so that the site works under any path. `title` and `description` are plain
    text; whoever puts them into HTML escapes them.
    """

    address: Address
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...] = ()
    changed: str = ""
    """The day on which the page's own file last changed, in ISO 8601, where it is known."""
    head: str = ""
    """Lines of HTML for the document's head, escaped, with addresses marked as in `body`."""
    meta: Mapping[str, object] = field(default_factory=dict)

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
        return self._seen_from_here(self.body)

    @property
    def head_lines(self) -> str:
        """The lines for the head with addresses as seen from where the page is read."""
        return self._seen_from_here(self.head)

    def _seen_from_here(self, html: str) -> str:
        return relative(html, self.address.count("/") - 1)

    def _unread_by_engines(self) -> str:
        """Write addresses where an engine does not look: within <noscript> is text to it."""
        return NOSCRIPT.sub(lambda found: self._seen_from_here(found[0]), self.body)

    def markdown(self, *, from_file: bool = False) -> str:
        """Write the page as a Markdown file: front matter, then the article.

        `from_file`: addresses are seen from the file, for engines that rewrite those in HTML.
        """
        lines = [f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in self.theme_meta.items()]
        if self.head:
            lines += ["head: |-", *(f"  {line}" for line in self.head_lines.split("\n"))]
        depth = max(0, self.address.count("/") - 2)
        text = relative(self._unread_by_engines(), depth) if from_file else self.article
        return "\n".join(["---", *lines, "---", "", text, ""])


@dataclass(frozen=True, slots=True)
class File:
    """A file that is published as it is: data, a picture. `path` is from the site's root."""

    path: str
    content: bytes
    has_addresses: bool = False
    """Whether it is text in which whole addresses of the site are asked for (`Address.whole`)."""

    def at(self, path: str) -> File:
        """Give the same file at another path."""
        return replace(self, path=path)

    def published(self, site_url: str) -> bytes:
        """Give its bytes, whole addresses written out."""
        if not self.has_addresses:
            return self.content
        return published(self.content.decode(), site_url).encode()


class LateFile(File):
    """A file that takes long to make, and is made each time that its content is asked for."""

    __slots__ = ("_make",)
    _make: Callable[[], bytes]

    def __init__(self, path: str, make: Callable[[], bytes]) -> None:
        for name, value in (("path", path), ("has_addresses", False), ("_make", make)):
            object.__setattr__(self, name, value)

    def at(self, path: str) -> LateFile:
        """Give the same file at another path."""
        return LateFile(path, self._make)

    @property
    def content(self) -> bytes:
        """Make it."""
        made: bytes = self._make()
        return made


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the menu: a page, or a group of entries."""

    title: str
    address: Address | None = None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A whole site before any engine has touched it."""

    title: str
    description: str
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    nav: tuple[NavItem, ...]
    brand: str = ""
    """What the site is called where its title has no room; empty where it has no shorter name."""
    day: str = "1980-01-01"
    """The newest day of any page, or the last that the data cover: no clock dates a site."""


def slot(text: str) -> str:
    """Make plain text ready for a theme, which prints it as it is, markup or not."""
    return html.escape(isolate_plain(text), quote=True)
