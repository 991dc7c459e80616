"""Say in an editor's words why the model refused a value: a table by kind of error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.arabic.fold import fold
from explainer.content.date_refusals import certain_date, date_refusal
from explainer.content.meant_values import (
    meant_choice,
    meant_code,
    meant_degrees,
    meant_items,
    meant_number,
)
from explainer.content.model import Name, Record, RecordField, Ref, as_id, record_fields
from explainer.content.web_addresses import AddressFault
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import Fix, Path, Problem, found, nearest

NAME_SAMPLE = record_fields(Name)["en"].meaning.sample
"""What a language of a name that is not known may hold."""


def example(model: type[Record]) -> str:
    """Give a right example of how a record begins."""
    first = next(iter(record_fields(model).values()))
    return f"{first.name}: {first.meaning.sample}"


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What pydantic refused: what kind of error, where in the record, what stood there."""

    kind: str
    path: Path
    value: object
    context: Mapping[str, Any]
    model: type[Record]
    """The record, or part of a record, that the field belongs to."""

    at_key: bool = False
    """Whether it is the name that is refused, not what stands under it."""

    @property
    def field(self) -> str:
        """The last name on the way there, as it was typed."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def known(self) -> RecordField | None:
        """The field of the model that it is in; None where there is no such field."""
        names = [step for step in reversed(self.path) if isinstance(step, str)]
        fields = record_fields(self.model)
        return next((fields[name] for name in names if name in fields), None)

    @property
    def sample(self) -> str:
        """A right example, of an item where the refused value is one."""
        if self.known is None:
            return NAME_SAMPLE if self.model is Name else example(self.model)
        right = self.known.meaning.sample
        if self.path[-1] == self.known.name:
            return right
        one = right[1:-1]
        return one.split(": ")[0 if self.at_key else -1] if self.known.is_keyed else one

    @property
    def would_do(self) -> Iterator[Path]:
        """The fields that are missing; any of them would do."""
        for field in self.context.get("fields", self.path[-1:]):
            yield (*self.path[:-1], field)


WordsOf = Callable[[_Refusal], Message]


def _expected(code: str, what: str) -> WordsOf:
    """Make the words for a value of the wrong kind; `what` names the words for the right one."""

    def words(refusal: _Refusal) -> Message:
        name = "E303" if refusal.value is None else code
        return say(name, found=found(refusal.value), what=say(what), sample=refusal.sample)

    return words


def _choice(refusal: _Refusal) -> Message:
    choices = refusal.known.choices if refusal.known else {}
    if refusal.value is None:
        return say("E303.choice", choices=_listed(choices))
    return no_choice(refusal.value, choices)


def no_choice(value: object, choices: Mapping[str, str]) -> Message:
    """Say that a value is none of the codes to choose from."""
    meant = meant_choice(value, choices) if isinstance(value, str) else None
    hint: Message | str = ""
    if meant:
        hint = say("write-it" if meant.certain else "mean", word=meant.right)
    elif isinstance(value, str) and (code := _codes_listed(value, choices)):
        hint = say("write-it", word=code)
    return say("E305", found=found(value), choices=_listed(choices), hint=hint)


def _listed(choices: Mapping[str, str]) -> Message:
    """List the codes; to who reads Arabic each with its word."""
    worded = "، ".join(f"{code} ({word})" for code, word in choices.items())
    return Message("", ", ".join(choices), worded)


def _codes_listed(value: str, choices: Mapping[str, str]) -> str | None:
    """Write several codes as the list that they were meant to be; None where it is none."""
    meant = [meant_choice(each, choices) for each in meant_items(value)]
    codes = [each.right for each in meant if each and each.certain]
    return f"[{', '.join(codes)}]" if len(codes) == len(meant) > 1 else None


def _text(refusal: _Refusal) -> Message:
    """Say that something is no text, or no code where codes can be chosen."""
    is_coded = refusal.known is not None and refusal.known.choices
    return _choice(refusal) if is_coded else _expected("E304", "text")(refusal)


def _form(refusal: _Refusal) -> Message:
    """Say what is wrong with text that has not the form its field needs."""
    text = str(refusal.value)
    if not text.strip():
        return _empty(refusal)
    shape = refusal.known.shape.words if refusal.known and refusal.known.shape else "form"
    if shape != "an-id":
        meant = meant_code(text, shape)
        if meant is None:
            return _expected("E307", shape)(refusal)
        return say("E307.write", found=found(text), what=say(shape), right=meant.right)
    if not as_id(text):
        return say("E306.form", found=found(text))
    return say("E306", found=found(text), right=as_id(text))


def _number(refusal: _Refusal) -> Message:
    """Say that a value is no number, and which one it was meant to be."""
    text = refusal.value if isinstance(refusal.value, str) else ""
    is_degrees = refusal.field in ("lat", "lon")
    meant = (meant_degrees if is_degrees else meant_number)(text)
    is_whole = refusal.kind == "whole"
    if meant is None or (is_whole and not re.fullmatch(r"\d+", meant.right)):
        return _expected("E308", "whole" if is_whole else "digits")(refusal)
    return say(meant.words or "E308.write", found=found(text), right=meant.right)


def _list(refusal: _Refusal) -> Message:
    """Say that a text is no list, and which list it was meant to be."""
    if right := _meant_list(refusal):
        return say("E304.list", found=found(refusal.value), right=right)
    return _expected("E304", "a-list")(refusal)


_BULLET = re.compile(r"(?:^|(?<=\s))(?:[-–—•·▪*]|\d{1,2}[.)])\s*(?=\S)")
"""What stands before an item where its editor saw a list."""


def _meant_list(refusal: _Refusal) -> str | None:
    """Write a text as a list of ids or codes; None where its items are none."""
    known = refusal.known
    takes_names = known and (known.either is not None or not known.record)
    if not (takes_names and isinstance(refusal.value, str)):
        return None
    value = _BULLET.sub(",", refusal.value)
    items = meant_items(value)
    return f"[{', '.join(items)}]" if items and "[" not in value else None


def _empty(refusal: _Refusal) -> Message:
    return say("E303.text", sample=refusal.sample)


def _missing(refusal: _Refusal) -> Message:
    return say("E302", field=refusal.field, sample=refusal.sample)


def _needed(refusal: _Refusal) -> Message:
    values = refusal.context["values"]
    return say(refusal.context["name"], field=refusal.field, sample=refusal.sample, **values)


def _words(refusal: _Refusal) -> Message:
    words = refusal.context["words"]
    return words if isinstance(words, Message) else Message(*words)


def _date(refusal: _Refusal) -> Message:
    typed = refusal.value if isinstance(refusal.value, str) and refusal.field != "part" else None
    return date_refusal(refusal.context["error"], typed)


def _address(refusal: _Refusal) -> Message:
    fault: AddressFault = refusal.context["fault"]
    return say(fault.name, found=found(refusal.value), right=fault.right)


def _moment(refusal: _Refusal) -> Message:
    """Say that a value is no moment, and which one it was meant to be."""
    text = str(refusal.value) if isinstance(refusal.value, str) else ""
    found_time = re.fullmatch(r"(.+?)(?:[ T،,]+(\d{1,2}:\d\d))?", text.strip())
    day = certain_date(found_time[1]) if found_time else None
    if found_time is None or day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return _expected("E402", "a-moment")(refusal)
    time = f"T{found_time[2]:0>5}Z" if found_time[2] else ""
    return say("E402.write", found=found(text), right=f"{day}{time}")


def _unknown(refusal: _Refusal) -> Message:
    near = _nearest(refusal)
    names = ", ".join(record_fields(refusal.model))
    return say("E301", hint=say("mean-alone", word=near) if near else say("one-of", words=names))


def _language(refusal: _Refusal) -> Message:
    near = _nearest(refusal)
    hint = say("mean", word=near) if near else Message("", ", such as en or fr", "، مثل en أو fr")
    return say("E314", hint=hint)


def _nearest(unknown: _Refusal) -> str | None:
    """Find the field that an unknown one most likely is; 'english' is en."""
    names = record_fields(unknown.model)
    near = nearest(unknown.field, names) or _by_label(unknown.field, names)
    begins = (name for name in names if unknown.field.lower().startswith(name))
    return near or (next(begins, None) if unknown.kind == "language" else None)


def _by_label(typed: str, names: Mapping[str, RecordField]) -> str | None:
    """Find the field of an Arabic name, as forms call it."""
    bare = fold(typed).removeprefix("ال")
    labels = {name: fold(known.meaning.label).removeprefix("ال") for name, known in names.items()}
    exact = [name for name, label in labels.items() if label == bare]
    begins = [name for name, label in labels.items() if label.startswith(f"{bare} ")]
    found = exact or begins
    return found[0] if bare and len(found) == 1 else None


def _count(refusal: _Refusal) -> Message:
    """Say that a list is empty, or that two ends of an interval are not two."""
    number = refusal.context["actual_length"]
    if "max_length" in refusal.context or refusal.context["min_length"] > 1:
        return say("E310", number=number)
    return say("E303.list", sample=refusal.sample)


def _bound(refusal: _Refusal) -> Message:
    least, most = refusal.context.get("ge"), refusal.context.get("le")
    what = say("at-least", bound=least) if most is None else say("at-most", bound=most)
    return say("E309", found=found(refusal.value), what=what, sample=refusal.sample)


ABSENT = {"missing", "needed"}
UNKNOWN = {"extra_forbidden", "language"}
COUNTED = {"too_short", "too_long"}
"""Said also of a list with an item that is refused; then it is no mistake of its own."""

REFUSAL_WORDS: Mapping[str, WordsOf] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "needed": _needed,
    "at": _words,
    "edtf": _date,
    "address": _address,
    "literal_error": _choice,
    "string_pattern_mismatch": _form,
    "string_too_short": _empty,
    "string_type": _text,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "tuple_type": _list,
    "too_short": _count,
    "too_long": _count,
    "model_type": _expected("E304", "a-group"),
    "dict_type": _expected("E304", "a-group"),
    "date": _expected("E401", "a-date"),
    "language": _language,
    "moment": _moment,
    "bounds": _expected("E307", "bounds"),
    "number": _number,
    "whole": _number,
}
"""A kind of error -> what an editor is told."""


def _right_number(refusal: _Refusal) -> str | None:
    meant = meant_number(str(refusal.value)) if isinstance(refusal.value, str) else None
    return meant.right if meant and meant.certain else None


def _right_choice(refusal: _Refusal) -> str | None:
    choices = refusal.known.choices if refusal.known else {}
    meant = meant_choice(refusal.value, choices) if isinstance(refusal.value, str) else None
    return meant.right if meant and meant.certain else None


def _right_date(refusal: _Refusal) -> str | None:
    is_text = isinstance(refusal.value, str) and refusal.field != "part"
    return certain_date(str(refusal.value)) if is_text else None


def _right_whole(refusal: _Refusal) -> str | None:
    right = _right_number(refusal)
    return right if right and right.isdecimal() else None


RIGHT_VALUES: Mapping[str, Callable[[_Refusal], str | None]] = {
    "edtf": _right_date,
    "literal_error": _right_choice,
    "number": _right_number,
    "whole": _right_whole,
}
"""A kind of error -> the value that is certain to have been meant; None where none is."""


def _fix(refusal: _Refusal, document: Document, place: Path) -> Fix | None:
    """Make the change that writes what was meant, where that is certain."""
    if refusal.kind in RIGHT_VALUES:
        right = RIGHT_VALUES[refusal.kind](refusal)
        return document.value_fix(place, right) if right else None
    if refusal.kind == "tuple_type" and refusal.known:
        right, mark = _meant_list(refusal), refusal.known.mark
        is_plain = right and isinstance(mark, Ref) and re.fullmatch(r"\[[a-z0-9, -]+\]", right)
        return document.list_fix(place, right) if right and is_plain else None
    return None


OTHERWISE = _expected("E304", "else")


def refusals(
    error: ValidationError, model: type[Record], data: Any, document: Document, base: Path = ()
) -> Iterator[Problem]:
    """Turn what pydantic found in `data` into problems with positions, without knock-on errors.

    What is refused counts as spoiled from then on: nothing more is said of it.
    """
    refused: dict[Path, _Refusal] = {}
    for details in error.errors(include_url=False):
        each = _refusal(details, model, data)
        refused.setdefault(each.path, each)
    unknown = [each for each in refused.values() if each.kind in UNKNOWN]
    meant = {(*each.path[:-1], near) for each in unknown if (near := _nearest(each))}
    around = {path[:length] for path in refused for length in range(len(path))}
    for path, each in refused.items():
        place = (*base, *path)
        if each.kind in ABSENT:
            if not _is_excused(each, meant, document, base):
                yield document.problem(place, REFUSAL_WORDS[each.kind](each))
        elif not (document.is_spoiled(place) or (each.kind in COUNTED and path in around)):
            if each.kind == "string_pattern_mismatch" and is_reference(each):
                continue  # whoever knows the registries has more to say of it
            words = REFUSAL_WORDS.get(each.kind, OTHERWISE)
            problem = document.problem(place, words(each), at_key=each.at_key)
            yield replace(problem, fix=_fix(each, document, place))
            document.spoiled.add(place)


def is_reference(refusal: _Refusal) -> bool:
    """Tell whether a text that is no id stands where one of a record belongs."""
    known = refusal.known
    return bool(
        known and isinstance(known.mark, Ref) and not known.choices and str(refusal.value).strip()
    )


def _is_excused(absent: _Refusal, meant: set[Path], document: Document, base: Path) -> bool:
    """Tell whether a missing field is there after all: misspelt, or unreadable."""
    return (
        (*base, *absent.path[:-1]) in document.incomplete
        or not meant.isdisjoint(absent.would_do)
        or any(document.is_spoiled((*base, *path)) for path in absent.would_do)
    )


def _refusal(error: ErrorDetails, model: type[Record], data: Any) -> _Refusal:
    context = error.get("ctx", {})
    if fields := context.get("fields"):
        path = (*_path_in_data(error["loc"][:-1], data), fields[0])
    elif error["type"] in ABSENT:
        path = (*_path_in_data(error["loc"][:-1], data), error["loc"][-1])
    else:
        path = _path_in_data(error["loc"], data)
    at_key = error["type"] in UNKNOWN or error["loc"][-1:] == ("[key]",)
    return _Refusal(error["type"], path, error["input"], context, _model_at(model, path), at_key)


def _path_in_data(loc: Path, data: Any) -> Path:
    """Find the place in the data; what pydantic adds (the name of a type) is left out."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _model_at(model: type[Record], path: Path) -> type[Record]:
    """Find the model of the record, or the part of it, that the last field of `path` is in."""
    holder = inner = model
    for step in path:
        if isinstance(step, str):
            holder = inner
            known = record_fields(holder).get(step)
            inner = (known and known.record) or holder
    return holder
