"""What is sound and can hardly be meant is asked about: at its place, in its field, once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.content.garbled import garbled
from explainer.editors import check
from explainer.editors.date_warnings import asked_of_hijri
from tests.conftest import TINY

EVENT = "events/2020/2020-03-05-agreement.yml"
COST = "events/2021/2021-07-cost.yml"
FIGURES = "figures.yml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(TINY, tmp_path / "content")).relative_to(tmp_path)


def _changed(content: Path, file: str, old: str, new: str) -> list[str]:
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), "utf-8")
    return [f"{each.line} {each.where} {each.code}" for each in check.check(content)[1]]


HIJRI, LATER = "date: 1445-08-28", "date: 2042-03-05"
DAY = "date: 2020-03-05\nsections"
LONG = " ".join(f"وصل الفوج {number}" for number in range(150))
ASKED = {
    "a year of another calendar": (EVENT, DAY, f"{HIJRI}\nsections", "10 date W408"),
    "a year that is not the folder's": (EVENT, DAY, f"{LATER}\nsections", "10 date W408"),
    "a month that is not the file's": (EVENT, DAY, "date: 2020-11-05\nsections", "10 date W408"),
    "a source of another calendar": (
        EVENT, "    date: 2020-03-05\n", f"    {HIJRI}\n", "38 sources[0].date W408"),
    "a number of another calendar": (
        FIGURES, "as_of: 2021-07\n", "as_of: 1442\n", "14 cost.values[1].as_of W408"),
    "a text in the field of another": (COST, "كلفة الجسر", LONG, "2 summary W335"),
    "a whole article as a title": (COST, "title: الشرقية", f"title: {LONG}", "1 title W335"),
    "fewer than none": (FIGURES, "low: 2\n", "low: -2\n", "39 workers.values[0].low W527"),
    "an actor that stands twice": (
        EVENT, "actors: [east-city,", "actors: [east-city, east-city,", "31 actors[1] W337"),
    "less money than none": (FIGURES, "low: 15\n", "low: -15\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("what", ASKED)
def test_what_can_hardly_be_meant_is_asked_about(what: str, content: Path) -> None:
    *change, asked = ASKED[what]
    codes = ("W408", "W335", "W337", "W527")
    found = [each for each in _changed(content, *change) if each.endswith(codes)]
    assert found == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1441-07-10", "2020-03-05"), ("1441-07", "2020-02-25/2020-03-24"),
        ("1442", "2020-08-20/2021-08-08"), ("1341-07-10", None),
    ],
)  # fmt: skip
def test_a_hijri_date_is_asked_about_with_its_day(typed: str, day: str | None) -> None:
    message = asked_of_hijri(typed)
    assert message.ar.startswith(f"التاريخ '{typed}' قبل غيره هنا بقرون؛ هل هو هجري")
    assert (f"يوافق {day} ميلاديا" in message.ar) == bool(day)


def test_dates_after_all_that_is_covered_are_asked_about(content: Path) -> None:
    found = _changed(content, "site.yml", "as_of: 2021-12", "as_of: 2021-06")
    assert [each for each in found if each.endswith("W408")] == ["5 date W408"]


def test_a_date_within_its_folder_s_and_file_s_time_is_not_asked_about(content: Path) -> None:
    for date in ("2019/2021", "2020-03", "202X", "2020-04-05", "XXXX-03-05"):
        old = next(
            line
            for line in (content / EVENT).read_text("utf-8").splitlines()
            if line[:5] == "date:"
        )
        assert _changed(content, EVENT, f"\n{old}\n", f"\ndate: {date}\n") == [], date


GARBLED = {
    "الوفد": "الوفد", "قال الوفد إنه وصل، ثم غادر": None, "café": "café", "naïve": "naïve",
    "“quoted” – dash": None, "№ 5": None, "Łódź": None,
}  # fmt: skip
SOUND = [
    "São Paulo",
    "ÂGÉ",
    "Ø 5 mm",
    "Ångström",
    "L’été à Paris",
    "Größe ±2 °C",
    "À bientôt??",
]


def _read_as_latin(text: str) -> str:
    """Read the bytes of a text as Windows does for the West; what it lacks as ISO 8859-1."""
    return "".join(bytes([each]).decode("cp1252", "ignore") or chr(each) for each in text.encode())


@pytest.mark.parametrize("text", GARBLED)
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_read_in_another_encoding_is_found_and_said_as_it_was(
    text: str, times: int
) -> None:
    typed = text
    for _ in range(times):
        typed = _read_as_latin(typed)
    found = list(garbled(f"abc {typed} abc"))
    assert found
    mended = f"abc {typed} abc"
    for each in reversed(found):
        mended = mended.replace(each.wrong, each.right)
    assert mended == f"abc {text} abc"


@pytest.mark.parametrize("text", SOUND)
def test_letters_of_other_languages_are_not_garbled(text: str) -> None:
    assert list(garbled(text)) == []


def test_a_text_that_a_comment_cuts_is_put_in_quotes(content: Path) -> None:
    """The whole of it, its own quotes doubled; a comment beside what is no text stays one."""
    path = content / "events/2021/2021-11-draft.yml"
    text = path.read_text("utf-8").replace("importance: 1", "importance: 1 # أولى")
    typed = text.replace("title: مسودة", "title: مسودة ‘ب' #5 ثم أخرى #6  ", 1)
    path.write_text(typed, "utf-8")
    check.fix(content)
    mended = path.read_text("utf-8").splitlines()[0]
    assert mended == "title: 'مسودة ‘ب'' #5 ثم أخرى #6 لا يجوز أن تظهر'"
    assert "importance: 1 # أولى" in path.read_text("utf-8")
