"""What `new` writes: sound at once, over nothing, with every other byte as it was."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from explainer.cli import cli, main
from explainer.content import yaml_file
from explainer.content.library import load
from explainer.content.record_names import Names
from explainer.editors import check
from explainer.editors.new import beginning, event_questions, question, record_questions, writing
from explainer.publish import program
from tests.conftest import LARGE, ROOT, TESTS
from tests.test_architecture import TOPIC

NOW = datetime(2030, 1, 1, tzinfo=UTC)
EVENT = {
    "title": "البلدية تغلق المكتبة", "summary": "أغلقت بلدية السنديان المكتبة، وفقا لصحيفة المثال.",
    "date": "2024-04-02", "section": "services", "kind": "culture", "importance": "3",
    "status": "confirmed", "basis": "public_act", "publisher": "example-daily",
}  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small explainer that `new` began."""
    folder = tmp_path_factory.mktemp("begun") / "content"
    assert beginning.begin(folder, "مدينة السنديان") == []
    return folder


@pytest.fixture
def content(begun: Path, tmp_path: Path) -> Path:
    """A copy of it, for a test to change."""
    shutil.copytree(begun, tmp_path / "content")
    return tmp_path / "content"


def _new(what: str, content: Path, typed: str | None = None, /, **options: str) -> Result:
    """Run `new`; with `typed`, as if an editor answered with these lines."""
    words = [w for name, value in options.items() for w in (f"--{name.replace('_', '-')}", value)]
    asks = "--no-ask" if typed is None else "--ask"
    return CliRunner().invoke(
        cli, ["new", what, "--content", str(content), asks, *words], input=typed
    )


def _bytes(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _data(path: Path) -> Any:
    document = yaml_file.read(path, path.name)
    assert document.problems == []
    return document.data


@pytest.mark.parametrize("wanting", [*EVENT, "said_by", "place"])
def test_what_is_not_given_is_told_or_done_without(content: Path, wanting: str) -> None:
    """Of all that can be given each is left out in turn, nobody being there to be asked."""
    given = {
        **EVENT, "status": "claimed", "said_by": "sindyan-municipality", "place": "sindyan",
        "url": "https://paper.example/a", "id": "",
    }  # fmt: skip
    del given["basis"]
    result = _new("event", content, **{n: v for n, v in given.items() if n != wanting and v})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 2)


# What YAML makes of a text.


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("بلدية السنديان تفتتح مكتبة", "بلدية السنديان تفتتح مكتبة"),
        ("السنديان: مكتبة", "'السنديان: مكتبة'"), ("مكتبة #1", "'مكتبة #1'"),
        ("مكتبة#1", "مكتبة#1"),
        ("- مكتبة", "'- مكتبة'"), ("@x", "'@x'"), ("*x*", "'*x*'"), ("[x]", "'[x]'"),
        ("? x", "'? x'"), ("%x", "'%x'"), ("'x'", "'''x'''"), ("it's", "it's"), ("x:", "'x:'"),
        ("2024", "'2024'"), ("12:30", "'12:30'"), ("1e3", "'1e3'"), ("0x1F", "'0x1F'"),
        ("2024-03-09", "'2024-03-09'"), (".5", "'.5'"), ("3 جنود", "3 جنود"), ("NO", "'NO'"),
        ("null", "'null'"), ("~", "'~'"), ("true", "'true'"), ("", "''"), ("“نعم”", "“نعم”"),
        ("أ, ب", "أ, ب"),
    ],
)  # fmt: skip
def test_a_text_is_quoted_where_it_must_be(text: str, right: str) -> None:
    assert writing.scalar(text) == right


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=60))
def test_every_text_is_read_as_it_was_typed(text: str) -> None:
    text = writing.one_line(text)
    written = f"a: {writing.scalar(text)}\nb: {writing.listed([text])}\n"
    written += f"c: {{ar: {writing.scalar(text, within=True)}}}\n"
    if text:
        written += writing.folded("d", text)
    data = yaml.load(written, yaml.CSafeLoader)
    assert data == {"a": text, "b": [text], "c": {"ar": text}} | ({"d": text} if text else {})


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2024-03-09", "2024-03-09"), ("2024-06~", "2024-06~"), ("199X", "199X"),
        ("2024-10/..", "2024-10/.."), ("2024", "2024"),
        ("[2024-10,2024-11]", "'[2024-10,2024-11]'"),
        ("../2024", "'../2024'"),
    ],
)  # fmt: skip
def test_dates_are_written_as_in_the_guide(date: str, written: str) -> None:
    assert writing.date(date) == written


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2024-03-09", "2024-03-09"), ("2024-06~", "2024-06"), ("199X", "1990s"), ("2024", "2024"),
        ("2025-21", "2025"), ("2025-33", "2025"), ("2024-06-18/2024-06-19", "2024-06-18"),
        ("../2024-05", "2024-05"), ("[2024-10,2024-11]", "2024-10"), ("2024-XX-05", "2024"),
    ],
)  # fmt: skip
def test_an_id_begins_with_the_date(date: str, day: str) -> None:
    assert event_questions.day(date) == day


