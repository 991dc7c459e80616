"""The radar as a page of the local site: what deserves a second look, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.content.waiting import Waiting
from explainer.editors.radar import Finding
from explainer.editors.radar.radar_report import FOLD, RULE_TITLES, grouped
from explainer.site import addresses
from explainer.site.views.page_view import PageView
from explainer.site.views.wording import Link, Wording


@dataclass(frozen=True, slots=True)
class Group:
    """All that one rule found; a long one is folded."""

    code: str
    title: str
    count: str
    findings: tuple[tuple[Link, Finding], ...]
    is_long: bool


def page(findings: Sequence[Finding], waiting: Iterable[Waiting], words: Wording) -> PageView:
    """Make the page; it is for an editor's own screen and in no site that is published."""
    return PageView(
        kind="radar",
        address=addresses.page("radar"),
        title="الرادار",
        description="ما يصح نشره ويستحق نظرة ثانية.",
        data={
            "count": words.count(len(findings), "note") if findings else "",
            "groups": [
                Group(
                    rule,
                    RULE_TITLES[rule].ar,
                    words.count(len(found), "note"),
                    tuple((_record(each, words), each) for each in found),
                    len(found) > FOLD,
                )
                for rule, found in grouped(findings).items()
            ],
            "waiting": [
                (
                    Link(each.id, addresses.event(each.id))
                    if each.id in words.library.events
                    else Link(each.id),
                    f"{each.until:%Y-%m-%dT%H:%MZ}" if each.until else "",
                )
                for each in waiting
            ],
        },
    )


def _record(finding: Finding, words: Wording) -> Link:
    """Link to the record that a finding is about, by its name."""
    library, found = words.library, finding.record
    if found in library.events:
        return Link(library.events[found].title, addresses.event(found))
    if found in library.figures:
        return Link(library.figures[found].title, addresses.figure(found))
    if found in library.sections:
        return Link(library.sections[found].title, addresses.section(found))
    if found in library.actors:
        return words.actor(found)
    return words.place(found) if found in library.places else Link(found)
