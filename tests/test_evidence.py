"""Independence and sides: the method's own examples, who is on whose side, how it is worded."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.arabic import vocabulary
from explainer.content import evidence
from explainer.content.denials import Denials
from explainer.content.evidence import Origin
from explainer.content.library import Library
from explainer.content.model import Actor, Event, Figure, Publisher, Source
from explainer.content.rivals import rivals
from explainer.content.sides import Sides
from explainer.site.views import evidence_words
from explainer.site.views.wording import Wording
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def words(library: Library) -> Wording:
    return Wording(library)


def _actor(name: str, kind: str, country: str | None = "NZ") -> Actor:
    return Actor.model_validate({"name": {"ar": name}, "type": kind, "country": country})


def _publisher(name: str, kind: str = "newspaper", speaks_for: str | None = None) -> Publisher:
    made = Publisher.model_validate({"name": {"ar": name}, "type": kind})
    return made.model_copy(update={"speaks_for": speaks_for})


SIDES = Sides(
    actors={
        "الجزيرة": _actor("الجزيرة", "state"),
        "نادر": _actor("نادر", "person"),
        "الوزارة": _actor("الوزارة", "organisation"),
        "الساحل": _actor("الساحل", "state", "FI"),
        "صحيفة الصباح": _actor("صحيفة الصباح", "company"),
    },
    publishers={
        "صحيفة الصباح": _publisher("صحيفة الصباح"),
        "صحيفة المساء": _publisher("صحيفة المساء"),
        "وكالة البحر": _publisher("وكالة البحر", "wire"),
        "الوكالة الرسمية": _publisher("الوكالة الرسمية", "state_media", "الجزيرة"),
        "إذاعة الجزيرة": _publisher("إذاعة الجزيرة", "state_media", "الجزيرة"),
        "تلفزيون الساحل": _publisher("تلفزيون الساحل", "state_media", "الساحل"),
    },
)
"""The names with which docs/method.md explains independence; they are their own ids here."""


def _table(file: Path, heading: str) -> list[tuple[str, ...]]:
    """Read the first table under a heading of a page written by hand."""
    part = file.read_text("utf-8").split(f"{{ #{heading} }}")[1]
    table = part[part.index("\n|") + 1 :].split("\n\n")[0]
    return [tuple(line.strip("| ").split(" | ")) for line in table.splitlines()[2:]]


def _source(words: str) -> Source:
    publisher, _, via = words.partition(" عن ")
    return Source.model_construct(publisher=publisher, via=via or None)


EXAMPLES = _table(ROOT / "docs/method.md", "independent")


def test_the_method_explains_independence_by_ten_examples() -> None:
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize(("reports", "speakers", "read"), EXAMPLES)
def test_the_examples_of_the_method_hold(
    reports: str, speakers: str, read: str, words: Wording
) -> None:
    sources = [_source(each) for each in reports.split("، ")]
    found = evidence.origins(sources, speakers.split("، "), SIDES)
    assert evidence_words.witnesses(found, words) == read


def test_statuses_mean_one_thing_in_the_guide_and_on_the_pages() -> None:
    rows = {row[-2]: row[-1] for row in _table(ROOT / "docs/guide.md", "statuses")}
    meanings = {word: vocabulary.STATUS_MEANING[code] for code, word in vocabulary.STATUS.items()}
    assert {word: f"{meaning}." for word, meaning in rows.items()} == meanings


ACTORS = {
    "land": _actor("البلاد", "state"),
    "chief": _actor("الرئيس", "person"),
    "army": _actor("الجيش", "armed_force"),
    "officials": _actor("مسؤولون لم يُكشف عن أسمائهم", "unnamed"),
    "firm": _actor("الشركة", "company"),
    "rebels": _actor("المتمردون", "armed_force"),
    "abroad": _actor("الخارج", "state", "FI"),
    "stateless": _actor("بلا بلد", "person", None),
    "gazette": _actor("الجريدة", "organisation"),
    "own-radio": _actor("الإذاعة", "organisation"),
    "ministry": _actor("الوزارة", "organisation"),
}
PUBLISHERS = {
    "gazette-online": _publisher("الجريدة"),
    "own-radio": _publisher("إذاعة", "state_media", "land"),
    "ministry": _publisher("موقع الوزارة", "government"),
}


@pytest.mark.parametrize(
    ("actor", "side"),
    [
        ("land", "land"), ("chief", "land"), ("army", "land"), ("officials", "land"),
        ("ministry", "land"), ("own-radio", "land"), ("firm", "firm"), ("rebels", "rebels"),
        ("abroad", "abroad"), ("stateless", "stateless"), ("gazette", "gazette"),
        ("nobody", "nobody"),
    ],
)  # fmt: skip
def test_on_whose_side_an_actor_is(actor: str, side: str) -> None:
    sides = Sides(ACTORS, PUBLISHERS, frozenset({"rebels", "land"}))
    assert sides.of_actor(actor) == side


@pytest.mark.parametrize(
    ("publisher", "side"),
    [("own-radio", "land"), ("ministry", "land"), ("gazette-online", "gazette"), ("other", None)],
)
def test_for_whose_side_a_publisher_speaks(publisher: str, side: str | None) -> None:
    assert Sides(ACTORS, PUBLISHERS).of_publisher(publisher) == side


def _origins(*reports: tuple[int, bool]) -> list[Origin]:
    return [
        Origin((Source.model_construct(publisher=f"p{n}"),) * number, (f"p{n}",), None, free)
        for n, (number, free) in enumerate(reports)
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([(1, True)], "تقرير واحد، مصدر مستقل واحد"),
        ([(1, False)], "تقرير واحد، ليس من مصدر مستقل"),
        ([(2, True)], "تقريران، مصدر مستقل واحد"),
        ([(2, False)], "تقريران عن جهة واحدة، ولا مصدر مستقل"),
        ([(1, False), (1, False)], "تقريران عن جهتين، ولا مصدر مستقل"),
        ([(1, True), (1, False)], "تقريران عن جهتين، إحداهما مستقلة"),
        ([(2, True), (1, True)], "3 تقارير، مصدران مستقلان"),
        ([(1, True), (1, False), (1, False)], "3 تقارير عن 3 جهات، منها مصدر مستقل واحد"),
        ([(2, True), (1, True), (1, False)], "4 تقارير عن 3 جهات، منها مصدران مستقلان"),
        ([(11, False)], "11 تقريرا عن جهة واحدة، ولا مصدر مستقل"),
        ([(1, True)] * 11, "11 تقريرا، 11 مصدرا مستقلا"),
        ([(1, True)] * 11 + [(1, False)], "12 تقريرا عن 12 جهة، منها 11 مصدرا مستقلا"),
    ],
)
def test_witnesses_are_counted_in_good_arabic(
    found: list[tuple[int, bool]], said: str, words: Wording
) -> None:
    assert evidence_words.witnesses(_origins(*found), words) == said


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ({"said_by": "chief", "act": "states"}, 0),
        ({"said_by": "chief", "act": "denies"}, 1),
        ({"said_by": "abroad", "act": "states"}, 1),
    ],
)
def test_what_speaks_for_a_party_that_tells_of_it_is_no_witness(
    claim: dict[str, object], number: int
) -> None:
    sides = Sides(ACTORS, PUBLISHERS, frozenset({"land"}))
    found = evidence.of_event(_event("confirmed", claim, said_by="firm"), sides)
    assert len(evidence.independent(found)) == number


# Who denies what.


def _event(status: str, *claims: dict[str, object], said_by: str = "chief") -> Event:
    return Event.model_validate(
        {
            "title": "ع", "summary": "م", "date": "2024", "sections": ["s"], "kind": "other",
            "importance": "3", "status": status, "said_by": said_by,
            "claims": [{"text": f"قول {n}", **claim} for n, claim in enumerate(claims)],
            "sources": [{"publisher": "own-radio"}],
        }
    )  # fmt: skip


SAID = {"said_by": "chief", "act": "states", "id": "first"}
DENIED = {"said_by": "abroad", "act": "denies"}
ELSEWHERE = {"answers": [{"event": "a", "claim": "first", "as": "contradicts"}]}


@pytest.mark.parametrize(
    ("claims", "other", "denying"),
    [
        ([SAID], {}, []),
        ([SAID, {"said_by": "abroad", "act": "denies"}], {}, ["abroad"]),
        ([SAID, {"said_by": "army", "act": "denies"}], {}, []),
        ([SAID, {"said_by": "abroad", "act": "states"}], {}, []),
        ([SAID | {"as_of": "2024-05"}, DENIED | {"as_of": "2024-06"}], {}, ["abroad"]),
        ([SAID | {"as_of": "2024-05"}, DENIED | {"as_of": "2024"}], {}, ["abroad"]),
        ([SAID | {"as_of": "2024-07"}, DENIED | {"as_of": "2024-06"}], {}, []),
        ([{"said_by": "firm", "act": "states"}, SAID, DENIED], {}, ["abroad"]),
        ([{"said_by": "abroad", "act": "denies"}], {}, ["abroad"]),
        ([{"said_by": "army", "act": "denies"}], {}, []),
        ([SAID], {"said_by": "abroad", "act": "denies"} | ELSEWHERE, ["abroad"]),
        ([SAID], {"said_by": "army", "act": "denies"} | ELSEWHERE, []),
        ([SAID], {"said_by": "abroad", "act": "denies"}, []),
    ],
)
def test_another_party_denies(
    claims: list[dict[str, object]], other: dict[str, object], denying: list[str]
) -> None:
    events = {"a": _event("claimed", *claims)}
    if other:
        events["b"] = _event("confirmed", other, said_by=str(other["said_by"]))
    denials = Denials(events, Sides(ACTORS, PUBLISHERS))
    assert list(denials.who_denies("a")) == denying
    assert list(denials.who_denies("a", ["chief"])) == denying
    assert list(denials.who_denies("a", ["firm"])) == []
    assert denials.who_denies("b") == ()


# Which numbers stand against one another.


def _value(best: str, said_by: str, as_of: str = "2024", **more: str) -> dict[str, object]:
    return {
        "best": best, "said_by": said_by, "as_of": as_of, "status": "claimed", "event": "e", **more
    }  # fmt: skip


OF_2022 = {"for": "2022"}


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ([_value("1", "a"), _value("2", "b")], [1, 2]),
        ([_value("1", "a"), _value("1", "b")], []),
        ([_value("1", "a", "2023"), _value("2", "a")], []),
        ([_value("1", "a", "2023"), _value("2", "b")], []),
        ([_value("1", "a", "2023", **OF_2022), _value("2", "b", **OF_2022)], [1, 2]),
        (
            [_value("3", "a", "2023-01", **OF_2022), _value("1", "a", **OF_2022),
             _value("2", "b", **OF_2022)],
            [1, 2],
        ),
    ],
)  # fmt: skip
def test_rivals_are_the_latest_of_different_speakers_about_one_time(
    values: list[dict[str, object]], standing: list[int]
) -> None:
    figure = Figure.model_validate({"title": "ر", "unit": "و", "values": values})
    assert [int(value.best or 0) for value in rivals(figure)] == standing
