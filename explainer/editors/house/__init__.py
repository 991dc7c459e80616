"""The newsroom's own rules, as site.yml sets them: what is sound, and yet not as the house wants.

A rule is set by the field of `house` that has its name. A breach warns; it is an error where
`house.errors` has the rule and the event is no draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from explainer.content.library import Examined, RecordOrigin
from explainer.content.model import Event, House, Record
from explainer.editors.house import registries, speakers, texts
from explainer.editors.house.house_rule import Breach, HouseRule, Look
from explainer.messages import Message
from explainer.messages.problems import Problem

HOUSE_RULES: Mapping[str, tuple[HouseRule, ...]] = {
    "event": (*texts.EVENT_RULES, *speakers.EVENT_RULES, *registries.EVENT_RULES),
    "section": texts.SECTION_RULES,
    "site": texts.SITE_RULES,
    "actor": registries.REGISTRY_RULES,
    "place": registries.REGISTRY_RULES,
    "publisher": registries.REGISTRY_RULES,
}
"""Kind of record -> what is asked of it."""


def breaches(examined: Examined) -> Iterator[Problem]:
    """Find every breach; none where site.yml itself is not sound, since nobody knows the rules."""
    if examined.site is None:
        return
    house = examined.site.house
    shown = {
        event_id: event
        for event_id, event in cast("dict[str, Event]", examined.records["event"]).items()
        if event.publish != "withdrawn"
    }
    titles = registries.same_titles(shown)
    for origin in examined.origins:
        record = _record(examined, shown, origin)
        look = Look(house, origin, record, examined.named, titles, not examined.problems)
        for rule in HOUSE_RULES.get(origin.kind, ()) if record else ():
            if rule.is_on(house):
                yield from (_problem(look, rule, breach) for breach in rule.find(look))


def _record(examined: Examined, shown: Mapping[str, Event], origin: RecordOrigin) -> Record | None:
    if origin.kind == "site":
        return examined.site
    if origin.kind == "event":
        return shown.get(origin.id)
    return examined.records.get(origin.kind, {}).get(origin.id)


def _problem(look: Look, rule: HouseRule, breach: Breach) -> Problem:
    """Put a breach at its place; the letter of its code says whether it refuses the content."""
    is_error = rule.name in look.house.errors and not _is_draft(look.record)
    code, *words = breach.message
    message = Message(f"E{code[1:]}" if is_error else code, *words)
    path = (*look.origin.base, *breach.path)
    problem = look.origin.document.problem(path, message, at_key=breach.at_key)
    return replace(problem, is_warning=not is_error, fix=breach.fix)


def _is_draft(record: Record) -> bool:
    return isinstance(record, Event) and record.publish == "draft"


__all__ = ["RULES", "House", "breaches"]
