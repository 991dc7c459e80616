"""What paste brings: `check --fix` writes what was meant, leaves every other byte, and is done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.editors import check
from tests.conftest import TESTS

FILE = "events/2022/2022-01-01-case.yml"
SOUND = """\
# تعليق
title: افتتاح الجسر الجديد
summary: >-
  افتُتح الجسر الجديد فوق النهر
  بحضور سكان الضفتين.
body: |
  حضر سكان الضفتين.

  وأقيم حفل صغير.
date: 2022-01-01
sections: [building, money]
kind: other
importance: 3
status: confirmed
basis: public_act
actors:
  - mayor
  - east-city
places: ['old-quay', "midstream"]
sources:
  - publisher: city-radio
    title: 'نشرة الظهر'
    url: null
    date: "2022-01-01"
    lang: ar
    note: "نص قصير"
"""
"""A sound event, with a text in every style of YAML."""

MARKS = {
    "right-to-left mark": "\u200f",
    "left-to-right mark": "\u200e",
    "Arabic letter mark": "\u061c",
    "embedding": "\u202b",
    "isolate": "\u2067",
    "space of no width": "\u200b",
    "soft hyphen": "\u00ad",
    "word joiner": "\u2060",
    "byte order mark within": "\ufeff",
}
PLACES = {
    "comment": "تعليق",
    "key": "title",
    "plain": "افتتاح",
    "folded": "افتُتح",
    "literal": "حضر",
    "list in brackets": "building",
    "list of lines": "mayor",
    "single quotes": "نشرة",
    "double quotes": "قصير",
    "item in single quotes": "old-quay",
    "item in double quotes": "midstream",
    "date": "2022-01-01\ns",
    "code": "confirmed",
    "before a dash": "  - east",
}

WRITTEN = {
    "digits of a date": ("date: 2022-01-01\n", "date: ٢٠٢٢-٠١-٠١\n"),
    "Persian digits of a date": ("date: 2022-01-01\n", "date: ۲۰۲۲-۰۱-۰۱\n"),
    "digits of a quoted date": ('"2022-01-01"', '"٢٠٢٢-٠١-٠١"'),
    "digits of a date in single quotes": ("date: 2022-01-01\n", "date: '2022-01-01'\n"),
    "digits of a code": ("importance: 3", "importance: ٣"),
    "capitals of a code": ("status: confirmed", "status: Confirmed"),
    "word for a code": ("status: confirmed", "status: مؤكد"),
    "commas in brackets": ("[building, money]", "[building، money]"),
    "list without brackets": ("[building, money]", "building، money"),
    "day first": ("date: 2022-01-01\n", "date: 1/1/2022\n"),
    "slashes": ("date: 2022-01-01\n", "date: 2022/1/1\n"),
    "month in words": ("date: 2022-01-01\n", "date: 1 كانون الثاني/يناير 2022\n"),
    "month in words, quoted": ('"2022-01-01"', '"1 يناير 2022"'),
    "day in a block": ("date: 2022-01-01\n", "date: |-\n  2022-01-01\n"),
    "name for an id": ("publisher: city-radio", "publisher: إذاعة المدينة"),
    "name in a list": ("  - mayor", "  - سمير النهري"),
    "capitals of an id": ("  - mayor", "  - Mayor"),
    "hash": ("title: 'نشرة الظهر'", "title: 'نشرة #الظهر'"),
    "tab": ("    url: null", "\t\turl: null"),
    "no-break spaces": ("    url: null", "\u00a0\u00a0\u00a0\u00a0url: null"),
    "no-break space after the colon": ("kind: other", "kind:\u00a0other"),
    "colon of another alphabet": ("kind: other", "kind\uff1aother"),
    "no space after the colon": ("kind: other", "kind:other"),
    "no space after the dash": ("  - east-city", "  -east-city"),
    "paragraph at the margin": ("\n  وأقيم", "\nوأقيم"),
}
"""What is right, and how it came in; where both are right, nothing is changed."""


def _folder(tmp_path: Path, text: str, ending: str) -> Path:
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    (content / FILE).parent.mkdir()
    (content / FILE).write_bytes(text.replace("\n", ending).encode())
    return content


def _mended(content: Path) -> str:
    """Mend twice: the second time nothing may be left to do, and nothing is refused."""
    assert main(["check", "--content", str(content), "--fix"]) == 0
    once = (content / FILE).read_bytes()
    assert check.fix(content) == []
    assert (content / FILE).read_bytes() == once
    return once.decode()


ENDINGS = pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])


@ENDINGS
def test_a_sound_file_is_left_byte_for_byte(ending: str, tmp_path: Path) -> None:
    assert _mended(_folder(tmp_path, SOUND, ending)) == SOUND.replace("\n", ending)


@ENDINGS
@pytest.mark.parametrize("place", PLACES)
def test_marks_are_taken_out_wherever_they_stand(ending: str, place: str, tmp_path: Path) -> None:
    """All of them at once, before, within and after a word."""
    word = PLACES[place]
    assert word in SOUND
    marks = "".join(MARKS.values())
    typed = f"{marks}{word[:2]}{marks}{word[2:-1]}{marks}{word[-1:]}"
    content = _folder(tmp_path, SOUND.replace(word, typed, 1), ending)
    assert _mended(content) == SOUND.replace("\n", ending)


@ENDINGS
@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_is_told_by_its_place_and_taken_out(
    ending: str, mark: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = SOUND.replace("title: افتتاح", f"title: {MARKS[mark]}افتتاح", 1)
    content = _folder(tmp_path, typed, ending)
    assert main(["check", "--content", str(content)]) == 1
    said = capsys.readouterr().err
    assert f"{FILE}:2:8: error: title: " in said
    assert "problems: 1\n" in said
    assert _mended(content) == SOUND.replace("\n", ending)


@ENDINGS
def test_a_byte_order_mark_is_taken_off(ending: str, tmp_path: Path) -> None:
    content = _folder(tmp_path, f"\ufeff{SOUND}", ending)
    assert _mended(content) == SOUND.replace("\n", ending)


@pytest.mark.parametrize("ending", ["\r", "\r\r\n"], ids=["CR", "CRCRLF"])
def test_line_ends_of_old_programs_become_those_of_today(ending: str, tmp_path: Path) -> None:
    content = _folder(tmp_path, SOUND, ending)
    assert _mended(content) == SOUND.replace("\n", "\n" if ending == "\r" else "\r\n")


@ENDINGS
@pytest.mark.parametrize("kind", WRITTEN)
def test_what_was_meant_is_written(ending: str, kind: str, tmp_path: Path) -> None:
    right, typed = WRITTEN[kind]
    assert right in SOUND
    content = _folder(tmp_path, SOUND.replace(right, typed, 1), ending)
    is_right_too = kind in ("digits of a date in single quotes", "day in a block", "hash")
    after = SOUND.replace(right, typed, 1) if is_right_too else SOUND
    assert _mended(content) == after.replace("\n", ending)


@ENDINGS
@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("title: الفوج #5 يصل إلى الجسر", "title: 'الفوج #5 يصل إلى الجسر'"),
        ("title: #الجسر يفتح أبوابه اليوم", "title: '#الجسر يفتح أبوابه اليوم'"),
        ("title: الجسر: افتتاح بعد انتظار", "title: 'الجسر: افتتاح بعد انتظار'"),
        ("title: “الجسر: افتتاح بعد انتظار”", "title: 'الجسر: افتتاح بعد انتظار'"),
        ("title: افتتاح\u2028الجسر الجديد", "title: افتتاح الجسر الجديد"),
        ("title: افتتاح\x0bالجسر الجديد", "title: افتتاح الجسر الجديد"),
    ],
)  # fmt: skip
def test_a_text_gets_the_quotation_marks_that_it_lacks(
    ending: str, typed: str, right: str, tmp_path: Path
) -> None:
    title = "title: افتتاح الجسر الجديد"
    content = _folder(tmp_path, SOUND.replace(title, typed), ending)
    assert _mended(content) == SOUND.replace(title, right).replace("\n", ending)


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("date: 2022-01-01\n", "date: 3/4/2022\n"),
        ("date: 2022-01-01\n", "date: 1/1/22\n"),
        ("date: 2022-01-01\n", "date: 2022-01-01 14:30\n"),
        ("date: 2022-01-01\n", "date: 13 ذو الحجة 1445هـ\n"),
        ("date: 2022-01-01\n", "date: أوائل 2022\n"),
        ("title: افتتاح الجسر الجديد", "title: افتتاح الجسر # راجع الاسم"),
        ("title: افتتاح الجسر الجديد", "title: افتتاح الجسر #TODO"),
        ("title: افتتاح الجسر الجديد", "title: افتتاح summary: الجسر"),
        ("status: confirmed", "status: confirm"),
        ("importance: 3", "importance: ٤"),
        ("  - mayor", "  - سمير"),
        ("  وأقيم", "  \ufffdوأقيم"),
        ("title: افتتاح", "title: اف\x07تتاح"),
    ],
)
def test_what_is_not_certain_is_left(right: str, typed: str, tmp_path: Path) -> None:
    assert right in SOUND
    content = _folder(tmp_path, SOUND.replace(right, typed, 1), "\n")
    before = (content / FILE).read_bytes()
    assert main(["check", "--content", str(content), "--fix"]) == 1
    assert (content / FILE).read_bytes() == before


NUMBERS = {"١١٠٠٠": "11000", "١١٬٠٠٠": "11000", "۱۱۰۰۰": "11000", "١٫٥": "1.5", "\u2212٣": "-3"}


@ENDINGS
@pytest.mark.parametrize("style", ["", "'", '"'])
@pytest.mark.parametrize("typed", NUMBERS)
def test_numbers_get_digits(ending: str, style: str, typed: str, tmp_path: Path) -> None:
    figure = (
        "\ncase:\n  title: عدد السكان\n  unit: شخص\n  values:\n"
        "    - {as_of: 2021, said_by: [mayor], status: claimed, best: NUMBER,\n"
        "       event: 2021-07-cost}\n"
    )
    content = _folder(tmp_path, SOUND, ending)
    path = content / "figures.yml"
    text = path.read_text("utf-8") + figure.replace("NUMBER", f"{style}{typed}{style}")
    path.write_bytes(text.replace("\n", ending).encode())
    check.fix(content)
    assert path.read_bytes().decode() == text.replace(typed, NUMBERS[typed]).replace("\n", ending)
    assert check.fix(content) == []


def test_a_dry_run_shows_what_nobody_sees_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = _folder(tmp_path, SOUND.replace("title: افتتاح", "title: \u200fافتتاح"), "\n")
    before = (content / FILE).read_bytes()
    assert main(["check", "--content", str(content), "--fix", "--dry-run"]) == 1
    said = capsys.readouterr().err
    assert "2: before: \u2068title: <U+200F>افتتاح الجسر الجديد\u2069" in said
    assert "2: after: \u2068title: افتتاح الجسر الجديد\u2069" in said
    assert (content / FILE).read_bytes() == before


def test_all_slips_of_a_file_are_told_in_one_run_and_mended_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SOUND
    kinds = [kind for kind in WRITTEN if kind not in (
        "digits of a date in single quotes", "day in a block", "hash", "list without brackets",
        "word for a code", "day first", "slashes", "month in words", "Persian digits of a date",
        "month in words, quoted", "capitals of an id", "no-break spaces",
        "colon of another alphabet", "no space after the colon",
    )]  # fmt: skip
    for kind in kinds:
        text = text.replace(*WRITTEN[kind], 1)
    content = _folder(tmp_path, text.replace("افتتاح", "افت\u200bتاح"), "\n")
    assert main(["check", "--content", str(content)]) == 1
    assert f"problems: {len(kinds) + 1}\n" in capsys.readouterr().err
    assert _mended(content) == SOUND
