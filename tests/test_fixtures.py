"""The invented explainers that tests look at: sound, and between them every field of the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from explainer.content.library import REGISTRIES, load
from explainer.content.model import Change, Event, Record, Section, Site
from explainer.editors import check
from tests.conftest import FOLDERS, LARGE, LATER, TINY

FILES: dict[str, type[Record]] = {
    "site.yml": Site, "sections/*.yml": Section, "events/*/*.yml": Event, "changes.yml": Change,
    **{name: model for name, (_, model) in REGISTRIES.items()},
}  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_is_sound(folder: Path) -> None:
    assert [str(problem) for problem in check.check(folder)[1]] == []


def test_the_large_one_is_large() -> None:
    library = load(LARGE, LATER)
    assert len(library.live) >= 40
    assert len(library.sections) == 4
    statuses = {event.status for event in library.live.values()}
    assert statuses == {"confirmed", "claimed", "disputed", "suspected"}
    assert {event.importance for event in library.live.values()} == {1, 2, 3}
    assert {event.publish for event in library.events.values()} == {"live", "withdrawn"}
    assert len(library.unpublished) == 2, "a draft and one that waits for its hour"


def _part(annotation: Any) -> type[Record] | None:
    """Find the record inside a type such as `tuple[Claim, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _part(inner))), None)


def _parts(model: type[Record]) -> dict[str, type[Record] | None]:
    """Give for each field, as it is typed, the record that stands in it."""
    fields = model.model_fields.items()
    return {info.alias or name: _part(info.annotation) for name, info in fields}


def _typed(model: type[Record], data: Any) -> Iterator[str]:
    """Yield `Model.field` for all that is typed in a record and in its parts."""
    for each in data if isinstance(data, list) else [data]:
        for field, value in each.items() if isinstance(each, dict) else ():
            yield f"{model.__name__}.{field}"
            if part := _parts(model).get(field):
                yield from _typed(part, value)


def _fields(model: type[Record]) -> Iterator[str]:
    for field, part in _parts(model).items():
        yield f"{model.__name__}.{field}"
        yield from _fields(part) if part else ()


def _records(folder: Path) -> Iterator[tuple[type[Record], Any]]:
    for pattern, model in FILES.items():
        for path in folder.glob(pattern):
            data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
            many = pattern in REGISTRIES
            yield from ((model, each) for each in (data.values() if many else [data]))


PICTURES = {"Site.image", "Section.image", "Event.image", "Actor.image"}
"""No picture is kept in the repository: test_media.py draws some, and types their every field."""


EXPIRING = {"Newsroom.security", "SecurityContact.email", "SecurityContact.until"}
"""A day in a file would be over one day: test_host_files.py types these."""


def test_every_field_of_the_model_is_typed_somewhere() -> None:
    known = {field for model in FILES.values() for field in _fields(model)}
    typed = {
        field
        for folder in (TINY, LARGE)
        for model, data in _records(folder)
        for field in _typed(model, data)
    }
    missing = {each for each in known - typed if not each.startswith("Image.")}
    assert missing - PICTURES - EXPIRING == set(), "no explainer of the tests has these fields"
