"""What the last site has and the new one lacks: none of it vanishes unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from explainer.content.library import examine
from explainer.publish.gone_records import problems
from explainer.publish.last_site import LastSite
from explainer.publish.published_records import (
    DATA,
    PublishedRecord,
    anchors,
    anchors_of,
    leads_to,
    owner_of,
    record_of,
)
from explainer.publish.target import HOSTS_OWN, PROOF, NotPublishedError, belongs
from explainer.site import manifest
from explainer.site.manifest import NoManifestError

WITHOUT_ADDRESS = re.compile(r"search/(?:words|found)-[1-9][0-9]*\.json|assets/cards/.+\.png")
"""Files that only a page of the same site names; how many there are changes with the content."""

_ASKED_TO = 50
"""Of so many pages that are gone it is asked whether they only led to another."""


def nothing_vanishes(
    last: LastSite, new: Path, allowed: Iterable[str], content: Path | None = None
) -> None:
    """See that all that was published is there again, but for what is `allowed` to go.

    Allowed is an id, a path or a folder; with a page that goes, pages that only lead to it may go.
    Raises NotPublishedError with what would vanish: a page, a feed, a script; and with what an
    editor of `content` writes, so that it does not.
    """
    there = set(manifest.paths(new))
    had = [*last.paths(), *anchors_of(last)]
    there |= set(anchors((new / DATA).read_bytes())) if (new / DATA).is_file() else set()
    gone = [each for each in had if each not in there and not _may_go(each, allowed)]
    led = _led(gone, last)
    gone = [each for each in gone if not _may_go(f"{led.get(owner_of(each), '')}/x", allowed)]
    if gone:
        advice = list(problems(gone, last, examine(content), content)) if content else []
        raise NotPublishedError(_gone(_shortly(gone, led)), advice)


def _led(gone: Iterable[str], last: LastSite) -> dict[PublishedRecord | None, str]:
    """List the records among these whose page only led to another, with that one's id."""
    pages = [each for each in gone if record_of(each)][:_ASKED_TO]
    return {record_of(each): target for each in pages if (target := leads_to(each, last))}


def _shortly(gone: list[str], led: Mapping[PublishedRecord | None, str]) -> list[str]:
    """Leave out what goes with a page that is gone: its files, and pages that led to it."""
    pages = {record for each in gone if (record := record_of(each))}
    ids = {record_id for _, record_id in pages - led.keys()}
    return [
        each
        for each in gone
        if (record_of(each) or owner_of(each) not in pages) and led.get(owner_of(each)) not in ids
    ]


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
    if owner := owner_of(path):
        names.add(owner[1])
    return any(each.strip("/").removesuffix("/index.html") in names for each in allowed)


def _strange(last: Path, strangers: list[str]) -> str:
    told = f"{last} holds files that this program did not make ({_shown(strangers)})"
    tops = sorted({path.split("/")[0] for path in strangers})
    kept = [name for name in tops if name in HOSTS_OWN or PROOF.fullmatch(name)]
    return f"{told}; {_small(belongs(kept or tops[:3]))}, or take it away"


def _gone(gone: list[str]) -> str:
    pages = [path.removesuffix("index.html") for path in gone]
    first = _id(gone[0]) or pages[0]
    return (
        f"{len(gone)} published before would vanish ({_shown(pages)}); an event that is taken back "
        f"stays as 'publish: withdrawn'; else say so: --allow-removal {first}"
    )


def _id(address: str) -> str:
    """Give the last name in an address: of a page its folder's."""
    return address.removesuffix("/index.html").rpartition("/")[2].removeprefix("#")


def _shown(paths: list[str]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _small(text: str) -> str:
    return text[0].lower() + text[1:]
