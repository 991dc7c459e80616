"""MkDocs as the engine: pages are handed over in memory, through the hooks that build.py exposes.

Articles are finished HTML already, so Markdown is told to convert nothing and the article is put in
its place afterwards.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainer.engines import EngineError
from explainer.messages.problems import ContentRefused
from explainer.site.output import Heading, NavItem, Output, Page, published, slot

_NOTHING = Output(
    title="لا موقع بعد",
    description="في المحتوى أخطاء",
    pages=(Page("index.md", "لا موقع بعد", "في المحتوى أخطاء", "<h1>لا موقع بعد</h1>"),),
    files=(),
    nav=(NavItem("لا موقع بعد", "index.md"),),
)
"""What an editor sees whose content has never been sound."""

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
        self.serving = False

    def on_startup(self, command: str, **_: Any) -> None:
        """Remember whether somebody is looking on: then bad content is shown, not fatal."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make everything before MkDocs touches the site folder: bad content leaves it alone."""
        content = self.root / str(config.extra.get("content", "content"))
        self.output, self.ready = self.ready or self._made(content, config), None
        self.pages = {
            page.path: page for page in self.output.pages if not page.meta.get("handwritten")
        }
        config.site_name = slot(self.output.title)
        config.site_description = slot(self.output.description)
        config.nav = [_nav(item) for item in self.output.nav]
        # while serving, the engine puts a script into the page, which a strict policy forbids
        config.extra["serving"] = self.serving
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add pages and files; a page of docs/ with data in it takes the place of its file.

        What the theme brings along, its scripts and styles, is not used and not published.
        """
        output = self._output()
        for theirs in [file for file in files if file.src_dir in config.theme.dirs]:
            files.remove(theirs)
        for page in output.pages:
            if found := files.get_file_from_path(page.path):
                files.remove(found)
            text = "" if page.path in self.pages else page.markdown()
            files.append(MkFile.generated(config, page.path, content=text))
        for file in output.files:
            files.append(MkFile.generated(config, file.path, content=file.content))
        return files

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Spare the look at each template's file for every page: none changes during a build."""
        env.auto_reload = False
        return env

    def on_pre_page(self, page: MkPage, **_: Any) -> MkPage:
        """Let a page made from data be what it is already: finished; no clock dates a page."""
        page.update_date = self._output().day
        if made := self.pages.get(page.file.src_uri):
            page.__class__ = _FinishedPage
            page.made = made  # type: ignore[attr-defined]
        return page

    def _made(self, content: Path, config: MkDocsConfig) -> Output:
        """Make the output; bad content ends a build, and is shown to an editor who looks on."""
        try:
            config.extra["problems"] = []
            return self.make(content)
        except ContentRefused as refused:
            problems = [str(problem) for problem in refused.problems]
            for problem in problems:
                log.error(problem)
            if not self.serving:
                number = len(problems)
                raise Abort(f"{number} problems in {content}; nothing was built") from None
            config.extra["problems"], config.extra["stale"] = problems, True
            return self.output or _NOTHING

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


class Frame:
    """Puts the theme's frame around one page at a time, as a build puts it around all of them.

    `title`, `description` and `nav` are the site's; `problems` are lines for the editor who looks
    on, and `stale` tells that the page is older than they are.
    """

    def __init__(self, config_file: Path, address: str) -> None:
        self._config = load_config(str(config_file), site_url=address)
        self._config.extra["live"] = True
        self._env = self._config.theme.get_env()

    def site(self, title: str, description: str, nav: tuple[NavItem, ...]) -> None:
        """Take the site's name and menu."""
        self._config.site_name, self._config.site_description = slot(title), slot(description)
        self._config.nav = [_nav(item) for item in nav]
        paths = [path for item in nav for path in _paths(item)]
        self._files = Files([self._file(path) for path in paths])
        self._nav = get_navigation(self._files, self._config)

    def tell(self, problems: list[str], *, stale: bool) -> None:
        """Take what the editor is to see above every page."""
        self._config.extra["problems"], self._config.extra["stale"] = problems, stale

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
        file = self._file(made.path, made.markdown() if is_written else "")
        listed = self._files.get_file_from_path(made.path)
        page = (listed.page if listed else None) or MkPage(None, file, self._config)
        page.file = file
        if not is_written:
            page.__class__ = _FinishedPage
            page.made = made  # type: ignore[attr-defined]
        return page

    def _file(self, path: str, text: str = "") -> MkFile:
        """Make a file of the engine's, as a plugin does within a build."""
        file = MkFile(path, None, self._config.site_dir, self._config.use_directory_urls)
        file.content_string = text
        return file

    def _filled(self, template: str, page: MkPage | None) -> str:
        context = get_context(self._nav, self._files, self._config, page, "" if page else "/")
        return str(self._env.get_template(template).render(context))


def _paths(item: NavItem) -> list[str]:
    """List the pages of a menu entry and of those under it."""
    return ([item.path] if item.path else []) + [p for each in item.children for p in _paths(each)]


class _FinishedPage(MkPage):
    """A page of MkDocs that has no Markdown to read or convert."""

    made: Page

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take the theme's slots as they are, escaped."""
        self.markdown = ""
        self.meta = dict(self.made.theme_meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the article and its headings as they are."""
        self.content = published(self.made.article, config.site_url or "")
        self.toc = TableOfContents(_toc(self.made.headings))
        self.present_anchor_ids = {heading.id for heading in self.made.headings}


def _nav(item: NavItem) -> dict[str, Any]:
    title = slot(item.title)
    return {title: item.path if item.path else [_nav(child) for child in item.children]}


def _toc(headings: tuple[Heading, ...]) -> list[AnchorLink]:
    """Nest headings of the third level under the second."""
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(slot(heading.title), heading.id, heading.level)
        if heading.level > 2 and links:
            links[-1].children.append(link)
        else:
            links.append(link)
    return links
