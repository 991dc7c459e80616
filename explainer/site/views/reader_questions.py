"""What readers ask: all questions with their answers on a page, the first of them on home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question with its whole answer, and what home shows of it."""

    number: int
    question: str
    answer: Markup
    first: Markup
    """The answer's first paragraph."""
    goes_on: bool
    """Whether the answer has more."""
    href: Address


def questions(publication: Publication) -> list[QuestionWords]:
    """Word all questions, in the editors' order."""
    words = publication.words
    return [
        QuestionWords(
            number,
            each.question,
            words.block(each.answer),
            words.block(first),
            bool(rest.strip()),
            addresses.question(number),
        )
        for number, each in enumerate(publication.library.site.questions, 1)
        for first, _, rest in [each.answer.strip().partition("\n\n")]
    ]


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page; none where nobody asks."""
    asked = questions(publication)
    if not asked:
        return
    words = publication.words
    number = words.count(len(asked), "question")
    yield PageView(
        kind="questions",
        address=addresses.page("questions"),
        title="أسئلة وأجوبة",
        description=f"ما يسأله القراء عن {publication.title}، والجواب عنه: {number}.",
        reading=words.reading_time,
        data={"questions": asked, "count": number},
    )
