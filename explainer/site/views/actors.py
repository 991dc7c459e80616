"""Who's who, and a page for each actor: posts, events, what they said."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import cldr, vocabulary
from explainer.content.library import Library
from explainer.content.model import Actor
from explainer.site import addresses
from explainer.site.views import periods
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording

QuotedClaim = dict[str, list[str]]
"""For each actor, the events in which it says something."""
OTHERS_SHOWN = 8
"""More actors of a type than this with one event or none are shown on request."""
WEIGHTY = 1
"""Events of this importance stand first on an actor's page, the others under them."""
FEW = 6
"""Of so many events none needs to stand before the others."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the list of actors, then a page an actor."""
    library, words = publication.library, publication.words
    yield _index(publication)
    said = _said_by(library)
    for actor_id, actor in library.actors.items():
        ids = library.events_by("actors").get(actor_id, [])
        claimed = [i for i in said.get(actor_id, []) if i not in set(ids)]
        main, others = _by_weight(ids, library)
        yield PageView(
            kind="actor",
            address=addresses.actor(actor_id),
            record=("actor", actor_id),
            title=actor.name.ar,
            description=words.description(actor.summary or actor.name.ar),
            data={
                "id": actor_id,
                "names": actor.name.others(),
                "aliases": actor.aliases,
                "type": actor.type,
                "country": _country(actor),
                "summary": words.inline(actor.summary),
                "posts": words.posts(actor),
                "count": words.count(len(ids), "event") if ids else "",
                "main": words.cards(main),
                "main_count": words.count(len(main), "event"),
                "others": words.cards(others),
                "others_count": words.count(len(others), "event"),
                "said": words.cards(reversed(claimed)),
                "said_count": words.count(len(claimed), "event"),
                "wikidata": actor.wikidata,
            },
        )


def _country(actor: Actor) -> str:
    """Name an actor's country; not a state's, which is that country."""
    return cldr.country(actor.country) if actor.country and actor.type != "state" else ""


def _by_weight(ids: list[str], library: Library) -> tuple[list[str], list[str]]:
    """Part an actor's events, the newest first: what nobody should miss, and the others."""
    newest = ids[::-1]
    main = [i for i in newest if library.live[i].importance == WEIGHTY]
    if not main or len(newest) <= FEW:
        return newest, []
    return main, [i for i in newest if i not in set(main)]


def _index(publication: Publication) -> PageView:
    library, words = publication.library, publication.words
    by_actor = library.events_by("actors")
    count = words.count(len(library.actors), "actor")
    said = _said_by(library)
    groups = [_group(code, title, said, words) for code, title in vocabulary.ACTOR_TYPE.items()]
    return PageView(
        kind="actors",
        address=addresses.page("actors"),
        record=("actor", ""),
        title="الأشخاص والجهات",
        description=f"{count}، من أشخاص ودول وهيئات، ترد في هذا الملف.",
        data={
            "groups": [group for group in groups if group["main"]],
            "count": count,
            "picture": periods.by_year(
                library,
                "p-years",
                "من شارك في الأحداث سنة بعد سنة",
                [(library.actors[i].name.ar, ids) for i, ids in by_actor.items()],
            ),
        },
    )


def _group(code: str, title: str, said: QuotedClaim, words: Wording) -> dict[str, object]:
    """List the actors of one type, most events first; many with hardly any stand aside."""
    library = words.library
    events = library.events_by("actors")
    ids = [i for i, actor in library.actors.items() if actor.type == code]
    ids.sort(key=lambda i: (-len(events.get(i, [])), library.actors[i].name.ar))
    main = [i for i in ids if len(events.get(i, [])) > 1]
    others = ids[len(main) :]
    if not main or len(others) <= OTHERS_SHOWN:
        main, others = ids, []
    noun = "person" if code == "person" else "actor"
    return {
        "code": code,
        "title": title,
        "number": words.number(len(ids)),
        "main": [_entry(i, said, words) for i in main],
        "others": [_entry(i, said, words) for i in others],
        "others_count": words.count(len(others), noun),
    }


def _entry(actor_id: str, said: QuotedClaim, words: Wording) -> dict[str, object]:
    actor = words.library.actors[actor_id]
    return {
        "link": words.actor(actor_id),
        "post": actor.posts[-1].title if actor.posts else "",
        "count": _count(actor_id, said, words),
    }


def _count(actor_id: str, said: QuotedClaim, words: Wording) -> str:
    """Count an actor's events; of one that only speaks, those in which it is quoted."""
    ids = words.library.events_by("actors").get(actor_id, [])
    quoted = said.get(actor_id, [])
    if not ids and quoted:
        return f"أقوال منقولة في {words.count(len(quoted), 'event', 'genitive')}"
    return words.count(len(ids), "event")


def _said_by(library: Library) -> QuotedClaim:
    """List, for each actor, the events in which it says something."""
    found: QuotedClaim = {}
    for event_id, event in library.live.items():
        speakers = [*event.said_by, *(s for claim in event.claims for s in claim.said_by)]
        for speaker in dict.fromkeys(speakers):
            found.setdefault(speaker, []).append(event_id)
    return found
