"""The search's index: words are found in every form, nothing unpublished is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from explainer import search
from explainer.arabic.families import related
from explainer.arabic.fold import fold
from explainer.arabic.stem import RULES, readings, stem, words
from explainer.library import Library
from explainer.search.documents import KINDS, Document, documents
from explainer.search.files import LETTERS, packed
from explainer.search.postings import weigh
from explainer.views.search import KINDS as LISTED
from explainer.views.wording import Wording
from tests.conftest import TESTS
from tests.queries import queries

STEMS = yaml.safe_load((TESTS / "stem.yml").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "expected"), STEMS)
def test_readings(typed: str, expected: list[str]) -> None:
    assert readings(fold(typed)) == expected


TEXTS = [
    ("قال إن 6.5 مليون، و2,615 سائحا", ["قال", "ان", "6.5", "مليون", "و", "2615", "سايحا"]),
    ("KN-23 مُعاهَدَة", ["kn", "23", "معاهده"]),
    ("١٬٢٠٠ و٦٫٥", ["1200", "و", "6.5"]),
    ("تموز/يوليو 2025", ["تموز", "يوليو", "2025"]),
    ("يونايتد24", ["يونايتد", "24"]),
    ("10,20", ["10", "20"]),
    ("", []),
]
"""Texts and their words, for normalise.js as well."""


@pytest.mark.parametrize(("text", "folded"), TEXTS)
def test_words(text: str, folded: list[str]) -> None:
    assert [word for _, word in words(text)] == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("صاروخ", "صواريخ"), ("قتيل", "قتلى"), ("لجنة", "لجان"), ("زيارة", "يزور"), ("سائح", "سياح")],
)
def test_a_family_finds_its_own(one: str, other: str) -> None:
    table = related([stem(fold(other))])
    assert stem(fold(one)) in table[stem(fold(other))]


@pytest.mark.parametrize(("plural", "singular"), [("مصارف", "مصرف"), ("توابيت", "تابوت")])
def test_a_plural_is_known_by_its_shape_where_both_occur(plural: str, singular: str) -> None:
    assert related([plural, singular])[singular] == {plural}
    assert related([plural]) == {}


def test_stop_words_are_as_they_are_compared() -> None:
    assert [fold(word) for word in RULES["stop"]] == RULES["stop"]


@pytest.mark.parametrize(
    ("postings", "text"),
    [([], ""), ([(0, 1)], "11"), ([(0, 63), (31, 2), (32, 3)], "1_V213"), ([(32, 1)], "X11")],
)
def test_packed(postings: list[tuple[int, int]], text: str) -> None:
    assert packed(postings) == text


def test_packing_loses_nothing() -> None:
    postings = [(0, 1), (1, 63), (40, 7), (2000, 8), (100_000, 9)]
    assert _unpacked(packed(postings)) == postings


def _unpacked(text: str) -> list[tuple[int, int]]:
    found, number, step, place = [], -1, 0, 1
    digits = iter(LETTERS.index(letter) for letter in text)
    for digit in digits:
        if digit >= 32:
            step, place = step + (digit - 32) * place, place * 32
            continue
        number, step, place = number + step + digit * place, 0, 1
        found.append((number, next(digits)))
    return found


def test_proclitics_go_where_the_rest_is_a_word() -> None:
    one = Document("event", "one", "/one/", "بوتين", names=("بوتين",))
    other = Document(
        "event", "other", "/other/", "زيارة", names=("زيارة",), text=("وبوتين وخرنوب",)
    )
    postings = weigh([one, other]).postings
    assert [number for number, _ in postings["بوتين"]] == [0, 1]
    assert "وبوتين" not in postings
    assert "وخرنوب" in postings, "no text has the rest by itself"


def test_every_weight_fits_a_digit(library: Library) -> None:
    index = weigh(list(documents(Wording(library))))
    weights = {weight for postings in index.postings.values() for _, weight in postings}
    assert weights <= set(range(1, 64))
    assert max(weights) == 63


def test_the_index_is_the_same_every_time(library: Library) -> None:
    assert list(search.index(Wording(library))) == list(search.index(Wording(library)))


def test_every_file_says_of_which_index_it_is(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version() -> str:
        first, *parts = search.index(Wording(library))
        found: str = json.loads(first.content)["version"]
        assert parts
        assert {json.loads(part.content)[0] for part in parts} == {found}
        return found

    before = version()
    monkeypatch.setitem(RULES, "asks", ["كم"])
    assert version() != before


def test_what_has_no_events_does_not_say_so(library: Library) -> None:
    for each in documents(Wording(library)):
        assert not any("لا أحداث" in text for text in (each.shown, *each.answer)), each.id


def test_nothing_unpublished_is_indexed(library: Library) -> None:
    text = "".join(file.content.decode() for file in search.index(Wording(library)))
    hidden = [path for path in (TESTS / "content/events").rglob("*.yml") if _hidden(path, library)]
    assert len(hidden) >= 3
    for path in hidden:
        event = yaml.safe_load(path.read_text("utf-8"))
        assert path.stem not in text
        assert event["title"] not in text


def _hidden(path: Path, library: Library) -> bool:
    return path.stem not in library.live


def test_every_kind_has_its_words() -> None:
    assert set(KINDS) == set(LISTED)


def test_the_columns_fit_the_documents(library: Library) -> None:
    files = {file.path: file.content for file in search.index(Wording(library))}
    index = json.loads(files["search/index.json"])
    made = list(documents(Wording(library)))
    assert index["number"] == len(made)
    assert {len(index[name]) for name in ("kind", "event", "status", "section", "year")} == {
        len(made)
    }
    assert [KINDS[int(kind)] for kind in index["kind"]] == [each.kind for each in made]


def test_the_queries_name_what_there_is() -> None:
    from explainer.library import load
    from tests.conftest import NOW, ROOT

    library = load(ROOT / "content", NOW.replace(year=2026))
    there = {each.href.removeprefix("/") for each in documents(Wording(library))}
    asked = queries(library)
    assert len([q for q in asked if q.group != "nothing"]) >= 150
    assert len([q for q in asked if q.group == "nothing"]) >= 30
    for query in asked:
        assert query.wanted <= there, query.text
        assert bool(query.wanted) == (query.group != "nothing"), query.text
