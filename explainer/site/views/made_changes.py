"""What was changed after publication, under ids that stay: anchors of pages, entries of feeds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from explainer.content.library import Library
from explainer.content.model import Change, as_id
from explainer.site import addresses
from explainer.site.addresses import Address


@dataclass(frozen=True, slots=True)
class MadeChange:
    """A change that readers can see, under an id that stays as long as its day and target do."""

    id: str
    change: Change
    is_of_withdrawn: bool = False
    """Whether the event is withdrawn of which it tells: then only why is told, nothing of it."""

    @property
    def is_correction(self) -> bool:
        """Whether something was not right before: an update adds, it corrects nothing."""
        return self.change.type != "update"

    @property
    def href(self) -> Address:
        """Give where it is told: a correction on a page of its own kind."""
        return addresses.change("corrections" if self.is_correction else "changes", self.id)

    @property
    def target(self) -> tuple[str, str]:
        """Give what was changed: event, figure or page, and its id."""
        change = self.change
        if change.event:
            return "event", change.event
        return ("figure", change.figure) if change.figure else ("page", change.page or "")


def made_changes(library: Library) -> tuple[MadeChange, ...]:
    """List the changes of what readers can see, in the order in which editors wrote them."""
    numbers: Counter[str] = Counter()
    found = []
    for change in library.changes:
        if change.event in library.unpublished:
            continue
        name = as_id(f"{change.date.text}-{change.event or change.figure or change.page}")
        numbers[name] += 1
        event = library.events.get(change.event or "")
        found.append(
            MadeChange(
                f"{name}-{numbers[name]}" if numbers[name] > 1 else name,
                change,
                event is not None and event.publish == "withdrawn",
            )
        )
    return tuple(found)
