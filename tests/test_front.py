"""The front page: its points by degree, its turning points, who is who, its questions."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.content.library import Library, load
from explainer.site.output import Output, Page
from explainer.site.pictures import pins
from explainer.site.views.cast import CAST_NAMES, cast
from explainer.site.views.degrees import POINTS, degrees
from explainer.site.views.publication import Publication
from explainer.site.views.reader_questions import questions
from explainer.site.views.turns import TURNS, turns
from tests.conftest import LARGE, LATER, NOW, SECOND, TINY, make

TREATY, WORKS, COST = "2020-03-05-agreement", "2021-21-works", "2021-07-cost"


@pytest.fixture(scope="module")
def output() -> Output:
    return make(TINY)


def _page(output: Output, address: str) -> Page:
    return next(page for page in output.pages if page.address == address)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "content"))


def _site(content: Path, **fields: str) -> Library:
    """Write fields of site.yml anew, and read the content."""
    path = content / "site.yml"
    text = path.read_text("utf-8")
    for field, typed in fields.items():
        text = re.sub(rf"^{field}:.*\n(?:[ -].*\n|\n(?= ))*", "", text, flags=re.M)
        text += f"{field}: {typed}\n"
    path.write_text(text, "utf-8")
    return load(content, NOW)


# Points by degree.


def test_points_stand_under_their_degree(output: Output) -> None:
    body = _page(output, "/").body
    found = re.findall(r'x-degree--([a-z]+)">.*?<h3>.*?</svg> ([^<]+)</h3>', body, re.DOTALL)
    assert found == [
        ("confirmed", "المؤكد"),
        ("suspected", "ما يُشتبه به"),
        ("disputed", "ما يقوله طرف ويخالفه آخر"),
    ]


def _points(codes: str, content: Path) -> Library:
    names = {"c": "confirmed", "o": "claimed", "s": "suspected", "d": "disputed"}
    typed = [
        f"{{text: نقطة {n}, events: [{TREATY}], status: {names[code]}}}"
        for n, code in enumerate(codes)
    ]
    return _site(content, key_points=f"[{', '.join(typed)}]")


@pytest.mark.parametrize(
    ("codes", "shown", "others"),
    [
        ("cc", "cc", ""),
        ("ccccccccc", "ccccccc", "cc"),
        ("cccccccdo", "cccccod", "cc"),  # whatever comes last is not lost among the many
        ("dddddddddo", "oddddddd"[:7], "ddd"),
    ],
)
def test_so_many_are_shown_and_of_each_degree(
    content: Path, codes: str, shown: str, others: str
) -> None:
    library = _points(codes, content)
    words = Publication(library).words
    first, rest = degrees(library.site.key_points, words)
    letter = {"confirmed": "c", "claimed": "o", "suspected": "s", "disputed": "d"}
    assert "".join(letter[d.status.code] * len(d.points) for d in first) == shown
    assert "".join(letter[d.status.code] * len(d.points) for d in rest) == others
    assert len(shown) <= POINTS


def test_a_point_leads_where_its_words_lead_else_at_its_end(output: Output) -> None:
    body = _page(output, "/").body
    own, added = re.findall(r"<li>.*?</li>", body.partition("x-degrees")[2])[:2]
    assert "اتفاق الجسر</a>" in own
    assert "x-rests" not in own
    assert 'class="x-rests"' in added


def test_a_point_of_which_nothing_is_listed_is_left_out(content: Path) -> None:
    library = _site(content, key_points="[{text: مسودة, events: [2021-11-draft]}]")
    assert degrees(library.site.key_points, Publication(library).words) == ([], [])


# Turning points.


def test_an_editor_chooses_them_and_time_orders_them(output: Output) -> None:
    body = _page(output, "/").body.partition('class="x-turns"')[2].partition("</ol>")[0]
    shown = re.findall(r"events/([^/]+)/", body)
    assert shown == [TREATY, WORKS, COST]


def test_else_they_are_the_weightiest() -> None:
    library = load(LARGE, LATER)
    found = turns(library)
    assert len(found) == TURNS
    assert {library.live[i].importance for i in found} == {1}
    assert found == [i for i in library.live if i in found]


def test_what_lies_long_before_the_others_stands_apart(tmp_path: Path) -> None:
    content = Path(shutil.copytree(LARGE, tmp_path / "content"))
    old = content / "events/1931/1931-05-old.yml"
    old.parent.mkdir()
    like = next((content / "events").rglob("2017-03-05-works-begin.yml")).read_text("utf-8")
    old.write_text(like.replace("2017-03-05", "1931-05-05"), "utf-8")
    library = load(content, LATER)
    assert library.live["1931-05-old"].importance == 1
    assert "1931-05-old" not in turns(library)


def test_one_event_is_no_course() -> None:
    assert turns(load(SECOND, NOW)) == []


PLACES = st.lists(st.floats(0, 100), min_size=1, max_size=8).map(lambda p: sorted(p, reverse=True))


@given(PLACES)
def test_heads_of_pins_lie_apart_in_their_order(places: list[float]) -> None:
    heads = pins.spread(places)
    assert all(a - b >= pins.APART - 1e-6 for a, b in pairwise(heads))
    assert heads[0] <= pins.EARLIEST
    assert heads[-1] >= pins.LATEST - 1e-6


def test_a_pin_with_room_stands_at_its_time() -> None:
    assert pins.spread([90, 60, 20]) == pytest.approx([90, 60, 20])
    assert pins.spread([51, 50, 20]) == pytest.approx([52.8, 48.2, 20])


def test_a_pin_has_the_number_and_shape_of_its_event() -> None:
    days = [date(2020, 3, 5), date(2021, 3, 1), date(2023, 7, 9)]
    made = [
        pins.Pin(str(n), day, status)
        for n, (day, status) in enumerate(
            zip(days, ("confirmed", "claimed", "disputed"), strict=True), 1
        )
    ]
    drawn = pins.line_of_time(made, str)
    heads = re.findall(r'x-pin--([a-z]+)"><circle[^>]*/><text[^>]*>(\d)</text>', drawn)
    assert heads == [("confirmed", "1"), ("claimed", "2"), ("disputed", "3")]
    assert re.findall(r'x-pins__name"[^>]*>(\d+)<', drawn) == ["2020", "2021", "2022", "2023"]


@pytest.mark.parametrize(("first", "last"), [(2020, 2020), (2010, 2025), (1900, 2026), (1, 2026)])
def test_few_years_are_named(first: int, last: int) -> None:
    made = [pins.Pin("1", date(first, 5, 1), "confirmed"), pins.Pin("2", date(last, 6, 1), "x")]
    named = re.findall(r'x-pins__name" x="([0-9.]+)%"', pins.line_of_time(made, str))
    assert 1 <= len(named) <= pins.NAMED_YEARS + 1
    places = [float(each) for each in named]
    assert all(a - b > 9 for a, b in pairwise(places))


# Who is who, questions, what is unknown, what is missing.


def test_who_is_who_has_three_lists_of_names_over_posts() -> None:
    lists = cast(Publication(load(LARGE, LATER)))
    assert [head for head, _ in lists] == ["أشخاص", "هيئات وقوات وشركات", "دول"]
    assert all(1 <= len(names) <= CAST_NAMES for _, names in lists)
    assert all(each.post for _, names in lists for each in names)
    assert lists[2][1][0].post.endswith(("حدثا", "أحداث", "حدث"))


def test_home_has_a_question_s_first_paragraph_and_the_page_all(output: Output) -> None:
    (asked,) = questions(Publication(load(TINY, NOW)))
    assert asked.goes_on
    home, page = _page(output, "/").body, _page(output, "/questions/").body
    assert 'id="q1" open' in home
    assert str(asked.first) in home
    assert "زاد عدد المسافرين" not in home
    assert "questions/#q1" in home
    assert '<h2 id="q1">' in page
    assert "زاد عدد المسافرين" in page


def test_what_stands_before_a_colon_heads_what_nobody_knows(content: Path) -> None:
    text = "كلفة الطلاء: لم يُعرف من دفعها. ولا متى"
    path = content / "site.yml"
    path.write_text(
        path.read_text("utf-8").replace("لم يُعرف من دفع كلفة الطلاء", f"'{text}'"), "utf-8"
    )
    body = _page(make(content), "/").body
    assert "<li><strong>كلفة الطلاء</strong> لم يُعرف من دفعها.</li>" in body
    assert "<li>لا يُعرف عدد العابرين في اليوم الأول</li>" in body


def test_the_smallest_explainer_has_no_empty_block() -> None:
    output = make(SECOND)
    body = _page(output, "/").body
    heads = re.findall(r'<h2 id="([a-z-]+)"', body)
    assert heads == ["newest", "sections", "how"]
    assert "/questions/" not in {str(page.address) for page in output.pages}
    assert "أسئلة وأجوبة" not in {entry.title for item in output.nav for entry in item.children}
    assert not re.search(r"<(ul|ol|dl|p|div)[^>]*>\s*</\1>", body)


def test_every_listed_address_is_a_page(output: Output) -> None:
    (file,) = [file for file in output.files if file.path == "assets/addresses.json"]
    listed = json.loads(file.content)
    pages = {str(page.address): page.title for page in output.pages}
    assert [f"/{address}" for address, _ in listed if f"/{address}" not in pages] == []
    assert ["events/2020-03-05-agreement/", pages["/events/2020-03-05-agreement/"]] in listed
    assert not [address for address, _ in listed if "draft" in address]
