"""A question of `new`: how an answer is read, what is suggested, where it goes in the record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, cast

from pydantic import ValidationError

from explainer.arabic.fold import fold
from explainer.content.library import Examined
from explainer.content.model import Record, Ref, as_id, record_fields
from explainer.content.record_names import NamedRecord, Names
from explainer.content.refusals import refusals
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.content.yaml_file import Document
from explainer.editors.new.writing import one_line
from explainer.messages import Message, say
from explainer.messages.problems import nearest
from explainer.system.errors import WRONG_USAGE, ExplainerError

Replies = Mapping[str, Any]


class WrongAnswerError(ExplainerError):
    """An answer that cannot be taken; `unknown` is the kind of record that it should name."""

    exit_code = WRONG_USAGE

    def __init__(self, message: Message, unknown: str = "", typed: str = "") -> None:
        super().__init__(str(message))
        self.message, self.unknown, self.typed = message, unknown, typed


@dataclass(frozen=True)
class Known:
    """What stands in a content folder by now."""

    folder: FilePath
    examined: Examined

    @cached_property
    def _names(self) -> dict[str, Names]:
        records = cast(Mapping[str, Mapping[str, NamedRecord]], self.examined.records)
        return {kind: Names(records.get(kind, {})) for kind in ("actor", "place", "publisher")}

    def names(self, kind: str) -> Names:
        """Give the names of a registry: actor, place or publisher."""
        return self._names[kind]

    def records(self, kind: str) -> Mapping[str, Any]:
        """Give the sound records of a kind by id."""
        return self.examined.records.get(kind, {})

    @cached_property
    def files(self) -> dict[tuple[str, str], str]:
        """Find by kind and id the file that a record stands in."""
        return {(each.kind, each.id): each.document.file for each in self.examined.origins}


Read = Callable[[str, Known, Replies], Any]
Suggest = Callable[[Known, Replies], str]


def _no_suggestion(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    return ""


def _always(answers: Replies) -> bool:  # noqa: ARG001 - it asks nothing
    return True


def _no_note(known: Known, answers: Replies, value: Any) -> Message | None:  # noqa: ARG001
    return None


@dataclass(frozen=True)
class Prompt:
    """One question; its option is `--OPTION`.

    `where` are the beginnings of the fields in which a wrong answer shows.
    """

    name: str
    words: Message
    option: str
    read: Read
    where: tuple[str, ...] = ()
    suggest: Suggest = _no_suggestion
    needed: Callable[[Replies], bool] = _always
    asked: Callable[[Replies], bool] = _always
    many: bool = False
    choices: Callable[[Known], Mapping[str, str]] = field(default=lambda known: {})  # noqa: ARG005
    note: Callable[[Known, Replies, Any], Message | None] = _no_note

    def shows(self, problem_at: str) -> bool:
        """Tell whether a problem at a field is about this answer."""
        return bool(self.where) and re.split(r"[.\[]", problem_at)[0] in self.where


def about(model: type[Record], name: str) -> Message:
    """Ask for a field of a model, in the words that stand under it."""
    known = record_fields(model)[name]
    meaning = known.meaning
    if isinstance(known.mark, Ref) and not known.choices:
        by_name = say("ask.by-name-many" if known.is_many else "ask.by-name")
        return Message("", meaning.en + by_name.en, meaning.label + by_name.ar)
    beside = f" ({meaning.help})" if meaning.help != meaning.label else ""
    several = say("ask.several") if known.is_many and not known.choices else Message("", "", "")
    return Message("", meaning.en + several.en, meaning.label + beside + several.ar)


def choices_of(model: type[Record], name: str) -> Callable[[Known], Mapping[str, str]]:
    """Make a list of the codes that a field can be, each with its word."""
    return lambda known: record_fields(model)[name].choices  # noqa: ARG005 - the same for all


def for_field(model: type[Record], field_name: str, read: Read, **settings: Any) -> Prompt:
    """Make the question for a field of a model; its option is called as the field is."""
    usual = {
        "name": field_name,
        "words": about(model, field_name),
        "option": field_name.replace("_", "-"),
        "where": (field_name,),
    }
    return Prompt(**{**usual, "read": read, **settings})


def for_choice(model: type[Record], field_name: str, **settings: Any) -> Prompt:
    """Make the question for a field whose value is one of its codes."""
    listed = settings.pop("choices", choices_of(model, field_name))
    return for_field(model, field_name, one_of(listed), choices=listed, **settings)


def never(answers: Replies) -> bool:  # noqa: ARG001 - it asks nothing
    """Say no, whatever the answers are."""
    return False


def text(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - it takes any text
    """Read a text of one line."""
    return one_line(typed)


def texts(typed: str, known: Known, answers: Replies) -> tuple[str, ...]:  # noqa: ARG001
    """Read texts with commas between them."""
    return tuple(dict.fromkeys(parts(typed)))


def parts(typed: str) -> list[str]:
    """Cut an answer at its commas, Latin or Arabic."""
    return [one for each in re.split("[,،]", typed) if (one := one_line(each))]


def of_model(model: type[Record], name: str, *beside: str) -> Read:
    """Make a reader that takes what a field of a model takes; the answers `beside` it count too."""

    def read(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - one form for all
        value = typed.strip()
        data = {each: answers[each] for each in beside if answers.get(each)} | {name: value}
        _judge(model, data, name)
        return value

    return read


def _judge(model: type[Record], data: dict[str, Any], name: str) -> None:
    try:
        model.model_validate(data)
    except ValidationError as error:
        for problem in refusals(error, model, data, Document("", data=data, placed=True)):
            if problem.where == name:
                raise WrongAnswerError(problem.message) from error


def one_of(choices: Callable[[Known], Mapping[str, str]], kind: str = "") -> Read:
    """Make a reader of one choice: its code, its number in the list, its words or one of them."""

    def read(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - one form for all
        listed = choices(known)
        chosen = _chosen(one_line(typed), listed)
        if chosen is None:
            near = nearest(typed, listed)
            sample = near or next(iter(listed), "")
            if kind and not listed:
                raise unknown(kind, typed, [])
            raise WrongAnswerError(say("new.choice", what=one_line(typed), sample=sample))
        return chosen

    return read


def _chosen(typed: str, listed: Mapping[str, str]) -> str | None:
    codes = list(listed)
    if typed.lower() in listed:
        return typed.lower()
    if re.fullmatch("[0-9]{1,3}", typed):
        return codes[int(typed) - 1] if 0 < int(typed) <= len(codes) else None
    by_words = {fold(words.partition(":")[0]): code for code, words in listed.items()}
    within = [code for words, code in by_words.items() if f" {fold(typed)} " in f" {words} "]
    return by_words.get(fold(typed)) or (within[0] if len(within) == 1 else None)


def each_of(read: Read) -> Read:
    """Make a reader of several answers with commas between them."""

    def read_all(typed: str, known: Known, answers: Replies) -> tuple[str, ...]:
        return tuple(dict.fromkeys(read(each, known, answers) for each in parts(typed)))

    return read_all


def named(kind: str) -> Read:
    """Make a reader of a record of a registry: its id, a name or an alias."""

    def read(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - one form for all
        found = known.names(kind).meant(one_line(typed))
        if found is None:
            raise unknown(kind, one_line(typed), known.names(kind).near(typed), known)
        return found

    return read


def unknown(kind: str, typed: str, near: Iterable[str], known: Known | None = None) -> Exception:
    """Make the refusal of a name that no record has; those that are near are named."""
    listed = [_id_with_name(known, kind, each) for each in near]
    hint = say("new.near", names=" / ".join(listed)) if listed else ""
    message = say("new.unknown", kind=say(kind), what=typed, near=hint)
    return WrongAnswerError(message, kind, typed)


def _id_with_name(known: Known | None, kind: str, record_id: str) -> str:
    record = known.records(kind).get(record_id) if known else None
    return f"{record_id} ({record.name.ar})" if record else record_id


def new_id(kind: str) -> Read:
    """Make a reader of an id that no record has yet."""

    def read(typed: str, known: Known, answers: Replies) -> str:  # noqa: ARG001 - one form for all
        return free(kind, slug(typed), typed, known)

    return read


def slug(text: str) -> str:
    """Write a text as an id: letters with accents lose them, other alphabets are left out."""
    return as_id(re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text)))


def free(kind: str, record_id: str, typed: str, known: Known) -> str:
    """Give an id back where it may be taken."""
    if not record_id:
        sample = "2024-06-19-bridge-opens" if kind == "event" else "some-city"
        raise WrongAnswerError(say("new.no-id", what=one_line(typed), sample=sample))
    if kind == "section" and record_id in RESERVED_ADDRESSES:
        raise WrongAnswerError(say("new.reserved", id=record_id))
    if file := known.files.get((kind, record_id)):
        raise WrongAnswerError(say("new.taken", id=record_id, file=file))
    return record_id


def same_name(kind: str) -> Callable[[Known, Replies, Any], Message | None]:
    """Make a note that says who has a name already."""

    def note(known: Known, answers: Replies, value: Any) -> Message | None:  # noqa: ARG001
        names = [value] if isinstance(value, str) else list(value or ())
        found = known.names(kind).same(names)
        if found is None:
            return None
        return say("new.same-name", id=found, name=known.records(kind)[found].name.ar)

    return note
