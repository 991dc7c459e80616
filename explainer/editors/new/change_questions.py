"""A new entry of changes.yml: what was corrected, what it was, what it is, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from explainer.arabic.fold import fold
from explainer.content.model import Change
from explainer.content.yaml_file import Document
from explainer.editors.new import writing
from explainer.editors.new.question import (
    Known,
    Read,
    Replies,
    WrongAnswerError,
    for_choice,
    for_field,
    never,
    of_model,
    text,
)
from explainer.messages import say
from explainer.messages.problems import nearest
from explainer.system import clock

CHANGES_FILE = "changes.yml"
TARGETS = ("event", "figure", "page")
"""What can have been changed; one of them is named."""
BEFORE_AND_AFTER = ("correction", "clarification")
"""Types of change that tell what the text was and what it is."""


def titled(kind: str) -> Read:
    """Make a reader of an event or a figure: its id, or words that its title alone has."""

    def read(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - one form for all
        records: Mapping[str, object] = known.records(kind)
        word = writing.one_line(typed)
        if word in records:
            return word
        found = [i for i, each in records.items() if fold(word) in fold(getattr(each, "title", ""))]
        if len(found) == 1:
            return found[0]
        near = found[:3] or [each for each in [nearest(word, records)] if each]
        hint = say("new.near", names=" / ".join(near)) if near else ""
        raise WrongAnswerError(say("new.unknown", kind=say(kind), what=word, near=hint))

    return read


def _nothing_before(*names: str) -> Callable[[Replies], bool]:
    """Make a test of whether none of some questions was answered."""
    return lambda answers: not any(answers.get(name) for name in names)


def _tells_both(answers: Replies) -> bool:
    return answers.get("type") in BEFORE_AND_AFTER


def _is_correction(answers: Replies) -> bool:
    return answers.get("type") == "correction"


def _today(known: Known, answers: Replies) -> str:  # noqa: ARG001 - the same for all
    return clock.now().date().isoformat()


CHANGE_QUESTIONS = (
    for_field(Change, "event", titled("event"), needed=never),
    for_field(
        Change, "figure", titled("figure"), needed=never, asked=_nothing_before("event")
    ),
    for_field(
        Change, "page", text, needed=_nothing_before("event", "figure"),
        asked=_nothing_before("event", "figure"),
    ),
    for_choice(Change, "type"),
    for_field(Change, "date", of_model(Change, "date"), suggest=_today),
    for_field(Change, "was", text, needed=_is_correction, asked=_tells_both),
    for_field(Change, "now", text, needed=_is_correction, asked=_tells_both),
    for_field(Change, "why", text),
)  # fmt: skip
"""In the order in which they are asked."""


def change(answers: Replies) -> str:
    """Write an entry as it stands in the list."""
    lines = [f"date: {writing.date(answers['date'])}\n"]
    lines += [f"{name}: {writing.scalar(answers[name])}\n" for name in TARGETS if answers.get(name)]
    lines.append(f"type: {answers['type']}\n")
    texts = [writing.field(n, answers[n], 2) for n in ("was", "now", "why") if answers.get(n)]
    first, *rest = [*(f"  {line}" for line in lines), *texts]
    return "".join([f"- {first[2:]}", *rest])


def with_change(listed: str, added: str, document: Document) -> tuple[str, int]:
    """Put an entry into the text of the list, of which all else stays; returns its index too.

    It goes to the end, or before all others in a list whose newest is the first.
    """
    end = "\r\n" if "\r\n" in listed else "\n"
    added = added.replace("\n", end)
    entries = document.data if isinstance(document.data, list) else []
    days = [str(each.get("date", "")) for each in entries if isinstance(each, dict)]
    if len(days) > 1 and days[0] > days[-1]:
        lines = listed.splitlines(keepends=True)
        first = document.position((0,)).line - 1
        return "".join([*lines[:first], added, *lines[first:]]), 0
    before = listed if not listed or listed.endswith("\n") else listed + end
    return before + added, len(entries)
