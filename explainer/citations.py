"""What prose cites and links to, found without turning it into HTML."""

from __future__ import annotations

import re

CITATION = re.compile(r"\[@([a-z0-9-]+)\]|\]\(event:([^)\s]+)\)")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")


def citations(text: str) -> list[str]:
    """List the ids of the events that a text cites."""
    return [found[0] or found[1] for found in CITATION.findall(text)]


def links(text: str) -> list[str]:
    """List the addresses that a text links to, as typed."""
    return [address for address in LINK.findall(text) if address]


__all__ = ["citations", "links"]
