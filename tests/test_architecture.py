"""The shape of the code: imports go one way, what exists is listed, nothing knows the topic."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from explainer import exports, views
from explainer.arabic import vocabulary
from explainer.cli import cli
from explainer.model import (
    Act,
    ActorType,
    ChangeType,
    EventKind,
    PublisherType,
    Qualifier,
    Relation,
    Status,
)
from explainer.output import Output
from tests.conftest import ROOT

LAYERS = (
    "messages", "problems", "report", "clock", "git", "repository", "source", "dates", "model",
    "citations", "arabic", "choices", "prose", "refusals", "guard", "library", "schema", "desk",
    "waiting", "check", "start", "evidence", "radar", "links", "cms", "terms", "citation",
    "output", "upkeep", "typeface", "stylesheet", "pictures", "views", "exports", "search",
    "render", "handwritten", "verify", "site", "engines", "live", "publish", "program", "cli",
)  # fmt: skip
"""From the bottom up: a module imports only from layers below its own, or from its own."""

MODULES = sorted((ROOT / "explainer").rglob("*.py"))


def _layer(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("explainer"):
            base = node.module or ""
            names = (
                {f"{base}.{alias.name}" for alias in node.names} if base == "explainer" else set()
            )
            found |= names or {base}
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("explainer.")}
    return {_layer(name) for name in found}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    relative = path.relative_to(ROOT / "explainer")
    own = relative.parts[0].removesuffix(".py")
    if own == "__init__":
        return
    above = {layer for layer in _imports(path) if LAYERS.index(layer) > LAYERS.index(own)}
    assert not above, f"{relative} imports from above: {above}"


def test_every_layer_is_in_the_list() -> None:
    there = {path.relative_to(ROOT / "explainer").parts[0].removesuffix(".py") for path in MODULES}
    assert there - {"__init__"} == set(LAYERS)


@pytest.mark.parametrize("package", [views, exports])
def test_every_view_and_export_is_listed(package: object) -> None:
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]
    listed = {f.__module__.rsplit(".", 1)[1] for f in getattr(package, "VIEWS", ())}
    listed |= {f.__module__.rsplit(".", 1)[1] for f in getattr(package, "EXPORTS", ())}
    shared = {"__init__", "around", "atlas", "ledger", "news", "page", "radar", "upkept", "wording"}
    assert {p.stem for p in folder.glob("*.py")} - shared == listed


def test_every_template_is_used() -> None:
    named = set(re.findall(r'kind="([a-z]+)"', "".join(p.read_text("utf-8") for p in MODULES)))
    assert {p.stem for p in (ROOT / "templates/pages").glob("*.html")} == named


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Status, vocabulary.STATUS), (Status, vocabulary.STATUS_MEANING),
        (EventKind, vocabulary.KIND), (Act, vocabulary.ACT),
        (ActorType, vocabulary.ACTOR_TYPE), (PublisherType, vocabulary.PUBLISHER_TYPE),
        (Qualifier, vocabulary.QUALIFIER), (Relation, vocabulary.RELATION),
        (Relation, vocabulary.RELATION_REVERSED), (ChangeType, vocabulary.CHANGE_TYPE),
    ],
)  # fmt: skip
def test_every_code_of_the_model_has_its_word(codes: object, words: dict[str, str]) -> None:
    assert set(codes.__args__) == set(words)  # type: ignore[attr-defined]


TOPIC = re.compile(
    r"Russia|Korea|Putin|Kim Jong|Ukrain|Kursk|Pyongyang|Moscow|روسي|كوري|بوتين|موسكو|بيونغ|كييف"
)


def test_the_generator_knows_nothing_of_its_first_topic() -> None:
    """Names in docstrings' examples are allowed; texts that a page could show are not."""
    shown = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "docs").glob("*.md")]
    assert [p.name for p in shown if TOPIC.search(p.read_text("utf-8"))] == []
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
        ]
        assert not [text for text in texts if TOPIC.search(text)], path.name


def test_every_command_is_documented() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, command in cli.commands.items():
        assert command.help, name
        assert f"build.py {name}" in readme, f"README does not tell of {name}"


def test_section_addresses_do_not_collide(output: Output) -> None:
    from explainer.library import RESERVED

    fixed = {page.address.split("/")[1] for page in output.pages} - {"", "building", "money"}
    assert fixed | {"about", "guide", "problems", "assets", "radar", "search"} == set(RESERVED)
