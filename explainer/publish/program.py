"""Content in, published site out: load, make, let the engine build aside, look, exchange."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from explainer.content.library import load
from explainer.engines import mkdocs
from explainer.publish.account import Account, account_of
from explainer.publish.arrived import look
from explainer.publish.exchange import replacing
from explainer.publish.last_site import LastSite, last_site
from explainer.publish.vanished import nobody_elses, nothing_vanishes
from explainer.site import maker
from explainer.site.output import Output
from explainer.site.upkeep import upkeep_of
from explainer.system.environment import site_address
from explainer.system.folders import ROOT
from explainer.system.memory import collect_rarely
from explainer.system.stages import stage

log = logging.getLogger("explainer")


def make(content: Path, last: LastSite | None = None) -> Output:
    """Turn a content folder into an output; the versions of the last site are carried over.

    Raises ContentRefused with every problem, WrongEnvironmentError for a wrong REPO_URL.
    """
    with stage("content"):
        library = load(content)
        upkeep, lacking = upkeep_of(content, library)
    if lacking:
        log.warning(lacking)
    return maker.build(
        library,
        templates=ROOT / "templates",
        docs=ROOT / "docs",
        cache=ROOT / ".cache",
        upkeep=upkeep,
        last=last,
    )


hooks = mkdocs.Hooks(make, root=ROOT)
"""The hooks of build.py; one object, so that a built output is not made twice."""


def build_site(
    content: Path, out: Path, *, allowed: Iterable[str] = (), last: str | None = None
) -> Account:
    """Build and publish; returns what was done. What is `allowed` to vanish may do so.

    `last` is the folder or the address of the last publication, where it is not `out`. Raises
    ContentRefused, WrongEnvironmentError, or NotPublishedError where the folder cannot be replaced
    or something would vanish; then the last site stands as it was.
    """
    collect_rarely()
    site_address()  # a wrong one is told before the work
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with replacing(out) as aside:
        before = last_site(last, out)
        output = make(content, before)
        with stage("engine"):
            mkdocs.build(hooks, output, ROOT / "mkdocs.yml", aside)
        with stage("look"):
            look(output, aside)
            nobody_elses(out, aside)
            nothing_vanishes(before, aside, allowed, content)
            return account_of(aside, before, len(output.pages))
