"""Pages of ours as MkDocs takes them: finished, with nothing to convert."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainer.engines import file_of
from explainer.site.addresses import published
from explainer.site.output import Heading, NavItem, Page, slot


class FinishedPage(MkPage):
    """A page of MkDocs that has no Markdown to read or convert."""

    made: Page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the theme's slots as they are, escaped."""
        self.markdown = ""
        head = published(self.made.head_lines, config.site_url or "")
        self.meta = {**self.made.theme_meta, "head": head}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the article and its headings as they are."""
        self.content = published(self.made.article, config.site_url or "")
        self.toc = TableOfContents(_contents(self.made.headings))
        self.present_anchor_ids = {heading.id for heading in self.made.headings}


def finish(page: MkPage, made: Page) -> MkPage:
    """Let a page of MkDocs be what was made: its article, its headings, its slots."""
    page.__class__ = FinishedPage
    page.made = made  # type: ignore[attr-defined]
    return page


def menu_entry(item: NavItem) -> dict[str, Any]:
    """Write an entry of the menu as MkDocs' settings have it."""
    title = slot(item.title)
    return {
        title: file_of(item.address)
        if item.address
        else [menu_entry(child) for child in item.children]
    }


def _contents(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    """Nest headings of the third level under the second."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(slot(heading.title), heading.id, heading.level)
        if heading.level > 2 and links:
            links[-1].children.append(link)
        else:
            links.append(link)
    return links
