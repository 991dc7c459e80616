"""What an event's page says of claims, witnesses, neighbours and citations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explainer.content.library import Library
from explainer.content.model import Event, Source
from explainer.site import cite_page
from explainer.site.views.around import EventNeighbours
from explainer.site.views.ledger import ledger, origins
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording


@pytest.fixture(scope="module")
def words(library: Library) -> Wording:
    return Wording(library)


def _source(publisher: str, number: int, via: str | None = None) -> Source:
    return Source(publisher=publisher, title=f"خبر {number}", via=via)


OWN, RADIO = _source("daily-bridge", 1), _source("city-radio", 2)
WIRE, CARRIED = _source("river-wire", 3), _source("daily-bridge", 4, "river-wire")
AGAIN = _source("city-radio", 5, "river-wire")


@pytest.mark.parametrize(
    ("sources", "lines"),
    [
        ([OWN], []),
        ([CARRIED], []),
        ([OWN, RADIO], ["كل من التقريرين [1, 2]، لا يُعرف أنه منقول عن غير ناشره"]),
        (
            [OWN, CARRIED],
            ["نص وكالة النهر في التقرير [2]", "التقرير [1]، لا يُعرف أنه منقول عن غير ناشره"],
        ),
        ([WIRE, CARRIED], ["نص وكالة النهر في التقريرين [1, 2]، فهي مصدر مستقل واحد"]),
        (
            [WIRE, RADIO, CARRIED, AGAIN],
            [
                "نص وكالة النهر في التقارير [1, 3, 4]، فهي مصدر مستقل واحد",
                "التقرير [2]، لا يُعرف أنه منقول عن غير ناشره",
            ],
        ),
    ],
)
def test_why_so_many_are_independent(
    words: Wording, sources: list[Source], lines: list[str]
) -> None:
    said = [f"{each.before} {list(each.numbers)}{each.after}" for each in origins(sources, words)]
    assert said == lines


def _event(library: Library, *claims: tuple[str, str]) -> Event:
    event = library.events["2020-03-05-agreement"]
    own = event.claims[0]
    made = [own.model_copy(update={"said_by": (who,), "act": act}) for who, act in claims]
    return event.model_copy(update={"claims": tuple(made)})


@pytest.mark.parametrize(
    ("claims", "said", "denied"),
    [
        ([("mayor", "states")], ["سمير النهري 1"], []),
        ([("mayor", "states"), ("mayor", "estimates")], ["سمير النهري 2"], []),
        (
            [("mayor", "states"), ("east-city", "confirms"), ("mayor", "announces")],
            ["سمير النهري 2", "المدينة الشرقية 1"],
            [],
        ),
        (
            [("mayor", "states"), ("east-city", "denies"), ("mayor", "denies")],
            ["سمير النهري 1"],
            ["المدينة الشرقية 1", "سمير النهري 1"],
        ),
        ([("mayor", "denies")], [], ["سمير النهري 1"]),
    ],
)
def test_who_says_and_who_denies(
    library: Library,
    words: Wording,
    claims: list[tuple[str, str]],
    said: list[str],
    denied: list[str],
) -> None:
    made = ledger(_event(library, *claims), words)
    assert made
    for side, expected in ((made.said, said), (made.denied, denied)):
        assert [f"{voice.speakers[0].text} {len(voice.says)}" for voice in side] == expected


def test_a_claim_refers_to_sources_by_their_number(library: Library, words: Wording) -> None:
    made = ledger(library.events["2020-03-05-agreement"], words)
    assert made
    assert [said.sources for voice in made.said for said in voice.says] == [(), (4,)]
    assert made.rests_on_all
    assert made.cites


def test_an_event_without_claims_has_no_ledger(library: Library, words: Wording) -> None:
    assert ledger(library.events["2021-21-works"], words) is None


def test_neighbours_in_time_and_in_sections(library: Library) -> None:
    around = EventNeighbours(Publication(library))
    after = around.after("2020-03-05-agreement")
    assert [(n.card.id, [s.text for s in n.sections]) for n in after] == [
        ("2021-21-works", ["البناء"]),
        ("2021-07-cost", ["المال"]),
    ]
    assert [n.card.id for n in around.before("2021-07-cost")] == [
        "2021-21-works",
        "2020-03-05-agreement",
    ]
    assert around.before("2020-03-05-agreement") == ()


def test_the_chain_goes_both_ways_oldest_first(library: Library) -> None:
    around = EventNeighbours(Publication(library))
    assert [(word, card.id) for word, card in around.related("2021-21-works")] == [
        ("ينفذ", "2020-03-05-agreement"),
        ("يليه", "2021-07-cost"),
    ]


def test_two_that_contradict_each_other_are_listed_once(library: Library) -> None:
    cost, deal = library.events["2021-07-cost"], library.events["2020-03-05-agreement"]
    back = tuple(each.model_copy(update={"event": "2021-07-cost"}) for each in cost.related[:1])
    events = {**library.events, "2020-03-05-agreement": deal.model_copy(update={"related": back})}
    mutual = replace(library, events=events)
    related = EventNeighbours(Publication(mutual)).related("2020-03-05-agreement")
    assert [(word, card.id) for word, card in related] == [
        ("نُفذ في", "2021-21-works"),
        ("يناقض", "2021-07-cost"),
    ]


PAGE = cite_page.Cited(
    "2020-cost", "جسر النهر", "كلفة 100% & {أكثر} <10>", "https://x.example/events/2020-cost/",
    "بيانات حتى 2021", "data as of 2021",
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "house",
            "“كلفة 100% & {أكثر} <10>”، جسر النهر، بيانات حتى 2021، https://x.example/events/2020-cost/",
        ),
        (
            "apa",
            "جسر النهر. (بيانات حتى 2021). كلفة 100% & {أكثر} <10>. https://x.example/events/2020-cost/",
        ),
        (
            "bibtex",
            "@online{2020-cost, title = {كلفة 100\\% \\& \\{أكثر\\} <10>}, "
            "organization = {جسر النهر}, url = {https://x.example/events/2020-cost/}, "
            "note = {data as of 2021}, langid = {arabic}, }",
        ),
    ],
)
def test_a_page_is_cited(code: str, words: str) -> None:
    made = {each.code: each.words for each in cite_page.styles(PAGE)}
    assert " ".join(made[code].striptags().split()) == words
    assert "<10>" not in made[code]
