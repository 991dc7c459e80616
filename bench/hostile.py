"""Put hostile texts into every field, one at a time: `python bench/hostile.py [NAME …]`.

The texts stand in hostile.txt; the fields are those of tests/content, one of each kind. A traceback
ends it. Printed is, of what `check` refuses, how much is told with its field and at the column of
the text or of the sign that is meant; and how many files were built of what it passes. What a field
makes wrong in another (the id of a source that a claim names) is counted apart. All of it takes
some ten minutes; names of hostile.txt choose.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explainer.content.library import examine  # noqa: E402 - the path comes first
from explainer.content.yaml_file import Document  # noqa: E402
from explainer.editors.check import check  # noqa: E402
from explainer.messages.problems import Path as FieldPath  # noqa: E402
from explainer.messages.problems import Problem, field_name  # noqa: E402
from explainer.site import maker  # noqa: E402

CONTENT = Path("content")
REGISTRY = re.compile(r"content/(?:actors|places|publishers|figures|glossary|nouns)\.yml")
ELSEWHERE = {"E311", "E312", "E505", "E507"}
"""Said where the text is missed or contradicted, which is another field."""


class Hostile(NamedTuple):
    """A text by its name; `sign` is where in it what is meant stands, None for all of it."""

    name: str
    sign: int | None
    text: str


def texts() -> Iterator[Hostile]:
    """Read hostile.txt."""
    for row in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        name, sign, typed = (each.removeprefix(" ") for each in row.split(" |", 2))
        code = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")
        text = code.sub(lambda found: chr(int(found[1] or found[2], 16)), typed)
        if many := re.fullmatch(r"(.+)×(\d+)(?:\+(.*))?", text):
            text = many[1] * int(many[2]) + (many[3] or "")
        yield Hostile(name, int(sign) if sign else None, text)


def places(documents: dict[str, Document]) -> list[tuple[Document, FieldPath]]:
    """List one place of each kind of field."""
    found: dict[tuple[str, FieldPath], tuple[Document, FieldPath]] = {}
    for name, document in documents.items():
        document.place()
        for path in document.spans:
            kind: FieldPath = tuple("*" if isinstance(step, int) else step for step in path)
            kind = ("*", *kind[1:]) if REGISTRY.fullmatch(name) else kind
            found.setdefault((name.split("/")[1], kind), (document, path))
    return list(found.values())


def quoted(text: str) -> str:
    """Write a text as YAML takes any, half characters too."""
    plain = {c: f"\\u{ord(c):04x}" for c in text if not c.isprintable() and ord(c) < 0xFFFF}
    if not plain:
        return "'" + text.replace("'", "''") + "'"
    plain |= {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(plain.get(sign, sign) for sign in text) + '"'


def replaced(document: Document, path: FieldPath, value: str) -> str:
    """Give a file's text with another value at a path."""
    span = document.spans[path]
    ending = "\n" if span.style in ("|", ">") else ""
    return document.typed[: span.start] + value + ending + document.typed[span.end :]


def verdict(
    found: list[Problem], document: Document, path: FieldPath, hostile: Hostile
) -> Iterator[str]:
    """Say how well problems tell of a text in a field."""
    errors = [each for each in found if not each.is_warning]
    if not errors:
        yield "passed"
        return
    yield "refused"
    place = document.position(path)
    here = [each for each in errors if (each.file, each.line) == (document.file, place.line)]
    named = [each for each in here if field_name(path).startswith(each.where.partition("[")[0])]
    if not named and {each.code for each in errors} <= ELSEWHERE:
        yield "told elsewhere"
        return
    columns = {place.column, place.column + 1}
    if hostile.sign is not None:
        columns.add(place.column + 1 + hostile.sign)
    elif quoted(hostile.text)[0] == '"':
        columns |= set(range(place.column, place.column + len(quoted(hostile.text))))
    yield "field" if named else "FIELD NOT NAMED"
    yield "column" if any(each.column in columns for each in named) else "OTHER COLUMN"


def built(passed: list[tuple[Document, FieldPath]], value: str) -> Iterator[str]:
    """Build each file with the text in every field that took it."""
    for document in {id(each): each for each, _ in passed}.values():
        mine = [path for each, path in passed if each is document]
        again = Document(document.file, typed=document.typed, text=document.text)
        for path in sorted(mine, key=lambda path: -document.spans[path].start):
            again.spans = document.spans
            again.typed = replaced(again, path, value)
        library = examine(CONTENT, instead={document.file: again.typed}).library
        if library is None:
            yield "refused together"
            continue
        templates, docs = ROOT / "templates", ROOT / "tests/docs"
        maker.build(library, templates=templates, docs=docs, cache=ROOT / ".cache")
        yield "files built"


def main() -> None:
    """Print what came of each text, and of all."""
    chosen = [each for each in texts() if each.name in sys.argv[1:] or not sys.argv[1:]]
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        shutil.copytree(ROOT / "tests/content", CONTENT)
        fields = places(dict(examine(CONTENT).documents))
        for hostile in chosen:
            ends: Counter[str] = Counter()
            passed = []
            for document, path in fields:
                text = replaced(document, path, quoted(hostile.text))
                found = check(CONTENT, instead={document.file: text})[1]
                said = list(verdict(found, document, path, hostile))
                ends.update(said)
                passed += [(document, path)] if said == ["passed"] else []
            ends.update(built(passed, quoted(hostile.text)))
            total += ends
            print(f"{hostile.name}: {dict(ends)}", flush=True)
    print(f"{len(chosen)} texts in {len(fields)} fields: {dict(total)}")


if __name__ == "__main__":
    main()
