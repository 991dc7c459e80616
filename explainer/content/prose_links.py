"""What prose cites, links to and heads its parts with, found without turning it into HTML."""

from __future__ import annotations

import re
from collections.abc import Collection

CITATION = re.compile(r"\[@([a-z0-9-]+)\]|\]\(event:([^)\s]+)\)")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
HEADING_MARK = re.compile(r"^[ \t]{0,3}(#{1,6})(?:[ \t]+(.*))?$", re.MULTILINE)
"""A line that Markdown takes for a heading: its mark and its words."""
STRAY_MARK = re.compile(
    r"(?<=\S[ \t])(#{2,6})(?=[ \t])|^[ \t]{0,3}(#{2,6})(?=[^\s#])", re.MULTILINE
)
"""A heading's mark within a line, or against its words: readers would see it."""
BLANK = "\ue000"
NOT_PROSE = re.compile(r"\]\([^)\s]*\)|\[@[^\]]*\]|`[^`]*`|<?https?://\S+")


def citations(text: str) -> list[str]:
    """List the ids of the events that a text cites."""
    return [found[0] or found[1] for found in CITATION.findall(text)]


def links(text: str) -> list[str]:
    """List the addresses that a text links to, as typed."""
    return [address for address in LINK.findall(text) if address]


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
    "HEADING_MARK", "STRAY_MARK", "citations", "heading_title", "links", "plain", "without",
]  # fmt: skip
