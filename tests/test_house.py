"""The newsroom's rules: each found at its place, set or switched off in site.yml, warned or not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.content.model import House
from explainer.editors.check import check
from explainer.editors.house import HOUSE_RULES
from explainer.editors.house.texts import count_words
from explainer.messages import codes
from tests.conftest import LARGE, ROOT, TINY

AGREEMENT = "events/2020/2020-03-05-agreement.yml"
COST = "events/2021/2021-07-cost.yml"
WORKS = "events/2021/2021-21-works.yml"
DRAFT = "events/2021/2021-11-draft.yml"
BUILDING = "sections/building.yml"
SENTENCE = "قالت الشركة إن العمل في الجسر بدأ"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "content"))


def _set(content: Path, file: str, field: str, text: str) -> None:
    """Write a field anew, or add it; the lines that belong to it go."""
    path = content / file
    rest = re.sub(rf"^{field}:.*\n(?:[ -].*\n|\n(?= ))*", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(f"{rest}{field}: {text}\n" if text else rest, "utf-8")


def _house(content: Path, settings: str) -> None:
    _set(content, "site.yml", "house", f"{{{settings}}}")


def _found(content: Path) -> list[tuple[str, str, str]]:
    """List (code, file, field) of what the house's rules find."""
    return [
        (each.code, "/".join(Path(each.file).parts[-2:]), each.where)
        for each in check(content)[1]
        if each.code[1] == "9"
    ]


@pytest.mark.parametrize(
    ("file", "field", "text", "code", "said"),
    [
        (AGREEMENT, "title", "توقيع الاتفاق", "W901", "2 words; expected a title of 3 to 12"),
        (AGREEMENT, "title", "كلمة " * 12 + "أخرى", "W901", "13 words"),
        (AGREEMENT, "summary", "وقّعتا اتفاقا.", "W902", "2 words; expected a summary of 5 to 60"),
        (AGREEMENT, "summary", f"{SENTENCE} " * 9 + "أمس.", "W902", "64 words"),
        ("site.yml", "standfirst", "ملف عن جسر.", "W913",
         "3 words; expected a standfirst of 5 to 35"),
        (BUILDING, "body", "بدأ العمل.", "W903", "2 words; expected a section's body of 10 to 700"),
        (AGREEMENT, "summary", SENTENCE, "W904", "expected 'في الجسر بدأ.'"),
        (AGREEMENT, "title", "المدينتان توقعان اتفاقا.", "W905", "'المدينتان توقعان اتفاقا'"),
        (BUILDING, "question", "كيف بُني الجسر", "W906", "expected 'كيف بُني الجسر؟'"),
        (COST, "summary", "كلفة الجسر نحو 12.5 مليون لا أقل.", "W910", "a word such as قال"),
        (COST, "claims", "[{text: الكلفة كبيرة, said_by: east-city, act: states}]", "W909",
         "'east-city' alone speaks"),
        (WORKS, "title", "مسودة: لا يجوز أن تظهر!", "W912", "the same title as '2021-11-draft'"),
    ],
)  # fmt: skip
def test_a_breach_is_found_in_its_field(
    content: Path, file: str, field: str, text: str, code: str, said: str
) -> None:
    _set(content, file, field, f"'{text}'" if field != "claims" else text)
    (found,) = [each for each in check(content)[1] if each.code[1] == "9"]
    assert (found.code, found.where, found.is_warning) == (code, field, True)
    assert found.file.endswith(file)
    assert said in str(found)
    line = (content / file).read_text("utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith((field, "'"))


def test_the_counted_number_stands_in_the_arabic_words_too(content: Path) -> None:
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    (found,) = check(content)[1]
    assert found.text("ar").endswith(
        "تنبيه: title: عدد الكلمات 2؛ والمتوقع عنوان من 3 إلى 12، بحسب house.title_words [W901]"
    )


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("actors.yml", "nobody:\n  name: {ar: فلان, en: Nobody}\n  type: person\n"),
        ("places.yml", "nobody:\n  name: {ar: مكان}\n"),
        ("publishers.yml", "nobody:\n  name: {ar: صحيفة}\n  type: newspaper\n"),
    ],
)
def test_an_entry_that_nothing_names_is_found_at_its_key(
    content: Path, file: str, line: str
) -> None:
    path = content / file
    path.write_text(path.read_text("utf-8") + line, "utf-8")
    assert _found(content) == [("W911", f"content/{file}", "nobody")]
    (content / "events/2021/broken.yml").write_text("title: x: y\n", "utf-8")
    assert _found(content) == [], "a file that is not sound may name it"


def test_what_is_not_confirmed_needs_its_claims(content: Path) -> None:
    for field, text in (("status", "claimed"), ("said_by", "mayor"), ("summary", f"{SENTENCE}.")):
        _set(content, DRAFT, field, text)
    assert _found(content) == [("W908", "2021/2021-11-draft.yml", "claims")]
    _set(content, DRAFT, "claims", "[{text: بدأ العمل, said_by: mayor, act: states}]")
    assert _found(content) == []


def test_a_section_may_have_to_answer_its_question(content: Path) -> None:
    _house(content, "answers: on")
    assert _found(content) == [("W907", "sections/money.yml", "body")]


