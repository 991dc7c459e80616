"""What a feed holds now and what is kept beside it (RFC 5005), so that no entry is ever lost.

Entries are numbered by the day on which they came, and every so many of them are an archive: what
comes later goes behind it, and what is corrected stays in its place there.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.site.feeds.entries import FeedEntry

CHUNK = 30
"""So many entries are an archive, and so many of the newest are always current."""

Parted = tuple[list[FeedEntry], list[list[FeedEntry]]]
"""The current entries, the newest first; the archives, the oldest first."""


def parted(entries: Sequence[FeedEntry]) -> Parted:
    """Part the entries of a feed.

    Current are the newest by the day of their last change, and all that is in no archive yet: 30
    to 59 of them where there are so many.
    """
    came = sorted(entries, key=lambda entry: (entry.first, entry.id))
    whole = len(came) // CHUNK if len(came) > CHUNK else 0
    archives = [came[at * CHUNK : (at + 1) * CHUNK] for at in range(whole)]
    newest = newest_first(entries)
    kept = {entry.id for entry in (*newest[:CHUNK], *came[whole * CHUNK :])}
    return [entry for entry in newest if entry.id in kept], archives


def newest_first(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Order entries by their last change, the latest first; those of one day by when they came."""
    by_name = sorted(entries, key=lambda entry: entry.id)
    return sorted(by_name, key=lambda entry: (entry.updated, entry.first), reverse=True)
