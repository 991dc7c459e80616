"""JSON Schemas of the content's files, from the models: what an editor's program completes by.

`python -m explainer.editors.schema FOLDER` writes them; tests/test_schema.py keeps them current.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from explainer.content.library import REGISTRIES
from explainer.content.model import (
    Change,
    Event,
    Record,
    RecordField,
    Section,
    Site,
    all_models,
    record_fields,
)

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Make the schema of every kind of file: its name -> the schema."""
    made: dict[str, type[Record]] = {"event": Event, "section": Section, "site": Site}
    found = {name: _schema(model) for name, model in made.items()}
    found["changes"] = _of_many(Change, "array", "items")
    for file, (_, model) in REGISTRIES.items():
        found[file.removesuffix(".yml")] = _of_many(model, "object", "additionalProperties")
    return found


def written(schema: dict[str, Any]) -> str:
    """Write a schema as it is committed."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(model: type[Record]) -> dict[str, Any]:
    made = model.model_json_schema(by_alias=True)
    _explain(made, model)
    for name, part in made.get("$defs", {}).items():
        _explain(part, _MODELS[name])
    return {"$schema": DIALECT, **made}


_MODELS = {model.__name__: model for model in all_models()}


def _of_many(model: type[Record], kind: str, inside: str) -> dict[str, Any]:
    one = _schema(model)
    definitions = {**one.pop("$defs", {}), model.__name__: one}
    one.pop("$schema")
    within = {"$ref": f"#/$defs/{model.__name__}"}
    return {"$schema": DIALECT, "type": kind, inside: within, "$defs": definitions}


def _explain(part: dict[str, Any], model: type[Record]) -> None:
    """Put Arabic help and an example to each field of one model; drop the program's own words."""
    part.pop("title", None)
    part.pop("description", None)
    known = record_fields(model)
    for name, field in part.get("properties", {}).items():
        _explain_field(field, known[name])


def _explain_field(field: dict[str, Any], known: RecordField) -> None:
    field.pop("title", None)
    if known.either and known.either.ways == "one or many":
        one = {"type": "string"}
        field["anyOf"] = [one, {"type": field.pop("type"), "items": field.pop("items")}]
        field.pop("minItems", None)
    for part in _parts(field):
        _bound(part)
        if "patternProperties" in part:
            part["additionalProperties"] = False
        if "enum" in part:
            part["enumDescriptions"] = [known.choices[str(code)] for code in part["enum"]]
    field["description"] = f"{known.meaning.help}\n\nمثال: {known.meaning.sample}"
    field["$comment"] = known.meaning.en


def _parts(field: Any) -> Iterator[dict[str, Any]]:
    """Walk to every schema within that of a field."""
    if isinstance(field, dict):
        yield field
    for each in field.values() if isinstance(field, dict) else field:
        if isinstance(each, dict | list):
            yield from _parts(each)


_BOUNDS = {"ge": "minimum", "le": "maximum"}


def _bound(field: dict[str, Any]) -> None:
    """Say a number's bounds in the schema's words; pydantic does not for types of ours."""
    for ours, theirs in _BOUNDS.items():
        if ours in field:
            field[theirs] = field.pop(ours)


def main(folder: str) -> None:
    """Write every schema into a folder."""
    for name, schema in schemas().items():
        (Path(folder) / f"{name}.json").write_text(written(schema), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
