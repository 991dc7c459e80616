"""The CMS's collections, fields and choices, walked out of the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeVar, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import Discriminator, StringConstraints
from pydantic.fields import FieldInfo

from explainer.content.choices import CHOICES, WORDS
from explainer.content.library import REGISTRIES
from explainer.content.model import ID, Change, Event, Name, ProseMark, Record, Ref, Section, Site
from explainer.dates import Date
from explainer.editors.cms.words import FILES, LABELS, ONE, language
from explainer.editors.schema import HELP

Widget = dict[str, Any]
Marked = TypeVar("Marked")

SHOWN_FIELDS = {
    "actor": "name.ar",
    "place": "name.ar",
    "publisher": "name.ar",
    "figure": "title",
    "term": "term",
}
"""What a list of choices shows of a registry's record."""

_DAY = r"-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?"
EDTF = (
    rf"^({_DAY}|({_DAY}|\.\.)?/({_DAY}|\.\.)?|[\[{{](\.\.)?{_DAY}((,|\.\.){_DAY})*(\.\.)?[\]}}])$"
)
"""A date as far as a form can tell; what it means is for `check`."""

PATTERN_HELP: Mapping[Any, tuple[str, str]] = {
    Date: (EDTF, "تاريخ بصيغة EDTF، مثل 2024-06-19 أو 2024-06 أو 2024-06~"),
    Decimal: (r"^-?[0-9]+(\.[0-9]+)?$", "رقم من دون فواصل، مثل 12000"),
    int: (r"^[0-9]+$", "عدد صحيح، مثل 2"),
    datetime: (
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]+(Z|[+-][0-9:]+)?)?$",
        "موعد مثل 2026-01-31T06:00Z",
    ),
}
"""What a typed text has to look like, and what is said where it does not."""

IDS = (f"^{ID.pattern}$", "حروف لاتينية صغيرة وأرقام وواصلات، مثل some-city")
SLUGS = (
    "^[0-9]{3}[0-9x][a-z0-9-]*$",
    "التاريخ وكلمات قليلة بحروف لاتينية صغيرة، مثل 2024-03-09-library-opens",
)
PART = "(start|early|mid|late|end|null)"
PARTS = (rf"^({PART}|\[{PART}, {PART}\])$", "مثل mid، وللمدة مثل [end, null]")
AS_TYPED = "part"
"""A field that is a text or a pair: shown as it is typed."""


@dataclass(frozen=True, slots=True)
class Form:
    """Makes lists and fields; `languages` are those of names beside Arabic and English."""

    languages: tuple[str, ...]

    def collections(self) -> Iterator[dict[str, Any]]:
        """List what can be edited: events and sections in folders, the rest in files."""
        yield {
            **self._folder("events", "الأحداث", "حدث", Event),
            "path": "{{date | truncate(4)}}/{{slug}}",
            "slug": {
                "editable": ["create"],
                "pattern": list(SLUGS),
                "hint": "التاريخ وكلمات قليلة: هو عنوان الصفحة، ولا يتغير بعد النشر",
            },
            "summary": "{{date}} {{title}}",
            "sortable_fields": ["date", "title"],
        }
        yield self._folder("sections", "الأقسام", "قسم", Section)
        files = [self._file("site", "الملف كله", self._fields(Site), "record")]
        files += [self._registry(name, model) for name, (_, model) in REGISTRIES.items()]
        files.append(self._file("changes", "التعديلات", [self._records(Change, "{{date}}")]))
        yield {"name": "files", "label": "السجلات", "files": files}

    def _folder(self, name: str, label: str, one: str, model: type[Record]) -> dict[str, Any]:
        return {
            "name": name,
            "label": label,
            "label_singular": one,
            "folder": f"content/{name}",
            "create": True,
            "delete": False,
            "format": "record",
            "extension": "yml",
            "identifier_field": "title",
            "fields": self._fields(model),
        }

    def _registry(self, file: str, model: type[Record]) -> dict[str, Any]:
        name = file.removesuffix(".yml")
        kind = REGISTRIES[file][0]
        records = self._records(model, f"{{{{{SHOWN_FIELDS[kind]}}}}}", identified=True)
        return self._file(name, FILES[name], [records])

    def _file(
        self, name: str, label: str, fields: list[Widget], form: str = "records"
    ) -> dict[str, Any]:
        file = f"content/{name}.yml"
        return {"name": name, "label": label, "file": file, "format": form, "fields": fields}

    def _records(self, model: type[Record], summary: str, *, identified: bool = False) -> Widget:
        own = {"name": "id", "label": LABELS["id"], "widget": "string", "pattern": list(IDS)}
        return {
            "name": "records",
            "label": "السجلات",
            "label_singular": "سجل",
            "widget": "list",
            "collapsed": True,
            "summary": summary,
            "fields": [own] * identified + self._fields(model),
        }

    def _fields(self, model: type[Record]) -> list[Widget]:
        fields = [
            self._field(info.alias or name, info) for name, info in model.model_fields.items()
        ]
        if model is Name:
            text = {"widget": "string", "required": False}
            fields += [{**text, "name": code, "label": language(code)} for code in self.languages]
        return fields

    def _field(self, name: str, info: FieldInfo) -> Widget:
        typed = _Typed(info.annotation, tuple(info.metadata))
        made = {"name": name, "label": LABELS[name], "required": info.is_required()}
        if name in ONE:
            made["label_singular"] = ONE[name]
        if not typed.of(Ref) and HELP[name] != LABELS[name]:
            made["hint"] = HELP[name]
        return {**made, **(self._composed(name, typed) or _plain(name, typed))}

    def _composed(self, name: str, typed: _Typed) -> Widget | None:
        """Make a field that holds fields, chosen records or a list; None for a single value."""
        if record := typed.record:
            inside: Widget = {"fields": self._fields(record), "collapsed": "auto"}
            return {"widget": "list" if typed.is_many else "object", **inside}
        if reference := typed.of(Ref):
            return {"widget": "relation", "multiple": typed.is_many, **_choices_of(reference.kind)}
        if typed.is_many and not typed.of(Discriminator):
            one = {"name": "item", "label": ONE[name], "widget": "string"}
            return {"widget": "list", "field": one}
        return None


