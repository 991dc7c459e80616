"""MkDocs as the engine: pages are handed over in memory, through the hooks that build.py exposes.

Articles are finished HTML already, so Markdown is told to convert nothing and the article is put in
its place afterwards.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainer.engines import EngineError
from explainer.output import Heading, NavItem, Output, Page
from explainer.problems import ContentRefused

Make = Callable[[Path], Output]


log = logging.getLogger("mkdocs.explainer")


class Hooks:
    """What MkDocs calls while it builds. `make` turns a content folder into an output."""

    def __init__(self, make: Make, *, root: Path) -> None:
        self.make = make
        self.root = root
        self.ready: Output | None = None
        self.output: Output | None = None
        self.pages: dict[str, Page] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make everything before MkDocs touches the site folder: bad content leaves it alone."""
        content = self.root / str(config.extra.get("content", "content"))
        try:
            self.output, self.ready = self.ready or self.make(content), None
        except ContentRefused as refused:
            for problem in refused.problems:
                log.error(str(problem))
            number = len(refused.problems)
            raise Abort(f"{number} problems in {content}; nothing was built") from None
        self.pages = {
            page.path: page for page in self.output.pages if not page.meta.get("handwritten")
        }
        # Markup: the theme escapes the name in some places and prints it as it is in others
        config.site_name = Markup.escape(self.output.title)
        config.site_description = escape(self.output.description, quote=True)
        config.nav = [_nav(item) for item in self.output.nav]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add pages and files; a page of docs/ with data in it takes the place of its file."""
        output = self._output()
        for page in output.pages:
            if found := files.get_file_from_path(page.path):
                files.remove(found)
            files.append(MkFile.generated(config, page.path, content=page.markdown()))
        for file in output.files:
            files.append(MkFile.generated(config, file.path, content=file.content))
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give the theme a place to keep the menu in."""
        env.globals["menu"] = Menu({page.path for page in self.pages.values()})
        return env

    def on_page_read_source(self, page: MkPage, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Spare MkDocs the front matter and the article: both are handed over finished."""
        return "" if page.file.src_uri in self.pages else None

    def on_page_markdown(self, markdown: str, page: MkPage, **_: Any) -> str:
        """Give the theme its escaped title and description."""
        if made := self.pages.get(page.file.src_uri):
            page.meta = dict(made.theme_meta)
        return markdown

    def on_page_content(self, html: str, page: MkPage, **_: Any) -> str:
        """Give the search plugin what it reads; the article follows in on_page_context."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html
        page.toc = TableOfContents([])
        return _searched(made)

    def on_page_context(self, context: Any, page: MkPage, **_: Any) -> Any:
        """Put the article in its place once the search plugin has read what it needs of it."""
        if made := self.pages.get(page.file.src_uri):
            page.content = made.article
            page.toc = TableOfContents(_toc(made.headings))
        return context

    def on_post_page(self, output: str, **_: Any) -> str:
        """Give the document its direction: the theme sets it on the body only."""
        return output.replace('<html lang="ar" ', '<html lang="ar" dir="rtl" ', 1)

    def _output(self) -> Output:
        if self.output is None:  # pragma: no cover - MkDocs calls on_config first
            raise RuntimeError("on_config has not run")
        return self.output


def build(hooks: Hooks, output: Output, config_file: Path, out: Path) -> None:
    """Build `output` into the folder `out`, strictly: a warning of MkDocs is an error.

    Raises EngineError where MkDocs is not content; what it said stands in its log.
    """
    from mkdocs.commands.build import build as mkdocs_build

    hooks.ready = output
    config = load_config(str(config_file), site_dir=str(out), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except (Abort, BuildError) as error:
        raise EngineError(f"MkDocs: {error}") from error
    finally:
        config.plugins.on_shutdown()


def serve(config_file: Path, address: str) -> None:
    """Serve the site and build it again at every edit, until interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(str(config_file), livereload=True, dev_addr=address)


class Menu:
    """Keeps the menu as drawn for the first page of each depth that is not in the menu itself."""

    def __init__(self, made: set[str]) -> None:
        self.made = made
        self.drawn: dict[int, str] = {}

    def kept(self, page: MkPage | None) -> str | None:
        """Return the menu drawn for a page like this one; None where there is none yet."""
        return self.drawn.get(self._depth(page))

    def keep(self, page: MkPage | None, drawing: str) -> str:
        """Keep a drawing for pages like this one, and return it."""
        if depth := self._depth(page):
            self.drawn.setdefault(depth, drawing)
        return drawing

    def _depth(self, page: MkPage | None) -> int:
        """Return how deep a page lies that is made from data and not in the menu; else 0."""
        if page is None or page.file.src_uri not in self.made or not _is_outside_menu(page):
            return 0
        return page.url.count("/")


def _is_outside_menu(page: MkPage) -> bool:
    return page.parent is None and page.previous_page is None and page.next_page is None


def _searched(page: Page) -> str:
    """Write what the search plugin reads: a list of all events is not found for each of them."""
    text = escape(page.search or page.description)
    return f"<h1>{escape(page.title)}</h1><p>{text}</p>"


def _nav(item: NavItem) -> dict[str, Any]:
    title = escape(item.title)
    return {title: item.path if item.path else [_nav(child) for child in item.children]}


def _toc(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    """Nest headings of the third level under the second."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.title), heading.id, heading.level)
        if heading.level > 2 and links:
            links[-1].children.append(link)
        else:
            links.append(link)
    return links
