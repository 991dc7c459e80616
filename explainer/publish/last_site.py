"""What the last site has and the new one lacks: none of it vanishes unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from explainer.publish.target import HOSTS_OWN, PROOF, NotPublishedError, belongs
from explainer.site import manifest
from explainer.site.manifest import NoManifestError

WITHOUT_ADDRESS = ("search/",)
"""Files that only a page of the same site asks for, by names that change with their content."""


def nothing_vanishes(last: Path, new: Path, allowed: Iterable[str]) -> None:
    """See that all that was published is there again, but for what is `allowed` to go.

    Allowed is an id, a path or a folder. Raises NotPublishedError with what would vanish: a
    page, a feed, a script; and with what somebody else has put into the last site's folder.
    """
    try:
        listed = manifest.read(last)
    except NoManifestError:
        return  # there is no last site, or it is older than the list
    there = set(manifest.paths(new))
    strangers = [path for path in manifest.paths(last) if path not in listed and path not in there]
    if strangers:
        raise NotPublishedError(_strange(last, strangers))
    gone = [path for path in listed if path not in there and not _may_go(path, allowed)]
    if gone:
        raise NotPublishedError(_gone(gone))


def _may_go(path: str, allowed: Iterable[str]) -> bool:
    if path.startswith(WITHOUT_ADDRESS):
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