# Names.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالت بلدية السنديان إن جمعيه القراء ترحب", ["sindyan-municipality", "readers-society"]),
        ("وللمجلس البلدي رأي", ["sindyan-municipality"]),
        ("قال رجل", []),
    ],
)
def test_names_are_found_in_a_text(content: Path, text: str, found: list[str]) -> None:
    assert Names(load(content, NOW).actors).within(text) == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("readers-society", "readers-society"), ("جمعيه القراء", "readers-society"),
        ("المجلس البلدى", "sindyan-municipality"), ("readers' society", "readers-society"),
        ("القراء", None),
    ],
)  # fmt: skip
def test_an_actor_is_meant_by_any_name(content: Path, typed: str, meant: str | None) -> None:
    names = Names(load(content, NOW).actors)
    assert names.meant(typed) == meant
    if meant is None:
        assert names.near(typed) == ["readers-society"]


def test_most_actors_of_events_are_suggested() -> None:
    library = load(LARGE, NOW)
    names = Names(library.actors)
    there = found = 0
    for each in library.events.values():
        suggested = set(names.within(f"{each.title} . {each.summary}"))
        there += len(each.actors)
        found += len(suggested & set(each.actors))
    assert found / there > 0.7


# Events.


def test_an_event_is_sound_at_once(content: Path) -> None:
    before = _bytes(content)
    result = _new("event", content, id="library-closes", **EVENT)
    assert result.exit_code == 0, result.output
    name = "events/2024/2024-04-02-library-closes.yml"
    after = _bytes(content)
    text = after.pop(name).decode("utf-8")
    assert after == before
    assert text.startswith("# yaml-language-server: $schema=../../.schemas/event.json\n")
    assert "publish: draft  # " in text
    assert check.check(content)[1] == []
    assert "2024-04-02-library-closes" in load(content, NOW, drafts=True).waiting
    assert "يقرؤه القارئ" not in result.output  # English is asked for
    assert "2 نيسان/أبريل 2024" in result.output


def test_an_event_can_be_live(content: Path) -> None:
    words = [w for name, value in EVENT.items() for w in (f"--{name}", value)]
    result = CliRunner().invoke(
        cli, ["new", "event", "--content", str(content), *words, "--live", "--id", "x"]
    )
    assert result.exit_code == 0, result.output
    assert "2024-04-02-x" in load(content, NOW).live


def test_what_lacks_is_named_at_once(content: Path) -> None:
    before = _bytes(content)
    result = _new("event", content, title="عنوان", status="claimed")
    assert result.exit_code == 2
    named = result.output.partition("needed: ")[2].partition(";")[0].split(", ")
    lacking = ("summary", "date", "kind", "importance", "said-by", "publisher", "id")
    assert named == [f"--{option}" for option in lacking]  # there is but one section
    assert _bytes(content) == before


def test_nothing_is_overwritten(content: Path) -> None:
    assert _new("event", content, id="x", **EVENT).exit_code == 0
    before = _bytes(content)
    result = _new("event", content, id="x", **{**EVENT, "title": "عنوان آخر"})
    assert result.exit_code == 2
    assert "events/2024/2024-04-02-x.yml" in result.output
    assert _bytes(content) == before


