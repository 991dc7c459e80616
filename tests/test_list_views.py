"""What lists of records show: weight before day, other words only, sources without a title."""

from __future__ import annotations

import pytest

from explainer.content.library import Library
from explainer.content.model import Source, Term
from explainer.dates import parse
from explainer.site.views import actors, disputed, glossary
from explainer.site.views.wording import Wording


def test_an_actor_s_weightiest_events_stand_first(library: Library) -> None:
    ids = list(library.live)
    assert actors._by_weight(ids[: actors.FEW], library) == (ids[: actors.FEW][::-1], [])
    main, others = actors._by_weight(ids * 3, library)
    assert {library.live[i].importance for i in main} == {actors.WEIGHTY}
    assert actors.WEIGHTY not in {library.live[i].importance for i in others}


def test_a_state_has_no_country_besides_itself(library: Library) -> None:
    mayor = library.actors["mayor"].model_copy(update={"country": "FR"})
    assert actors._country(mayor) == "فرنسا"
    assert actors._country(mayor.model_copy(update={"type": "state"})) == ""


def test_a_term_is_not_called_by_its_own_forms() -> None:
    term = Term(term="حاوية شحن", aliases=("حاوية", "الحاوية", "صندوق"), definition="صندوق معدني.")
    assert glossary._telling(term) == ["صندوق"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("عدد القتلى: قدّرته المدينة بثلاثة.", ("عدد القتلى", "قدّرته المدينة بثلاثة.")),
        ("لا يعرف أحد متى ينتهي.", ("لا يعرف أحد متى ينتهي.", "")),
        ("قال *كما ورد: نعم* ثم سكت.", ("قال <em>كما ورد: نعم</em> ثم سكت.", "")),
    ],
)
def test_what_nobody_knows_is_parted_from_what_is_said_of_it(
    library: Library, text: str, parts: tuple[str, str]
) -> None:
    assert disputed._question(text, Wording(library)) == parts


@pytest.mark.parametrize(
    ("day", "called"),
    [
        ("2021-07-14", "تقرير صحيفة الجسر اليومية، 14 تموز/يوليو 2021"),
        (None, "تقرير صحيفة الجسر اليومية"),
    ],
)
def test_a_source_without_a_title_says_what_it_is(
    library: Library, day: str | None, called: str
) -> None:
    source = Source(publisher="daily-bridge", title=None, date=day and parse(day))
    assert Wording(library).source(source).called == called
