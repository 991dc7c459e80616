"""A template's code is taken from the cache only where it is the very same template's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FunctionLoader

from explainer.site import compiled_templates
from explainer.site.compiled_templates import CompiledTemplates
from explainer.system.folders import ROOT


def _rendered(text: str, cache: Path) -> str:
    """Render a text as if it were a template of the program, in a run of its own."""
    loader = FunctionLoader(lambda name: (text, str(ROOT / "templates" / name), None))
    env = Environment(loader=loader, bytecode_cache=CompiledTemplates(cache), autoescape=True)
    return env.get_template("one.html").render()


def _never(*_: object) -> bytes:
    pytest.fail("compiled again")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _rendered("{{ 1 + 1 }}", tmp_path) == "2"
    monkeypatch.setattr(Environment, "compile", _never)
    assert _rendered("{{ 1 + 1 }}", tmp_path) == "2"
    assert len(list(tmp_path.iterdir())) == 1


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    assert _rendered("one", tmp_path) == "one"
    assert _rendered("two", tmp_path) == "two"
    assert len(list(tmp_path.iterdir())) == 1


def test_another_program_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _rendered("one", tmp_path) == "one"
    (kept,) = (path.read_bytes() for path in tmp_path.iterdir())
    monkeypatch.setattr(compiled_templates, "program_state", lambda: "another")
    assert _rendered("one", tmp_path) == "one"
    (anew,) = (path.read_bytes() for path in tmp_path.iterdir())
    assert anew != kept


BREAKS: tuple[Callable[[bytes], bytes], ...] = (
    lambda _: b"",
    lambda kept: kept[:40],
    lambda kept: kept[:-9],
    lambda kept: kept[:150] + b"x" + kept[151:],
    lambda _: b"\xff" * 300,
)


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: Callable[[bytes], bytes]) -> None:
    assert _rendered("{{ 1 + 1 }}", tmp_path) == "2"
    (path,) = tmp_path.iterdir()
    kept = path.read_bytes()
    path.write_bytes(broken(kept))
    assert _rendered("{{ 1 + 1 }}", tmp_path) == "2"
    assert path.read_bytes() == kept


def test_what_is_no_part_of_the_program_is_kept_in_memory_alone(tmp_path: Path) -> None:
    loader = FunctionLoader(lambda name: ("one", str(tmp_path / name), None))
    env = Environment(loader=loader, bytecode_cache=CompiledTemplates(tmp_path), autoescape=True)
    assert env.get_template("one.html").render() == "one"
    assert not list(tmp_path.iterdir())
