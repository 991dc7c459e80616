"""The guide's tables of fields, from the models: each stands in the file, between two marks.

`python -m explainer.editors.field_tables FILE` writes them anew; tests/test_guide.py keeps them
current. They are in the file, not put in at a build, for those who read it in the repository.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from explainer.content.model import Record, RecordField, all_models, record_fields

TABLE_PLACE = re.compile(r"(<!-- fields:([A-Za-z]+) -->\n).*?(<!-- /fields -->)", re.DOTALL)
COLUMN_TITLES = "| الحقل | لازم؟ | معناه | مثال |\n|---|---|---|---|"

SECTIONS: Mapping[str, str] = {
    "Answers": "claims",
    "Claim": "claims",
    "House": "house",
    "Newsroom": "newsroom",
    "Image": "images",
    "KeyPoint": "site",
    "Land": "maps",
    "Locale": "site",
    "Name": "names",
    "Post": "names",
    "Preferred": "figures",
    "Question": "site",
    "Related": "fields",
    "Sea": "maps",
    "SecurityContact": "newsroom",
    "Source": "sources",
    "Unknown": "site",
    "Value": "figures",
}
"""The part of the guide in which the fields of a part of a record are told."""


def filled(text: str) -> str:
    """Write the table of each marked model into a text.

    Raises KeyError for a mark that names no model.
    """
    models = {model.__name__: model for model in all_models()}
    return TABLE_PLACE.sub(
        lambda found: f"{found[1]}\n{table(models[found[2]])}\n\n{found[3]}", text
    )


def table(model: type[Record]) -> str:
    """Make the table of a model's fields, and below it what its codes mean."""
    fields = record_fields(model).values()
    rows = "\n".join([COLUMN_TITLES, *map(_row, fields)])
    return "\n\n".join([rows, *_codes(fields)])


def _row(field: RecordField) -> str:
    needed = "نعم" if field.is_needed else ""
    see = SECTIONS.get(field.record.__name__) if field.record else None
    told = _coded(field.meaning.help) + (f". انظر [حقوله](#{see})" if see else "")
    return f"| `{field.name}` | {needed} | {told} | `{field.meaning.sample}` |"


def _codes(fields: Iterable[RecordField]) -> Iterator[str]:
    """Tell what each code means, in a paragraph a field."""
    for field in fields:
        if field.choices:
            listed = "، ".join(f"`{code}` {word}" for code, word in field.choices.items())
            yield f"قيم `{field.name}`: {listed}."


_CODE = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_.-]*|\[[a-z]+, [a-z]+\]|%")


def _coded(told: str) -> str:
    """Set codes, file names and values in the type of code."""
    return _CODE.sub(lambda code: f"`{code[0]}`", told)


def main(file: str) -> None:
    """Write the tables of a file anew."""
    path = Path(file)
    path.write_text(filled(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
