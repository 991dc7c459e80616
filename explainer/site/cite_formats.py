"""What is known of a page that is cited, and the same as BibTeX, RIS and CSL-JSON.

Nothing of it is invented, so that a date of which only the year is certain gives a year. When the
reader saw the page is not in it: a version never changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_"}
    | {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
"""A brace of a title is a word, since BibTeX counts braces with a stroke before them too."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of a page: `known` is its day in words (نسخة …), `day` the same in EDTF.

    `day` is empty where only the day is known that the data reach: no text was published on it.
    """

    key: str
    site: str
    author: str
    """Who answers for the site; the same as `site` where nobody is named."""
    title: str
    address: str
    known: str
    day: str

    @property
    def parts(self) -> tuple[int, ...]:
        """Give the year, month and day that are certain; none where not even the year is one."""
        found = ISO_DATE.fullmatch(self.day)
        return tuple(int(each) for each in found.groups() if each) if found else ()

    @property
    def container(self) -> str:
        """Name the site, where that says more than its author and the title do."""
        return "" if self.site in (self.author, self.title) else self.site


def bibtex(page: Cited) -> str:
    """Write a page as an entry of a BibTeX file, in the fields that biblatex reads."""
    fields = {
        "author": f"{{{_tex(page.author)}}}",
        "title": f"{{{_tex(page.title)}}}",
        "organization": _tex(page.container),
        "date": "-".join(_padded(page)),
        "url": page.address,
        "langid": "arabic",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{page.key},\n{lines}}}\n"


def ris(page: Cited) -> str:
    """Write a page as a record of a RIS file."""
    year, *rest = _padded(page) or [""]
    fields = [
        ("TY", "ELEC"),
        ("ID", page.key),
        ("AU", _plain(page.author).replace(",", "،")),
        ("TI", _plain(page.title)),
        ("T2", _plain(page.container)),
        ("PY", year),
        ("DA", "/".join([year, *rest, "", ""][:3]) + "/" if year else ""),
        ("UR", page.address),
        ("LA", "ar"),
    ]
    lines = [f"{name}  - {value}" for name, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl_json(page: Cited) -> str:
    """Write a page as CSL-JSON, a list of one item."""
    item = {
        "id": page.key,
        "type": "webpage",
        "title": _plain(page.title),
        **({"container-title": page.container} if page.container else {}),
        "author": [{"literal": page.author}],
        **({"issued": {"date-parts": [list(page.parts)]}} if page.parts else {}),
        "URL": page.address,
        "language": "ar",
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, tuple[str, Callable[[Cited], str]]] = {
    "bib": ("BibTeX", bibtex),
    "ris": ("RIS", ris),
    "csl.json": ("CSL-JSON", csl_json),
}
"""The ending of a file, the name of its format, and what writes it."""


def _padded(page: Cited) -> list[str]:
    return [f"{number:02}" for number in page.parts]


def _tex(text: str) -> str:
    return _plain(text).translate(_TEX)


def _plain(text: str) -> str:
    return " ".join(text.split())
