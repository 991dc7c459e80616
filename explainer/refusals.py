"""Say in an editor's words why the model refused a value: a table by kind of error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.model import Record
from explainer.problems import Path, Problem, did_you_mean, shown
from explainer.source import Document

EXAMPLES = {
    "url": "https://example.org/page",
    "archived": "https://example.org/archive/page",
    "lang": "ar",
    "country": "RU",
    "wikidata": "Q42",
    "id": "2024-06-19-treaty",
    "order": "1",
    "importance": "1, 2 or 3",
}

Words = Callable[[ErrorDetails, type[Record]], str]


def _choice(error: ErrorDetails, _model: type[Record]) -> str:
    expected = _choices(error)
    found = error["input"]
    hint = did_you_mean(found, expected) if isinstance(found, str) else ""
    return f"{shown(found)} found; expected one of {', '.join(expected)}{hint}"


def _choices(error: ErrorDetails) -> list[str]:
    text = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip().strip("'") for word in text.replace(" or ", ",").split(",") if word.strip()]


def _pattern(error: ErrorDetails, _model: type[Record]) -> str:
    if not str(error["input"]).strip():
        return _empty(error, _model)
    field = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "")
    if "a-z0-9-" in str(error.get("ctx", {}).get("pattern", "")):
        example = EXAMPLES["id"]
        expected = "an id of small Latin letters, digits and hyphens"
    else:
        example = EXAMPLES.get(field, "…")
        expected = {"url": "a web address", "archived": "a web address"}.get(field, "another form")
    return f"{shown(error['input'])} found; expected {expected}, such as {example}"


def _empty(_error: ErrorDetails, _model: type[Record]) -> str:
    return "is empty; expected text, such as a sentence"


def _text(error: ErrorDetails, _model: type[Record]) -> str:
    if error["input"] is None:
        return _empty(error, _model)
    return f"{shown(error['input'])} found; expected text on one field, such as 'a sentence'"


def _list(error: ErrorDetails, _model: type[Record]) -> str:
    return f"{shown(error['input'])} found; expected a list, such as [first, second]"


def _group(error: ErrorDetails, model: type[Record]) -> str:
    names = ", ".join(list(_names(model))[:3])
    return f"{shown(error['input'])} found; expected fields, such as {names}"


def _whole(error: ErrorDetails, _model: type[Record]) -> str:
    field = str(error["loc"][-1])
    example = EXAMPLES.get(field, "1")
    return f"{shown(error['input'])} found; expected a whole number, such as {example}"


WORDS: dict[str, Words] = {
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "string_type": _text,
    "tuple_type": _list,
    "model_type": _group,
    "model_attributes_type": _group,
    "dict_type": _group,
    "int_parsing": _whole,
    "int_type": _whole,
    "int_from_float": _whole,
    "greater_than_equal": _whole,
    "less_than_equal": _whole,
    "missing": lambda error, model: "is missing; expected this field, such as " + _sample(error),
    "too_short": lambda error, model: "is empty; expected at least one",
    "too_long": lambda error, model: "has too many items; expected two, such as [mid, start]",
    "edtf": lambda error, model: str(error["ctx"]["reason"]),
    "at": lambda error, model: str(error["ctx"]["reason"]),
    "moment": lambda error, model: (
        f"{shown(error['input'])} found; expected a day or a moment, such as 2026-01-31 or "
        "2026-01-31T06:00Z"
    ),
    "number": lambda error, model: (
        f"{shown(error['input'])} found; expected digits only, such as 11000 or 34.4"
    ),
}

SAMPLES = {
    "title": "title: عنوان الحدث",
    "summary": "summary: جملة أو جملتان عما حدث",
    "date": "date: 2024-06-19",
    "sections": "sections: [military]",
    "kind": "kind: meeting",
    "importance": "importance: 2",
    "status": "status: confirmed",
    "sources": "sources: with publisher, title, url, date, lang",
    "publisher": "publisher: reuters",
    "said_by": "said_by: [actor-id]",
    "act": "act: estimates",
    "as_of": "as_of: 2024-06",
    "name": "name: {ar: الاسم, en: Name}",
    "ar": "ar: الاسم",
    "type": "type: person",
    "events": "events: [event-id]",
    "values": "values: with as_of, best, said_by, status",
}


def _sample(error: ErrorDetails) -> str:
    field = str(error["loc"][-1])
    return SAMPLES.get(field, f"{field}: …")


def refusals(
    error: ValidationError, model: type[Record], document: Document, base: Path = ()
) -> Iterator[Problem]:
    """Turn what pydantic found into problems with positions, without knock-on errors."""
    details = _once(error.errors(include_url=False))
    unknown = {_loc(each) for each in details if each["type"] == "extra_forbidden"}
    guesses = {(*loc[:-1], _guess(str(loc[-1]), _model_at(model, loc[:-1]))) for loc in unknown}
    for each in details:
        loc = _loc(each)
        path = (*base, *loc)
        if document.is_spoiled(path) or (each["type"] == "missing" and loc in guesses):
            continue
        inner = _model_at(model, loc[:-1])
        if each["type"] == "extra_forbidden":
            message = f"unknown field{_known(str(loc[-1]), inner)}"
            yield document.problem(path, message, at_key=True)
            continue
        words = WORDS.get(each["type"], lambda error, model: f"{error['msg']}")
        yield document.problem(path, words(each, _model_at(model, loc)))


def _once(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Keep one error a place: a union reports one for each of its members."""
    kept: dict[Path, ErrorDetails] = {}
    for each in details:
        loc = _loc(each)
        if loc not in kept and not any(loc[: len(other)] == other for other in kept if other):
            kept[loc] = each
    return list(kept.values())


def _loc(error: ErrorDetails) -> Path:
    """Find the field an error is about; names of types in a union are left out."""
    loc = tuple(s for s in error["loc"] if isinstance(s, int) or not _is_type_name(s))
    field = error.get("ctx", {}).get("field")
    return (*loc, field) if field else loc


def _is_type_name(step: str) -> bool:
    return "[" in step or step in {"tuple", "literal", "str", "none"}


def _names(model: type[Record]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield info.alias or name


def _guess(word: str, model: type[Record]) -> str:
    hint = did_you_mean(word, _names(model))
    return hint.split("'")[1] if hint else ""


def _known(word: str, model: type[Record]) -> str:
    hint = did_you_mean(word, _names(model))
    return hint or f"; expected one of {', '.join(_names(model))}"


def _model_at(model: type[Record], loc: Path) -> type[Record]:
    """Find the model of the record that `loc` lies in."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        for name, info in current.model_fields.items():
            if step in (name, info.alias):
                found = _inside(info.annotation)
                if found is None:
                    return current  # type: ignore[no-any-return]
                current = found
    return current  # type: ignore[no-any-return]


def _inside(annotation: Any) -> type[Record] | None:
    from typing import get_args

    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for argument in get_args(annotation):
        if found := _inside(argument):
            return found
    return None