def _plain(name: str, typed: _Typed) -> Widget:
    """Make a field of one value: a choice, prose, or a text of a certain form."""
    if typed.of(Discriminator):
        return {"widget": "string", "pattern": list(PARTS)}
    if codes := typed.codes(name):
        options = [{"value": code, "label": word} for code, word in codes.items()]
        return {"widget": "select", "options": options}
    return {"widget": "text"} if typed.of(ProseMark) else {"widget": "string", **typed.pattern()}


@dataclass(frozen=True, slots=True)
class _Typed:
    """The type of a field, and the marks on it and within it."""

    annotation: Any
    metadata: tuple[Any, ...]

    @property
    def is_many(self) -> bool:
        """Tell whether it is a list."""
        return any(get_origin(each) is tuple for each in self._inside())

    @property
    def record(self) -> type[Record] | None:
        """Find the model of a part, or of the items of a list."""
        found = (t for t in self._inside() if isinstance(t, type) and issubclass(t, Record))
        return next(found, None)

    def of(self, kind: type[Marked]) -> Marked | None:
        """Find a mark of a kind."""
        return next((mark for mark in self._inside() if isinstance(mark, kind)), None)

    def codes(self, name: str) -> Mapping[str, str]:
        """Give the codes to choose from, each with its word."""
        literal = next((t for t in self._inside() if get_origin(t) is Literal), None)
        if literal is None and not (self.of(Ge) and self.of(Le) and int in self._inside()):
            return {}
        return WORDS.get(literal) or CHOICES[name]

    def pattern(self) -> Widget:
        """Say what a typed text has to look like, where that can be said."""
        for kind, (form, said) in PATTERN_HELP.items():
            if kind in self._inside():
                return {"pattern": [form, said]}
        limits = self.of(StringConstraints)
        if limits is None or limits.pattern in (None, r"\S"):
            return {}
        return {"pattern": [str(limits.pattern), "راجع دليل المحررين"]}

    def _inside(self) -> list[Any]:
        return list(_walk(self.annotation, self.metadata))


def _walk(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Give a type, its marks, and those of the types inside it; a mark's own marks too."""
    yield annotation
    for mark in metadata:
        yield mark
        yield from mark.metadata if isinstance(mark, FieldInfo) else ()
    if get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            yield from _walk(argument, getattr(argument, "__metadata__", ()))


def _choices_of(kind: str) -> Widget:
    """Say which records can be chosen, and what is shown of them."""
    if kind in ("event", "section"):
        shown = ["date", "title"] if kind == "event" else ["title"]
        return {"collection": f"{kind}s", "value_field": "{{slug}}", "display_fields": shown}
    file = next(file for file, (one, _) in REGISTRIES.items() if one == kind)
    shown = [f"records.*.{SHOWN_FIELDS[kind]}"]
    return {
        "collection": "files",
        "file": file.removesuffix(".yml"),
        "value_field": "records.*.id",
        "display_fields": shown,
        "search_fields": [*shown, "records.*.id"],
    }
