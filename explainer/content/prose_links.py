"""What prose cites and links to, found without turning it into HTML."""

from __future__ import annotations

import re
from collections.abc import Collection

CITATION = re.compile(r"\[@([a-z0-9-]+)\]|\]\(event:([^)\s]+)\)")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
BLANK = "\ue000"
NOT_PROSE = re.compile(r"\]\([^)\s]*\)|\[@[^\]]*\]|`[^`]*`|<?https?://\S+")


def citations(text: str) -> list[str]:
    """List the ids of the events that a text cites."""
    return [found[0] or found[1] for found in CITATION.findall(text)]


def links(text: str) -> list[str]:
    """List the addresses that a text links to, as typed."""
    return [address for address in LINK.findall(text) if address]


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


__all__ = ["citations", "links", "plain", "without"]
