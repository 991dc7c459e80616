"""What readers do not see yet: drafts, events that wait for their hour, and who counts on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, cast

from explainer.content.library import Examined, TypedText
from explainer.content.model import Event
from explainer.content.prose_links import citations
from explainer.messages import Message, say
from explainer.messages.problems import Problem


class Waiting(NamedTuple):
    """An event that is not shown; `until` is None for a draft."""

    until: datetime | None
    id: str

    @property
    def words(self) -> Message:
        """Say what it waits for."""
        if self.until is None:
            return say("run.draft", id=self.id)
        return say("run.waits", id=self.id, until=f"{self.until:%Y-%m-%dT%H:%MZ}")

    def __str__(self) -> str:
        return str(self.words)


def waiting(examined: Examined, now: datetime) -> list[Waiting]:
    """List what waits, the next one first, then the drafts."""
    events = cast("dict[str, Event]", examined.records.get("event", {}))
    scheduled = [
        Waiting(event.publish_at, event_id)
        for event_id, event in events.items()
        if event.publish == "live" and event.publish_at and event.publish_at > now
    ]
    drafts = [Waiting(None, i) for i, event in events.items() if event.publish == "draft"]
    return sorted(scheduled, key=lambda each: str(each.until)) + sorted(drafts)


def missed(examined: Examined) -> Iterator[Problem]:
    """Find published texts that count on what readers do not see: a link, or a whole key point.

    A page leaves such a link out and keeps its words, so that nothing leaks; an editor should know.
    """
    library = examined.library
    if library is None or not library.unpublished:
        return
    hidden = library.unpublished
    files = {library.files["event", event_id] for event_id in hidden}
    for typed in examined.texts:
        if "/".join(typed.document.file.split("/")[-3:]) in files:
            continue
        for event_id in dict.fromkeys(citations(typed.text)):
            if event_id in hidden:
                words = say("W503", what=event_id)
                yield _warning(typed, typed.text.index(event_id), words)
        if _is_unfounded(typed, hidden):
            yield _warning(typed, 0, say("W504"))


def _is_unfounded(typed: TypedText, hidden: frozenset[str]) -> bool:
    """Tell whether a text is a key point of which every event is hidden."""
    match typed.path:
        case ["key_points", int(number), "text"]:
            rests = typed.record["key_points"][number].get("events", [])
            return bool(rests) and all(each in hidden for each in rests)
    return False


def _warning(typed: TypedText, offset: int, words: Message) -> Problem:
    return replace(typed.document.within(typed.path, offset, words), is_warning=True)
