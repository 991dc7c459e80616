"""What an event's page says of claims, witnesses and neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.model import Claim, Source
from explainer.site.views.around import ENOUGH, EventNeighbours, Neighbour
from explainer.site.views.evidence_words import notes, why_confirmed, why_doubtful
from explainer.site.views.ledger import LedgerRow, ledger
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
        ([CARRIED], ["نص وكالة النهر في التقرير [1]"]),
        (
            [OWN, CARRIED],
            ["نص وكالة النهر في التقرير [2]", "التقرير [1]، لا يُعرف أنه منقول عن غير ناشره"],
        ),
        ([WIRE, CARRIED], ["نص وكالة النهر في التقريرين [1, 2]، فهو مصدر مستقل واحد"]),
        (
            [WIRE, RADIO, CARRIED, AGAIN],
            [
                "نص وكالة النهر في التقارير [1, 3, 4]، فهو مصدر مستقل واحد",
                "نص إذاعة المدينة في التقرير [2]، وهو كلام باسم المدينة الشرقية، أي باسم القائل أو "
                "أحد المشاركين، فليس مصدرا مستقلا",
            ],
        ),
    ],
)
def test_why_so_many_are_independent(
    library: Library, words: Wording, sources: list[Source], lines: list[str]
) -> None:
    found = evidence.origins(sources, ["east-city"], library.sides)
    said = [
        f"{each.before} {list(each.numbers)}{each.after}" for each in notes(found, sources, words)
    ]
    assert said == lines


AGREEMENT = "2020-03-05-agreement"


def test_an_outlet_that_is_an_actor_too_speaks_for_itself(library: Library) -> None:
    wire = library.actors["builder"].model_copy(
        update={"name": library.publishers["river-wire"].name, "type": "organisation"}
    )
    ours = replace(library, actors={**library.actors, "river-wire": wire})
    found = evidence.origins([CARRIED], ["east-city"], ours.sides)
    (note,) = notes(found, [CARRIED], Wording(ours))
    assert (note.before, note.after) == ("نص وكالة النهر في التقرير", "")


def _with(library: Library, *claims: Mapping[str, object], **fields: object) -> Wording:
    """Word the library with other claims in one of its events."""
    made = [Claim.model_validate({"text": "قول", "act": "states", **claim}) for claim in claims]
    changed = library.events[AGREEMENT].model_copy(update={"claims": tuple(made), **fields})
    return Wording(replace(library, events={**library.events, AGREEMENT: changed}))


def _names(row: LedgerRow) -> tuple[list[str], list[str]]:
    return tuple(  # type: ignore[return-value]
        [f"{line.speakers[0].text} {line.act}" for line in side] for side in (row.said, row.against)
    )


MAYOR, EAST, WEST = "سمير النهري", "المدينة الشرقية", "المدينة الغربية"


@pytest.mark.parametrize(
    ("claims", "rows"),
    [
        ([("mayor", "states")], [([f"{MAYOR} قول"], [])]),
        (
            [("mayor", "suspects"), ("east-city", "estimates"), ("west-city", "announces")],
            [([f"{WEST} إعلان"], []), ([f"{EAST} تقدير"], []), ([f"{MAYOR} اشتباه"], [])],
        ),
        (
            [("mayor", "states"), ("west-city", "denies"), ("east-city", "states")],
            [([f"{MAYOR} قول", f"{EAST} قول"], [f"{WEST} نفي"])],
        ),
        (
            [("mayor", "states"), ("west-city", "denies"), ("west-city", "states")],
            [([f"{MAYOR} قول"], [f"{WEST} نفي"]), ([f"{WEST} قول"], [])],
        ),
        ([("mayor", "denies")], [([f"{MAYOR} نفي"], [])]),
        (
            [("mayor", "estimates"), ("east-city", "alleges"), ("mayor", "states")],
            [([f"{MAYOR} تقدير"], []), ([f"{MAYOR} قول"], []), ([f"{EAST} اتهام"], [])],
        ),
    ],
)
def test_the_strongest_stands_first_and_a_denial_beside_what_it_denies(
    library: Library,
    claims: list[tuple[str, str]],
    rows: list[tuple[list[str], list[str]]],
) -> None:
    made = ledger(AGREEMENT, _with(library, *({"said_by": s, "act": a} for s, a in claims)))
    assert made
    assert [_names(row) for row in made.rows] == rows


def test_the_speakers_of_an_event_come_before_the_others(library: Library) -> None:
    claims = ({"said_by": "west-city"}, {"said_by": "mayor", "act": "suspects"})
    made = ledger(AGREEMENT, _with(library, *claims, status="claimed", said_by=("mayor",)))
    assert made
    assert [_names(row)[0] for row in made.rows] == [[f"{MAYOR} اشتباه"], [f"{WEST} قول"]]


def test_what_answers_from_another_event_stands_there_too(library: Library) -> None:
    answer = {"event": "2021-21-works", "claim": "begun", "as": "contradicts"}
    words = _with(library, {"said_by": "mayor", "act": "denies", "answers": [answer]})
    there = ledger("2021-21-works", words)
    assert there
    (row,) = there.rows
    line = next(each for each in row.against if each.speakers[0].text == MAYOR)
    assert line.elsewhere
    assert line.elsewhere.text == library.events[AGREEMENT].title


def test_what_contradicts_and_is_no_denial_is_called_otherwise(library: Library) -> None:
    answer = {"event": AGREEMENT, "claim": "one", "as": "contradicts"}
    claims = ({"said_by": "mayor", "id": "one"}, {"said_by": "east-city", "answers": [answer]})
    made = ledger(AGREEMENT, _with(library, *claims))
    assert made
    assert [(_names(row), row.against_title) for row in made.rows] == [
        (([f"{MAYOR} قول"], [f"{EAST} قول"]), "ما يخالفه")
    ]


def test_what_confirms_from_another_event_is_named_there_and_here(library: Library) -> None:
    answer = {"event": "2021-21-works", "claim": "begun", "as": "confirms"}
    words = _with(library, {"said_by": "mayor", "answers": [answer]})
    there, here = ledger("2021-21-works", words), ledger(AGREEMENT, words)
    assert there
    assert here
    (bond,) = there.rows[0].said[0].bonds
    assert (bond.word, bond.speakers[0].text) == ("تأكيد من", MAYOR)
    (bond,) = here.rows[0].said[0].bonds
    assert bond.word == "تأكيد لقول"


def test_where_nothing_is_denied_others_stand_beside_what_is_disputed(library: Library) -> None:
    claims = ({"said_by": "east-city"}, {"said_by": "west-city"})
    words = _with(library, *claims, status="disputed", said_by=("east-city",))
    made = ledger(AGREEMENT, words)
    assert made
    assert [(_names(row), row.against_title) for row in made.rows] == [
        (([f"{EAST} قول"], [f"{WEST} قول"]), "ما يقوله آخرون")
    ]


def test_a_claim_refers_to_sources_by_their_number(words: Wording) -> None:
    made = ledger(AGREEMENT, words)
    assert made
    assert [line.sources for row in made.rows for line in row.said] == [(1, 3), (4,)]
    assert all(line.recorded for row in made.rows for line in row.said)


def test_it_is_said_where_no_source_is_recorded(library: Library) -> None:
    made = ledger(AGREEMENT, _with(library, {"said_by": "mayor"}))
    assert made
    assert [(line.sources, line.recorded) for line in made.rows[0].said] == [((), False)]


def test_an_event_without_claims_has_no_ledger(library: Library) -> None:
    assert ledger(AGREEMENT, _with(library)) is None


BOTH = ({"said_by": "east-city", "as_of": "2020-03-06"}, {"said_by": "west-city"})


@pytest.mark.parametrize(
    ("basis", "claims", "why"),
    [
        ("public_act", (), "لأنه فعل علني بذاته"),
        (None, (), "ولم يُسجَّل سبب تأكيده"),
        (
            "both_sides", BOTH,
            "لأن الطرفين أقرا به: المدينة الشرقية في 6 آذار/مارس 2020، والمدينة الغربية",
        ),
        (
            "both_sides", (*reversed(BOTH), {"said_by": "west-city", "as_of": "2020-03-05"}),
            "لأن الطرفين أقرا به: المدينة الغربية في 5 آذار/مارس 2020، والمدينة الشرقية في "
            "6 آذار/مارس 2020",
        ),
    ],
)  # fmt: skip
def test_why_it_is_confirmed(
    library: Library, basis: str | None, claims: tuple[dict[str, object], ...], why: str
) -> None:
    assert why_confirmed(AGREEMENT, _with(library, *claims, basis=basis)) == why


def test_who_spoke_before_it_happened_did_not_acknowledge_it(library: Library) -> None:
    before = {"said_by": "east-city", "as_of": "2020-03-04"}
    words = _with(library, before, *BOTH, basis="both_sides")
    assert why_confirmed(AGREEMENT, words).startswith(
        "لأن الطرفين أقرا به: المدينة الشرقية في 6 آذار/مارس 2020"
    )


DENIAL = {"said_by": "west-city", "act": "denies"}


@pytest.mark.parametrize(
    ("status", "said_by", "claims", "why"),
    [
        ("confirmed", [], (), ""),
        ("claimed", ["mayor"], (), "يقوله طرف واحد، ولم يؤكده طرف آخر."),
        ("claimed", ["mayor", "builder"], (), "لم يؤكده غير قائليه."),
        ("disputed", ["mayor"], ({"said_by": "mayor"}, DENIAL), "ينفيه طرف آخر."),
        ("disputed", ["mayor"], ({"said_by": "mayor"},), "يقول آخرون ما يخالفه."),
        ("suspected", ["mayor"], (), "أصحابه أنفسهم يقدمونه على أنه غير متحقق منه."),
    ],
)
def test_why_it_is_not_confirmed(
    library: Library, status: str, said_by: list[str], claims: tuple[dict[str, object], ...],
    why: str,
) -> None:  # fmt: skip
    words = _with(library, *claims, status=status, said_by=tuple(said_by))
    assert why_doubtful(AGREEMENT, words) == why


@pytest.mark.parametrize(
    ("denying", "told"),
    [
        (["mayor"], "والنفي لسمير النهري"),
        (["mayor", "east-city"], "والنفي للمدينة الشرقية"),
        (["mayor", "builder"], "والنفي لسمير النهري وشركة الجسور المتحدة"),
    ],
)
def test_who_denies_beside_their_state_is_not_named_again(
    library: Library, denying: list[str], told: str
) -> None:
    mayor = library.actors["mayor"].model_copy(update={"country": "FR"})
    ours = replace(library, actors={**library.actors, "mayor": mayor})
    claims = ({"said_by": "west-city"}, *({"said_by": each, "act": "denies"} for each in denying))
    words = _with(ours, *claims, status="claimed", said_by=("west-city",))
    assert words.denial(AGREEMENT) == told


@pytest.mark.parametrize(
    ("publishers", "why"),
    [
        (2, "لأن مصدرين مستقلين أورداه: ناشر 0 وناشر 1"),
        (3, "لأن 3 مصادر مستقلة أوردته: ناشر 0 وناشر 1 وناشر 2"),
        (11, "لأن 11 مصدرا مستقلا أورده: ناشر 0 وناشر 1 وناشر 2 وناشر 3 وغيرها"),
    ],
)
def test_who_confirms_it_independently(library: Library, publishers: int, why: str) -> None:
    known = {
        f"p{n}": library.publishers["daily-bridge"].model_copy(
            update={
                "name": library.publishers["daily-bridge"].name.model_copy(
                    update={"ar": f"ناشر {n}"}
                )
            }
        )
        for n in range(publishers)
    }
    sources = tuple(_source(each, 1) for each in known)
    words = _with(library, basis="independent", sources=sources)
    words = Wording(replace(words.library, publishers={**library.publishers, **known}))
    assert why_confirmed(AGREEMENT, words) == why


def _told(neighbours: tuple[Neighbour, ...]) -> list[tuple[str, str]]:
    return [(each.card.id, each.relation) for each in neighbours]


DEAL, WORKS, COST = "2020-03-05-agreement", "2021-21-works", "2021-07-cost"


def test_each_neighbour_stands_once_and_says_what_it_is(library: Library) -> None:
    around = EventNeighbours(Publication(library))
    assert _told(around.after(DEAL)) == [(WORKS, "تنفيذ لهذا الحدث"), (COST, "يخالف ما جاء هنا")]
    assert _told(around.before(WORKS)) == [(DEAL, "هذا الحدث تنفيذ له")]
    assert _told(around.before(COST)) == [(WORKS, ""), (DEAL, "يخالف ما جاء هنا")]
    assert around.before(DEAL) == ()


def test_a_side_with_enough_that_is_joined_takes_nothing_that_is_only_near(
    library: Library,
) -> None:
    last = list(library.live)[-1]
    event = library.events[last]
    joined = tuple(event.related[0:0])
    events = {**library.events, last: event.model_copy(update={"related": joined})}
    around = EventNeighbours(Publication(replace(library, events=events)))
    assert len(around.before(last)) == ENOUGH


@pytest.mark.parametrize(("all_", "shown", "folded"), [(3, 3, 0), (4, 4, 0), (5, 3, 2)])
def test_what_is_more_than_a_few_on_a_side_is_folded(
    library: Library, all_: int, shown: int, folded: int
) -> None:
    around = EventNeighbours(Publication(library))
    neighbours = around.after(DEAL)[:1] * all_
    side = around._folded("بعده", neighbours)
    assert (len(side.shown), len(side.folded), side.number) == (shown, folded, str(folded))
