"""A frame that is rendered once for each kind of record page, with holes for what is a page's own.

The engine's template makes the shell, of a page whose title, article and so on are marks that no
content can hold; the pages of the kind are put into it, byte for byte as the template would have
made them. The first of each kind goes both ways: where they differ, the template makes them all.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig

from explainer.engines import EngineError
from explainer.engines.finished import FinishedPage
from explainer.system.folders import ROOT

HOLE_MARK: Final = "\ufdd4"
"""Stands before and after a hole's name. No file of content may hold it (E104)."""
FRAME_SLOTS: Final = ("title", "description", "head")
"""What a page hands to the frame beside its article and its address."""
ARTICLE_HOLE: Final = "<h1>"
"""The article's hole: a frame adds a heading of its own to one that has none."""
FRAME_TEMPLATE: Final = "main.html"
CONTENTS_PART: Final = "partials/contents.html"
OUR_HOOKS: Final = 1
"""So many plugins a build has that nobody added one to: what another may change is not known."""

log = logging.getLogger("mkdocs.explainer.shells")

FrameContext = Mapping[str, Any]
"""What MkDocs gives to a template."""
ShellPieces = tuple[str, ...]
"""The text between holes and the holes' names, by turns."""


class ShelledTemplate(Template):
    """A frame's template that puts record pages into shells, and renders all others as ever."""

    shells: Shells

    def render(self, *args: Any, **more: Any) -> str:
        """Return the whole document of a page."""
        context = dict(*args, **more)
        page = context.get("page")
        if isinstance(page, FinishedPage) and _is_of_a_kind(page):
            return self.shells.document(page, context)
        return super().render(context)


class Shells:
    """The shells of one build, by kind of page."""

    def __init__(self, env: Environment) -> None:
        self._frame = env.get_template(FRAME_TEMPLATE)
        self._contents = env.get_template(CONTENTS_PART)
        self.kinds: dict[tuple[str, bool], ShellPieces | None] = {}
        """None where the template has to make each page."""

    def document(self, page: FinishedPage, context: FrameContext) -> str:
        """Return the whole document of a record page."""
        kind = (page.url.partition("/")[0], bool(page.toc.items))
        if kind not in self.kinds:
            return self._first(kind, page, context)
        shell = self.kinds[kind]
        return self._filled(shell, page, context) if shell else self._rendered(context)

    def _first(self, kind: tuple[str, bool], page: FinishedPage, context: FrameContext) -> str:
        """Make the shell of a kind, and hold it to what the template makes of a page."""
        whole, shell = self._rendered(context), self._shell(page, context)
        is_alike = self._filled(shell, page, context) == whole  # no value was only looked into
        self.kinds[kind] = shell if is_alike else None
        return whole

    def _shell(self, page: FinishedPage, context: FrameContext) -> ShellPieces:
        """Render the frame around holes. Raises EngineError where one is missing."""
        text = self._rendered({**context, "page": _with_holes(page)})
        needed = {*FRAME_SLOTS, ARTICLE_HOLE, "address"}
        if page.toc.items:
            text = text.replace(self._contents.render(context), _mark("contents"))
            needed.add("contents")
        shell = tuple(re.split(f"{HOLE_MARK}([^{HOLE_MARK}]*){HOLE_MARK}", text))
        if missing := sorted(needed - set(shell[1::2])):
            told = ", ".join(missing).replace(ARTICLE_HOLE, "article")
            raise EngineError(f"templates/theme/{FRAME_TEMPLATE} does not print a page's {told}")
        return shell

    def _filled(self, shell: ShellPieces, page: FinishedPage, context: FrameContext) -> str:
        contents = self._contents.render(context) if page.toc.items else ""
        values = {**page.meta, **_own(page), "contents": contents}
        return "".join(values.get(each, "") if n % 2 else each for n, each in enumerate(shell))

    def _rendered(self, context: FrameContext) -> str:
        return Template.render(self._frame, context)


def use_shells(env: Environment, config: MkDocsConfig) -> None:
    """Let record pages be put into shells, where the frame is ours and no plugin sees pages."""
    frame = env.get_template(FRAME_TEMPLATE)
    is_ours = Path(frame.filename or "").is_relative_to(ROOT)
    if is_ours and len(config.plugins) == OUR_HOOKS:
        frame.__class__ = ShelledTemplate
        frame.shells = Shells(env)  # type: ignore[attr-defined]


def _is_of_a_kind(page: FinishedPage) -> bool:
    """Tell whether a page is one of many, in no menu, and lacks nothing that the others have."""
    has_all = all(page.meta.get(name) for name in FRAME_SLOTS) and page.canonical_url
    return page.url.count("/") > 1 and bool(has_all) and "<h1" in (page.content or "")


def _own(page: FinishedPage) -> dict[str, str]:
    return {ARTICLE_HOLE: page.content or "", "address": page.canonical_url or ""}


def _with_holes(page: FinishedPage) -> FinishedPage:
    hollow = copy.copy(page)
    hollow.meta = {**page.meta, **{name: _mark(name) for name in FRAME_SLOTS}}
    hollow.content, hollow.canonical_url = _mark(ARTICLE_HOLE), _mark("address")
    return hollow


def _mark(name: str) -> str:
    return f"{HOLE_MARK}{name}{HOLE_MARK}"
