"""Rules over whole events that only warn, and what each refuses or lets pass."""

from __future__ import annotations

import pytest

from explainer.content.model import Actor, Event, Publisher
from explainer.content.record_rules import RuleContext, findings
from explainer.content.sides import Sides

ACTORS = {
    "east": {"name": {"ar": "الشرق"}, "type": "state", "country": "NZ"},
    "west": {"name": {"ar": "الغرب"}, "type": "state", "country": "FI"},
    "chief": {"name": {"ar": "الرئيس"}, "type": "person", "country": "NZ"},
    "wire": {"name": {"ar": "الوكالة"}, "type": "organisation"},
    "institute": {"name": {"ar": "المعهد"}, "type": "organisation"},
}
PUBLISHERS = {
    "wire": {"name": {"ar": "وكالة"}, "type": "wire"},
    "daily": {"name": {"ar": "يومية"}, "type": "newspaper"},
    "official": {"name": {"ar": "رسمية"}, "type": "state_media", "speaks_for": "east"},
    "institute": {"name": {"ar": "معهد"}, "type": "think_tank"},
}
SIDES = Sides(
    {i: Actor.model_validate(fields) for i, fields in ACTORS.items()},
    {i: Publisher.model_validate(fields) for i, fields in PUBLISHERS.items()},
    frozenset({"east", "west"}),
)


def _event(**fields: object) -> Event:
    base = {
        "title": "ع", "summary": "م", "date": "2024", "sections": ["s"], "kind": "other",
        "importance": "3", "status": "confirmed", "basis": "public_act",
        "sources": [{"publisher": "daily"}],
    }  # fmt: skip
    return Event.model_validate(base | fields)


def _codes(event: Event, **others: Event) -> list[str]:
    context = RuleContext({"x": event, **others}, SIDES)
    return [found.message.code for found in findings("x", context)]


def _claim(said_by: object = "chief", act: str = "states", **more: object) -> dict[str, object]:
    return {"text": "قول", "said_by": said_by, "act": act, **more}


TWO = [{"publisher": "daily"}, {"publisher": "wire"}]


def _dated(*days: str | None) -> list[dict[str, object]]:
    return [{"publisher": "daily", "id": f"d{n}", "date": day} for n, day in enumerate(days)]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        # Which source bears a claim.
        ({"claims": [_claim()]}, []),
        ({"claims": [_claim()], "sources": TWO}, ["W803"]),
        ({"claims": [_claim(sources=["daily"]), _claim()], "sources": TWO}, ["W803"]),
        ({"claims": [_claim(sources=["dayly"])], "sources": TWO}, ["E505"]),
        # Outlets speak by what they publish, or by who carries it.
        ({"claims": [_claim("wire")]}, ["E801"]),
        ({"claims": [_claim("wire", sources=["wire"])], "sources": TWO}, []),
        ({"claims": [_claim("wire", sources=["daily"])], "sources": TWO}, ["E801"]),
        ({"claims": [_claim("wire")], "sources": [{"publisher": "daily", "via": "wire"}]}, []),
        ({"claims": [_claim("institute")]}, []),
        # Nothing is said after all that tells of it; a day may be the clocks' doing.
        ({"claims": [_claim(as_of="2024-05-03")], "sources": _dated("2024-05-01")}, ["E802"]),
        ({"claims": [_claim(as_of="2024-05-02")], "sources": _dated("2024-05-01")}, ["W808"]),
        ({"claims": [_claim(as_of="2024-05-01")], "sources": _dated("2024-05-01")}, []),
        ({"claims": [_claim(as_of="2024-05")], "sources": _dated("2024-05-01")}, []),
        ({"claims": [_claim(as_of="2024-05-03")], "sources": _dated("2024-05")}, []),
        ({"claims": [_claim(as_of="2024-05-03~")], "sources": _dated("2024-05-01")}, []),
        ({"claims": [_claim(as_of="2025")], "sources": _dated("2024-05-01?")}, []),
        ({"claims": [_claim(as_of="2025")], "sources": _dated("2024/..")}, []),
        ({"claims": [_claim(as_of="2025", sources=["d0"])], "sources": _dated(None, "2024")}, []),
        ({"claims": [_claim(as_of="2025", sources=["d1"])],
          "sources": _dated(None, "2023")}, ["E802"]),
        ({"claims": [_claim(as_of="2026")], "sources": _dated("2023", "2024")}, ["E802", "W803"]),
        ({"claims": [_claim(as_of="2026")], "sources": _dated("2023", None)}, ["W803"]),
        # Why it is confirmed.
        ({"basis": None}, ["W804"]),
        ({"basis": None, "publish": "withdrawn"}, []),
        ({"status": "claimed", "said_by": "chief"}, ["E807"]),
        ({"basis": "independent"}, ["E806"]),
        ({"basis": "independent", "sources": TWO}, []),
        ({"basis": "independent", "sources": [*TWO[:1], {"publisher": "official"}]}, []),
        ({"basis": "independent", "sources": [*TWO[:1], {"publisher": "official"}],
          "actors": ["chief"]}, ["E806"]),
        ({"basis": "independent", "sources": [*TWO[1:], {"publisher": "daily", "via": "wire"}]},
         ["E806"]),
        ({"basis": "both_sides", "claims": [_claim("chief"), _claim("west")]}, []),
        ({"basis": "both_sides", "claims": [_claim("chief"), _claim("east")]}, ["E805"]),
        ({"basis": "both_sides", "claims": [_claim("chief"), _claim("west", "denies")]}, ["E805"]),
        ({"basis": "both_sides", "claims": [_claim("chief"), _claim("west", as_of="2023")],
          "sources": _dated("2024")}, ["E805"]),
        ({"basis": "both_sides", "claims": [_claim("chief"), _claim("west", as_of="2024")],
          "sources": _dated("2024")}, []),
        ({"basis": "both_sides", "said_by": ["chief", "west"]}, []),
        ({"basis": "both_sides"}, ["E805"]),
        # What is not in the registries is refused elsewhere, and not judged here.
        ({"basis": "independent", "sources": [{"publisher": "nowhere"}]}, []),
    ],
)  # fmt: skip
def test_a_rule_finds(fields: dict[str, object], codes: list[str]) -> None:
    assert sorted(_codes(_event(**fields))) == codes


def test_the_other_side_may_confirm_in_another_event() -> None:
    said = _event(basis="both_sides", claims=[_claim(id="one")])
    answer = {"event": "x", "claim": "one", "as": "confirms"}
    other = _event(claims=[_claim("west", answers=[answer])])
    assert _codes(said) == ["E805"]
    assert _codes(said, y=other) == []


def test_a_basis_that_would_fit_is_named() -> None:
    context = RuleContext({"x": _event(basis=None, sources=TWO)}, SIDES)
    (found,) = findings("x", context)
    assert found.is_warning
    assert found.message.en.endswith("; independent would fit")
    assert found.message.ar.endswith("؛ ويناسبه independent")
