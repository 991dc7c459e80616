"""The form's settings: every field of the models in Arabic, choices and lists as the models say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from explainer.content.library import REGISTRIES, Library
from explainer.content.model import Event
from explainer.content.model.scalars import EDTF
from explainer.editors.cms.form import IDS, PARTS_PATTERN, SLUGS
from explainer.editors.cms.form_page import REVIEWS, Backend, settings
from tests.conftest import LARGE, ROOT, TINY, needs_npm

BACKEND = Backend("github", "some/where", "main")


@pytest.fixture(scope="module")
def config(library: Library) -> dict[str, Any]:
    found: dict[str, Any] = settings(library, BACKEND)["config"]
    return found


def _fields(data: Any) -> Iterator[dict[str, Any]]:
    """Walk to every field, however deep."""
    for each in data if isinstance(data, list) else [data] if isinstance(data, dict) else ():
        if "widget" in each:
            yield each
        for key in ("collections", "files", "fields", "field"):
            yield from _fields(each.get(key, []))


def _field(config: dict[str, Any], *path: str) -> dict[str, Any]:
    fields = config["collections"][0]["fields"]
    for name in path:
        found: dict[str, Any] = next(field for field in fields if field["name"] == name)
        fields = found.get("fields", [])
    return found


def test_every_field_is_named_in_arabic(config: dict[str, Any]) -> None:
    for field in _fields(config):
        assert re.search("[\u0621-\u064a]", field["label"]), field
        assert re.search("[\u0621-\u064a]", field.get("hint", "ا")), field


def test_the_form_has_the_fields_of_the_model_in_its_order(config: dict[str, Any]) -> None:
    named = [field["name"] for field in config["collections"][0]["fields"]]
    assert named == [info.alias or name for name, info in Event.model_fields.items()]
    required = {field["name"] for field in config["collections"][0]["fields"] if field["required"]}
    assert required == {name for name, info in Event.model_fields.items() if info.is_required()}


@pytest.mark.parametrize(
    ("path", "widget"),
    [
        (("title",), "string"), (("summary",), "text"), (("kind",), "select"),
        (("importance",), "select"), (("publish",), "select"), (("sources",), "list"),
        (("sources", "publisher"), "relation"), (("actors",), "relation"),
        (("related", "event"), "relation"), (("date",), "string"), (("part",), "string"),
        (("claims", "sources", "via"), "relation"), (("claims", "sources", "named"), "string"),
        (("basis",), "select"), (("added",), "string"), (("claims", "answers"), "list"),
    ],
)  # fmt: skip
def test_a_type_has_its_kind_of_field(
    config: dict[str, Any], path: tuple[str, ...], widget: str
) -> None:
    assert _field(config, *path)["widget"] == widget


def test_references_lead_to_what_they_name(config: dict[str, Any]) -> None:
    files = {file["name"] for file in config["collections"][2]["files"]}
    assert files == {"site", "changes", *(name.removesuffix(".yml") for name in REGISTRIES)}
    for field in _fields(config):
        if field["widget"] == "relation":
            assert field["collection"] in ("events", "sections", "files")
            assert field.get("file", "site") in files
    assert _field(config, "said_by")["multiple"] is True
    assert _field(config, "sources", "publisher")["multiple"] is False


def test_choices_are_the_models_with_their_words(config: dict[str, Any]) -> None:
    assert {"value": "confirmed", "label": "مؤكد"} in _field(config, "status")["options"]
    assert [o["value"] for o in _field(config, "importance")["options"]] == ["1", "2", "3"]
    assert {"value": "public_act", "label": "فعل علني"} in _field(config, "basis")["options"]


def test_kinds_of_the_explainers_own_can_be_chosen(library: Library) -> None:
    site = library.site.model_copy(update={"kinds": {"book-fair": "معرض كتب"}})
    own = settings(replace(library, site=site), BACKEND)["config"]
    assert {"value": "book-fair", "label": "معرض كتب"} in _field(own, "kind")["options"]


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        (EDTF, ["2024", "2024-06-19", "2024-06~", "199X", "2024-10/..", "2024-10/", "2024/2025-21",
                "[2024-10,2024-11]", "2024-06-18/2024-06-19"], ["", "June", "19/6/2024", "2024-6"]),
        (PARTS_PATTERN[0], ["mid", "[end, null]"], ["middle", "[end]"]),
        (SLUGS[0], ["2024-03-09-library", "199x-yeltsin"], ["library", "2024-Ab"]),
        (IDS[0], ["nis", "kim-jong-un"], ["NIS", "-a", ""]),
    ],
)  # fmt: skip
def test_a_form_is_as_strict_as_it_can_be(form: str, right: list[str], wrong: list[str]) -> None:
    assert [text for text in right if not re.search(form, text)] == []
    assert [text for text in wrong if re.search(form, text)] == []


@pytest.mark.parametrize("folder", [TINY, LARGE], ids=lambda folder: folder.name)
def test_every_date_and_id_fits_its_form(folder: Path) -> None:
    for path in folder.rglob("*.yml"):
        typed = re.findall(
            r"\b(?:date|as_of|from|to|review_by): *('[^']*'|\"[^\"]*\"|[^\n,}]+)",
            path.read_text("utf-8"),
        )
        dates = {text.strip().strip("'\"") for text in typed} - {"null"}
        assert [text for text in dates if not re.search(EDTF, text)] == [], path
        if path.parent.parent.name == "events":
            assert re.search(SLUGS[0], path.stem), path


def test_no_host_is_asked_but_the_one_that_is_named() -> None:
    own = Backend("gitea", "some/where", "main", "https://git.example.org/api/v1")
    assert own.origins() == ["https://git.example.org"]
    assert BACKEND.origins() == ["https://api.github.com"]
    assert own.settings()["api_root"] == "https://git.example.org/api/v1"


@pytest.mark.parametrize(
    ("backend", "asked"),
    [
        (BACKEND, "https://api.github.com/repos/some/where/branches/main"),
        (
            Backend("github", "some/where", "news/main", "https://git.example.org/api/v3/"),
            "https://git.example.org/api/v3/repos/some/where/branches/news%2Fmain",
        ),
        (
            Backend("gitlab", "some/of/where", "main"),
            "https://gitlab.com/api/v4/projects/some%2Fof%2Fwhere/repository/branches/main",
        ),
        (Backend("gitea", "some/where", "main"), ""),
        (Backend("github", "some/where", "main", review="always"), ""),
        (Backend("gitlab", "some/where", "main", review="never"), ""),
    ],
)
def test_the_branch_is_asked_whether_changes_wait_for_a_review(
    library: Library, backend: Backend, asked: str
) -> None:
    made = settings(library, backend)
    assert made["branch"] == asked
    modes = {"ask": "", "always": "editorial_workflow", "never": "simple"}
    assert made["config"]["publish_mode"] == modes[backend.review]
    assert asked == "" or asked.startswith(tuple(backend.origins()))


@needs_npm
def test_the_cms_knows_every_setting(config: dict[str, Any]) -> None:
    """Against the schema that the CMS comes with, as far as names go."""
    schema = json.loads(
        (ROOT / "cms/node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8")
    )["definitions"]
    assert set(config) <= set(schema["CmsConfig"]["properties"])
    assert set(REVIEWS.values()) <= set(schema["CmsConfig"]["properties"]["publish_mode"]["enum"])
    for collection, kind in zip(config["collections"], ("Entry", "Entry", "File"), strict=True):
        assert set(collection) <= set(schema[f"{kind}Collection"]["properties"])
    forms = {
        "string": "StringField", "text": "TextField", "select": "SelectField",
        "relation": "RelationField", "object": "ObjectFieldWithSubFields",
        "keyvalue": "KeyValueField",
    }  # fmt: skip
    for field in _fields(config):
        one = "ListFieldWithSubFields" if "fields" in field else "ListFieldWithSubField"
        known = schema[forms.get(field["widget"], one)]["properties"]
        assert set(field) <= set(known), field["name"]


def _words(data: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, word in data.items():
        if isinstance(word, dict):
            yield from _words(word, f"{before}{name}.")
        else:
            yield before + name


@needs_npm
def test_our_words_fill_gaps_of_the_cms_and_nothing_else() -> None:
    """A word that the CMS has by now is to be taken out of cms/ar.json."""
    locales = ROOT / "cms/node_modules/@sveltia/cms/locales"
    ours = set(_words(json.loads((ROOT / "cms/ar.json").read_text("utf-8"))))
    theirs = set(_words(json.loads((locales / "ar.json").read_text("utf-8"))))
    english = set(_words(json.loads((locales / "en-US.json").read_text("utf-8"))))
    assert ours <= english - theirs
