"""A page's words and its template become its article; a missing value stops the build."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from explainer.arabic.isolate import isolate
from explainer.output import Heading, Page, address_of
from explainer.views.page import PageView

ROOTED = re.compile(r'\b(href|src)="/(?!/)([^"]*)"')
HEADING = re.compile(r'<h([23])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


class RenderError(Exception):
    """A template could not place a page's words: a mistake of a designer, or of ours."""


def environment(templates: Path) -> Environment:
    """Make the templates' environment: text is escaped, unknown names are errors."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters["bidi"] = isolate
    return env


def render(view: PageView, env: Environment, globals_: dict[str, Any] | None = None) -> Page:
    """Render one page.

    In templates, an address within the site begins with '/'; here it becomes relative to the page,
    so that the site works under any path. Raises RenderError naming template and page.
    """
    name = f"pages/{view.kind}.html"
    try:
        html = env.get_template(name, globals=globals_).render(
            page=view, address=address_of(view.path), **view.data
        )
    except TemplateError as error:
        raise RenderError(f"templates/{name}: page {view.path}: {error}") from error
    body = relative(_tidy(html), view.path)
    return Page(view.path, view.title, view.description, body, headings(body))


def relative(html: str, path: str) -> str:
    """Turn the site's own addresses in `html` into ones relative to the page at `path`."""
    depth = address_of(path).count("/") - 1
    return ROOTED.sub(partial(_to_root, "../" * depth or "./"), html)


def _to_root(root: str, match: re.Match[str]) -> str:
    return f'{match[1]}="{root + match[2]}"'


def headings(html: str) -> tuple[Heading, ...]:
    """List the headings that have an id, as plain text."""
    return tuple(
        Heading(found[2], " ".join(unescape(TAG.sub("", found[3])).split()), int(found[1]))
        for found in HEADING.finditer(html)
    )


def _tidy(html: str) -> str:
    """Drop the blank lines and indentation that template logic leaves."""
    return "\n".join(line for raw in html.splitlines() if (line := raw.strip()))
