"""What of schema.org the site uses, from its own vocabulary, and what breaks its rules.

`python -m tests.schema_org 30.0 schemaorg-current-https.jsonld` writes the table anew, from a
release of the vocabulary: of each type and property that is used, and of all that stand above.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from explainer.site.addresses import SITE

TABLE_FILE = Path(__file__).parent / "cases/schema_org.json"
DATE = re.compile(r"\d{4}-\d\d-\d\d")
ADDRESS = re.compile(rf"(?:https?://|{SITE}/)\S*")
LICENCE = "schema.org, https://schema.org/docs/terms.html: CC BY-SA 3.0"


@cache
def table() -> dict[str, Any]:
    """Read the part of the vocabulary that is used."""
    found: dict[str, Any] = json.loads(TABLE_FILE.read_text("utf-8"))
    return found


def above(kind: str) -> set[str]:
    """Give a type with all those above it."""
    types = table()["types"]
    return {kind} | {each for parent in types.get(kind, ()) for each in above(parent)}


def kinds(node: dict[str, Any]) -> list[str]:
    """List the types of a node."""
    found = node["@type"]
    return found if isinstance(found, list) else [found]


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """List a node and all that stand in it."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    if isinstance(inside, list) or isinstance(value, dict):
        for each in inside:  # type: ignore[attr-defined]
            yield from nodes(each)


def faults(node: dict[str, Any]) -> Iterator[str]:
    """List what in a node, not in those within it, breaks the vocabulary's rules."""
    known = table()
    types = kinds(node)
    yield from (f"{kind}: no such type" for kind in types if kind not in known["types"])
    own = set().union(*(above(kind) for kind in types))
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        rule = known["properties"].get(name)
        if rule is None:
            yield f"{types}.{name}: no such property"
            continue
        if not own & set(rule["domain"]):
            yield f"{types}.{name}: of {rule['domain']} only"
        for each in value if isinstance(value, list) else [value]:
            if not _fits(each, set(rule["range"])):
                yield f"{types}.{name}: {each!r} is none of {rule['range']}"


def _fits(value: object, ranges: set[str]) -> bool:
    if isinstance(value, dict):
        return bool(ranges & set().union(*(above(kind) for kind in kinds(value))))
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool(ranges & {"Number", "Integer"})
    is_text = isinstance(value, str) and value.strip() == value != ""
    return is_text and (
        "Text" in ranges
        or ("URL" in ranges and bool(ADDRESS.fullmatch(str(value))))
        or ("Date" in ranges and bool(DATE.fullmatch(str(value))))
    )


def derived(vocabulary: dict[str, Any], types: set[str], properties: set[str]) -> dict[str, Any]:
    """Take what is used out of a whole release of the vocabulary."""
    terms = {each["@id"].removeprefix("schema:"): each for each in vocabulary["@graph"]}
    wanted, found = set(types), dict[str, list[str]]()
    while wanted - found.keys():
        for kind in sorted(wanted - found.keys()):
            found[kind] = _names(terms[kind].get("rdfs:subClassOf"))
            wanted |= set(found[kind])
    rules = {
        name: {
            "domain": _names(terms[name]["schema:domainIncludes"]),
            "range": _names(terms[name]["schema:rangeIncludes"]),
        }
        for name in sorted(properties)
        if "schema:supersededBy" not in terms[name]
    }
    return {"types": dict(sorted(found.items())), "properties": rules}


def _names(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value] if value else []
    names = [each["@id"] for each in listed]
    return sorted(n.removeprefix("schema:") for n in names if n.startswith("schema:"))


if __name__ == "__main__":
    from tests.test_linked_data import used

    release, file = sys.argv[1], Path(sys.argv[2])
    whole = derived(json.loads(file.read_text("utf-8")), *used())
    text = json.dumps({"release": release, "licence": LICENCE, **whole}, indent=1)
    TABLE_FILE.write_text(f"{text}\n", "utf-8")
