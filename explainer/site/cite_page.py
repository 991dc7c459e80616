"""How a page is cited in words: in Arabic, and in the styles of APA, Chicago and MLA.

Each page is one of a site whose author is a body, so that of each style one form is needed. That it
is the style's own, citeproc and the CSL files bear out in the tests: within a build citeproc would
take 35 ms for each citation, and it leaves the full stop outside of quotation marks. For Arabic
there is no CSL style. No day is invented, and when the reader saw the page is left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from explainer.arabic.isolate import isolate
from explainer.site.cite_formats import Cited, bibtex

MONTHS_IN_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
IN_MLA = {name: f"{name[:4] if name == 'September' else name[:3]}." for name in MONTHS_IN_ENGLISH}
IN_MLA |= {"May": "May", "June": "June", "July": "July"}
_ENDS = re.compile(r"[.?!؟…]$")


@dataclass(frozen=True, slots=True)
class Citation:
    """A page in one style: `code` names the style in ids, `style` in words."""

    code: str
    style: str
    words: Markup


@lru_cache(2048)
def styles(page: Cited) -> tuple[Citation, ...]:
    """Cite a page in every style that is shown: once for its own page and that of its text."""
    return (
        Citation("house", "نص عربي", _arabic(page)),
        Citation("apa", "APA", _apa(page)),
        Citation("chicago", "Chicago", _chicago(page)),
        Citation("mla", "MLA", _mla(page)),
        Citation("bibtex", "BibTeX", escape(bibtex(page).strip())),
    )


def _arabic(page: Cited) -> Markup:
    quoted = Markup("“{}”").format(isolate(page.title))
    named = [isolate(page.author)] if page.author not in (page.site, page.title) else []
    whole = [] if page.title == page.site else [isolate(page.site)]
    address = Markup('<bdi dir="ltr">{}</bdi>').format(Markup(page.address))  # noqa: S704 - ours
    return Markup("، ").join([*named, quoted, *whole, isolate(page.known), address])


def _apa(page: Cited) -> Markup:
    year, *rest = page.parts or ("n.d.",)
    day = ", ".join([str(year), " ".join(_month_first(rest))]) if rest else str(year)
    title = [] if page.title == page.author else [_ended(page.title)]
    site = [_ended(page.container)] if page.container else []
    return _line([_ended(page.author), f"({day}).", *title, *site, _address(page)])


def _chicago(page: Cited) -> Markup:
    year, *rest = page.parts or ("n.d",)
    day = " ".join(_month_first(rest))
    where = Markup(", ").join(each for each in (_named(page.container), day) if each)
    title = [] if page.title == page.author else [_quoted(page.title)]
    ends = Markup("{}.").format(_address(page))
    return _line([_ended(page.author), f"{year}.", *title, *([where + "."] if where else []), ends])


def _mla(page: Cited) -> Markup:
    year, *rest = page.parts or ("",)
    names = [IN_MLA[MONTHS_IN_ENGLISH[rest[0] - 1]]] if rest else []
    day = " ".join([*map(str, rest[1:]), *names, str(year)]).strip()
    title = [] if page.title == page.author else [_quoted(page.title)]
    pieces = [each for each in (_named(page.container), day, _address(page)) if each]
    return _line([_ended(page.author), *title, Markup("{}.").format(Markup(", ").join(pieces))])


def _month_first(rest: Iterable[int]) -> list[str]:
    """Word a month and a day as Americans do: August 1."""
    month, *day = (*rest, 0)[:3] if rest else (0,)
    return [MONTHS_IN_ENGLISH[month - 1], *(str(each) for each in day if each)] if month else []


def _line(pieces: Iterable[str]) -> Markup:
    return Markup(" ").join(pieces)


def _named(name: str) -> Markup:
    """Set a name into a line that runs from the left."""
    return Markup("<bdi>{}</bdi>").format(name) if name else Markup("")


def _ended(name: str) -> Markup:
    return _named(name) + ("" if _ENDS.search(name) else ".")


def _quoted(title: str) -> Markup:
    """Quote a title as Americans do: its full stop within, quotations in it in single marks."""
    inner = title.replace("“", "‘").replace("”", "’")
    return Markup("“{}{}”").format(_named(inner), "" if _ENDS.search(title) else ".")


def _address(page: Cited) -> Markup:
    return Markup(page.address)  # noqa: S704 - ours
