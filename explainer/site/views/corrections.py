"""What was corrected after publication: each under an anchor that stays, on a page of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.arabic import vocabulary
from explainer.content.library import Library
from explainer.content.model import Change, as_id
from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.views import news
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Link


@dataclass(frozen=True, slots=True)
class MadeChange:
    """A change that readers can see, under an id that stays as long as its day and target do."""

    id: str
    change: Change

    @property
    def is_correction(self) -> bool:
        """Whether something was not right before: an update adds, it corrects nothing."""
        return self.change.type != "update"

    @property
    def href(self) -> Address:
        """Give where it is told: a correction on a page of its own kind."""
        return addresses.change("corrections" if self.is_correction else "changes", self.id)


def made_changes(library: Library) -> list[MadeChange]:
    """List the changes of what readers can see, in the order in which editors wrote them."""
    numbers: Counter[str] = Counter()
    found = []
    for change in news.published(library):
        target = change.event or change.figure or change.page or ""
        name = as_id(f"{change.date.text}-{target}")
        numbers[name] += 1
        found.append(MadeChange(f"{name}-{numbers[name]}" if numbers[name] > 1 else name, change))
    return found


def corrections(publication: Publication) -> list[MadeChange]:
    """List the corrections, the newest first; those of one day in the editors' order."""
    words = publication.words
    found = [made for made in made_changes(publication.library) if made.is_correction]
    return sorted(found, key=lambda made: words.day(made.change.date), reverse=True)


def called(change: Change, library: Library) -> Link:
    """Name what was changed, with its kind of change before it: تصحيح: العنوان."""
    target = news.target(change, library)
    return Link(f"{vocabulary.CHANGE_TYPE[change.type]}: {target.text}", target.href)


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    made = corrections(publication)
    number = words.count(len(made), "correction")
    yield PageView(
        kind="corrections",
        address=addresses.page("corrections"),
        record=("change", ""),
        title="التصحيحات",
        description="ما صُحح في هذا الملف أو وُضح أو سُحب بعد نشره: ماذا كان، وماذا صار، ولماذا.",
        data={
            "count": number if made else "",
            "corrections": [
                {
                    "id": each.id,
                    "target": news.target(each.change, library),
                    **news.told(each.change, words),
                }
                for each in made
            ],
        },
    )
