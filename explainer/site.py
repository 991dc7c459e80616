"""The program's table of contents: a library becomes pages, files and a navigation."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment

from explainer import handwritten, search, stylesheet, typeface
from explainer.exports import EXPORTS
from explainer.handwritten import Handwritten
from explainer.library import Library
from explainer.output import NavItem, Output, Page
from explainer.render import environment, render
from explainer.terms import Entry, Lexicon
from explainer.verify import verify
from explainer.views import VIEWS
from explainer.views.page import PageView
from explainer.views.wording import Wording


def build(library: Library, *, templates: Path, docs: Path, cache: Path) -> Output:
    """Make the whole site.

    Raises RenderError for a template that lacks a value, BrokenOutputError for a link that leads
    nowhere or a letter without a glyph, StylesheetError for a style that cannot be read. Nothing
    is written but the cache of cut fonts.
    """
    words = Wording(library)
    env = environment(templates)
    lexicon = _lexicon(library, words)
    made = [render(view, env, lexicon) for make in VIEWS for view in make(library, words)]
    written = handwritten.read(docs, _parts(library, words, env))
    output = Output(
        title=library.site.title,
        description=words.description(library.site.standfirst),
        pages=(*made, *(_page(each) for each in written)),
        files=(
            *(file for export in EXPORTS for file in export(library)),
            *search.index(words),
            *typeface.files(cache / "fonts"),
            stylesheet.file(templates / "styles"),
        ),
        nav=_nav(library, written),
    )
    verify(output)
    return output


def _lexicon(library: Library, words: Wording) -> Lexicon:
    """Make the terms that pages explain in place."""
    return Lexicon(
        (Entry(term_id, term.term, words.inline(term.definition)), term.aliases)
        for term_id, term in library.glossary.items()
    )


def _parts(library: Library, words: Wording, env: Environment) -> dict[str, str]:
    """Render what pages written by hand may hold."""
    view = PageView("parts/method", "", "", "", {
        "statuses": list(words.statuses.values()),
        "method": words.block(library.site.method),
        "as_of": words.when(library.site.as_of),
    })  # fmt: skip
    template = env.get_template("parts/method.html")
    return {"method": template.render(**view.data)}


def _page(written: Handwritten) -> Page:
    return Page(
        written.path, written.title, written.description, written.markdown,
        meta={"handwritten": True},
    )  # fmt: skip


def _nav(library: Library, written: tuple[Handwritten, ...]) -> tuple[NavItem, ...]:
    """Lay out the menu. Record pages stay out of it: a theme draws all of it on every page."""
    sections = [NavItem(s.title, f"{i}.md") for i, s in library.sections.items()]
    reference = (
        NavItem("الأشخاص والجهات", "actors/index.md"),
        NavItem("الأماكن", "places.md"),
        NavItem("المصادر", "sources.md"),
        NavItem("مسرد المصطلحات", "glossary.md"),
    )
    about = [NavItem(page.title, page.path) for page in written]
    about += [NavItem("التعديلات والتصحيحات", "changes.md"), NavItem("البيانات", "data.md")]
    return (
        NavItem("الرئيسية", "index.md"),
        *sections,
        NavItem("التسلسل الزمني", "timeline.md"),
        NavItem("الأرقام", "figures/index.md"),
        NavItem("المختلف عليه والمجهول", "disputed.md"),
        NavItem("مراجع", children=reference),
        NavItem("عن الملف", children=tuple(about)),
    )