def test_a_question_of_readers_ends_in_its_mark(content: Path) -> None:
    path = content / "site.yml"
    path.write_text(path.read_text("utf-8").replace("لماذا بُني الجسر؟", "لماذا بُني الجسر"), "utf-8")
    assert _found(content) == [("W906", "content/site.yml", "questions[0].question")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("وقّعت المدينتان", 2), ("## عنوان\n\n- بند", 2), ("قال [اسم](event:2020-x) نعم", 3),
        ("قال [@2020-x]", 1), ("12.5 مليون — أو أكثر", 4), ("", 0),
        ("زار [موقع Daily Bridge](https://a.example/b-c) أمس", 5),
    ],
)  # fmt: skip
def test_words_are_those_that_readers_read(text: str, number: int) -> None:
    assert count_words(text) == number


@pytest.mark.parametrize("end", [".", ".”", "”.", ".)"])
def test_a_summary_may_end_in_a_quotation(content: Path, end: str) -> None:
    _set(content, AGREEMENT, "summary", f"'{'“' if '”' in end else '('}{SENTENCE}{end}'")
    assert [each for each in _found(content) if each[0] == "W904"] == []


def test_fix_puts_the_last_mark(content: Path) -> None:
    _set(content, AGREEMENT, "summary", f">-\n  {SENTENCE}\n  في الربيع")
    _set(content, AGREEMENT, "title", "المدينتان توقعان اتفاق الجسر.")
    _set(content, BUILDING, "question", "'كيف بُني الجسر' # لماذا")
    assert main(["check", "--content", str(content), "--fix"]) == 0
    text = (content / AGREEMENT).read_text("utf-8")
    assert f"summary: >-\n  {SENTENCE}\n  في الربيع.\n" in text
    assert "title: المدينتان توقعان اتفاق الجسر\n" in text
    assert "question: 'كيف بُني الجسر؟' # لماذا\n" in (content / BUILDING).read_text("utf-8")
    assert _found(content) == []


# What site.yml sets.


def test_a_rule_is_switched_off_and_its_bounds_are_set(content: Path) -> None:
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    for settings, found in (
        ("orphans: off", ["W901"]),
        ("title_words: off", []),
        ("title_words: [2, 2]", ["W901"] * 4),
    ):
        _house(content, settings)
        assert [code for code, _, _ in _found(content)] == found
    assert main(["check", "--content", str(content)]) == 0


def test_a_rule_may_refuse_the_content_but_for_a_draft(content: Path) -> None:
    _house(content, "errors: [title_words]")
    _set(content, DRAFT, "title", "مسودة قصيرة")
    assert [each.is_warning for each in check(content)[1]] == [True]
    assert main(["check", "--content", str(content)]) == 0
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    assert [code for code, _, _ in _found(content)] == ["E901", "W901"]
    assert main(["check", "--content", str(content)]) == 1


def test_the_rules_hold_where_other_files_are_broken(content: Path) -> None:
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    _house(content, "errors: [title_words]")
    (content / "glossary.yml").write_text("x: {term: [}\n", "utf-8")
    assert [code for code, _, _ in _found(content)] == ["E901"]


def test_where_the_settings_are_broken_nobody_knows_the_rules(content: Path) -> None:
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    for settings in ("title_words: 3", "titel_words: [3, 12]"):
        _house(content, settings)
        assert _found(content) == []
        assert main(["check", "--content", str(content)]) == 1


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("title_words: 3", "two numbers, the smaller first, such as [3, 12]"),
        ("title_words: [12, 3]", "expected off, or two numbers, the smaller first"),
        ("title_words: [3]", "expected off, or two numbers, the smaller first"),
        ("title_words: [3, x]", "expected off, or two numbers, the smaller first"),
        ("title_words: null", "is empty; expected off, or two numbers"),
        ("claims: yes", "expected one of on, off"),
        ("errors: [claim]", "did you mean 'claims'?"),
        ("titel_words: [3, 12]", "did you mean 'title_words'?"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_refused_in_its_place(content: Path, settings: str, said: str) -> None:
    _house(content, settings)
    found = [each for each in check(content)[1] if "house." in each.where]
    assert len(found) == 1, found
    assert said in str(found[0])


def test_what_was_withdrawn_is_left_alone(content: Path) -> None:
    _set(content, "events/2020/2020-05-withdrawn.yml", "title", "سر")
    assert _found(content) == []


def test_every_rule_is_a_setting_and_has_its_code() -> None:
    named = {rule.name for rules in HOUSE_RULES.values() for rule in rules}
    assert named == set(House.model_fields) - {"errors"}
    assert len([code for code in codes() if code[1] == "9"]) == len(named) + 1  # two full stops


def test_without_settings_the_defaults_hold(content: Path) -> None:
    assert "house:" not in (content / "site.yml").read_text("utf-8")
    assert check(content)[1] == []
    _set(content, AGREEMENT, "title", "توقيع الاتفاق")
    assert [code for code, _, _ in _found(content)] == ["W901"]


def test_the_guide_shows_every_setting() -> None:
    guide = (ROOT / "docs/guide.md").read_text("utf-8")
    assert [name for name in House.model_fields if f"`{name}`" not in guide] == []
    typed = (LARGE / "site.yml").read_text("utf-8")
    assert [name for name in House.model_fields if f"  {name}: " not in typed] == []
