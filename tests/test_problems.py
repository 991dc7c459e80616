"""Mistakes of editors: each gives exactly the lines that its case names, and never a traceback."""

from __future__ import annotations

import difflib
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import ValidationError

from explainer.cli import main
from explainer.content import yaml_file
from explainer.content.library import load
from explainer.content.model import Record, all_models, record_fields
from explainer.messages import codes
from explainer.messages.problems import ContentRefused, Problem, field_name, shown
from tests.conftest import NOW, ROOT, TESTS

CONTENT = TESTS / "content"
CASES = sorted(path for path in (TESTS / "problems").iterdir() if path.is_dir())
FILES = sorted(path.relative_to(CONTENT) for path in CONTENT.rglob("*.yml"))
SOUND = {path: (CONTENT / path).read_text("utf-8") for path in FILES}
DRAFT = "events/2021/2021-11-draft.yml"
"""An event that nothing refers to."""


def _write(texts: dict[Path, str], folder: Path) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny site; problems name its files from within it."""
    _write(SOUND, tmp_path / "content")
    monkeypatch.chdir(tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny site for all cases; each leaves it as it was."""
    folder = tmp_path_factory.mktemp("cases") / "content"
    _write(SOUND, folder)
    return folder


@contextmanager
def overlaid(shared: Path, case: Path) -> Iterator[Path]:
    """Lay the files of a case over a copy of the tiny site, and take them away again."""
    files = [path.relative_to(case) for path in case.rglob("*.*") if path.name != "expected.txt"]
    for path in files:
        (shared / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(case / path, shared / path)
    try:
        yield shared
    finally:
        for path in files:
            (shared / path).unlink()
        _write({path: SOUND[path] for path in files if path in SOUND}, shared)


def problems(content: Path) -> list[str]:
    """List the lines that an editor gets."""
    try:
        load(content, NOW)
    except ContentRefused as refused:
        return [str(problem) for problem in refused.problems]
    return []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_gives_exactly_these_lines(
    case: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shared)
    expected = (case / "expected.txt").read_text("utf-8").splitlines()
    with overlaid(shared, case) as content:
        found = problems(content)
    if found != expected:
        changes = difflib.unified_diff(expected, found, "expected.txt", "found", lineterm="", n=0)
        pytest.fail("\n".join([f"{case.relative_to(ROOT)}:", *changes]), pytrace=False)


PARTS = re.compile(r"([^:]+):(\d+):(\d+): error: ([^:]*):")


def _wanted() -> Iterator[tuple[str, str, int, str, int]]:
    """Give what tests/problems/places.txt says: case, file, line, field, column."""
    for row in (TESTS / "problems/places.txt").read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        case, file, number, where, words = (cell.strip() for cell in row.split(" |", 4))
        if re.fullmatch(r"@\d+", words):
            yield case, file, int(number), where, int(words[1:])
            continue
        path = TESTS / "problems" / case / file
        lines = path.read_bytes().decode().split("\n")
        line = lines[int(number) - 1].rstrip("\r")
        yield case, file, int(number), where, line.index(words) + 1 if words else len(line) + 1


def test_problems_stand_where_an_editor_would_look() -> None:
    """Field and line of all, and the column of at least 97 in a hundred."""
    found = Counter(
        (case.name, *PARTS.match(line).groups())  # type: ignore[union-attr]
        for case in CASES
        for line in (case / "expected.txt").read_text("utf-8").splitlines()
    )
    wanted = Counter((c, f, str(n), str(col), w) for c, f, n, w, col in _wanted())
    lines = Counter((c, f, n, w) for c, f, n, _, w in found.elements())
    wanted_lines = Counter((c, f, n, w) for c, f, n, _, w in wanted.elements())
    in_line = (lines & wanted_lines).total()
    in_column, number = (found & wanted).total(), wanted.total()
    print(f"lines and fields {in_line} of {number}, columns {in_column} of {number}")
    assert number == found.total()
    assert lines == wanted_lines, sorted((wanted_lines - lines).elements())
    assert in_column >= 0.97 * number, sorted((wanted - found).elements())


PLACE = re.compile(r"[^:]+:[1-9]\d*:[1-9]\d*: error: [^:]*[^: ]: .+ \[E\d{3}\]")
HELP = re.compile(r"expected|did you mean '|such as|write ")
OUR_WORDS = re.compile(
    r"pydantic|[Ii]nput should|valid (string|list|tuple|dict|integer)|\bNone\b|<class|Error\b|"
    r"while (parsing|scanning)|token|\btuple\b(?!:)|…$"
)


def test_every_line_has_its_form_and_says_what_would_be_right() -> None:
    for case in CASES:
        lines = (case / "expected.txt").read_text("utf-8").splitlines()
        assert lines, case
        assert lines == sorted(lines, key=_order), case
        for line in lines:
            assert PLACE.fullmatch(line), line
            assert HELP.search(line), f"what would be right? {line}"
            assert not OUR_WORDS.search(line), f"not an editor's words: {line}"


def _order(line: str) -> tuple[str, int, int]:
    file, number, column, _ = line.split(":", 3)
    return file, int(number), int(column)


NO_CASE = {
    "E101", "E107", "E108", "E109", "E110", "E111", "E122",
    "E128", "E129", "E133", "W130", "W131", "W332", "W333", "W334", "W335", "W336",
    "W337", "W408", "W410",
    "W503", "W504", "W506", "W511", "W522", "W523", "W524", "W525", "W527", "W803", "W804", "W808",
}  # fmt: skip
"""Codes of what no folder of cases can hold: tests of their own follow, those of what waits are in
test_waiting.py, of former ids in test_former_ids.py, of units in test_units.py, of figures in
test_figures.py, of addresses in test_web_addresses.py, of files that are published as they are in
test_static.py, of pictures in test_media.py, of what expires in test_host_files.py, the other
warnings in test_record_rules.py; the desk and the house have their tables."""


def test_the_cases_name_every_kind_of_refusal() -> None:
    said = "".join((case / "expected.txt").read_text("utf-8") for case in CASES)
    rare = {code for code in codes() if code[1] not in "69" and f"[{code}]" not in said}
    assert rare == NO_CASE


# What no folder of cases can hold.


def test_text_stays_as_it_was_typed(content: Path) -> None:
    typed = ["NO", "yes", "12:30", "2025-07-11", "0123", "1e3", "1_000", "0x1F", ".inf", "="]
    path = content / "typed.yml"
    path.write_text("".join(f"- {word}\n" for word in typed) + "- null\n- ~\n- 'null'\n-\n")
    assert yaml_file.read(path, "typed.yml").data == [*typed, None, None, "null", None]


def test_the_model_sees_what_was_typed(content: Path) -> None:
    event = content / DRAFT
    text = event.read_text("utf-8").replace("title: null", "title: NO").replace("ar\n", "no\n")
    event.write_text(f"{text}    note: 12:30\nbody: 0123\n".replace("draft", "live"), "utf-8")
    (content / "glossary.yml").write_text("1e3:\n  term: yes\n  definition: 2025-07-11\n")
    library = load(content, NOW)
    found = library.events["2021-11-draft"]
    assert (found.sources[0].title, found.sources[0].lang) == ("NO", "no")
    assert (found.sources[0].note, found.body) == ("12:30", "0123")
    assert library.glossary["1e3"].term == "yes"
    assert library.glossary["1e3"].definition == "2025-07-11"


def test_windows_line_ends_are_sound(content: Path) -> None:
    for path in FILES:
        text = (content / path).read_text("utf-8")
        (content / path).write_bytes(text.replace("\n", "\r\n").encode())
    assert problems(content) == []


def test_hidden_and_backup_files_are_left_alone(content: Path) -> None:
    for name in (".site.yml.swp", "site.yml~", ".git/x", "events/2021/.x.yml"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("[")
    assert problems(content) == []


def test_bytes_that_are_not_utf8_are_shown_by_place(content: Path) -> None:
    (content / DRAFT).write_bytes("title: ج\nsummary: جسر".encode() + b"\xe9\n")
    assert problems(content) == [
        f"{DRAFT}:2:13: error: file: byte 0xe9 found, which is not UTF-8; expected a file saved as "
        "UTF-8, such as 'Save with encoding: UTF-8' makes [E101]"
    ]


def test_a_file_of_another_encoding_is_one_problem(content: Path) -> None:
    (content / DRAFT).write_text("title: ج\n", "utf-16")
    assert [line.split(";")[0] for line in problems(content)] == [
        f"{DRAFT}:1:1: error: file: byte 0xff found, which is not UTF-8"
    ]


def test_a_file_of_more_than_256_kib_is_refused(content: Path) -> None:
    (content / DRAFT).write_bytes(b"#" * (256 * 1024 + 1))
    assert problems(content) == [
        f"{DRAFT}:1:1: error: file: is 262,145 bytes long; expected at most 262,144, such as two "
        "files [E107]"
    ]


LINK = "is a link; expected a plain file or folder, such as a copy of what it links to [E108]"


@pytest.mark.parametrize(
    "target", ["2021-21-works.yml", "nowhere.yml", "../2020", "2021-11-draft.yml"]
)
def test_links_are_refused(target: str, content: Path) -> None:
    (content / DRAFT).unlink()
    (content / DRAFT).symlink_to(target)
    assert problems(content) == [f"{DRAFT}:1:1: error: file: {LINK}"]


def test_a_link_to_a_folder_is_refused(content: Path) -> None:
    (content / "events/2022").symlink_to("2021", target_is_directory=True)
    assert problems(content) == [f"events/2022:1:1: error: file: {LINK}"]


def test_a_pipe_is_refused_and_not_waited_for(content: Path) -> None:
    (content / DRAFT).unlink()
    os.mkfifo(content / DRAFT)
    assert problems(content) == [
        f"{DRAFT}:1:1: error: file: is a special file; expected a plain file, such as a text "
        "editor saves [E108]"
    ]


ACCESS = (
    "cannot be read (permission denied); expected read access, such as 'chmod u+rX' gives [E109]"
)


@pytest.mark.parametrize("folder", ["", "events/2021"])
def test_a_folder_that_may_not_be_read_is_one_problem(
    folder: str, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def guarded(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path) == content / folder:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("explainer.content.library.os.scandir", guarded)
    assert [line.split(":", 1)[1] for line in problems(content)] == [f"1:1: error: file: {ACCESS}"]


def test_a_file_that_may_not_be_read_is_one_problem(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "actors.yml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    assert problems(content) == [f"actors.yml:1:1: error: file: {ACCESS}"]


def test_content_that_is_no_folder_is_refused(content: Path) -> None:
    message = "error: file: is not a folder; expected one, such as content [E110]"
    (content / "loop").symlink_to("loop")
    assert problems(content / "loop") == [f"loop:1:1: {message}"]
    assert problems(content / "nowhere") == [f"nowhere:1:1: {message}"]
    assert problems(content / "site.yml") == [f"site.yml:1:1: {message}"]


@pytest.mark.parametrize("is_folder", [False, True])
def test_site_yml_must_be_there(is_folder: bool, content: Path) -> None:
    (content / "site.yml").unlink()
    if is_folder:
        (content / "site.yml").mkdir()
    assert problems(content) == [
        "site.yml:1:1: error: file: is missing; expected title, standfirst, as_of, such as title: "
        "عنوان قصير [E111]"
    ]


def test_a_misnamed_site_yml_is_not_missing_too(content: Path) -> None:
    (content / "site.yml").rename(content / "site.yaml")
    assert problems(content) == [
        "site.yaml:1:1: error: file: ending '.yaml' found; expected .yml, such as site.yml [E113]"
    ]


def test_a_registry_that_is_not_there_is_one_problem(content: Path) -> None:
    (content / "publishers.yml").unlink()
    assert problems(content) == [
        "publishers.yml:1:1: error: file: is missing, though events/2020/2020-03-05-agreement.yml "
        "names publisher 'river-wire' on line 35; expected records by id, such as river-wire: "
        "{name: {ar: الاسم, en: Name}} [E111]"
    ]


def test_a_misnamed_registry_is_one_problem(content: Path) -> None:
    (content / "publishers.yml").rename(content / "publisher.yml")
    assert [line.split(";")[-1] for line in problems(content)] == [
        " did you mean 'publishers.yml'? [E112]"
    ]


def test_a_file_name_of_odd_characters_stays_on_one_line(content: Path) -> None:
    (content / "events/2021/a\nb\udcff.yml").write_text("title: [\n")
    assert [line.split(" error")[0] for line in problems(content)] == [
        "events/2021/a?b?.yml:1:1:",
        "events/2021/a?b?.yml:1:9:",
    ]


def test_a_key_or_value_of_any_length_is_cut() -> None:
    assert len(shown("a" * 1000)) == 60
    assert len(field_name(("x", "a\nb" * 1000, 3))) < 80


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n" + "- {}\n" * 2000,
        "title: x\n" * 2000,
        "\x00\n" * 2000,
        "<<<<<<< x\n" * 2000,
        "a: [" + "*a, " * 2000 + "]",
        "".join(f"f{number}: x\n" for number in range(500)),
    ],
    ids=["missing", "doubled", "unseen", "conflicts", "aliases", "unknown"],
)
def test_very_many_mistakes_take_no_long(text: str, content: Path) -> None:
    (content / DRAFT).write_text(text)
    assert problems(content)


# Every field has a right example, and the examples are right.


FIELDS = [(model, name) for model in all_models() for name in record_fields(model)]


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda v: getattr(v, "__name__", v))
def test_the_example_of_a_field_is_right(model: type[Record], field: str, tmp_path: Path) -> None:
    path = tmp_path / "sample.yml"
    path.write_text(f"{field}: {record_fields(model)[field].meaning.sample}\n", "utf-8")
    document = yaml_file.read(path, "sample.yml")
    assert not document.problems
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        of_the_field = [each for each in error.errors() if each["loc"][0] == field]
        assert {each["type"] for each in of_the_field} <= {"needed"}  # by a field that is not there


# Whatever happens to a line, the answer is lines.


def _without_a_line(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return ["".join(lines[:n] + lines[n + 1 :]) for n in range(len(lines))]


def _with_a_doubled_or_cut_line(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return [
        "".join([*lines[:n], instead, *lines[n + 1 :]])
        for n, line in enumerate(lines)
        for instead in (line + line, line[: len(line) // 2] + "\n")
    ]


def _assert_sound_or_refused_by_place(content: Path, texts: dict[Path, str]) -> None:
    """Write the damaged texts; what is wrong must be in lines that are there."""
    lines = {str(path): texts.get(path, SOUND[path]).splitlines() for path in FILES}
    _write(texts, content)
    found: list[Problem] = []
    try:
        load(content, NOW)
    except ContentRefused as refused:
        found = refused.problems or pytest.fail("refused without a reason")
    for problem in found:
        there = lines[problem.file] or [""]
        assert 1 <= problem.line <= len(there), problem
        assert 1 <= problem.column <= len(there[problem.line - 1]) + 1, problem


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_without_one_line_is_sound_or_refused(path: Path, content: Path) -> None:
    for text in _without_a_line(SOUND[path]):
        _assert_sound_or_refused_by_place(content, {path: text})


@pytest.mark.slow
def test_files_with_a_doubled_or_cut_line_are_sound_or_refused(content: Path) -> None:
    """Damages a line of every file at a time, for speed."""
    damaged = {path: _with_a_doubled_or_cut_line(text) for path, text in SOUND.items()}
    for number in range(max(map(len, damaged.values()))):
        texts = {path: each[number % len(each)] for path, each in damaged.items()}
        _assert_sound_or_refused_by_place(content, texts)


# The command, as an editor or a pipeline runs it.


def _check(content: Path | str) -> int:
    return main(["check", "--content", str(content)])


def test_check_of_sound_content_is_0(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(content) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("content: ")


def test_check_of_content_with_problems_is_1_and_shows_them_all(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = TESTS / "problems/many-files"
    expected = (case / "expected.txt").read_text("utf-8").splitlines()
    with overlaid(content, case):
        assert _check(".") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [line for line in said.err.splitlines() if ": error: " in line][
        : len(expected)
    ] == expected
    assert "Traceback" not in said.err


def test_an_unknown_command_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    assert "Traceback" not in capsys.readouterr().err
