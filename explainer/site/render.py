"""A page's words and its template become its article; a missing value stops the build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from explainer.arabic.isolate import in_language, isolate
from explainer.site.addresses import HOME, WAY_TO_ROOT
from explainer.site.compiled_templates import COMPILED_TEMPLATES
from explainer.site.kept_parts import keeping_context
from explainer.site.output import Heading, Page
from explainer.site.pictures.told_numbers import MARK_PATHS
from explainer.site.reading import PART_TIME, WHOLE_TIME, timed
from explainer.site.terms import Glosses, Lexicon
from explainer.site.unbroken import keep_dates_whole
from explainer.site.views.page_view import PageView
from explainer.site.views.photos import Photo
from explainer.site.views.sharing import Sharing
from explainer.site.views.upkept import Upkept
from explainer.site.views.wording import Card
from explainer.system.errors import ExplainerError

HEADING = re.compile(r'<h([23])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
ANY_TAG = re.compile(r"<[^>]+>")


class RenderError(ExplainerError):
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
        bytecode_cache=COMPILED_TEMPLATES,
    )
    env.context_class = keeping_context()
    env.filters["bidi"] = isolate
    env.filters["in_language"] = in_language
    env.globals["root"] = WAY_TO_ROOT
    env.globals["site"] = HOME.whole
    env.globals["speaker_marks"] = MARK_PATHS
    env.globals["reading"] = {"whole": WHOLE_TIME, "part": PART_TIME}
    env.globals["card"] = _rendered_once(env, "macros", "card_html", 3)
    env.globals["entry"] = _rendered_once(env, "entry", "entry_html")
    return env


def _rendered_once(
    env: Environment, part: str, macro: str, *usual: object
) -> Callable[..., Markup]:
    """Render what many pages show once for all of them; `usual` is given where nothing else is."""
    made: dict[tuple[object, ...], Markup] = {}

    def rendered(shown: Card, *options: object) -> Markup:
        key = (shown.id, *(options or usual))
        if key not in made:
            module: Any = env.get_template(f"parts/{part}.html").module
            made[key] = getattr(module, macro)(shown, *(options or usual))
        return made[key]

    return rendered


def render(
    view: PageView,
    env: Environment,
    lexicon: Lexicon,
    file: Upkept | None = None,
    photo: Photo | None = None,
    share: Sharing | None = None,
) -> Page:
    """Render one page; the terms that it explains in place are defined at its foot, then its file.

    In templates, an address within the site begins with `root`; `site` is the site's whole one,
    `address` the page's, `photo` its record's picture, `share` how it is shared, `reading` the
    times it takes to read, and `gloss` takes prose and marks the terms in it. Raises RenderError
    naming template and page.
    """
    name = f"pages/{view.kind}.html"
    gloss = Glosses(lexicon)
    address = view.address.whole
    with _telling_where(f"templates/{name}: page {view.address}"):
        html = env.get_template(name).render(
            page=view, address=address, photo=photo, share=share, gloss=gloss, **view.data
        )
        if view.reading:
            html = timed(html, view.reading)
        if gloss.used:
            html += env.get_template("parts/terms.html").render(terms=gloss.used)
        if file:
            html += env.get_template("parts/file.html").render(file=file, address=address)
    body = keep_dates_whole(_tidy(html))
    return Page(
        view.address,
        view.title,
        view.description,
        body,
        headings(body),
        changed=file.day if file else "",
    )


def part(name: str, env: Environment, **data: object) -> str:
    """Render a part of a page that is written by hand. Raises RenderError naming the template."""
    with _telling_where(f"templates/{name}"):
        return env.get_template(name).render(data)


def whole(name: str, env: Environment, **data: object) -> str:
    """Render a whole document. Raises RenderError naming the template."""
    return keep_dates_whole(_tidy(part(name, env, **data)))


@contextmanager
def _telling_where(what: str) -> Iterator[None]:
    """Tell of a template's mistake where it was to be used."""
    try:
        yield
    except (TemplateError, UnicodeDecodeError) as error:
        raise RenderError(f"{what}: {error}") from error


def headings(html: str) -> tuple[Heading, ...]:
    """List the headings that have an id, as plain text."""
    return tuple(
        Heading(found[2], " ".join(unescape(ANY_TAG.sub("", found[3])).split()), int(found[1]))
        for found in HEADING.finditer(html)
    )


def _tidy(html: str) -> str:
    """Drop the blank lines and indentation that template logic leaves."""
    return "\n".join(line for raw in html.splitlines() if (line := raw.strip()))
