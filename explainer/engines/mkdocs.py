"""MkDocs as the engine: pages are handed over in memory, through the hooks that build.py exposes.

Articles are finished HTML already, so Markdown is told to convert nothing and the article is put in
its place afterwards.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkPage

from explainer.engines import EngineError, file_of
from explainer.engines.complaints import complaints
from explainer.engines.finished import finish, menu_entry
from explainer.engines.shells import use_shells
from explainer.engines.theme import unpublished
from explainer.messages.problems import ContentRefused
from explainer.site import manifest
from explainer.site.addresses import HOME, published
from explainer.site.output import OUTPUT_MARK, SITE_MARK, NavItem, Output, Page, slot
from explainer.system import terminal
from explainer.system.environment import site_address
from explainer.system.errors import ExplainerError

_NOTHING = Output(
    title="لا موقع بعد",
    description="في المحتوى أخطاء",
    pages=(Page(HOME, "لا موقع بعد", "في المحتوى أخطاء", "<h1>لا موقع بعد</h1>"),),
    files=(),
    nav=(NavItem("لا موقع بعد", HOME),),
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
        terminal.speak_utf8()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make everything before MkDocs touches the site folder: bad content leaves it alone."""
        config.site_url = config.site_url or str(config.extra["site_url"])
        content = self.root / str(config.extra.get("content", "content"))
        self.output, self.ready = self.ready or self._make_or_show_problems(content, config), None
        self.pages = {
            file_of(page.address): page
            for page in self.output.pages
            if not page.meta.get("handwritten")
        }
        config.site_name = slot(self.output.title)
        config.site_description = slot(self.output.description)
        config.extra["brand"] = slot(self.output.brand)
        config.nav = [menu_entry(item) for item in self.output.nav]
        config.theme = unpublished(config.theme)
        # while serving, the engine puts a script into the page, which a strict policy forbids
        config.extra["serving"] = self.serving
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add pages and files; a page of docs/ with data in it takes the place of its file.

        A page of docs/ that the output leaves out is not published.
        """
        output, site_url = self._output(), config.site_url or ""
        wanted = {file_of(page.address) for page in output.pages}
        for unread in [f for f in files.documentation_pages() if f.src_uri not in wanted]:
            files.remove(unread)
        for page in output.pages:
            path = file_of(page.address)
            if found := files.get_file_from_path(path):
                files.remove(found)
            text = "" if path in self.pages else published(page.markdown(), site_url)
            files.append(MkFile.generated(config, path, content=text))
        for file in output.files:
            content = file.published(site_url)
            files.append(_file(config, file.path, content))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
        """Spare what would be done for every page: none of the templates changes during a build."""
        env.auto_reload = False
        use_shells(env, config)
        return env

    def on_pre_page(self, page: MkPage, **_: Any) -> MkPage:
        """Let a page made from data be what it is already: finished; no clock dates a page."""
        page.update_date = self._output().day
        if made := self.pages.get(page.file.src_uri):
            return finish(page, made)
        return page

    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        """Mark the folder as one that is ours to replace, and list what is in it."""
        (Path(config.site_dir) / SITE_MARK).write_text(OUTPUT_MARK, "utf-8")
        manifest.write(Path(config.site_dir))

    def _make_or_show_problems(self, content: Path, config: MkDocsConfig) -> Output:
        """Make the output; bad content ends a build, and is shown to an editor who looks on."""
        try:
            config.extra["problems"] = []
            site_address()
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
        except ExplainerError as error:
            raise Abort(str(error)) from error

    def _output(self) -> Output:
        if self.output is None:  # pragma: no cover - MkDocs calls on_config first
            raise RuntimeError("on_config has not run")
        return self.output


def _file(config: MkDocsConfig, path: str, content: bytes) -> MkFile:
    """Hand a file over that is published as it is, though its name be hidden (.well-known)."""
    file = MkFile.generated(config, path, content=content)
    file.inclusion = InclusionLevel.INCLUDED
    return file


def build(hooks: Hooks, output: Output, config_file: Path, out: Path) -> None:
    """Build `output` into the folder `out`, strictly: a warning of MkDocs is an error.

    Raises EngineError where MkDocs is not content, with all that it complains of.
    """
    hooks.ready = output
    with complaints(config_file.parent / "docs") as said:
        try:
            _build(config_file, out)
        except MkDocsException as error:
            raise EngineError("\n".join(said) or f"MkDocs: {error}") from error
        except TemplateError as error:
            raise EngineError(f"templates/theme: {error}") from error


def _build(config_file: Path, out: Path) -> None:
    from mkdocs.commands.build import build as mkdocs_build

    config = load_config(str(config_file), site_dir=str(out), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
