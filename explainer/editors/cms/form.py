"""The CMS's collections, fields and choices, walked out of the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.arabic import vocabulary
from explainer.content.library import REGISTRIES
from explainer.content.model import ID as ID_PATTERN
from explainer.content.model import (
    Change,
    Event,
    Name,
    Noun,
    ProseMark,
    Record,
    RecordField,
    Ref,
    Section,
    Site,
    record_fields,
)
from explainer.editors.cms.words import FILES, ID_LABEL, SINGULAR, language
from explainer.messages import say

Widget = dict[str, Any]

SHOWN_FIELDS = {
    "actor": "name.ar",
    "place": "name.ar",
    "publisher": "name.ar",
    "figure": "title",
    "term": "term",
    "noun": "id",
}
"""What a list of choices shows of a registry's record."""

IDS = (f"^{ID_PATTERN.pattern}$", "حروف لاتينية صغيرة وأرقام وواصلات، مثل some-city")
SLUGS = (
    "^[0-9]{3}[0-9x][a-z0-9-]*$",
    "التاريخ وكلمات قليلة بحروف لاتينية صغيرة، مثل 2024-03-09-library-opens",
)
PART_PATTERN = f"({'|'.join(vocabulary.PART)}|null)"
PARTS_PATTERN = (
    rf"^({PART_PATTERN}|\[{PART_PATTERN}, {PART_PATTERN}\])$",
    "مثل mid، وللمدة مثل [end, null]",
)
NAMED_ONLY = "named"
"""Where a record may also be given by its name alone, the form has a field for the name."""


@dataclass(frozen=True, slots=True)
class Form:
    """Makes lists and fields.

    `languages` are those of names beside Arabic and English, `kinds` those of events.
    """

    languages: tuple[str, ...]
    kinds: Mapping[str, str]

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
        own = [_identity(model)] if identified else []
        return {
            "name": "records",
            "label": "السجلات",
            "label_singular": "سجل",
            "widget": "list",
            "collapsed": True,
            "summary": summary,
            "fields": own + self._fields(model),
        }

    def _fields(self, model: type[Record]) -> list[Widget]:
        fields = [self._field(each) for each in record_fields(model).values()]
        if model is Name:
            text = {"widget": "string", "required": False}
            fields += [{**text, "name": code, "label": language(code)} for code in self.languages]
        return fields

    def _field(self, known: RecordField) -> Widget:
        meaning = known.meaning
        made = {"name": known.name, "label": meaning.label, "required": known.is_needed}
        widget = self._widget(known)
        if meaning.one and widget["widget"] == "list":
            made["label_singular"] = meaning.one
        has_choices = isinstance(known.mark, Ref) and known.mark.kind != "media"
        if not has_choices and meaning.help != meaning.label:
            made["hint"] = meaning.help
        return {**made, **widget}

    def _widget(self, known: RecordField) -> Widget:
        if known.record:
            return self._composed(known, known.record)
        if known.is_keyed:
            return {"widget": "keyvalue", "key_label": "الرمز", "value_label": known.meaning.one}
        if known.choices:
            return self._choice(known)
        if isinstance(known.mark, Ref) and known.mark.kind != "media":
            choices = _choices_of(known.mark.kind)
            return {"widget": "relation", "multiple": known.is_many, **choices}
        if known.is_many:
            one = {"name": "item", "label": known.meaning.one, "widget": "string"}
            return {"widget": "list", "field": one}
        return {"widget": "text"} if isinstance(known.mark, ProseMark) else _text(known)

    def _composed(self, known: RecordField, model: type[Record]) -> Widget:
        """Make a field that holds the fields of a model, or a list of such."""
        fields = self._fields(model)
        if known.either and known.either.ways == "name or whole":
            fields = [_name_of(known), *({**each, "required": False} for each in fields)]
        widget = "list" if known.is_many else "object"
        return {"widget": widget, "fields": fields, "collapsed": "auto"}

    def _choice(self, known: RecordField) -> Widget:
        if known.either:
            return {"widget": "string", "pattern": list(PARTS_PATTERN)}
        codes = self.kinds if isinstance(known.mark, Ref) else known.choices
        options = [{"value": code, "label": word} for code, word in codes.items()]
        several = {"multiple": True} if known.is_many else {}
        return {"widget": "select", "options": options, **several}


def _identity(model: type[Record]) -> Widget:
    """Make the field of a record's id."""
    if model is Noun:
        return {"name": "id", "label": SINGULAR, "widget": "string"}
    return {"name": "id", "label": ID_LABEL, "widget": "string", "pattern": list(IDS)}


def _name_of(known: RecordField) -> Widget:
    """Make the field in which a record is named that is given whole elsewhere."""
    hint = "اسم مصدر من مصادر الحدث أو معرّف ناشره؛ وإذا كتبته فاترك ما بعده"
    widget = {"name": NAMED_ONLY, "label": known.meaning.one, "required": False, "hint": hint}
    return {**widget, "widget": "string", "pattern": list(IDS)}


def _text(known: RecordField) -> Widget:
    """Make a field of one text, and say what it has to look like, where that can be said."""
    if known.shape is None:
        return {"widget": "string"}
    told = f"{say(known.shape.words).ar}، مثل {known.meaning.sample}"
    return {"widget": "string", "pattern": [known.shape.pattern, told]}


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
