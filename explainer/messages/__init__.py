"""What editors are told, in English and in Arabic: a code for each problem, a template a language.

`say("E302", field="title")` makes the words; a variant of one problem has a suffix
(`E206.list`), and pieces of sentences have small names (`mean`). Codes are stable: editors look
them up in docs/problems.md, which tells what each means.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from explainer.messages import (
    date_errors,
    desk_findings,
    evidence_errors,
    field_errors,
    file_errors,
    guard_findings,
    house_findings,
    pieces,
    questions,
    radar_findings,
    run_endings,
    syntax_errors,
)

MessageLanguage = Literal["en", "ar"]

TABLE: Mapping[str, tuple[str, str]] = {
    **pieces.TABLE,
    **file_errors.TABLE,
    **syntax_errors.TABLE,
    **field_errors.TABLE,
    **date_errors.TABLE,
    **evidence_errors.TABLE,
    **desk_findings.TABLE,
    **guard_findings.TABLE,
    **house_findings.TABLE,
    **questions.TABLE,
    **radar_findings.TABLE,
    **run_endings.TABLE,
}
"""A code, with its variant, or the name of a piece -> English, Arabic."""


class Message(NamedTuple):
    """The same words in both languages; `code` is empty for a piece of a sentence."""

    code: str
    en: str
    ar: str

    def __str__(self) -> str:
        return self.en

    def within(self, frame: str) -> Message:
        """Put the words into a frame such as '{}; and more'."""
        return Message(self.code, frame.format(self.en), frame.format(self.ar))


def say(name: str, /, **values: object) -> Message:
    """Make words from the table. A value that is words itself is taken in the same language."""
    english, arabic = TABLE[name]
    code = name.partition(".")[0] if name[0].isupper() else ""
    return Message(
        code,
        english.format(**{key: _in_language(value, "en") for key, value in values.items()}),
        arabic.format(**{key: _in_language(value, "ar") for key, value in values.items()}),
    )


def codes() -> list[str]:
    """List every code, errors first."""
    return sorted({name.partition(".")[0] for name in TABLE if name[0].isupper()})


def _in_language(value: object, language: MessageLanguage) -> object:
    return getattr(value, language) if isinstance(value, Message) else value


__all__ = ["TABLE", "Message", "MessageLanguage", "codes", "say"]