def test_a_file_that_comes_meanwhile_is_left_alone(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = content / "events/2024/2024-04-02-x.yml"

    def quicker(*arguments: Any) -> trial.Tried:
        found = tried(*arguments)
        path.write_text("title: أسرع\n", "utf-8")
        return found

    from explainer.editors.new import trial

    tried = trial.tried
    monkeypatch.setattr(trial, "tried", quicker)
    result = _new("event", content, id="x", **EVENT)
    assert result.exit_code == 1
    assert path.read_text("utf-8") == "title: أسرع\n"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("date", "2024-13", "months are 01 to 12"), ("date", "19/6/2024", "write 2024-06-19"),
        ("status", "sure", "such as confirmed"), ("importance", "4", "such as 1"),
        ("kind", "culturr", "culture"), ("section", "servces", "services"),
        ("publisher", "exmple-daily", "did you mean example-daily (صحيفة المثال اليومية)?"),
        ("actor", "القراء", "readers-society"), ("url", "example.org", "write https://example.org"),
        ("id", "مكتبة", "2024-06-19-bridge-opens"), ("title", "“نصف", "E606"),
        ("summary", "انظر [@no-such-event].", "no-such-event"), ("title", "أ\u200bب", "U+200B"),
        ("source_lang", "عربي", "write ar"), ("source_date", "أمس", "is not a date"),
        ("part", "middle", "start"), ("title", " ", "--title"),
    ],
)  # fmt: skip
def test_bad_input_writes_nothing(content: Path, option: str, value: str, said: str) -> None:
    before = _bytes(content)
    result = _new("event", content, **{"id": "x", **EVENT, option: value})
    assert result.exit_code in (1, 2), result.output
    assert said in result.output
    assert "Traceback" not in result.output
    assert _bytes(content) == before


@pytest.mark.parametrize(
    "title",
    [
        "السنديان: المكتبة تغلق", "المكتبة #1 تغلق", "- المكتبة", "@المكتبة", "2024", "null",
        "'المكتبة' تغلق", "a: b\npublish: live", "[المكتبة]", "{المكتبة}", "| x", "> x", "&x", "!x",
        "المكتبة\\n", "x" * 300,
    ],
)  # fmt: skip
def test_a_title_stays_a_title(content: Path, title: str) -> None:
    result = _new("event", content, id="x", **{**EVENT, "title": title, "source-title": title})
    assert result.exit_code == 0, result.output
    data = _data(content / "events/2024/2024-04-02-x.yml")
    assert data["title"] == data["sources"][0]["title"] == " ".join(title.split())
    assert data["publish"] == "draft"


def test_what_the_desk_can_mend_is_mended(content: Path) -> None:
    result = _new("event", content, id="x", **{**EVENT, "title": 'قال "نعم", ثم سكت'})
    assert result.exit_code == 0, result.output
    assert _data(content / "events/2024/2024-04-02-x.yml")["title"] == "قال “نعم”، ثم سكت"
    assert "became" in result.output


def test_codes_may_be_words_or_numbers(content: Path) -> None:
    words = {
        **EVENT,
        "kind": "ثقافة",
        "status": "4",
        "section": "الخدمات",
        "said-by": "المجلس البلدي",
    }
    del words["basis"]
    result = _new("event", content, id="x", actor="جمعية القراء، بلدية السنديان", **words)
    assert result.exit_code == 0, result.output
    data = _data(content / "events/2024/2024-04-02-x.yml")
    assert (data["kind"], data["status"], data["sections"]) == (
        "culture",
        "suspected",
        ["services"],
    )
    assert data["actors"] == ["readers-society", "sindyan-municipality"]
    assert data["said_by"] == ["sindyan-municipality"]


@pytest.mark.parametrize("words", ["الدبلوماسية", "العلاقات الدبلوماسية", "2", "DIPLOMATIC"])
def test_a_choice_is_known_by_one_of_its_words(words: str) -> None:
    listed = {"military": "العلاقات العسكرية", "diplomatic": "العلاقات الدبلوماسية"}
    read = question.one_of(lambda known: listed)  # noqa: ARG005 - the same for all
    known = question.Known(ROOT, None)  # type: ignore[arg-type]
    assert read(words, known, {}) == "diplomatic"
    with pytest.raises(question.WrongAnswerError):
        read("العلاقات", known, {})


def test_every_commented_field_can_be_used(content: Path) -> None:
    assert _new("event", content, id="x", **{**EVENT, "date": "2024-04"}).exit_code == 0
    path = content / "events/2024/2024-04-x.yml"
    text = re.sub(r"^( *)# (?=[a-z_]+: |  )", r"\1", path.read_text("utf-8"), flags=re.MULTILINE)
    for ours, right in (
        ("event: ID", "event: 2024-03-09-library-opens"),
        ("said_by: ID", "said_by: sindyan-municipality"),
        ("via: ID", "via: example-daily"),
        ("https://…", "https://example.org/archive"),
    ):
        assert ours in text
        text = text.replace(ours, right)
    path.write_text(text, "utf-8")
    assert check.check(content)[1] == []
    data = _data(path)
    optional = {"body", "part", "said_by", "claims", "actors", "places", "figures", "related"}
    assert optional < set(data)
    assert data["claims"][0]["act"] == "states"
    assert set(data["sources"][0]) >= {"via", "archived"}


