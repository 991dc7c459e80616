"""What the last site has and the new one lacks: none of it vanishes unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from explainer.publish.last_site import LastSite
from explainer.publish.target import HOSTS_OWN, PROOF, NotPublishedError, belongs
from explainer.site import manifest
from explainer.site.manifest import NoManifestError

WITHOUT_ADDRESS = re.compile(r"search/(?:words|found)-[1-9][0-9]*\.json")
"""Files that only a page of the same site asks for; how many there are changes with the content."""


def nothing_vanishes(last: LastSite, new: Path, allowed: Iterable[str]) -> None:
    """See that all that was published is there again, but for what is `allowed` to go.

    Allowed is an id, a path or a folder. Raises NotPublishedError with what would vanish: a
    page, a feed, a script.
    """
    there = set(manifest.paths(new))
    gone = [path for path in last.paths() if path not in there and not _may_go(path, allowed)]
    if gone:
        raise NotPublishedError(_gone(gone))


def nobody_elses(out: Path, new: Path) -> None:
    """See that nobody else has put something into the folder that is to be replaced.

    Raises NotPublishedError with it, and with where it belongs.
    """
    try:
        listed = manifest.read(out)
    except NoManifestError:
        return
    there = set(manifest.paths(new))
    strangers = [path for path in manifest.paths(out) if path not in listed and path not in there]
    if strangers:
        raise NotPublishedError(_strange(out, strangers))


def _may_go(path: str, allowed: Iterable[str]) -> bool:
    if WITHOUT_ADDRESS.fullmatch(path):
        return True
    place = PurePosixPath(path)
    names = {*place.parts[:-1], path, *(str(folder) for folder in place.parents)}
    return any(each.strip("/").removesuffix("/index.html") in names for each in allowed)


def _strange(last: Path, strangers: list[str]) -> str:
    told = f"{last} holds files that this program did not make ({_shown(strangers)})"
    tops = sorted({path.split("/")[0] for path in strangers})
    kept = [name for name in tops if name in HOSTS_OWN or PROOF.fullmatch(name)]
    return f"{told}; {_small(belongs(kept or tops[:3]))}, or take it away"


def _gone(gone: list[str]) -> str:
    pages = [path.removesuffix("index.html") for path in gone]
    first = pages[0].strip("/").rpartition("/")[2] or pages[0]
    return (
        f"{len(gone)} published before would vanish ({_shown(pages)}); an event that is taken back "
        f"stays as 'publish: withdrawn'; else say so: --allow-removal {first}"
    )


def _shown(paths: list[str]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _small(text: str) -> str:
    return text[0].lower() + text[1:]
