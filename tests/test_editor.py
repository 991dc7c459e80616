"""What an editor's program shows, by the very server that it has inside: completion and help."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from explainer.arabic import vocabulary
from explainer.cli import cli
from explainer.content.model import Event, Source, record_fields
from explainer.editors.new.trial import modeline
from tests.conftest import LARGE, ROOT
from tests.language_server import SERVER, Client

pytestmark = [
    pytest.mark.xdist_group("editor"),
    pytest.mark.skipif(
        not (ROOT / SERVER).is_file() and not os.environ.get("CI"),
        reason="no npm here: tests/editor/node_modules is not installed",
    ),
]

MAPPED = {
    key.partition(".")[2]: value
    for key, value in json.loads((ROOT / ".vscode/settings.json").read_text("utf-8")).items()
    if key.startswith("yaml.")
}
OURS = {**MAPPED, "schemaStore": {"enable": False}, "hover": True, "completion": True,
        "validate": True}  # fmt: skip
FIELDS = {**record_fields(Event), **record_fields(Source)}
EVENT = "content/events/2016/2016-04-18-contract-signed.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository as an editor's program sees it: the schemas, and the large explainer."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    shutil.copytree(LARGE, folder / "content")
    return folder


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Client]:
    client = Client(project, ROOT / SERVER, OURS)
    yield client
    client.close()


@pytest.fixture
def event(project: Path) -> Path:
    return project / EVENT


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Path]]:
    """A server without settings, and an event that `new` wrote into an explainer that it began."""
    folder = tmp_path_factory.mktemp("another") / "content"
    run = CliRunner().invoke
    assert run(cli, ["new", "explainer", str(folder), "--title", "ملف آخر"]).exit_code == 0
    options = {
        "title": "البلدية تغلق المكتبة", "summary": "أغلقت البلدية المكتبة.", "date": "2024-04",
        "section": "services", "kind": "culture", "importance": "3", "status": "confirmed",
        "publisher": "example-daily", "id": "library-closes",
    }  # fmt: skip
    typed = [word for name, value in options.items() for word in (f"--{name}", value)]
    result = run(cli, ["new", "event", "--content", str(folder), *typed])
    assert result.exit_code == 0, result.output
    client = Client(folder, ROOT / SERVER, {**OURS, "schemas": {}})
    yield client, folder / "events/2024/2024-04-library-closes.yml"
    client.close()


def _complete(client: Client, path: Path, text: str) -> dict[str, dict[str, Any]]:
    """Type at the end of a text; returns what is offered, by its label."""
    client.open(path, text)
    lines = text.split("\n")
    found = client.at("completion", path, len(lines) - 1, len(lines[-1]))
    return {item["label"]: item for item in found["items"]}


def _told(item: dict[str, Any]) -> str:
    told = item.get("documentation", "")
    return str(told["value"] if isinstance(told, dict) else told)


def test_nothing_is_underlined_in_sound_content(server: Client, project: Path) -> None:
    patterns = MAPPED["schemas"].values()
    files = sorted({path for pattern in patterns for path in project.glob(pattern)})
    assert len(files) > 50
    found = server.open_all({path: path.read_text("utf-8") for path in files})
    assert {path.name: problems for path, problems in found.items() if problems} == {}


def test_settings_map_an_event_to_its_fields(server: Client, event: Path) -> None:
    offered = _complete(server, event, event.read_text("utf-8") + "r")
    fields = {info.alias or name for name, info in Event.model_fields.items()}
    assert {"publish", "review_by"} <= set(offered) <= fields
    assert record_fields(Event)["review_by"].meaning.help in _told(offered["review_by"])


@pytest.mark.parametrize(
    ("field", "words"), [("status", vocabulary.STATUS), ("kind", vocabulary.KIND)]
)
def test_choices_are_offered_with_their_words(
    server: Client, event: Path, field: str, words: Mapping[str, str]
) -> None:
    offered = _complete(server, event, f"title: عنوان\n{field}: ")
    assert {code: _told(item) for code, item in offered.items()} == words


def test_help_is_shown_over_a_field(server: Client, event: Path) -> None:
    text = "title: عنوان\nstatus: claimed\nsaid_by: ap\nsources:\n  - publisher: ap\n"
    server.open(event, text)
    for field, line, column in (("status", 1, 2), ("said_by", 2, 1), ("publisher", 4, 6)):
        told = server.at("hover", event, line, column)["contents"]["value"]
        assert FIELDS[field].meaning.help in told.replace("\\", "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("status: confirmed", "status: sure"), ("importance: 1", "importance: 9"),
        ("kind: ", "kindd: "), ("  - publisher: ", "  - publisherr: "),
        ("date: 2016-04-18", "date: [2016-04-18]"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_underlined_in_its_line(
    server: Client, event: Path, right: str, wrong: str
) -> None:
    text = event.read_text("utf-8")
    at = text.index(f"\n{right}") + 1
    found = server.open(event, text[:at] + wrong + text[at + len(right) :])
    assert text.count("\n", 0, at) in {each["range"]["start"]["line"] for each in found}


def test_the_first_line_of_a_new_file_is_enough(bare: tuple[Client, Path]) -> None:
    client, path = bare
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.schemas/event.json\n")
    assert client.open(path) == []
    assert "review_by" in _complete(client, path, text + "r")
    found = client.open(path, text.replace("status: confirmed", "status: sure"))
    line = text[: text.index("status: confirmed")].count("\n")
    assert [each["range"]["start"]["line"] for each in found] == [line]


def test_the_first_line_is_enough_within_the_repository(bare: tuple[Client, Path]) -> None:
    client, _ = bare
    line = modeline(LARGE, "events/2024/2024-05-new.yml", "event")
    path = LARGE / "events/2024/2024-05-new.yml"
    found = client.open(path, f"{line}title: عنوان\nstatus: sure\n")
    assert 2 in {each["range"]["start"]["line"] for each in found}
