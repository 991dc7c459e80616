"""The last publication: which files it had, by its own list, and what was in them.

It is the folder that is replaced, or, where a fresh machine has none, what is given: another folder
or the site's address. What is read of it is what its list names, and is held to the list's hashes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.publish.target import NotPublishedError, is_marked
from explainer.site import manifest
from explainer.site.manifest import MANIFEST, NoManifestError
from explainer.site.output import OUTPUT_MARK

if TYPE_CHECKING:
    from explainer.publish.web_files import WebFiles

log = logging.getLogger("explainer")

NO_LAST_SITE = "none"
"""What is given for a last publication that is not to be looked at."""
MOST_OF_LIST = 32_000_000
"""Bytes of a list of files: a quarter of a million of them."""


@dataclass(frozen=True)
class LastSite:
    """What was published last; empty before the first publication."""

    where: str = ""
    """The folder or the address, as it was given."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """Path of a file -> the SHA-256 of its bytes, as its list has it."""

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def paths(self, under: str = "") -> list[str]:
        """List the files, those of a folder such as 'v/' where that is given."""
        return [path for path in self.hashes if path.startswith(under)]

    def read(self, path: str) -> bytes:
        """Read a file that the list names (KeyError for others).

        Raises NotPublishedError where it does not come, or is not what was published.
        """
        return self.read_many([path])[path]

    def read_many(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Read files over one connection; see `read`."""
        wanted = {path: self.hashes[path] for path in paths}
        if not is_address(self.where):
            return {path: self._sound(path, _of_folder(self.where, path)) for path in wanted}
        with _opened(self.where) as files:
            return {path: self._sound(path, _of_web(files, path)) for path in wanted}

    def _sound(self, path: str, content: bytes) -> bytes:
        if manifest.hash_of(content) != self.hashes[path]:
            raise NotPublishedError(
                f"{self.where}: {path} is not what {MANIFEST} says; put the last publication "
                "right, or wait until its host shows it whole"
            )
        return content


def is_address(given: str) -> bool:
    """Tell an address on the web from a folder."""
    return given.lower().startswith(("http://", "https://"))


def last_site(given: str | None, out: Path) -> LastSite:
    """Find the last publication: what is given, else the folder that is to be replaced.

    Raises NotPublishedError where what is given cannot be read; an address at which there is no
    list has no publication yet.
    """
    if given == NO_LAST_SITE:
        return LastSite()
    if given is None:
        return LastSite(str(out), _listed(out))
    return _published(given) if is_address(given) else _kept(given)


def _listed(folder: Path) -> Mapping[str, str]:
    """Give the list of a folder's files; of a site of ours that lost its list, make one."""
    try:
        return manifest.read(folder)
    except NoManifestError:
        return manifest.made(folder) if is_marked(folder, OUTPUT_MARK) else {}


def _kept(folder: str) -> LastSite:
    try:
        return LastSite(folder, manifest.read(Path(folder)))
    except NoManifestError as error:
        raise NotPublishedError(f"{error}; {_WAY_OUT}") from error


def _opened(address: str) -> WebFiles:
    from explainer.publish.web_files import WebFiles  # noqa: PLC0415 - a folder needs no network

    return WebFiles(address)


def _published(address: str) -> LastSite:
    from explainer.publish.web_files import FileNotServedError  # noqa: PLC0415 - the same

    try:
        with _opened(address) as files:
            listed = files.read(MANIFEST, MOST_OF_LIST)
        return LastSite(address, manifest.parsed(listed, files.where + MANIFEST))
    except FileNotServedError as error:
        if error.failure == "missing":
            log.warning("%s has no %s: nothing to compare with", address, MANIFEST)
            return LastSite(address)
        raise NotPublishedError(f"{address}: {MANIFEST}: {error}; {_WAY_OUT}") from error
    except NoManifestError as error:
        raise NotPublishedError(f"{error}; {_WAY_OUT}") from error


_WAY_OUT = (
    "what was published last is not known, and could vanish: name its folder or address, or "
    f"--last {NO_LAST_SITE} to compare with nothing"
)


def _of_folder(where: str, path: str) -> bytes:
    file = Path(where, path)
    try:
        return file.read_bytes()
    except OSError as error:
        raise NotPublishedError(f"{file}: {error.strerror}; {_WAY_OUT}") from error


def _of_web(files: WebFiles, path: str) -> bytes:
    from explainer.publish.web_files import FileNotServedError  # noqa: PLC0415 - the same

    try:
        return files.read(path)
    except FileNotServedError as error:
        raise NotPublishedError(f"{files.where}: {path}: {error}; {_WAY_OUT}") from error
