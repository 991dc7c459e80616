"""The schemas that editors' programs complete by: current, explained, mapped to files."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from explainer.arabic import vocabulary
from explainer.editors.schema import DIALECT, schemas, written
from tests.conftest import LARGE, ROOT

NAMES = sorted(path.stem for path in (ROOT / "schemas").glob("*.json"))


@cache
def _made() -> dict[str, dict[str, Any]]:
    return schemas()


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_current(name: str) -> None:
    committed = (ROOT / f"schemas/{name}.json").read_text("utf-8")
    assert committed == written(_made()[name]), "make fields"


def test_no_schema_is_left_over() -> None:
    assert set(NAMES) == set(_made())


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_explained_in_arabic(name: str) -> None:
    schema = _made()[name]
    assert schema["$schema"] == DIALECT
    for part in (schema, *schema.get("$defs", {}).values()):
        for field, told in part.get("properties", {}).items():
            assert any("\u0621" <= sign <= "\u064a" for sign in told["description"]), field
            assert told["$comment"], field


def test_every_schema_is_mapped_to_files_of_content() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(settings) == {f"./schemas/{name}.json" for name in NAMES}
    for pattern in settings.values():
        assert list(LARGE.glob(pattern.removeprefix("content/"))), pattern


def test_an_event_completes_and_refuses() -> None:
    event = _made()["event"]
    assert event["additionalProperties"] is False
    assert event["properties"]["status"]["enum"] == [
        "confirmed",
        "claimed",
        "disputed",
        "suspected",
    ]
    assert {"type": "string"} in event["properties"]["said_by"]["anyOf"]


def test_a_claim_names_sources_or_gives_them_whole() -> None:
    either = _made()["event"]["$defs"]["Claim"]["properties"]["sources"]["items"]["oneOf"]
    assert {"$ref": "#/$defs/Source"} in either
    assert {each.get("type") for each in either} == {"string", None}


def test_kinds_are_offered_and_others_let_through() -> None:
    """Which kinds site.yml adds, no schema can know; `check` does."""
    listed, other = _made()["event"]["properties"]["kind"]["anyOf"]
    assert dict(zip(listed["enum"], listed["enumDescriptions"], strict=True)) == vocabulary.KIND
    assert re.fullmatch(other["pattern"], "book-fair")
    own = _made()["site"]["properties"]["kinds"]
    assert own["additionalProperties"] is False
    assert all(re.fullmatch(form, "book-fair") for form in own["patternProperties"])
