"""Whatever `check` passes, a build builds; and no bytes end a run otherwise than with 0, 1, 2 or 3.

The suite looks at a few inputs, the same every time; `make fuzz` looks at very many others: FUZZ
says how many times as many.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainer import dates
from explainer.cli import main
from explainer.content import guard, prose, yaml_file
from explainer.content.library import Library, examine, load
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
from explainer.site.output import Output
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
    "CO₂", "/usr/bin", "555-0199", "3-5", "“نعم”", "(لا)", "و", "*مهم*", "**جدا**", "_x_",
    "[نص](event:2021-second)",
    "[@2020-01-01-first]", "[هنا](https://example.org/a_(b))", "[x](/timeline/)", "- بند", "1. أول",
    "`x`", "<b>", "&lt;", "&", "{{ x }}", "{% raw %}", "\\", "'", '"', "\n\n", "\n", "## عنوان",
    "پاریس", "→", "₩", "½", "🌉", "조선", "日本", "ﷺ", "\u200c", "\u200f", "\u3164",
    "e\u0301", "َُِ", "…",
    "—", "%", "#5", ": ", "- ", "| أ | ب |", "![a](b)", "http://[::1", "[x](/nope/)", "ø", "Ø§Ù„",
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), min_size=1, max_size=9
).map(" ".join)
SHAPED: Mapping[str, st.SearchStrategy[str]] = {
    "a-date": st.sampled_from(
        ["2024-06-19", "2024", "2024-06", "199X", "20XX", "XXXX-12-25", "2024-21", "2024~", "2024?",
         "2023/2024", "../2024", "2024/..", "[2023,2024]", "{2023-01,2023-03}",
         "0001", "9999-12-31",
         "2024-06-XX", "1445-08-28", "2024-02-29/2024-03"]
    ),
    "a-moment": st.sampled_from(["2020-01-01", "2020-01-01T06:00Z", "2099-01-01T06:00+03:00"]),
    "digits": st.sampled_from(
        ["0", "7", "-300", "-2.5", "11000", "0.001", "9" * 15, "1" + "0" * 12]),
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
    if field.shape is None:
        return TEXTS
    return SHAPED.get(field.shape.words, st.just(field.meaning.sample.strip("[]")))


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


def _make(library: Library) -> Output:
    return maker.build(
        library, templates=ROOT / "templates", docs=TESTS / "docs", cache=ROOT / ".cache"
    )


def test_whatever_check_passes_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    built = []

    @budget(5)
    @given(CONTENT)
    def builds(content: dict[str, Any]) -> None:
        library = _sound(content, Path("content"))
        if library:
            built.append(len(_make(library).pages))
            if FUZZ > 1 and len(built) % 50 == 1:
                program.build_site(Path("content"), Path("site"), allowed=["*"])

    builds()
    assert len(built) >= 4 * FUZZ, "hardly anything that was made is sound"


# Any bytes.


PIECES = [
    b"title: ", b"\n", b"- ", b": ", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a",
    b"!!str ",
    b"<<: ", b"%YAML 1.1\n", b"---\n", b"...\n", b"|\n", b">-\n  ", b"\t", b"\r", b"\r\n", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3\x28", b"\xe2\x80\x8f", b'"\\ud800"',
    b'"\\U0010ffff"', b'"\\0\\e\\x85"', "الوفد".encode(), "الوفد".encode("utf-16"), b"? ", b"@",
    b"`",
    b"sources: [" * 30, b"[" * 400, b"- " * 60, b"a" * 3000, b"events:\n", b"2024-06-19",
    b"<<<<<<< x\n",
]  # fmt: skip
BYTES = st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), max_size=12).map(
    b"".join
)
BASES = sorted(path for path in TINY.rglob("*.yml"))


@st.composite
def _spoilt(draw: st.DrawFn) -> tuple[str, bytes]:
    """Cut a sound file somewhere, and put something between, or in the place of some of it."""
    path = draw(st.sampled_from(BASES))
    raw = path.read_bytes()
    at = draw(st.integers(0, len(raw)))
    end = at + draw(st.sampled_from([0, 0, 1, 7, 60, len(raw)]))
    return str(path.relative_to(TINY)), raw[:at] + draw(BYTES) + raw[end:]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(TINY, tmp_path / "content")).relative_to(tmp_path)


def test_no_bytes_of_a_file_end_a_check_by_surprise(content: Path) -> None:
    @budget(8)
    @given(_spoilt())
    def is_told(spoilt: tuple[str, bytes]) -> None:
        name, raw = spoilt
        path = content / name
        before = path.read_bytes()
        path.write_bytes(raw)
        try:
            examined, problems = check.check(content)
            assert examined.library or any(not each.is_warning for each in problems)
            for each in problems:
                assert each.text("ar").count("\n") == each.text("en").count("\n") == 0
        finally:
            path.write_bytes(before)

    is_told()


@budget(50)
@given(BYTES)
def test_no_bytes_end_the_reading_of_a_file_by_surprise(raw: bytes) -> None:
    yaml_file.read_text(raw.decode("utf-8", "replace"))


@budget(80)
@given(
    st.one_of(st.text(max_size=20), st.from_regex(r"[\d\-/.\[\]{},~?%XY ]{1,14}", fullmatch=True))
)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = dates.parse(text)
    except dates.NotADateError:
        return
    assert found.text == text


@budget(60)
@given(TEXTS)
def test_any_prose_is_html_without_what_can_run(text: str) -> None:
    for html in (prose.inline(text, CITED.get), prose.block(text, CITED.get)):
        assert "<script" not in html.lower()
        assert "javascript:" not in html.lower() or "javascript:" in text.lower()
    assert "<" not in prose.plain("الوفد", CITED.get)


CITED = {"2021-second": ("/events/2021-second/", "2021")}


def test_any_bytes_are_a_kept_text_or_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"

    @budget(40)
    @given(BYTES)
    def is_told(raw: bytes) -> None:
        path.write_bytes(raw)
        kept, document = guard.read(path, "x.txt")
        assert kept is None
        assert document.problems

    is_told()


ALIASES = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
LONG_TERM = f"a:\n  term: {'ا' * 120_000}\n  definition: x\n"


def _folder_for_a_registry(content: Path) -> None:
    (content / "actors.yml").unlink()
    (content / "actors.yml").mkdir()


def _damaged_kept_text(content: Path) -> None:
    (content / "guard").mkdir()
    (content / "guard/x.txt").write_bytes(b"\xff\x00")


def _link(content: Path, name: str, to: str) -> None:
    (content / name).symlink_to(to)


ODD: Mapping[str, Callable[[Path], object]] = {
    "a folder by the name of a file": lambda c: (c / "events/2021/x.yml").mkdir(),
    "a folder by the name of a registry": _folder_for_a_registry,
    "a link to itself": lambda c: _link(c, "events/loop", "loop"),
    "a link to the folder around": lambda c: _link(c, "events/2022", ".."),
    "a pipe": lambda c: os.mkfifo(c / "sections/pipe.yml"),
    "a name that is no text": lambda c: (c / os.fsdecode(b"\xff.yml")).write_bytes(b"["),
    "a very long name": lambda c: (c / ("a" * 250 + ".yml")).write_bytes(b""),
    "a file that may not be read": lambda c: (c / "actors.yml").chmod(0),
    "a folder that may not be read": lambda c: (c / "events/2021").chmod(0),
    "a kept text that is none": _damaged_kept_text,
    "aliases of aliases": lambda c: (c / "glossary.yml").write_text(ALIASES),
    "lists in lists": lambda c: (c / "glossary.yml").write_text("a: " + "[" * 50_000),
    "a text of 250 kilobytes": lambda c: (c / "glossary.yml").write_text(LONG_TERM, "utf-8"),
}
"""What a folder can hold beside files of text."""


@pytest.mark.parametrize("what", ODD)
def test_whatever_lies_in_the_folder_a_run_ends_with_a_code_of_ours(
    what: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused is so by both; what root may read, or a folder without files, is sound."""
    ODD[what](content)
    try:
        code = main(["check", "--content", str(content)])
        again = code and main(["build", "--content", str(content), "--out", "site"])
    finally:
        for path in (content / "actors.yml", content / "events/2021"):
            if path.exists() and not path.is_symlink():
                path.chmod(0o755)
    assert (code, again) in ((1, 1), (0, 0))
    assert "Traceback" not in capsys.readouterr().err


def test_a_term_longer_than_a_line_is_built(content: Path) -> None:
    (content / "glossary.yml").write_text(LONG_TERM, "utf-8")
    assert _make(load(content, NOW)).pages
