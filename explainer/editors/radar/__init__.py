"""What an editor should look at: true as it stands, and thinner than it could be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from explainer.content.library import Examined, Library, RecordOrigin
from explainer.editors.radar.finding import Finding
from explainer.editors.radar.rules import RADAR_RULES, RadarSubject

__all__ = ["Finding", "radar"]


def radar(
    examined: Examined, now: datetime, changed: Collection[str] | None = None
) -> list[Finding]:
    """Ask every rule about every record that is published; findings in order of file and line.

    `changed` are files as the findings name them: only what stands in these is told. Content that
    has problems has no findings: `check` comes first.
    """
    library = examined.library
    if library is None:
        return []
    return sorted(
        finding
        for origin in examined.origins
        if (changed is None or origin.document.file in changed) and _published(library, origin)
        for rule in RADAR_RULES.get(origin.kind, ())
        for finding in rule(RadarSubject(library, origin, now))
    )


def _published(library: Library, origin: RecordOrigin) -> bool:
    return origin.kind != "event" or origin.id in library.live