def test_problems_of_others_do_not_stand_in_the_way(content: Path) -> None:
    (content / "events/2024/2024-01-01-broken.yml").write_text("title: x: y\n", "utf-8")
    assert _new("event", content, id="x", **EVENT).exit_code == 0


def test_without_content_it_says_how_to_begin(tmp_path: Path) -> None:
    result = _new("event", tmp_path / "none", **EVENT)
    assert result.exit_code == 2
    assert "build.py new explainer" in result.output
    assert not (tmp_path / "none").exists()


# Asked in a terminal.

ANSWERS = """\
جمعية القراء تقاضي بلدية السنديان
قالت جمعية القراء إنها تقاضي بلدية السنديان، وفقا لمجلة الكتب.
2024-13
2024-04~

زيارة!
زيارة
2


2
جمعية القراء
example.org
https://books.example.org/case
مجلة الكتب
نعم
Book Review
book-review
newspaper

قضية المكتبة
2024-04-20
ar
readers sue
"""


def test_an_editor_is_asked_and_asked_again(content: Path) -> None:
    result = _new("event", content, ANSWERS, lang="ar")
    assert result.exit_code == 0, result.output
    data = _data(content / "events/2024/2024-04-readers-sue.yml")
    assert data == {
        "title": "جمعية القراء تقاضي بلدية السنديان",
        "summary": "قالت جمعية القراء إنها تقاضي بلدية السنديان، وفقا لمجلة الكتب.",
        "date": "2024-04~", "sections": ["services"], "kind": "visit", "importance": "2",
        "status": "claimed", "said_by": ["readers-society"],
        "actors": ["readers-society", "sindyan-municipality"], "places": ["sindyan"],
        "sources": [{
            "publisher": "book-review", "title": "قضية المكتبة", "date": "2024-04-20",
            "url": "https://books.example.org/case", "lang": "ar",
        }],
        "publish": "draft",
    }  # fmt: skip
    assert _data(content / "publishers.yml")["book-review"]["name"]["ar"] == "مجلة الكتب"
    assert "يقرؤه القارئ: نحو نيسان/أبريل 2024" in result.output
    assert "'2024-13'" in result.output
    assert [each.code for each in check.check(content)[1]] == ["W908"], "it has no claims yet"


def test_what_check_refuses_is_asked_again(content: Path) -> None:
    wrong = {**EVENT, "title": "“نصف", "url": "https://example.org/x"}
    options = {"actor": "readers-society", "place": "sindyan", "source_title": "x", "id": "x",
               "source_date": "2024", "source_lang": "ar"}  # fmt: skip
    result = _new("event", content, "المكتبة تغلق\n", **wrong, **options)
    assert result.exit_code == 0, result.output
    assert _data(content / "events/2024/2024-04-02-x.yml")["title"] == "المكتبة تغلق"


def test_who_stops_in_the_middle_writes_nothing(content: Path) -> None:
    before = _bytes(content)
    assert _new("event", content, "عنوان\n").exit_code != 0
    assert _bytes(content) == before


# Records.

