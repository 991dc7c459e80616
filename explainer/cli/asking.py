"""An interview with an editor: ask, read, ask again; then try what it makes, and write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from explainer.content.library import examine
from explainer.content.model import ID
from explainer.editors.new import plan as plans
from explainer.editors.new import trial
from explainer.editors.new.question import Known, Prompt, WrongAnswerError
from explainer.editors.new.trial import shown
from explainer.editors.problem_report import report
from explainer.messages import Message, MessageLanguage, say
from explainer.messages.problems import ContentRefused, Problem
from explainer.system.folders import ROOT

if TYPE_CHECKING:
    from explainer.editors.new.plan import Plan

_YES = {"y", "yes", "ن", "نعم"}
_NO_ANSWER = "-"


class Interview:
    """Asks in one language for what is not given, where it may ask at all."""

    def __init__(self, folder: Path, language: MessageLanguage, *, asks: bool) -> None:
        self.folder, self.language, self.asks = folder, language, asks
        self._known: Known | None = None

    @property
    def known(self) -> Known:
        """What stands in the folder; read again after something was added."""
        if self._known is None:
            self._known = Known(self.folder, examine(self.folder))
        return self._known

    def words(self, message: Message) -> str:
        """Give a message in the editor's language."""
        return str(getattr(message, self.language))

    def tell(self, message: Message) -> None:
        """Say something that needs no answer."""
        click.echo(self.words(message), err=True)

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Print problems as `check` does."""
        click.echo(report(problems, "text", self.language), err=True)

    def text(self, asked: Message, default: str = "", beside: str = "") -> str:
        """Ask for one text; empty where nothing is answered, or nobody is asked."""
        if not self.asks:
            return ""
        words = self.words(asked) + beside
        return str(click.prompt(words, default=default, show_default=bool(default), err=True))

    def run(self, kind: str, given: Mapping[str, Any], *, live: bool = False) -> bool:
        """Ask for a record and write it; tells whether it was written."""
        if not (self.folder / "site.yml").exists():
            command = f"python build.py new explainer {shown(self.folder)}"
            message = say("new.no-content", file=shown(self.folder), command=command)
            raise click.UsageError(self.words(message))
        answers: dict[str, Any] = {}
        pending = list(plans.QUESTIONS[kind])
        while pending:
            self._ask_all(pending, given, answers)
            planned = self._planned(kind, answers, live=live)
            if planned is None:
                return False
            tried = trial.tried(self.folder, planned.name, planned.text)
            if not tried.errors:
                return self._write(planned, tried, kind, live=live)
            self.refuse(tried.errors)
            pending, given = self._refused_questions(kind, planned, tried.errors, answers), {}
            if self.asks and not pending and planned.before is None:
                click.echo(tried.text, err=True)  # so that what was typed is not lost
        return False

    def _planned(self, kind: str, answers: Mapping[str, Any], *, live: bool) -> Plan | None:
        try:
            return plans.plan(kind, self.known, answers, live=live)
        except ContentRefused as refused:
            self.refuse(refused.problems)
        except WrongAnswerError as error:
            self.tell(error.message)
        return None

    def _refused_questions(
        self, kind: str, planned: Plan, errors: list[Problem], answers: dict[str, Any]
    ) -> list[Prompt]:
        """List the questions whose answers are refused, to be asked again."""
        fields = [planned.field(each.where) for each in errors]
        again = [
            question
            for question in plans.QUESTIONS[kind]
            if self.asks and any(map(question.shows, fields))
        ]
        if again:
            self.tell(say("ask.again"))
        for question in again:
            answers.pop(question.name, None)
        return again

    def _write(self, planned: Plan, tried: trial.Tried, kind: str, *, live: bool) -> bool:
        for before, after in tried.mended:
            self.tell(say("new.mended", before=before or "''", after=after or "''"))
        try:
            planned.write(tried.text)
        except FileExistsError as error:
            message = say("new.exists", file=shown(planned.path))
            raise click.ClickException(self.words(message)) from error
        self._known = None
        if tried.problems:
            self.refuse(tried.problems)
        click.echo(self.words(say("new.written", file=shown(planned.path))))
        if kind == "event":
            if not live:
                self.tell(say("new.draft"))
            self.tell(say("new.look", command=self._serving(drafts=not live)))
        return True

    def _serving(self, *, drafts: bool) -> str:
        """Write the command that shows what was written."""
        asked = ["--drafts"] if drafts else []
        if self.folder != ROOT / "content":
            asked += ["--content", shown(self.folder)]
        return " ".join(["python build.py serve", *asked, "--lang", self.language])

    def _ask_all(
        self, questions: Iterable[Prompt], given: Mapping[str, Any], answers: dict[str, Any]
    ) -> None:
        """Find an answer to every question. Raises UsageError naming all options that lack."""
        lacking = []
        for question in questions:
            typed = _option_text(given.get(question.name))
            value = self._read_option(question, typed, answers) if typed else None
            if value is None and self.asks and question.asked(answers):
                value = self._ask_until_sound(question, answers)
            elif value is None:
                value = self._suggested_answer(question, answers)
            if value is None and question.needed(answers):
                lacking.append(f"--{question.option}")
            answers[question.name] = value
            note = question.note(self.known, answers, value) if value else None
            if note:
                self.tell(note)
        if lacking:
            message = say("new.lacking", options=", ".join(lacking))
            raise click.UsageError(self.words(message))

    def _suggested_answer(self, question: Prompt, answers: dict[str, Any]) -> Any:
        """Take what is suggested where it is needed and nobody is asked."""
        default = question.suggest(self.known, answers) if question.needed(answers) else ""
        return self._read_option(question, default, answers) if default else None

    def _read_option(self, question: Prompt, typed: str, answers: dict[str, Any]) -> Any:
        """Read what an option says. Raises UsageError where that is wrong."""
        try:
            return question.read(typed, self.known, answers)
        except WrongAnswerError as error:
            words = self.words(error.message)
            if error.unknown:
                words += self.words(
                    say("new.add-by", command=f"python build.py new {error.unknown}")
                )
            raise click.UsageError(f"--{question.option}: {words}") from error

    def _ask_until_sound(self, question: Prompt, answers: dict[str, Any]) -> Any:
        """Ask until the answer can be taken; None where it may be left out and is."""
        needed = question.needed(answers)
        self._list(question.choices(self.known))
        while True:
            default = question.suggest(self.known, answers)
            typed = self.text(
                question.words, default, self._hint_of_default(default, needed=needed)
            ).strip()
            if not needed and typed in ("", _NO_ANSWER):
                return None
            value = self._read_answer(question, typed, answers)
            if value:
                return value

    def _read_answer(self, question: Prompt, typed: str, answers: dict[str, Any]) -> Any:
        """Read an answer, or say why it cannot be taken; then it is None."""
        if not typed:
            self.tell(say("new.needed"))
            return None
        try:
            return question.read(typed, self.known, answers)
        except WrongAnswerError as error:
            self.tell(error.message)
            return (
                self._read_answer(question, typed, answers) if self._offer_to_add(error) else None
            )

    def _hint_of_default(self, default: str, *, needed: bool) -> str:
        if needed:
            return ""
        return f" [{self.words(say('ask.none' if default else 'ask.optional'))}]"

    def _list(self, choices: Mapping[str, str]) -> None:
        if choices:
            click.echo(err=True)
        width = max(map(len, choices), default=0)
        for number, (code, words) in enumerate(choices.items(), 1):
            before = "" if code == str(number) else f"{number:3}  "
            click.echo(f"  {before}{code:{width}}  {words}", err=True)

    def _offer_to_add(self, error: WrongAnswerError) -> bool:
        """Offer to add the record that an answer names and nobody knows."""
        if not error.unknown:
            return False
        answer = click.prompt(
            self.words(say("ask.add", what=error.typed)), default="", show_default=False, err=True
        )
        if str(answer).strip().lower() not in _YES:
            return False
        return self.run(error.unknown, {_name_of(error): error.typed})


def _name_of(error: WrongAnswerError) -> str:
    """Tell which question of a new record is answered by the name that was typed."""
    if error.unknown == "section":
        return "title"
    if ID.fullmatch(error.typed):
        return "id"
    return "name" if re.search("[\u0621-\u064a]", error.typed) else "en"


def _option_text(given: Any) -> str:
    """Write an option's value as an editor would type it."""
    return (", ".join(given) if isinstance(given, tuple | list) else (given or "")).strip()
