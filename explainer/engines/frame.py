"""The theme's frame around one page at a time, for a local server that makes pages when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkPage

from explainer.engines import file_of
from explainer.engines.finished import finish, menu_entry
from explainer.engines.theme import bounded
from explainer.site.addresses import Address, published
from explainer.site.output import NavItem, Page, slot


class _EveryFile(Files):
    """The files of a site of which most are not made yet: a link to any of them is taken."""

    def __init__(self, files: list[MkFile], make: Callable[[str], MkFile]) -> None:
        super().__init__(files)
        self._make = make

    def get_file_from_path(self, path: str) -> MkFile | None:
        """Find a file, or make what would be there; a build tells whether it is."""
        return super().get_file_from_path(path) or self._make(path)


class Frame:
    """Puts the theme's frame around one page at a time, as a build puts it around all of them.

    `title`, `description` and `nav` are the site's; `problems` are lines for the editor who looks
    on, and `stale` tells that the page is older than they are.
    """

    def __init__(self, config_file: Path, address: str) -> None:
        self._config = load_config(str(config_file), site_url=address)
        self._config.extra["live"] = True
        self._env = bounded(self._config.theme.get_env())

    def site(self, title: str, description: str, nav: tuple[NavItem, ...], brand: str) -> None:
        """Take the site's name, its shorter one if it has one, and menu."""
        self._config.site_name, self._config.site_description = slot(title), slot(description)
        self._config.extra["brand"] = slot(brand)
        self._config.nav = [menu_entry(item) for item in nav]
        listed = [file_of(address) for item in nav for address in _addresses(item)]
        self._files = _EveryFile([self._file(path) for path in listed], self._file)
        self._nav = get_navigation(self._files, self._config)

    def tell(self, problems: list[str], *, stale: bool, rtl: bool = False) -> None:
        """Take what the editor is to see above every page, and from which side it is read."""
        self._config.extra["problems"], self._config.extra["stale"] = problems, stale
        self._config.extra["problems_dir"] = "rtl" if rtl else "ltr"

    def page(self, made: Page) -> str:
        """Return the whole document of a page. Raises jinja2's TemplateError."""
        page = self._page(made)
        page.read_source(self._config)
        page.render(self._config, self._files)
        return self._filled("main.html", page)

    def missing(self) -> str:
        """Return the document for an address where nothing is."""
        return self._filled("404.html", None)

    def _page(self, made: Page) -> MkPage:
        """Take the page of the menu where there is one, so that the menu knows where it is."""
        is_written = bool(made.meta.get("handwritten"))
        text = published(made.markdown(), self._config.site_url or "") if is_written else ""
        file = self._file(file_of(made.address), text)
        listed = self._files.src_uris.get(file.src_uri)
        page = (listed.page if listed else None) or MkPage(None, file, self._config)
        page.file = file
        return page if is_written else finish(page, made)

    def _file(self, path: str, text: str = "") -> MkFile:
        """Make a file of the engine's, as a plugin does within a build."""
        file = MkFile(path, None, self._config.site_dir, self._config.use_directory_urls)
        file.content_string = text
        return file

    def _filled(self, template: str, page: MkPage | None) -> str:
        context = get_context(self._nav, self._files, self._config, page, "" if page else "/")
        return str(self._env.get_template(template).render(context))


def _addresses(item: NavItem) -> list[Address]:
    """List the pages of a menu entry and of those under it."""
    own = [item.address] if item.address else []
    return own + [address for each in item.children for address in _addresses(each)]
