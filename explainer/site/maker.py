"""The program's table of contents: a library becomes pages, files and a navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from explainer.content.library import Library
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.content.waiting import Waiting
from explainer.editors.radar import Finding
from explainer.site import (
    addresses,
    embed_pages,
    handwritten,
    host_files,
    licences,
    media_copies,
    redirects,
    script_bundle,
    stylesheet,
    typeface,
    version_pages,
)
from explainer.site.arrivals import arrivals
from explainer.site.exports import EXPORTS
from explainer.site.handwritten import Handwritten
from explainer.site.head import head_of
from explainer.site.moved import moved
from explainer.site.output import File, NavItem, Output, Page
from explainer.site.pictures import card_files, pixels
from explainer.site.pictures.card_parts import SQUARE_CARD, WIDE_CARD
from explainer.site.render import environment, part, render
from explainer.site.terms import Entry, Lexicon
from explainer.site.upkeep import Upkeep
from explainer.site.verify import verify
from explainer.site.versions.version_days import version_days
from explainer.site.versions.version_history import LastFiles
from explainer.site.views import VIEWS, View, radar_page
from explainer.site.views.page_view import PageView
from explainer.site.views.photos import photo
from explainer.site.views.publication import Publication
from explainer.site.views.share_cards import carded, share_card
from explainer.site.views.sharing import sharing
from explainer.site.views.upkept import upkept
from explainer.system.stages import stage


def build(
    library: Library,
    *,
    templates: Path,
    docs: Path,
    cache: Path,
    upkeep: Upkeep | None = None,
    last: LastFiles | None = None,
) -> Output:
    """Make the whole site; `upkeep` knows the files behind its pages, `last` the last site's.

    Raises RenderError for a template that lacks a value, BrokenOutputError for a link that leads
    nowhere or a letter without a glyph, StylesheetError for a style that cannot be read,
    StrangeVersionError for a text of the last site that is another. Nothing is written but caches.
    """
    with stage("pages"):
        maker = Maker(
            library, templates=templates, docs=docs, cache=cache, upkeep=upkeep, last=last
        )
        pages = (*maker.made(), *maker.written)
    with stage("files"):
        files = tuple(maker.files())
    known = library.site.as_of.latest
    output = Output(
        title=maker.title,
        description=maker.description,
        pages=pages,
        files=files,
        nav=maker.nav,
        brand=maker.brand,
        day=max((page.changed for page in pages), default="") or str(known or "1980-01-01"),
    )
    with stage("look"):
        verify(output)
    return output


class Maker:
    """Makes the pages and files of a site from its library: all, or one that is asked for.

    What is written for editors is no part of the site, but can be asked for.
    """

    def __init__(
        self,
        library: Library,
        *,
        templates: Path,
        docs: Path,
        cache: Path,
        upkeep: Upkeep | None = None,
        last: LastFiles | None = None,
    ) -> None:
        self._upkeep = upkeep
        entered = upkeep.entered if upkeep else {}
        self.publication = Publication(
            library, arrivals(library, entered), version_days(library, upkeep), last
        )
        self._words = self.publication.words
        self._templates = templates
        self._cache = cache
        self._docs = docs
        self._env = environment(templates)
        self._lexicon = _lexicon(self.publication)
        written = handwritten.read(docs, _parts(self.publication, self._env, upkeep))
        are_published = library.site.editors_pages == "on"
        pages = {each: _page(each, self.publication) for each in written}
        self.written = tuple(p for w, p in pages.items() if not w.for_editors or are_published)
        """The pages of docs/ that are to be read."""
        self._written = tuple(pages.values())
        self.title = self.publication.title
        self.description = self.publication.description
        self.brand = library.site.short_title or ""
        self.nav = _nav(library, [w for w in written if not w.for_editors or are_published])

    def made(self) -> Iterator[Page]:
        """Make every page that comes from data."""
        return (self._render(view) for make in VIEWS for view in make(self.publication))

    def page(self, address: str, likely: View | None = None) -> tuple[Page, View | None] | None:
        """Make one page, by its address; returns it with the kind of view that makes it.

        `likely` is the view that made a page like it; the others are tried where it does not.
        """
        for page in self._written:
            if page.address == address:
                return page, None
        for make in (likely,) if likely else VIEWS:
            for view in make(self.publication):
                if view.address == address:
                    return self._render(view), make
        return self.page(address) if likely else None

    def desk(self, findings: Sequence[Finding], waiting: Iterable[Waiting]) -> Page:
        """Make the radar's page, which is no part of the site."""
        return self._render(radar_page.page(findings, waiting, self._words))

    def files(self) -> Iterator[File]:
        """Make the files beside the pages, those first that take least; cards when asked for."""
        yield stylesheet.file(self._templates / "styles", typeface.faces())
        yield from typeface.files(self._cache / "fonts")
        yield from script_bundle.files(self._docs / "assets/scripts")
        yield licences.file()
        library = self.publication.library
        exported, moves = [], moved(library)
        leading = [(move.old, move.new) for move in moves]
        yield from host_files.files(library, folders(library, self._docs), leading)
        for export in EXPORTS:
            for file in export(self.publication):
                exported.append(file)
                yield file
        for name, picture in self.publication.library.media.items():
            yield from media_copies.files(name, picture, self._cache / "media")
        for address, static in self.publication.library.static.items():
            yield File(address, static.read_bytes())
        drawn = [file for file in exported if file.path.endswith(".svg")]
        yield from redirects.pages(moves, self._env)
        yield from version_pages.files(self.publication, self._env, self._templates)
        embedded = embed_pages.files(self.publication, self._env, self._templates)
        for file in chain(embedded, pixels.files(drawn, self._cache / "pictures"), self._cards()):
            exported.append(file)
            yield file
        yield from redirects.copies(moves, exported)

    def _cards(self) -> Iterator[File]:
        """Make the cards that are shown where an address is shared."""
        for key in carded(self.publication):
            card = share_card(self.publication, key)
            for measures in (WIDE_CARD, SQUARE_CARD):
                address = addresses.card(*key, square=measures.is_square)
                yield card_files.card_file(card, measures, address, self._cache / "cards")

    def _render(self, view: PageView) -> Page:
        file = upkept(view, self._words, self._upkeep)
        shown = (photo(view, self._words), sharing(view, self.publication))
        page = render(view, self._env, self._lexicon, file, *shown)
        return replace(page, head=head_of(view, self.publication, file))


