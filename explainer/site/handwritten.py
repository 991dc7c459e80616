"""The pages written by hand in docs/: read as they are; a marker takes a part made from data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.system.errors import ExplainerError

MARKER = re.compile(r"<!-- explainer:([a-z-]+) -->")
PART_MARK = re.compile(r"<!-- /?fields(:[A-Za-z]+)? -->\n")
"""Around a table that stands in the file and is kept current by a test."""

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FIELD = re.compile(r"^(title|description|audience): *(\S.*)$", re.MULTILINE)
EDITORS = "editors"
"""The audience of a page that readers do not need."""


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page of docs/: where it is read, its title and description, and its Markdown.

    One that is `for_editors` stands in no reader's menu, and is published only where asked.
    """

    address: Address
    title: str
    description: str
    markdown: str
    for_editors: bool = False


class HandwrittenError(ExplainerError):
    """A page of docs/ lacks its front matter or names a part that is not known."""


def read(docs: Path, parts: Mapping[str, str]) -> tuple[Handwritten, ...]:
    """Read every page of docs/ and fill its markers from `parts` (HTML by name)."""
    pages = []
    for file in sorted(docs.glob("*.md")):
        text = _text(file)
        front = FRONT.match(text)
        fields = dict(FIELD.findall(front[1])) if front else {}
        if front is None or fields.keys() - {"audience"} != {"title", "description"}:
            raise HandwrittenError(f"{file.name}: expected title and description between --- lines")
        body = _filled(text[front.end() :], parts, file.name)
        pages.append(
            Handwritten(
                addresses.page(file.stem),
                fields["title"],
                fields["description"],
                body,
                for_editors=fields.get("audience") == EDITORS,
            )
        )
    return tuple(pages)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise HandwrittenError(f"{file.name}: not UTF-8: {error}") from error


def _filled(text: str, parts: Mapping[str, str], file: str) -> str:
    for name in MARKER.findall(text):
        if name not in parts:
            raise HandwrittenError(f"{file}: there is no part '{name}'; known: {', '.join(parts)}")
    return MARKER.sub(lambda found: parts[found[1]], PART_MARK.sub("", text))
