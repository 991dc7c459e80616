"""What prose cites, links to and heads its parts with, found without turning it into HTML."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

CITATION = re.compile(r"\[@([a-z0-9-]+)\]|\]\(event:([^)\s]+)\)")
_INSIDE = r"(?:[^()\n]|\n(?!\s*\n)|\((?:[^()\n]|\([^()\n]*\))*\)){0,2100}"
"""What stands between the brackets of a link, with brackets of its own, within a paragraph."""
LINK = re.compile(rf"\]\(({_INSIDE})\)")
_DESTINATION = re.compile(r"""\s*(?:<([^<>]*)>|(\S+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*""")
"""An address, in angle brackets or none; a title may follow it."""
WEB_LINK = re.compile(r"https?://\S+")
"""An address of a page on the web, or what is meant for one."""
HEADING_MARK = re.compile(r"^[ \t]{0,3}(#{1,6})(?:[ \t]+(.*))?$", re.MULTILINE)
"""A line that Markdown takes for a heading: its mark and its words."""
STRAY_MARK = re.compile(
    r"(?<=\S[ \t])(#{2,6})(?=[ \t])|^[ \t]{0,3}(#{2,6})(?=[^\s#])", re.MULTILINE
)
"""A heading's mark within a line, or against its words: readers would see it."""
BLANK = "\ue000"
NOT_PROSE = re.compile(
    rf"\]\({_INSIDE}\)|\[@[^\]]*\]|(?<=`)[^`]*(?=`)|<?https?://(?:[^\s()]|\([^\s()]*\))+"
)


def citations(text: str) -> list[str]:
    """List the ids of the events that a text cites."""
    return [found[0] or found[1] for found in CITATION.findall(text)]


class TypedLink(NamedTuple):
    """An address that a text links to, as typed, and where it begins."""

    start: int
    address: str


def links(text: str) -> list[TypedLink]:
    """List the links of a text; what is no address stays as it was typed."""
    return [_link(found) for found in LINK.finditer(text) if found[1].strip()]


def _link(found: re.Match[str]) -> TypedLink:
    destination = _DESTINATION.fullmatch(found[1])
    if destination is None:
        at = len(found[1]) - len(found[1].lstrip())
        return TypedLink(found.start(1) + at, found[1].strip())
    group = 1 if destination[1] is not None else 2
    return TypedLink(found.start(1) + destination.start(group), destination[group])


def heading_title(found: re.Match[str]) -> str:
    """Give the words of a heading, without the marks that may close it; empty where it has none."""
    return re.sub(r"[ \t]+#*[ \t]*$", "", found[2] or "").strip()


def plain(text: str) -> str:
    """Blank out what is no prose, such as addresses and citations; every place stays its own."""
    if "[" not in text and "`" not in text and "//" not in text:
        return text
    return NOT_PROSE.sub(lambda each: BLANK * len(each[0]), text)


def without(text: str, hidden: Collection[str]) -> str:
    """Take citations of hidden events out of a prose text; the words of a link stay."""
    if "[" not in text:
        return text
    text = re.sub(r" ?\[@([a-z0-9-]+)\]", lambda m: "" if m[1] in hidden else m[0], text)
    link = r"\[([^\[\]]*)\]\(event:([a-z0-9-]+)\)"
    return re.sub(link, lambda m: m[1] if m[2] in hidden else m[0], text)


__all__ = [
    "HEADING_MARK", "STRAY_MARK", "WEB_LINK", "TypedLink", "citations", "heading_title", "links",
    "plain", "without",
]  # fmt: skip