RECORDS = [
    ("actor", "actors.yml", {"name": "سلمى الكاتب", "en": "Salma al-Katib", "type": "شخص",
                             "country": "NO", "alias": "الكاتب، سلمى",
                             "summary": "كاتبة: متخيلة."}),
    ("place", "places.yml", {"name": "الوادي", "en": "Wadi", "lat": "33.5", "lon": "-0.25"}),
    ("publisher", "publishers.yml", {"name": "نشرة, المثال", "en": "Bulletin", "type": "wire"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "options"), RECORDS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_registry_keeps_every_other_byte(
    content: Path, kind: str, name: str, options: dict[str, str], ending: str
) -> None:
    path = content / name
    whole = path.read_text("utf-8").rstrip("\n").replace("\n", ending).encode("utf-8")
    path.write_bytes(whole)
    result = _new(kind, content, **options)
    assert result.exit_code == 0, result.output
    assert path.read_bytes().startswith(whole + ending.encode())
    assert [each.code for each in check.check(content)[1]] == ["W911"], "nothing names it yet"
    after = path.read_bytes()
    assert _new(kind, content, **options).exit_code == 2
    assert path.read_bytes() == after


@pytest.mark.parametrize(("kind", "name", "options"), RECORDS)
def test_a_registry_that_is_not_there_is_begun(
    tmp_path: Path, kind: str, name: str, options: dict[str, str]
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(TESTS / "second", folder)
    (folder / name).unlink(missing_ok=True)
    assert _new(kind, folder, **options).exit_code == 0
    assert len(_data(folder / name)) == 1


def test_a_registry_in_order_stays_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(LARGE, folder)
    whole = (folder / "publishers.yml").read_text("utf-8")
    assert (
        _new("publisher", folder, name="مجلة الكتب", en="Book Review", type="newspaper").exit_code
        == 0
    )
    after = (folder / "publishers.yml").read_text("utf-8")
    ids = list(_data(folder / "publishers.yml"))
    assert ids == sorted(ids)
    start = after.index("book-review:")
    added = "book-review:\n  name: {ar: مجلة الكتب, en: Book Review}\n  type: newspaper\n"
    assert after[:start] + after[start + len(added) :] == whole
    assert after[start:].startswith(added)


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("# top\na: 1\n# of c\nc: 1\nd: 1\n", "b", "# top\na: 1\nb: new\n# of c\nc: 1\nd: 1\n"),
        ("# top\nb: 1\nc: 1\nd: 1\n", "a", "# top\na: new\nb: 1\nc: 1\nd: 1\n"),
        ("a: 1\nb: 1\nd: 1\n# end", "e", "a: 1\nb: 1\nd: 1\n# end\ne: new\n"),
        ("b: 1\na: 1\nd: 1\n", "c", "b: 1\na: 1\nd: 1\nc: new\n"),
        ("a: 1\nc: 1\n", "b", "a: 1\nc: 1\nb: new\n"),
    ],
)
def test_a_record_has_its_place(tmp_path: Path, before: str, name: str, after: str) -> None:
    path = tmp_path / "places.yml"
    path.write_text(before, "utf-8")
    document = yaml_file.read(path, path.name)
    assert record_questions.with_entry(before, name, f"{name}: new\n", document) == after


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("library closes", "2024-04-02-library-closes"), ("2024-04-02-x", "2024-04-02-x"),
        ("9000 books", "2024-04-02-9000-books"), ("1990s-plan", "1990s-plan"),
        ("Ouverture d'été!", "2024-04-02-ouverture-d-ete"),
    ],
)  # fmt: skip
def test_an_id_is_made_from_words(content: Path, typed: str, right: str) -> None:
    assert _new("event", content, id=typed, **EVENT).exit_code == 0
    assert (content / f"events/2024/{right}.yml").is_file()


def test_a_name_that_stands_there_already_is_pointed_out(content: Path) -> None:
    options = {"name": "المجلس البلدى", "en": "Council", "type": "organisation"}
    result = _new("actor", content, **options)
    assert "'sindyan-municipality' has this name already" in result.output


# Changes.

CHANGE = {
    "event": "2024-03-09-library-opens", "type": "correction", "date": "2024-03-12",
    "was": "قالت البلدية 21,000 كتاب", "now": "قالت البلدية 12,000 كتاب", "why": "أخطأنا: نقلنا",
}  # fmt: skip


def _begun_event(content: Path) -> str:
    return next(iter(load(content, NOW).events))


def test_a_change_goes_to_the_end_of_the_list(content: Path) -> None:
    given = CHANGE | {"event": _begun_event(content)}
    (content / "changes.yml").unlink(missing_ok=True)
    assert _new("change", content, **given).exit_code == 0
    first = (content / "changes.yml").read_bytes()
    assert _new("change", content, **(given | {"date": "2024-03-13"})).exit_code == 0
    after = (content / "changes.yml").read_bytes()
    assert after.startswith(first)
    entries = _data(content / "changes.yml")
    assert entries[0] == given
    assert [each["date"] for each in entries] == ["2024-03-12", "2024-03-13"]
    assert list(entries[0]) == ["date", "event", "type", "was", "now", "why"]
    assert check.check(content)[1] == []


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_list_whose_newest_is_the_first_stays_so(content: Path, ending: str) -> None:
    event = _begun_event(content)
    path = content / "changes.yml"
    entry = f"  event: {event}\n  type: update\n  why: سبب\n"
    old = [f"- date: {day}\n{entry}" for day in ("2024-03-11", "2024-03-10")]
    path.write_bytes("".join(["# الأحدث أولا\n", *old]).replace("\n", ending).encode())
    assert _new("change", content, **(CHANGE | {"event": event})).exit_code == 0
    text = path.read_bytes().decode()
    assert text.startswith(f"# الأحدث أولا{ending}- date: 2024-03-12{ending}")
    assert text.endswith("".join(old).replace("\n", ending))
    assert "\n" not in text.replace(ending, "")


