"""What an answered questionnaire would do to a content folder: one file, new or with one more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.content import yaml_file
from explainer.content.library import REGISTRY_FILES
from explainer.editors.check import write_over
from explainer.editors.new import change_questions, event_questions, record_questions, trial
from explainer.editors.new.question import Known, Prompt, Replies, WrongAnswerError
from explainer.messages import say
from explainer.messages.problems import ContentRefused

QUESTIONS: Mapping[str, tuple[Prompt, ...]] = {
    "event": event_questions.EVENT_QUESTIONS,
    **record_questions.RECORD_QUESTIONS,
    "change": change_questions.CHANGE_QUESTIONS,
}
"""By kind of record, in the order in which they are asked."""


@dataclass(frozen=True)
class Plan:
    """A file as it is to be. `before` is what it holds now, None where there is no such file."""

    path: Path
    name: str
    text: str
    before: bytes | None = None
    base: str = ""
    """What precedes the record's own fields in the names of fields: its id, in a registry."""

    def write(self, text: str) -> None:
        """Write the file. Raises FileExistsError where another was quicker."""
        if self.before is None:
            trial.write_new(self.path, text)
        else:
            write_over(self.path, self.before, text)

    def field(self, where: str) -> str:
        """Name a field within the record."""
        return where.removeprefix(f"{self.base}.") if self.base else where


def plan(kind: str, known: Known, answers: Replies, *, live: bool = False) -> Plan:
    """Say what is to be written.

    Raises ContentRefused for a registry that is broken, WrongAnswerError for one that would not
    keep its other records.
    """
    if kind in REGISTRY_FILES:
        return _in_registry(kind, known, answers)
    if kind == "change":
        return _in_list(known, answers)
    name = event_questions.file(answers) if kind == "event" else f"sections/{answers['id']}.yml"
    body = (
        event_questions.written(answers, live=live)
        if kind == "event"
        else record_questions.section(answers)
    )
    return Plan(known.folder / name, name, trial.modeline(known.folder, name, kind) + body)


def _in_registry(kind: str, known: Known, answers: Replies) -> Plan:
    name, added, record_id = (
        REGISTRY_FILES[kind],
        record_questions.entry(kind, answers),
        answers["id"],
    )
    path = known.folder / name
    if not path.exists():
        line = trial.modeline(known.folder, name, name.removesuffix(".yml"))
        return Plan(path, name, line + added, base=record_id)
    document = yaml_file.read(path, trial.shown(path))
    if document.problems:
        raise ContentRefused(document.problems)
    before = path.read_bytes()
    whole = before.decode("utf-8")
    text = record_questions.with_entry(whole, record_id, added, document)
    if not trial.keeps_the_rest(whole, text, record_id):
        raise WrongAnswerError(say("new.changed", file=document.file, text=added))
    return Plan(path, name, text, before, record_id)


def _in_list(known: Known, answers: Replies) -> Plan:
    name, added = change_questions.CHANGES_FILE, change_questions.change(answers)
    path = known.folder / name
    if not path.exists():
        line = trial.modeline(known.folder, name, name.removesuffix(".yml"))
        return Plan(path, name, line + added, base="[0]")
    document = yaml_file.read(path, trial.shown(path))
    if document.problems:
        raise ContentRefused(document.problems)
    before = path.read_bytes()
    whole = before.decode("utf-8")
    text, index = change_questions.with_change(whole, added, document)
    if not trial.keeps_the_others(whole, text, index):
        raise WrongAnswerError(say("new.changed", file=document.file, text=added))
    return Plan(path, name, text, before, f"[{index}]")
