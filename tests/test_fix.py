"""`check --fix` changes a text only on the strength of what it has read, and says what it does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from explainer.arabic.style import DigitShapes, MonthNames
from explainer.cli import main
from explainer.editors import check

MONTHS, DIGITS = get_args(MonthNames), get_args(DigitShapes)

EVENT = "events/2021/2021-05-arrival.yml"
OTHER = "events/2021/2021-06-departure.yml"
FILES: dict[str, str] = {
    "site.yml": (
        "title: ملف تجريبي\nstandfirst: جملة عن وصول الوفد في مايو 2021.\nas_of: 2021-12\n"
        "parties: [child]\nlocale: {months: MONTHS, digits: DIGITS}\n"
    ),
    "sections/news.yml": "title: الأخبار\nsummary: ما جرى في 19 أيلول 2021 و٢٠٢٢.\n",
    "actors.yml": (
        "mayor:\n  name: {ar: سمير النهري}\n  aliases: [سمير نهري]\n  type: person\n"
        "child:\n  name: {ar: سمير نهري الصغير}\n  type: person\n"
    ),
    "places.yml": (
        "quay:\n  name: {ar: ميناء القصبات}\n  aliases: [ميناء القصبة]\n"
        "town:\n  name: {ar: ميناء القصبة القديم}\n"
    ),
    "nouns.yml": "صاروخ: {plural: صوارخ}\nعداء: {plural: عدائين}\n",
    "publishers.yml": "daily:\n  name: {ar: اليومية}\n  type: newspaper\n",
    EVENT: (
        "title: وصول الوفد في مايو 2021\n"
        "summary: وصل إلى ميناء القصبة القديم في 5 سبتمبر ٢٠٢١، وعاد في يوليوز وجويلية ونيسان.\n"
        "body: |\n  قال سمير نهري الصغير , في تموز/يوليو 2021.\n\n  ثم غادر في أغسطس بعد ١٢ يوما.\n"
        "date: 2021-05\nsections: [news]\nkind: visit\nimportance: 2\nstatus: confirmed\n"
        "actors: [child]\nplaces: [town]\nsources: [{publisher: daily, title: null, url: null}]\n"
    ),
    OTHER: (
        "title: غادر الوفد الى الجزيرة\nsummary: غادر الوفد الميناء بعد ٣ أيام.\n"
        "body: وصل 5 عدائين و7 صاروخ.\n"
        "date: 2021-06\nsections: [news]\nkind: visit\nimportance: 2\nstatus: confirmed\n"
        "related: [{event: 2021-05-arrival, as: follows}]\n"
        "sources: [{publisher: daily, title: null, url: null}]\n"
    ),
}  # fmt: skip
"""A sound explainer that writes months and digits in every way, and has names within names."""


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.rename(path.with_name(".aside"))
    path.symlink_to(path.with_name(".aside"))


def _not_utf8(path: Path) -> None:
    path.write_bytes(path.read_text("utf-8").encode("cp1256", "replace"))


def _framed(before: str, after: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(f"{before}{path.read_text('utf-8')}{after}", "utf-8")


WHOLE: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "of another ending": lambda path: path.rename(path.with_suffix(".yaml")),
    "a folder": _folder,
    "a link": _link,
    "not in UTF-8": _not_utf8,
    "empty": lambda path: path.write_text("", "utf-8"),
    "a text": lambda path: path.write_text("نص\n", "utf-8"),
    "a list": lambda path: path.write_text("- نص\n", "utf-8"),
    "an unfinished merge": _framed("<<<<<<< HEAD\n", "=======\n>>>>>>> branch\n"),
    "with a tab": _framed("", "\tx: y\n"),
    "with a second document": _framed("", "---\nlocale: {months: levantine}\n"),
    "with an open bracket": _framed("", "x: [\n"),
    "with a mark that nobody sees": _framed("", "# \u200f\n"),
    "with a byte order mark": _framed("\ufeff", ""),
    "with an unknown field": _framed("", "nonsense: x\n"),
}
"""What can be wrong with any file."""

PLACES = (
    ("site.yml", "locale:", "local:"),
    ("site.yml", "locale:", "Locale:"),
    ("site.yml", "locale:", "locale\u200b:"),
    ("site.yml", "locale:", "locale: {months: dual}\nlocale:"),
    ("site.yml", "locale:", "locale: &a"),
    ("site.yml", "locale:", "#locale: x\nnonsense:"),
    ("site.yml", "locale: {", "locale: {{"),
    ("site.yml", "locale: {", "locale: x {"),
    ("site.yml", "locale: {", "  locale: {"),
    ("site.yml", "{months: MONTHS,", "{month: MONTHS,"),
    ("site.yml", "{months: MONTHS,", "{months: MONTHSS,"),
    ("site.yml", "{months: MONTHS,", "{months: [MONTHS],"),
    ("site.yml", "{months: MONTHS,", "{months: dual, months: MONTHS,"),
    ("site.yml", "{months: MONTHS,", "{months: ,"),
    ("site.yml", "digits: DIGITS}", "digits: arabic}"),
    ("site.yml", "digits: DIGITS}", "digit: DIGITS}"),
    ("site.yml", "title: ملف", "titel: ملف"),
    ("site.yml", "title: ملف", "title: ملف: "),
    ("site.yml", "as_of: 2021-12", "as_of: 2021-13"),
    ("site.yml", "parties: [child]", "parties: [chlid]"),
    ("actors.yml", "child:\n", "child:\n  nonsense: x\n"),
    ("actors.yml", "child:\n", "Child:\n"),
    ("actors.yml", "child:\n  name:", "child:\n  nmae:"),
    ("actors.yml", "child:\n  name:", "child:\n  name: x: y\n  z:"),
    ("actors.yml", "child:\n", "mayor:\n"),
    ("actors.yml", "{ar: سمير نهري الصغير}", "{en: Samir}"),
    ("places.yml", "town:\n", "town:\n  nonsense: x\n"),
    ("places.yml", "town:\n", "quay:\n"),
    ("places.yml", "town:\n  name:", "town:\n  lat: 91\n  name:"),
    ("nouns.yml", "{plural: صوارخ}", "{plurals: صوارخ}"),
    ("nouns.yml", "عداء: {plural: عدائين}", "عداء: {plural: عدائين, plural: عداؤون}"),
    ("publishers.yml", "type: newspaper", "type: paper"),
    ("sections/news.yml", "title:", "titel:"),
    (EVENT, "kind: visit", "knid: visit"),
    (EVENT, "kind: visit", "kind: visti"),
    (EVENT, "title: وصول", "title: وصول: "),
    (EVENT, "date: 2021-05", "date: 2021-05\ndate: 2021-05"),
    (EVENT, "date: 2021-05", "date: 2021-02-30"),
    (EVENT, "actors: [child]", "actors: [chlid]"),
    (EVENT, "sections: [news]", "sections: [news، news]"),
    (OTHER, "event: 2021-05-arrival", "event: 2021-05-arival"),
    (OTHER, "summary:", "summary: [@nothing]"),
)  # fmt: skip
"""A file; what is right in it; what an editor may make of it."""


def _sound(folder: Path, months: str, digits: str) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("MONTHS", months).replace("DIGITS", digits), "utf-8")
    return folder


def _replaced(name: str, right: str, wrong: str) -> Callable[[Path, str, str], object]:
    def broken(folder: Path, months: str, digits: str) -> None:
        was, is_now = (
            s.replace("MONTHS", months).replace("DIGITS", digits) for s in (right, wrong)
        )
        text = (folder / name).read_text("utf-8")
        assert text.count(was) == 1
        (folder / name).write_text(text.replace(was, is_now), "utf-8")

    return broken


def _whole(name: str, do: Callable[[Path], object]) -> Callable[[Path, str, str], object]:
    return lambda folder, months, digits: do(folder / name)  # noqa: ARG005


BREAKS = {
    **{
        f"{name} {how}": _whole(name, do)
        for name in FILES
        for how, do in WHOLE.items()
        if (name, how) != ("nouns.yml", "missing")  # it would be another explainer, and sound
    },
    **{f"{name}: {wrong!a}": _replaced(name, right, wrong) for name, right, wrong in PLACES},
}


def _findings(folder: Path) -> set[tuple[object, ...]]:
    """List what the desk and the guard find: file, field, words, and what would be written."""
    return {
        (Path(each.file).name, each.where, each.message, each.fix and each.fix.text)
        for each in check.check(folder)[1]
        if each.code[1] in "67"
    }


def _is_of_the_slip(finding: tuple[object, ...], name: str) -> bool:
    """Tell what is found in a title that the break itself gave a doubled space."""
    return name.endswith(": '") and finding[1] == "title"


@pytest.mark.parametrize("months", MONTHS)
def test_a_mistake_elsewhere_brings_no_finding(months: str, tmp_path: Path) -> None:
    """With every way to name months, and every shape of digits."""
    sound = {each: _findings(_sound(tmp_path / each, months, each)) for each in DIGITS}
    more = {}
    for number, (digits, (name, broken)) in enumerate(product(DIGITS, BREAKS.items())):
        folder = _sound(tmp_path / str(number), months, digits)
        broken(folder, months, digits)
        found = _findings(folder) - sound[digits]
        if false := {each for each in found if not _is_of_the_slip(each, name)}:
            more[name, digits] = false
    assert more == {}


def test_where_the_locale_is_read_its_findings_stay(tmp_path: Path) -> None:
    """One mistake in one event takes nothing away in the other files."""
    sound = _findings(_sound(tmp_path / "sound", "dual", "latn"))
    folder = _sound(tmp_path / "broken", "dual", "latn")
    BREAKS[f"{EVENT}: 'knid: visit'"](folder, "dual", "latn")
    assert _findings(folder) == sound
    assert {"E623", "E635"} < {message.code for _, _, message, _ in sound}  # type: ignore[attr-defined]


def _files(folder: Path) -> dict[Path, list[bytes]]:
    return {
        path.relative_to(folder): path.read_bytes().split(b"\n")
        for path in folder.rglob("*")
        if path.is_file()
    }


def _changes(folder: Path) -> set[tuple[bytes, bytes]]:
    """Let `check --fix` mend a folder: the lines that it changed, before and after."""
    before = _files(folder)
    main(["check", "--content", str(folder), "--fix"])
    after = _files(folder)
    assert before.keys() == after.keys()
    return {
        (was, now)
        for path in before
        for was, now in zip(before[path], after[path], strict=True)
        if was != now
    }


@pytest.fixture(scope="module")
def right_changes(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[bytes, bytes]]:
    """What is mended in the sound explainer of a newsroom that prints neither 0-9 nor two names."""
    return _changes(_sound(tmp_path_factory.mktemp("sound"), "egyptian", "arab"))


@pytest.mark.parametrize("name", BREAKS)
def test_nothing_is_mended_that_was_sound(
    name: str, right_changes: set[tuple[bytes, bytes]], tmp_path: Path
) -> None:
    folder = _sound(tmp_path, "egyptian", "arab")
    BREAKS[name](folder, "egyptian", "arab")
    sound = {
        line
        for lines in _files(_sound(tmp_path / "x", "egyptian", "arab")).values()
        for line in lines
    }
    assert len(right_changes) == 3
    assert {(was, now) for was, now in _changes(folder) if was in sound} <= right_changes


def test_each_locale_has_its_own_to_mend(tmp_path: Path) -> None:
    lines = {
        (months, digits): len(check.fix(_sound(tmp_path / months / digits, months, digits)))
        for months, digits in product(MONTHS, DIGITS)
    }
    assert lines == {
        ("dual", "latn"): 9,
        ("dual", "arab"): 8,
        **{(months, "latn"): 7 for months in MONTHS if months != "dual"},
        **{(months, "arab"): 3 for months in MONTHS if months != "dual"},
    }


BEFORE = "title: غادر الوفد الى الجزيرة"
AFTER = "title: غادر الوفد إلى الجزيرة"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("before", "after", "mended lines: 3")), ("ar", ("قبل", "بعد", "الأسطر المصححة: 3"))],
)
def test_each_line_is_printed_before_and_after(
    lang: str, words: tuple[str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _sound(tmp_path, "egyptian", "arab")
    assert main(["check", "--content", str(folder), "--fix", "--lang", lang]) == 0
    lines = capsys.readouterr().err.splitlines()
    place = f"{folder / OTHER}:1"
    assert f"{place}: {words[0]}: \u2068{BEFORE}\u2069" in lines
    assert f"{place}: {words[1]}: \u2068{AFTER}\u2069" in lines
    assert words[2] in lines


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_dry_run_prints_the_same_and_writes_nothing(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _sound(tmp_path, "dual", "latn")
    before = _files(folder)
    command = ["check", "--content", str(folder), "--lang", lang, "--fix"]
    assert main([*command, "--dry-run"]) == 1
    would = [line for line in capsys.readouterr().err.splitlines() if "\u2068" in line]
    assert _files(folder) == before
    main(command)
    assert [line for line in capsys.readouterr().err.splitlines() if "\u2068" in line] == would
    assert _files(folder) != before


def test_a_dry_run_of_nothing_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["check", "--content", str(tmp_path), "--dry-run"]) == 2


def test_what_is_mended_keeps_its_rights(tmp_path: Path) -> None:
    folder = _sound(tmp_path, "egyptian", "arab")
    (folder / OTHER).chmod(0o640)
    main(["check", "--content", str(folder), "--fix"])
    assert (folder / OTHER).stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _sound(tmp_path, "egyptian", "arab")
    path = folder / OTHER

    def mended(text: str, _: object) -> str:
        if BEFORE in text:
            path.write_text(text.replace("أيام", "ليال"), "utf-8")
        return text.replace("الى", "إلى")

    monkeypatch.setattr(check, "mended", mended)
    assert main(["check", "--content", str(folder), "--fix"]) == 1
    assert "changed meanwhile" in capsys.readouterr().err
    assert "ليال" in path.read_text("utf-8")
    assert BEFORE in path.read_text("utf-8")
