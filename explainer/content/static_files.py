"""content/static/: files published as they are, for hosts and search engines that ask for them.

Only their names and kinds are judged: what lies there is its editors' own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explainer.content import yaml_file
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.messages import Message, say
from explainer.messages.problems import quoted

STATIC_FOLDER = "static"
HIDDEN_FOR_HOSTS = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains"})
"""Hidden names that hosts ask for at the root of a site; others are left alone, as everywhere."""
MADE_FILES = frozenset(
    {
        "index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "files.sha256", "licences.txt",
        ".explainer-site",
    }
)  # fmt: skip
"""Files at the root of every site."""
SAFE_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._~+@=-]{0,98}[A-Za-z0-9_~+@=-])?")
"""Names that every file system, host and address takes as they stand."""
PAGE_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})


@dataclass
class StaticFiles:
    """What was found: address within the site -> file, and (file, what is wrong with it)."""

    files: dict[str, Path] = field(default_factory=dict)
    problems: list[tuple[Path, Message]] = field(default_factory=list)


def read_static(folder: Path, sections: Iterable[str]) -> StaticFiles:
    """Look at every file of the folder; `sections` are ids whose addresses are pages' own."""
    found = StaticFiles()
    taken = {*RESERVED_ADDRESSES, *MADE_FILES, *sections}
    seen: dict[str, str] = {}
    for path in _walk(folder, found.problems):
        address = path.relative_to(folder).as_posix()
        wrong = _wrong(path, address, taken, seen)
        seen.setdefault(address.casefold(), address)
        if wrong:
            found.problems.append((path, wrong))
        else:
            found.files[address] = path
    return found


def _walk(folder: Path, problems: list[tuple[Path, Message]]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError as error:
        problems.append((folder, yaml_file.not_opened(error)))
        return
    for entry in entries:
        if _is_left_alone(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, problems)
        else:
            yield folder / entry.name


def _is_left_alone(name: str) -> bool:
    return (name.startswith(".") and name not in HIDDEN_FOR_HOSTS) or name.endswith("~")


def _wrong(path: Path, address: str, taken: set[str], seen: Mapping[str, str]) -> Message | None:
    """Say why a file cannot be published, if it cannot."""
    first = address.split("/", maxsplit=1)[0].casefold()
    if path.is_symlink():
        return yaml_file.IS_LINK
    if not path.is_file():
        return say("E108.special")
    if odd := _misnamed(address):
        return odd
    if first in taken:
        return say("E121", address=f"/{address}", right=f"{STATIC_FOLDER}/files/{path.name}")
    other = seen.get(address.casefold())
    return say("E122", other=quoted(other)) if other else None


def _misnamed(address: str) -> Message | None:
    for part in address.split("/"):
        if not SAFE_NAME.fullmatch(part) and part not in HIDDEN_FOR_HOSTS:
            return say("E120.name", what=quoted(part), right=quoted(_plain(part)))
    if Path(address).suffix.lower() in PAGE_ENDINGS:
        return say("E120.page", what=quoted(address))
    return None


def _plain(name: str) -> str:
    """Write a name with what may stand in one."""
    plain = re.sub(r"[^A-Za-z0-9._~+@=-]+", "-", name)[:99].strip("-.")
    return plain or "file.txt"
