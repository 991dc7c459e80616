"""The guide tells of every field: its tables are the models', and each model has one."""

from __future__ import annotations

import re

import pytest

from explainer.content.model import Record, all_models, record_fields
from explainer.editors.field_tables import SECTIONS, TABLE_PLACE, filled, table
from tests.conftest import ROOT

GUIDE = (ROOT / "docs/guide.md").read_text("utf-8")


def test_the_guides_tables_are_current() -> None:
    assert filled(GUIDE) == GUIDE, "make fields"


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_model_has_its_table_in_the_guide(model: type[Record]) -> None:
    [found] = [block for block in TABLE_PLACE.finditer(GUIDE) if block[2] == model.__name__]
    rows = re.findall(r"^\| `(\w+)` \| (نعم)? \| .+ \| `.+` \|$", found[0], re.MULTILINE)
    fields = record_fields(model)
    assert rows == [(name, "نعم" if field.is_needed else "") for name, field in fields.items()]
    for name, field in fields.items():
        assert (f"قيم `{name}`: " in found[0]) == bool(field.choices), name
        assert all(f"`{code}` {word}" in found[0] for code, word in field.choices.items()), name


def test_what_is_told_elsewhere_is_linked_to() -> None:
    parts = {field.record for model in all_models() for field in record_fields(model).values()}
    assert {part.__name__ for part in parts if part} == set(SECTIONS)
    anchors = set(re.findall(r"\{ #([a-z-]+) \}", GUIDE))
    assert set(SECTIONS.values()) <= anchors


def test_readers_of_the_site_see_no_marks() -> None:
    from explainer.site.handwritten import read

    page = next(page for page in read(ROOT / "docs", _Parts()) if page.address == "/guide/")
    assert "<!--" not in page.markdown
    assert table(next(m for m in all_models() if m.__name__ == "Place")) in page.markdown


class _Parts(dict[str, str]):
    """Any part that a page of docs/ may ask for."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> str:
        return ""
