"""The fields of the models with all that their annotations say; and a walk over marked text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

from explainer.content.model.marks import (
    AddressMark,
    Coded,
    CopyMark,
    Either,
    Mark,
    Meaning,
    ProseMark,
    Ref,
    Shape,
)
from explainer.content.model.record import Record

M = TypeVar("M")
Loc = tuple[str | int, ...]

_PACKAGE = __name__.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a model: what it is for, and what may stand in it."""

    name: str
    """As an editor types it."""
    meaning: Meaning
    is_needed: bool
    is_many: bool
    """Whether it is a list."""
    is_keyed: bool
    """Whether it is a group of texts by names of the editor's own."""
    mark: Mark | None
    record: type[Record] | None
    """The model of what stands in it, or of the items of a list."""
    coded: Coded | None
    shape: Shape | None
    either: Either | None

    @property
    def choices(self) -> Mapping[str, str]:
        """The codes to choose from, each with its word; empty where any value may stand."""
        return self.coded.words if self.coded else {}


@cache
def record_fields(model: type[Record]) -> Mapping[str, RecordField]:
    """Give the fields of a model by their names as typed.

    Raises TypeError for a field without a Meaning.
    """
    found = (_field(model, name, info) for name, info in model.model_fields.items())
    return {each.name: each for each in found}


def _field(model: type[Record], name: str, info: FieldInfo) -> RecordField:
    inside = tuple(_types_and_marks(info.annotation, info.metadata))
    meaning = _first_of_kind(inside, Meaning)
    if meaning is None:
        raise TypeError(f"{model.__name__}.{name} has no Meaning in its annotation")
    return RecordField(
        name=info.alias or name,
        meaning=meaning,
        is_needed=info.is_required(),
        is_many=any(get_origin(each) is tuple for each in inside),
        is_keyed=any(_is_mapping(each) for each in inside),
        mark=_first_of_kind(inside, Ref)
        or _first_of_kind(inside, ProseMark)
        or _first_of_kind(inside, CopyMark)
        or _first_of_kind(inside, AddressMark),
        record=next(filter(_is_record, inside), None),
        coded=_first_of_kind(inside, Coded),
        shape=_first_of_kind(inside, Shape),
        either=_first_of_kind(inside, Either),
    )


def _first_of_kind(inside: Iterable[Any], kind: type[M]) -> M | None:
    return next((each for each in inside if isinstance(each, kind)), None)


def _is_record(each: Any) -> bool:
    return isinstance(each, type) and issubclass(each, Record)


def _is_mapping(each: Any) -> bool:
    origin = get_origin(each)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _types_and_marks(annotation: Any, metadata: Iterable[Any]) -> Iterator[Any]:
    """Give a type, the marks on it, and those of the types inside it."""
    yield annotation
    for mark in metadata:
        yield mark
        yield from mark.metadata if isinstance(mark, FieldInfo) else ()
    if get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            inner = getattr(argument, "__origin__", argument)
            yield from _types_and_marks(inner, getattr(argument, "__metadata__", ()))


def all_models(model: type[Record] = Record) -> list[type[Record]]:
    """List every model of a record, or of a part of one."""
    ours = [each for each in model.__subclasses__() if each.__module__.startswith(_PACKAGE)]
    return [found for each in ours for found in (each, *all_models(each))]


@cache
def _steps(model: type[Record]) -> tuple[RecordField, ...]:
    return tuple(each for each in record_fields(model).values() if each.mark or each.record)


def marked_texts(model: type[Record], data: Any, path: Loc = ()) -> Iterator[tuple[Loc, Mark, str]]:
    """Walk a record as typed: every reference and every prose text, each with its path.

    What has not the shape of the model is passed over: the model refuses it.
    """
    for step in _steps(model) if isinstance(data, dict) else ():
        value = data.get(step.name)
        for where, item in _items(value, (*path, step.name), is_keyed=step.is_keyed):
            if step.record and not isinstance(item, str):
                yield from marked_texts(step.record, item, where)
            elif step.mark and not step.record and isinstance(item, str):
                yield where, step.mark, item


def free_texts(model: type[Record], data: Any, path: Loc = ()) -> Iterator[Loc]:
    """Walk a record as typed: the path of every field that may hold any words, filled or not."""
    for name, value in data.items() if isinstance(data, dict) else ():
        known = record_fields(model).get(name)
        for where, item in _items(value, (*path, name), is_keyed=bool(known and known.is_keyed)):
            if known and known.record and not isinstance(item, str):
                yield from free_texts(known.record, item, where)
            elif known is None or not (known.coded or known.shape or isinstance(known.mark, Ref)):
                yield where


def _items(value: Any, path: Loc, *, is_keyed: bool) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, list):
        yield from (((*path, index), item) for index, item in enumerate(value))
    elif is_keyed and isinstance(value, dict):
        yield from (((*path, key), item) for key, item in value.items())
    else:
        yield path, value
