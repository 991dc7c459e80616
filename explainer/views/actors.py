"""Who's who, and a page for each actor: posts, events, what they said."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.pictures import periods
from explainer.views.page import PageView
from explainer.views.wording import Wording


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the list of actors, then a page an actor."""
    yield _index(library, words)
    said = _said_by(library)
    for actor_id, actor in library.actors.items():
        ids = library.events_by("actors").get(actor_id, [])
        claimed = [i for i in said.get(actor_id, []) if i not in set(ids)]
        yield PageView(
            kind="actor",
            path=f"actors/{actor_id}.md",
            title=actor.name.ar,
            description=words.description(actor.summary or actor.name.ar),
            data={
                "id": actor_id,
                "names": actor.name.others(),
                "aliases": actor.aliases,
                "type": actor.type,
                "country": vocabulary.country(actor.country) if actor.country else "",
                "summary": words.inline(actor.summary),
                "posts": words.posts(actor),
                "count": words.count(len(ids), "event"),
                "events": words.cards(reversed(ids)),
                "said": words.cards(reversed(claimed)),
                "wikidata": actor.wikidata,
            },
        )


def _index(library: Library, words: Wording) -> PageView:
    by_actor = library.events_by("actors")
    count = words.count(len(library.actors), "actor")
    groups = []
    for code, title in vocabulary.ACTOR_TYPE.items():
        ids = [i for i, actor in library.actors.items() if actor.type == code]
        ids.sort(key=lambda i: (-len(by_actor.get(i, [])), library.actors[i].name.ar))
        if ids:
            groups.append((code, title, [_entry(i, library, words) for i in ids]))
    return PageView(
        kind="actors",
        path="actors/index.md",
        title="الأشخاص والجهات",
        description=f"{count}، من أشخاص ودول وهيئات، ترد في هذا الملف.",
        data={
            "groups": groups,
            "count": count,
            "picture": periods.by_year(
                library,
                "p-years",
                "من شارك في الأحداث سنة بعد سنة",
                [(library.actors[i].name.ar, ids) for i, ids in by_actor.items()],
            ),
        },
    )


def _entry(actor_id: str, library: Library, words: Wording) -> dict[str, object]:
    actor = library.actors[actor_id]
    return {
        "link": words.actor(actor_id),
        "latin": actor.name.en,
        "post": actor.posts[-1].title if actor.posts else "",
        "summary": words.inline(actor.summary),
        "count": words.count(len(library.events_by("actors").get(actor_id, [])), "event"),
    }


def _said_by(library: Library) -> dict[str, list[str]]:
    """List, for each actor, the events in which it says something."""
    found: dict[str, list[str]] = {}
    for event_id, event in library.live.items():
        speakers = [*event.said_by, *(s for claim in event.claims for s in claim.said_by)]
        for speaker in dict.fromkeys(speakers):
            found.setdefault(speaker, []).append(event_id)
    return found
