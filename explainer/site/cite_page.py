"""How a page is cited, in three styles, from what is known: no date is invented."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from explainer.arabic.isolate import isolate

_BIBTEX = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}"})


@dataclass(frozen=True, slots=True)
class Citation:
    """A page in one style: `code` names the style in ids, `style` in words."""

    code: str
    style: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of a page: `known` is a date in words (بيانات حتى …), `noted` in digits."""

    key: str
    site: str
    title: str
    address: str
    known: str
    noted: str


def styles(page: Cited) -> tuple[Citation, ...]:
    """Cite a page as a newsroom does, by author and date, and for a reference manager."""
    address = Markup('<bdi dir="ltr">{}</bdi>').format(Markup(page.address))  # noqa: S704 - ours
    name = isolate(page.title)
    whole = name == isolate(page.site)
    quoted = Markup("“{}”").format(name)
    house = [quoted] if whole else [quoted, isolate(page.site)]
    titled = [] if whole else [name + "."]
    dated = Markup("{}. ({}).").format(isolate(page.site), isolate(page.known))
    return (
        Citation("house", "نص عربي", Markup("، ").join([*house, isolate(page.known), address])),
        Citation("apa", "APA", Markup(" ").join([dated, *titled, address])),
        Citation("bibtex", "BibTeX", _bibtex(page)),
    )


def _bibtex(page: Cited) -> Markup:
    fields = {
        "title": escape(page.title.translate(_BIBTEX)),
        "organization": escape(page.site.translate(_BIBTEX)),
        "url": Markup(page.address),  # noqa: S704 - ours
        "note": escape(page.noted),
        "langid": "arabic",
    }
    lines = [Markup("{} = {{{}}},").format(name, value) for name, value in fields.items()]
    return Markup("\n").join([Markup("@online{{{},").format(page.key), *lines, Markup("}")])