def folders(library: Library, docs: Path) -> set[str]:
    """List the first parts of the addresses that pages have."""
    written = (file.stem for file in docs.glob("*.md"))
    return {*RESERVED_ADDRESSES, *library.sections, *written} - {"assets", "index"}


def _lexicon(publication: Publication) -> Lexicon:
    """Make the terms that pages explain in place."""
    library, words = publication.library, publication.words
    return Lexicon(
        (Entry(term_id, term.term, words.inline(term.definition)), term.aliases)
        for term_id, term in library.glossary.items()
    )


def _parts(publication: Publication, env: Environment, upkeep: Upkeep | None) -> dict[str, str]:
    """Render what pages written by hand may hold."""
    library, words = publication.library, publication.words
    method = part(
        "parts/method.html",
        env,
        statuses=list(words.statuses.values()),
        method=words.block(library.site.method),
        as_of=words.when(library.site.as_of),
    )
    newsroom = library.site.newsroom
    report = upkeep.report("") if upkeep else None
    behind = part("parts/behind.html", env, newsroom=newsroom, report=report)
    return {"method": method, "behind": behind}


def _page(written: Handwritten, publication: Publication) -> Page:
    view = PageView("handwritten", written.address, written.title, written.description)
    return Page(
        written.address, written.title, written.description, written.markdown,
        head=head_of(view, publication, None), meta={"handwritten": True},
    )  # fmt: skip


def _nav(library: Library, written: Sequence[Handwritten]) -> tuple[NavItem, ...]:
    """Lay out the menu. Record pages stay out of it: a theme draws all of it on every page."""
    sections = [NavItem(s.title, addresses.section(i)) for i, s in library.sections.items()]
    reference = (
        NavItem("الأشخاص والجهات", addresses.page("actors")),
        NavItem("الأماكن", addresses.page("places")),
        NavItem("المصادر", addresses.page("sources")),
        NavItem("مسرد المصطلحات", addresses.page("glossary")),
    )
    asked = NavItem("أسئلة وأجوبة", addresses.page("questions"))
    about = [NavItem(page.title, page.address) for page in written]
    about += [
        NavItem("التعديلات والتصحيحات", addresses.page("changes")),
        NavItem("متابعة الملف", addresses.page("feeds")),
        NavItem("البيانات", addresses.page("data")),
    ]
    return (
        NavItem("الرئيسية", addresses.HOME),
        *sections,
        NavItem("التسلسل الزمني", addresses.page("timeline")),
        NavItem("الأرقام", addresses.page("figures")),
        NavItem("المختلف عليه والمجهول", addresses.page("disputed")),
        NavItem("مراجع", children=(asked, *reference) if library.site.questions else reference),
        NavItem("عن الملف", children=tuple(about)),
    )
