"""MkDocs as the engine: pages are handed over in memory, through the hooks that build.py exposes.

Articles are finished HTML already, so Markdown is told to convert nothing and the article is put in
its place afterwards.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

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
            raise Abort(f"{len(refused.problems)} problems in {content}; nothing was built") from None
        self.pages = {
            page.path: page for page in self.output.pages if not page.meta.get("handwritten")
        }
        config.site_name = html.escape(self.output.title)
        config.site_description = html.escape(self.output.description, quote=True)
        config.nav = [_nav(item) for item in self.output.nav]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages and files made from data; a page of docs/ with data in it takes its place."""
        output = self._output()
        for page in output.pages:
            if found := files.get_file_from_path(page.path):
                files.remove(found)
            files.append(MkFile.generated(config, page.path, content=page.content))
        for file in output.files:
            files.append(MkFile.generated(config, file.path, content=file.content))
        return files

    def on_page_read_source(self, page: MkPage, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Spare MkDocs the front matter and the article: both are handed over finished."""
        return "" if page.file.src_uri in self.pages else None

    def on_page_markdown(self, markdown: str, page: MkPage, **_: Any) -> str:
        """Give the theme its escaped title and description."""
        if made := self.pages.get(page.file.src_uri):
            page.meta = dict(made.theme_meta)
        return markdown

    def on_page_content(self, html: str, page: MkPage, **_: Any) -> str:
        """Put the article in its place, and its headings into the table of contents."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html
        page.toc = TableOfContents(_toc(made.headings))
        return made.body

    def on_post_page(self, output: str, **_: Any) -> str:
        """Give the document its direction: the theme sets it on the body only."""
        return output.replace('<html lang="ar" ', '<html lang="ar" dir="rtl" ', 1)

    def _output(self) -> Output:
        if self.output is None:  # pragma: no cover - MkDocs calls on_config first
            raise RuntimeError("on_config has not run")
        return self.output


def build(hooks: Hooks, output: Output, config_file: Path, out: Path) -> None:
    """Build `output` into the folder `out`, strictly: a warning of MkDocs is an error.

    Raises mkdocs.exceptions.Abort where MkDocs is not content.
    """
    from mkdocs.commands.build import build as mkdocs_build

    hooks.ready = output
    config = load_config(str(config_file), site_dir=str(out), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def serve(config_file: Path, address: str) -> None:
    """Serve the site and build it again at every edit, until interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(str(config_file), livereload=True, dev_addr=address)


def _nav(item: NavItem) -> dict[str, Any]:
    title = html.escape(item.title)
    return {title: item.path if item.path else [_nav(child) for child in item.children]}


def _toc(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    """Nest headings of the third level under the second."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(html.escape(heading.title), heading.id, heading.level)
        if heading.level > 2 and links:
            links[-1].children.append(link)
        else:
            links.append(link)
    return links