def test_what_was_changed_is_meant_by_words_of_its_title(content: Path) -> None:
    event_id, event = next(iter(load(content, NOW).events.items()))
    words = " ".join(event.title.split()[:3])
    result = _new("change", content, **(CHANGE | {"event": words}))
    assert result.exit_code == 0, result.output
    assert _data(content / "changes.yml")[-1]["event"] == event_id


@pytest.mark.parametrize(
    ("without", "more", "said"),
    [
        ("was", {}, "--was"), ("why", {}, "--why"), ("event", {}, "--page"),
        ("", {"event": "2024-03-09-library"}, "2024-03-09-library-opens"),
        ("", {"date": "12/3/2024"}, "2024-03-12"), ("", {"type": "error"}, "'error' is none"),
    ],
)  # fmt: skip
def test_a_change_that_lacks_something_is_not_written(
    content: Path, without: str, more: dict[str, str], said: str
) -> None:
    before = _bytes(content)
    given = CHANGE | {"event": _begun_event(content)} | more
    given.pop(without, None)
    result = _new("change", content, **given)
    assert result.exit_code == 2
    assert said in result.output
    assert _bytes(content) == before


def test_an_editor_is_asked_what_was_only_where_something_was(content: Path) -> None:
    answers = [_begun_event(content), "update", "", "أضيف مصدر"]
    result = _new("change", content, "\n".join([*answers, ""]))
    assert result.exit_code == 0, result.output
    entry = _data(content / "changes.yml")[-1]
    assert set(entry) == {"date", "event", "type", "why"}


def test_a_section_is_written_and_follows_the_others(content: Path) -> None:
    result = _new("section", content, title="المال", id="money", question="من يدفع؟")
    assert result.exit_code == 0, result.output
    assert _data(content / "sections/money.yml") == {
        "title": "المال", "order": "2", "question": "من يدفع؟"
    }  # fmt: skip
    assert check.check(content)[1] == []


def test_a_section_cannot_have_the_address_of_another_page(content: Path) -> None:
    result = _new("section", content, title="الأحداث", id="events")
    assert result.exit_code == 2
    assert not (content / "sections/events.yml").exists()


# Another explainer.


def test_a_new_explainer_is_sound_and_builds(content: Path, tmp_path: Path) -> None:
    assert check.check(content)[1] == []
    assert program.build_site(content, tmp_path / "site").pages > 15
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "<title>مدينة السنديان</title>" in home
    assert "بلدية السنديان تفتتح مكتبة عامة" in home


def test_a_new_explainer_knows_no_topic_and_where_its_schemas_are(content: Path) -> None:
    for path in content.rglob("*.yml"):
        first, _, text = path.read_text("utf-8").partition("\n")
        assert not TOPIC.search(text), path
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / schema).is_file(), path


def test_within_the_repository_its_schemas_are_the_repositorys() -> None:
    files = dict(beginning.files(ROOT / "another", "ملف"))
    assert files["site.yml"].startswith("# yaml-language-server: $schema=../schemas/site.json\n")
    line = "# yaml-language-server: $schema=../../../schemas/event.json\n"
    assert files["events/2024/2024-03-09-library-opens.yml"].startswith(line)


@pytest.mark.parametrize(("title", "code"), [(" ", 2), ("“نصف", 1)])
def test_a_bad_title_begins_nothing(tmp_path: Path, title: str, code: int) -> None:
    folder = tmp_path / "content"
    result = CliRunner().invoke(cli, ["new", "explainer", str(folder), "--title", title])
    assert result.exit_code == code, result.output
    assert not folder.exists()


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x")
    result = CliRunner().invoke(cli, ["new", "explainer", str(tmp_path), "--title", "ملف"])
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_folder_that_cannot_be_made_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "explainer", "/proc/nowhere", "--title", "جسر"]) == 1
    assert "/proc/nowhere" in capsys.readouterr().err
