"""What a build did: how many pages and files, how many are other than before, and their size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explainer.publish.last_site import LastSite
from explainer.site import manifest


@dataclass(frozen=True, slots=True)
class Account:
    """What a build did."""

    pages: int
    files: int
    changed: int
    """Files that the last publication lacks or has otherwise; all where there was none."""
    size: int
    """Bytes of all files."""


def account_of(site: Path, last: LastSite, pages: int) -> Account:
    """Compare a finished site with the last publication by their lists of files."""
    made = manifest.read(site)
    changed = sum(last.hashes.get(path) != found for path, found in made.items())
    size = sum((site / path).stat().st_size for path in made)
    return Account(pages, len(made), changed, size)
