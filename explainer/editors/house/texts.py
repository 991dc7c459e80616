"""How long texts are, and how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.content.model import Section
from explainer.editors.house.house_rule import Breach, HouseRule, Look
from explainer.messages import say
from explainer.messages.problems import Fix, Path

_UNREAD = re.compile(r"\]\([^)\s]*\)|\[@[a-z0-9-]+\]")
"""What readers do not read of prose: addresses and citations."""
_WORD = re.compile(r"\w")


def count_words(text: str) -> int:
    """Count the words that a reader reads: what has a letter or a digit between spaces."""
    return sum(1 for word in _UNREAD.sub("] ", text).split() if _WORD.search(word))


def _length(look: Look, code: str, rule: str, field: str) -> Iterator[Breach]:
    text, bounds = getattr(look.record, field), getattr(look.house, rule)
    number = count_words(text) if text else None
    if number is not None and not bounds.least <= number <= bounds.most:
        words = say(code, number=number, least=bounds.least, most=bounds.most)
        yield Breach((field,), words)


def standfirst_length(look: Look) -> Iterator[Breach]:
    """Find a standfirst that is too short, or too long for the first screen of a phone."""
    return _length(look, "W913", "standfirst_words", "standfirst")


def title_length(look: Look) -> Iterator[Breach]:
    """Find titles of events that are too short or too long."""
    return _length(look, "W901", "title_words", "title")


def summary_length(look: Look) -> Iterator[Breach]:
    """Find summaries of events that are too short or too long."""
    return _length(look, "W902", "summary_words", "summary")


def section_length(look: Look) -> Iterator[Breach]:
    """Find bodies of sections that are too short or too long; none is no body."""
    return _length(look, "W903", "section_words", "body")


def _end(text: str) -> str:
    """Give the last words of a text."""
    return " ".join(text.split()[-3:])


def _ends(look: Look, code: str, path: Path, text: str, mark: str) -> Iterator[Breach]:
    """Find that a text lacks its last mark, and put it there, unless another stands there."""
    last = look.origin.document.index((*look.origin.base, *path), len(text.rstrip()) - 1)
    is_bare = last is not None and re.search(r"[\w”)%]$", text.rstrip())
    fix = Fix(last + 1, last + 1, mark) if last is not None and is_bare else None
    words = text.rstrip(" .,،;؛:'\"\\]}")
    yield Breach(path, say(code, right=f"{_end(words)}{mark}"), fix=fix)


def full_stops(look: Look) -> Iterator[Breach]:
    """Find summaries that do not end in a full stop, and titles that do."""
    title, summary = look.record.title, look.record.summary.rstrip()
    if not summary.endswith((".", ".”", ".)")) and not summary.endswith("”."):
        yield from _ends(look, "W904", ("summary",), summary, ".")
    if title.endswith(".") and not title.endswith(".."):
        last = look.origin.document.index((*look.origin.base, "title"), len(title) - 1)
        fix = None if last is None else Fix(last, last + 1, "")
        yield Breach(("title",), say("W905", right=_end(title[:-1])), fix=fix)


def question_marks(look: Look) -> Iterator[Breach]:
    """Find questions that do not end in a question mark; a Latin one is the desk's business."""
    if isinstance(look.record, Section):
        asked: list[tuple[Path, str]] = [(("question",), look.record.question or "؟")]
    else:
        questions = enumerate(look.record.questions)
        asked = [(("questions", n, "question"), each.question) for n, each in questions]
    for path, text in asked:
        if not text.rstrip().endswith(("؟", "?")):
            yield from _ends(look, "W906", path, text, "؟")


def answers(look: Look) -> Iterator[Breach]:
    """Find sections without a question, or without the body that answers it."""
    samples = {"question": "لماذا بُني الجسر؟", "body": "فقرة من النص"}
    for field, sample in samples.items():
        if not getattr(look.record, field):
            yield Breach((field,), say("W907", field=field, sample=sample))


EVENT_RULES = (
    HouseRule("title_words", title_length),
    HouseRule("summary_words", summary_length),
    HouseRule("full_stops", full_stops),
)
SECTION_RULES = (
    HouseRule("section_words", section_length),
    HouseRule("question_marks", question_marks),
    HouseRule("answers", answers),
)
SITE_RULES = (
    HouseRule("standfirst_words", standfirst_length),
    HouseRule("question_marks", question_marks),
)
