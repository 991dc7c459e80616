"""Which ids records cannot have: addresses and anchors that are others' own, names too long."""

import re

from explainer.messages import Message, say

RESERVED_ADDRESSES = frozenset(
    {
        "about", "actors", "assets", "changes", "corrections", "data", "disputed", "embed",
        "events", "feeds", "figures", "glossary", "guide", "method", "places", "problems",
        "questions", "radar", "search", "sources", "timeline", "v",
    }
)  # fmt: skip
"""Addresses that pages of every explainer have; a section cannot have them too."""

LONGEST_ID = 100
"""Letters of an id: file systems take 255 bytes a name, and addresses are read by people."""

NO_FILE_NAME = re.compile(r"index|readme|404|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names of the page that lists a folder, of the page for what is not there, and of devices, which
no file on Windows can have."""

TAKEN_ANCHORS = re.compile(
    r"l-[0-9a-f]{4}|menu(?:-\d+)?|contents?|scheme|gloss(?:-term)?|term-.+|balance|publishers|list|"
    r"map-.+"
)
"""Anchors of the pages on which places, publishers and terms have theirs."""

_WITH_PAGES = {"event", "section", "actor", "figure"}
_WITH_ANCHORS = {"place", "publisher", "term"}


def id_refusal(kind: str, record_id: str) -> Message | None:
    """Say why a record cannot have an id that is well written; None where it can."""
    if len(record_id) > LONGEST_ID:
        right = record_id[:60].rstrip("-")
        return say("E124", number=len(record_id), most=LONGEST_ID, right=right)
    if kind in _WITH_PAGES and NO_FILE_NAME.fullmatch(record_id):
        return say("E123", id=record_id)
    if kind in _WITH_ANCHORS and TAKEN_ANCHORS.fullmatch(record_id):
        return say("E123.anchor", id=record_id)
    return None
