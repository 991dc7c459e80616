"""A published site compared with its own list of files, at its address: what readers would get."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Final, Literal, NamedTuple

from explainer.publish.last_site import MOST_OF_LIST
from explainer.publish.web_files import FileNotServedError, WebFiles
from explainer.site import manifest
from explainer.site.manifest import MANIFEST, NoManifestError

AT_ONCE: Final = 8
"""Files asked for at a time."""
UNANSWERED: Final = 10
"""After so many files that did not come for the network's sake, no more is asked."""
READ_BY_HOSTS: Final = frozenset({"_headers", "_redirects", ".htaccess", ".nojekyll", "CNAME"})
"""Files that are for the host itself: it need not serve them."""


class Differing(NamedTuple):
    """A file that is not served as it was published: in what way, and why in words."""

    kind: Literal["missing", "changed", "unread"]
    path: str
    why: str = ""


def verify_at(address: str) -> tuple[int, list[Differing]]:
    """Compare all files; returns how many the list has, and those that differ.

    Raises NoManifestError where the list cannot be had.
    """
    with WebFiles(address) as files:
        listed = _listed(files)
        asked = _Asked(files)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = pool.map(asked.compare, listed, listed.values())
            return len(listed), [each for each in found if each]


def _listed(files: WebFiles) -> dict[str, str]:
    try:
        written = files.read(MANIFEST, MOST_OF_LIST)
    except FileNotServedError as error:
        raise NoManifestError(f"{files.where} does not give {MANIFEST}: {error}") from error
    return dict(manifest.parsed(written, files.where + MANIFEST))


class _Asked:
    """Asks for files, until too many in all did not come."""

    def __init__(self, files: WebFiles) -> None:
        self._files = files
        self._unanswered = 0

    def compare(self, path: str, wanted: str) -> Differing | None:
        if self._unanswered >= UNANSWERED:
            return Differing("unread", path, "not asked: too many did not come")
        try:
            content = self._files.read(path)
        except FileNotServedError as error:
            return self._missed(path, error)
        return None if manifest.hash_of(content) == wanted else Differing("changed", path)

    def _missed(self, path: str, error: FileNotServedError) -> Differing | None:
        if path in READ_BY_HOSTS and error.failure in ("missing", "refused"):
            return None
        if error.failure in ("late", "failed"):
            self._unanswered += 1
        return Differing("missing" if error.failure == "missing" else "unread", path, str(error))
