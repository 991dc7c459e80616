"""Whatever `check` passes, a build builds; and no bytes end a run otherwise than with 0, 1, 2 or 3.

The suite looks at a few inputs, the same every time; `make fuzz` looks at very many others: FUZZ
says how many times as many.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainer import dates
from explainer.cli import main
from explainer.content import guard, prose, yaml_file
from explainer.content.library import Library, examine
from explainer.content.model import (
    Actor,
    Change,
    Event,
    Figure,
    Place,
    Publisher,
    Record,
    Ref,
    Section,
    Site,
    Term,
    record_fields,
)
from explainer.editors import check
from explainer.messages.problems import Path as FieldPath
from explainer.publish import program
from explainer.site import maker
from tests.conftest import NOW, ROOT, TESTS, TINY

FUZZ = int(os.environ.get("FUZZ", "1"))


def budget(examples: int) -> settings:
    """Try so many examples, the same in every run of the suite."""
    return settings(
        max_examples=examples * FUZZ,
        derandomize=FUZZ == 1,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


# Content made from the models.

KNOWN = {
    "actor": ["one", "two"], "place": ["here", "there"], "publisher": ["paper"], "figure": ["many"],
    "section": ["ties"], "event": ["2020-01-01-first", "2021-second"], "kind": ["meeting", "vote"],
}  # fmt: skip
WORDS = [
    "الوفد", "وصل", "إلى", "الميناء،", "في", "2024", "5 آذار/مارس", "Daily News", "СВР", "25°C",
    "CO₂", "/usr/bin", "555-0199", "3-5", "“نعم”", "(لا)", "و", "*مهم*", "**جدا**", "_x_", "[نص](event:2021-second)",
    "[@2020-01-01-first]", "[هنا](https://example.org/a_(b))", "[x](/timeline/)", "- بند", "1. أول",
    "`x`", "<b>", "&lt;", "&", "{{ x }}", "{% raw %}", "\\", "'", '"', "\n\n", "\n", "## عنوان",
    "پاریس", "→", "₩", "½", "🌉", "조선", "日本", "ﷺ", "\u200c", "\u200f", "\u3164", "e\u0301", "َُِ", "…",
    "—", "%", "#5", ": ", "- ", "| أ | ب |", "![a](b)", "http://[::1", "[x](/nope/)", "ø", "Ø§Ù„",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), min_size=1, max_size=9
).map(" ".join)
SHAPED: Mapping[str, st.SearchStrategy[str]] = {
    "a-date": st.sampled_from(
        ["2024-06-19", "2024", "2024-06", "199X", "20XX", "XXXX-12-25", "2024-21", "2024~", "2024?",
         "2023/2024", "../2024", "2024/..", "[2023,2024]", "{2023-01,2023-03}", "0001", "9999-12-31",
         "2024-06-XX", "1445-08-28", "2024-02-29/2024-03"]
    ),
    "a-moment": st.sampled_from(["2020-01-01", "2020-01-01T06:00Z", "2099-01-01T06:00+03:00"]),
    "digits": st.sampled_from(["0", "7", "-300", "-2.5", "11000", "0.001", "9" * 30, "1" + "0" * 12]),
    "whole": st.sampled_from(["0", "1", "999999999"]),
    "web-address": st.sampled_from(
        ["https://example.org/", "http://россия.рф/a?utm_source=b", "https://example.org/كيم_(قائد)"]
    ),
    "language-code": st.sampled_from(["ar", "en", "ko", "fa", "ku", "zz", "zh-Hant-TW", "qaa"]),
    "two-capitals": st.sampled_from(["FR", "EG", "XX", "ZZ", "KP"]),
    "q-number": st.just("Q42"),
    "an-id": st.sampled_from(["a", "noon", "0", "x-1"]),
    "e-mail": st.just("desk@example.org"),
}  # fmt: skip


def _value(field: Any) -> st.SearchStrategy[Any]:
    if field.record:
        return record(field.record)
    if field.choices:
        return st.sampled_from(list(field.choices))
    if isinstance(field.mark, Ref):
        return st.sampled_from(KNOWN.get(field.mark.kind, ["x"]))
    return SHAPED[field.shape.words] if field.shape else TEXTS


def record(model: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """Make a record with all that its model asks for and some of the rest."""
    needed: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, field in record_fields(model).items():
        if name in LEFT_OUT:
            continue
        value = _value(field)
        if field.is_many:
            value = st.lists(value, min_size=1, max_size=2)
        elif field.is_keyed:
            value = st.dictionaries(st.sampled_from(["x-kind", "y-kind"]), value, max_size=1)
        (needed if field.is_needed else others)[name] = value
    return st.fixed_dictionaries(needed, optional=others)


LEFT_OUT = {"house", "kinds", "image", "logo", "publish_at"}
"""What is no text of a page, or needs a file beside it."""

FILES: Mapping[str, tuple[type[Record], list[str]]] = {
    "actors.yml": (Actor, KNOWN["actor"]), "places.yml": (Place, KNOWN["place"]),
    "publishers.yml": (Publisher, KNOWN["publisher"]), "figures.yml": (Figure, KNOWN["figure"]),
    "glossary.yml": (Term, ["word"]),
}  # fmt: skip
CONTENT = st.fixed_dictionaries(
    {
        **{
            name: st.fixed_dictionaries({each: record(model) for each in ids})
            for name, (model, ids) in FILES.items()
        },
        "site.yml": record(Site),
        "sections/ties.yml": record(Section),
        "events/2020/2020-01-01-first.yml": record(Event),
        "events/2021/2021-second.yml": record(Event),
        "changes.yml": st.lists(record(Change), max_size=2),
    }
)


def _write(content: Mapping[str, Any], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _sound(content: dict[str, Any], folder: Path) -> Library | None:
    """Load content; what is refused is put right where it stands, later with all around it."""
    for around in range(8):
        _write(content, folder)
        examined = examine(folder, NOW)
        if examined.library:
            return examined.library
        for problem in examined.problems:
            file = problem.file.removeprefix(f"{folder}/")
            path = _path(problem.where)
            top = 2 if file in FILES else 1
            _put_right(content[file], path if around < 3 else path[:top])
    return None


def _path(where: str) -> FieldPath:
    steps = where.replace("[", ".[").split(".")
    return tuple(int(each[1:-1]) if each[:1] == "[" else each for each in steps if each)


def _put_right(data: Any, path: FieldPath) -> None:
    """Put what is plain in the place of a value, or take it away where it is that already."""
    for step in path[:-1]:
        data = _at(data, step)
    last = path[-1] if path else ""
    value = _at(data, last)
    plain = PLAIN.get(last, "نص" if isinstance(value, str | None) else None)
    if isinstance(data, dict) and plain not in (None, value):
        data[str(last)] = plain
    elif isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        del data[last]


def _at(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


PLAIN: Mapping[str | int, Any] = {
    "status": "confirmed", "said_by": ["one"], "date": "2020", "as_of": "2021", "low": "1",
    "best": "2", "high": "3", "event": "2021-second", "lat": "1", "lon": "1", "publish": "live",
    "name": {"ar": "نص"}, "sources": [{"publisher": "paper", "title": None, "url": None}],
    "values": [{"as_of": "2021", "best": "2", "said_by": ["one"], "status": "confirmed",
                "event": "2021-second"}], 
}  # fmt: skip
"""What stands in the place of what is refused, by its field."""


def _make(library: Library) -> Any:
    folders = {"templates": ROOT / "templates", "docs": TESTS / "docs", "cache": ROOT / ".cache"}
    return maker.build(library, **folders)


def test_whatever_check_passes_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    built = []

    @budget(7)
    @given(CONTENT)
    def builds(content: dict[str, Any]) -> None:
        library = _sound(content, Path("content"))
        if library:
            built.append(len(_make(library).pages))
            if FUZZ > 1 and len(built) % 50 == 1:
                program.build_site(Path("content"), Path("site"), allowed=["*"])

    builds()
    assert len(built) >= 5 * FUZZ, "hardly anything that was made is sound"
