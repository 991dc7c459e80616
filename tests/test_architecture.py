"""The shape of the code: imports go one way, what exists is listed, nothing knows the topic."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from explainer.arabic import vocabulary
from explainer.cli import cli
from explainer.content.model import (
    Act,
    ActorType,
    AnswerKind,
    Basis,
    ChangeType,
    Digits,
    Gender,
    Importance,
    Measure,
    Months,
    Part,
    Publish,
    PublisherType,
    Qualifier,
    Record,
    Relation,
    Status,
    all_models,
    record_fields,
)
from explainer.site import exports, head, views
from explainer.site.output import Output
from tests.conftest import ROOT

LAYERS = (
    "system", "messages", "dates", "arabic",
    "content.unseen", "content.yaml_slips", "content.yaml_file", "content.web_addresses",
    "content.hijri", "content.meant_dates", "content.date_refusals", "content.model",
    "content.meant_values", "content.record_names", "content.named_by_mistake",
    "content.missing_records",
    "content.prose_links", "content.reserved", "content.former_ids", "content.inner_links",
    "content.cut_texts",
    "content.garbled", "content.glyphs", "content.static_files", "content.media_files",
    "content.sides", "content.evidence", "content.denials", "content.rivals",
    "content.record_rules",
    "content.prose", "content.refusals", "content.guard", "content.library", "content.waiting",
    "content.counted", "content.source_list",
    "editors.problem_report", "editors.schema", "editors.field_tables", "editors.desk",
    "editors.house", "editors.figure_warnings", "editors.address_warnings",
    "editors.date_warnings", "editors.expiry_warnings", "editors.text_warnings",
    "editors.doubled_items", "editors.written_pages", "editors.check", "editors.new",
    "editors.radar", "editors.public_network", "editors.links", "editors.archive", "editors.cms",
    "site.addresses", "site.moved", "site.terms", "site.cite_formats", "site.cite_page",
    "site.output", "site.policy", "site.host_files", "site.manifest", "site.arrivals",
    "site.upkeep", "site.versions",
    "site.typeface", "site.stylesheet", "site.script_bundle", "site.media_copies",
    "site.pictures", "site.licences", "site.views", "site.search", "site.feeds", "site.exports",
    "site.linked_data",
    "site.head",
    "site.briefs", "site.reading", "site.unbroken", "site.compiled_templates", "site.kept_parts",
    "site.render", "site.embed_pages", "site.redirects", "site.version_pages",
    "site.handwritten", "site.verify", "site.maker",
    "engines", "publish", "live", "cli",
)  # fmt: skip
"""From the bottom up: a module imports only from layers below its own, or from its own."""

DOORS = 12
"""What `ls explainer/` shows at most: a reader sees the lane in it."""

MODULES = sorted((ROOT / "explainer").rglob("*.py"))


def _layer(module: str) -> str | None:
    """Find the layer of a module by its dotted name below the package; None for a wing's own."""
    parts = module.split(".")
    return next((name for name in (parts[0], ".".join(parts[:2])) if name in LAYERS), None)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT / "explainer").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    """List the modules of the package that a module imports, below the package."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("explainer"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name.partition(".")[2] for name in names}
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            found |= {name.partition(".")[2] for name in names if name.startswith("explainer.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    own = _layer(_name(path))
    layers = {layer for name in _imports(path) if (layer := _layer(name))}
    if own is None:
        assert not layers, f"{_name(path)} is a wing's door and imports {layers}"
        return
    above = {layer for layer in layers if LAYERS.index(layer) > LAYERS.index(own)}
    assert not above, f"{_name(path)} imports from above: {above}"


def test_every_layer_is_in_the_list() -> None:
    there = {_layer(_name(path)) for path in MODULES} - {None}
    assert there == set(LAYERS)
    wings = {_name(path) for path in MODULES if _layer(_name(path)) is None}
    assert wings == {"", *(name.partition(".")[0] for name in LAYERS if "." in name)}


def test_the_package_has_few_doors() -> None:
    doors = [p for p in (ROOT / "explainer").iterdir() if not p.name.startswith("__pyc")]
    assert len(doors) <= DOORS


def test_no_two_modules_or_wings_have_one_name() -> None:
    names = [_name(path).rpartition(".")[2] or "explainer" for path in MODULES]
    assert {name for name in names if names.count(name) > 1} == set()


def test_no_two_classes_have_one_name() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in MODULES]
    names = [n.name for tree in trees for n in tree.body if isinstance(n, ast.ClassDef)]
    assert {name for name in names if names.count(name) > 1} == set()


def test_no_two_constants_have_one_name() -> None:
    """But for what is one thing in many modules, each of which has its part of it."""
    names = Counter(name for path in MODULES for name in _constants(path) if name[0] != "_")
    assert {name for name, number in names.items() if number > 1} == {"TABLE", "EVENT_RULES", "log"}


def _constants(path: Path) -> set[str]:
    """Name what a module gives a name by `=`: constants, and types under another name."""
    body = ast.parse(path.read_text("utf-8")).body
    named = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    named += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    return {node.id for node in named if isinstance(node, ast.Name)}


@pytest.mark.parametrize("package", [views, exports, head])
def test_every_view_and_export_is_listed(package: object) -> None:
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]
    listed = {f.__module__.rsplit(".", 1)[1] for f in getattr(package, "VIEWS", ())}
    listed |= {f.__module__.rsplit(".", 1)[1] for f in getattr(package, "EXPORTS", ())} - {
        "search",
        "feeds",
    }
    listed |= {f.__module__.rsplit(".", 1)[1] for f in getattr(package, "HEAD", ())}
    shared = {
        "__init__",
        "around",
        "atlas",
        "cast",
        "citations",
        "degrees",
        "density",
        "embeds",
        "evidence_words",
        "figure_files",
        "figure_pictures",
        "figure_words",
        "key_figures",
        "ledger",
        "made_changes",
        "news",
        "photos",
        "page_view",
        "periods",
        "publication",
        "radar_page",
        "rival_pictures",
        "share_cards",
        "sharing",
        "speaker_marks",
        "text_days",
        "turns",
        "upkept",
        "version_differences",
        "version_words",
        "wording",
    }
    assert {p.stem for p in folder.glob("*.py")} - shared == listed


def test_every_template_is_used() -> None:
    named = set(re.findall(r'kind="([a-z]+)"', "".join(p.read_text("utf-8") for p in MODULES)))
    assert {p.stem for p in (ROOT / "templates/pages").glob("*.html")} == named


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Status, vocabulary.STATUS), (Status, vocabulary.STATUS_MEANING), (Act, vocabulary.ACT),
        (Basis, vocabulary.BASIS), (AnswerKind, vocabulary.ANSWER), (Measure, vocabulary.MEASURE),
        (ActorType, vocabulary.ACTOR_TYPE), (ActorType, vocabulary.ONE_ACTOR),
        (PublisherType, vocabulary.PUBLISHER_TYPE), (Qualifier, vocabulary.QUALIFIER),
        (Relation, vocabulary.RELATION), (Relation, vocabulary.RELATION_FORTH),
        (Relation, vocabulary.RELATION_REVERSED), (PublisherType, vocabulary.PUBLISHED_BY),
        (ChangeType, vocabulary.CHANGE_TYPE), (Publish, vocabulary.PUBLISH),
        (Part, vocabulary.PART),
        (Months, vocabulary.MONTHS), (Digits, vocabulary.DIGITS), (Gender, vocabulary.GENDER),
        (Importance, vocabulary.IMPORTANCE),
    ],
)  # fmt: skip
def test_every_code_of_the_model_has_its_word(codes: object, words: dict[Any, str]) -> None:
    literal, *_ = get_args(codes)
    assert set(get_args(literal)) == set(words)


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_field_says_all_of_itself(model: type[Record]) -> None:
    """What it is for, in Arabic and English, what one item is called, a word for each code."""
    for name, field in record_fields(model).items():
        meaning = field.meaning
        assert re.search("[ء-ي]", meaning.label), name
        assert re.search("[ء-ي]", meaning.help), name
        assert re.search("[a-z]", meaning.en), name
        assert not re.search("[ء-ي]", meaning.en.replace("ان", "").replace("ين", "")), name
        assert meaning.sample, name
        is_named = bool(field.record and field.is_many) or field.is_keyed
        assert bool(meaning.one) or not is_named, f"{name}: what is one of them called?"
        assert all(re.search("[ء-ي٠-٩0-9]", word) for word in field.choices.values()), name


def test_a_field_without_a_meaning_is_named() -> None:
    class Bare(Record):
        weight: int

    with pytest.raises(TypeError, match=r"Bare\.weight has no Meaning"):
        record_fields(Bare)


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
    from explainer.content.reserved import RESERVED_ADDRESSES

    fixed = {page.address.split("/")[1] for page in output.pages} - {"", "building", "money"}
    assert fixed | {"about", "guide", "problems", "assets", "radar", "search", "v", "embed"} == set(
        RESERVED_ADDRESSES
    )
