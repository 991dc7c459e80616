"""Figures as pages, the search and the exports tell them, and what `check` says of them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.arabic import vocabulary
from explainer.content import rivals, yaml_file
from explainer.content.library import Library, load
from explainer.content.model import Figure
from explainer.editors.check import check
from explainer.site.exports import csv_tables, json_data
from explainer.site.search.documents import documents
from explainer.site.views.figure_words import FigureCard
from explainer.site.views.key_figures import key_figures
from explainer.site.views.publication import Publication
from tests.conftest import NOW, ROOT, TESTS

RIVAL = {"as_of": "2021-08", "best": 20, "said_by": "builder", "status": "claimed"}


def value(**given: Any) -> dict[str, Any]:
    said = {"as_of": "2021-08-01", "said_by": "east-city", "status": "claimed"}
    return {**said, "event": "2021-07-cost", **given}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny site."""
    shutil.copytree(TESTS / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path / "content")
    return tmp_path / "content"


def with_figure(content: Path, **fields: Any) -> Publication:
    """Add a figure `it` to the content, and give what is published."""
    told = {"title": "ع", "unit": "جندي", "measure": "level", "section": "money", **fields}
    path = content / "figures.yml"
    text = yaml.safe_dump({"it": told}, allow_unicode=True, sort_keys=False)
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    return Publication(load(content, NOW))


def card(content: Path, *values: dict[str, Any], **fields: Any) -> FigureCard:
    return with_figure(content, values=list(values), **fields).figures.card("it")


# What a reader is told first.


def test_rivals_are_a_span_with_who(content: Path) -> None:
    ours = value(best=350, qualifier="about", said_by="west-city")
    told = card(content, value(best=2000, qualifier="about"), ours, measure="total")
    assert told.kind == "rivals"
    assert told.text == "من نحو 350 إلى نحو 2,000 جندي"
    assert told.who == (
        "نحو 350 بحسب المدينة الغربية، ونحو 2,000 بحسب المدينة الشرقية، حتى الأول من آب/أغسطس 2021"
    )
    assert told.answer == (
        "من نحو 350 بحسب المدينة الغربية إلى نحو 2,000 جندي بحسب المدينة الشرقية، "
        "حتى الأول من آب/أغسطس 2021"
    )
    assert told.status.code == "disputed"
    assert told.growth == ""


def test_the_order_of_the_file_chooses_no_headline(content: Path) -> None:
    one, other = value(best=350), value(best=2000, said_by="west-city")
    first = card(content, one, other)
    (content / "figures.yml").write_bytes((TESTS / "content/figures.yml").read_bytes())
    assert card(content, other, one).text == first.text == "من 350 إلى 2,000 جندي"


def test_an_open_end_stays_open(content: Path) -> None:
    told = card(content, value(best=4700), value(low=6000, said_by="west-city"))
    assert told.text == "من 4,700 إلى 6,000 جندي على الأقل"
    assert "وما لا يقل عن 6,000 بحسب المدينة الغربية" in told.who


def test_a_rival_s_own_ends_are_said_with_its_best(content: Path) -> None:
    told = card(
        content, value(best=3), value(low=14, best=16, high=19, said_by="west-city"), unit="قتيل"
    )
    assert told.text == "من 3 إلى 19 قتيلا"
    assert told.answer.startswith(
        "3 قتلى بحسب المدينة الشرقية، و16 قتيلا، بين 14 و19 بحسب المدينة الغربية"
    )


def test_growth_is_told_as_growth(content: Path) -> None:
    years = [value(best=n, **{"for": str(year)}) for n, year in ((1238, 2019), (9985, 2020))]
    told = card(content, *years, measure="period")
    assert (told.kind, told.text, told.rivals) == ("single", "9,985 جنديا", ())
    assert told.who == "وفقا للمدينة الشرقية، في العام 2020"
    assert told.growth == "من 1,238 في العام 2019 إلى 9,985 جنديا في العام 2020"


def test_growth_from_a_range_keeps_the_range(content: Path) -> None:
    before = value(low=8, high=10, as_of="2020-03-05")
    told = card(content, before, value(best=12, qualifier="about"), measure="total")
    assert told.growth == (
        "بين 8 و10 جنود حتى 5 آذار/مارس 2020، ثم نحو 12 جنديا حتى الأول من آب/أغسطس 2021"
    )


def test_where_all_agree_the_most_exact_is_told_with_all_who_say_it(content: Path) -> None:
    told = card(
        content,
        value(best=123, said_by="mayor"),
        value(best=123, said_by="builder", qualifier="about"),
        value(low=100, said_by="west-city", as_of="2021-08-01"),
    )
    assert (told.kind, told.rivals) == ("agreed", ())
    assert told.who.startswith("وفقا لشركة الجسور المتحدة وسمير النهري")


def test_a_preferred_number_shows_its_reason_and_hides_no_rival(content: Path) -> None:
    told = card(
        content,
        value(best=17),
        value(best=20, qualifier="about", said_by="west-city"),
        preferred={"value": 17, "why": "هو **الرسمي**."},
    )
    assert (told.kind, told.text) == ("preferred", "17 جنديا")
    assert told.why == "هو <strong>الرسمي</strong>."
    assert told.beside.startswith("من 17 بحسب المدينة الشرقية إلى نحو 20 جنديا بحسب")
    assert len(told.rivals) == 2


def test_the_best_estimate_is_shown_with_its_ends(content: Path) -> None:
    told = card(content, value(low=5000, best=5150, high=5200), unit="ميغاواط")
    assert told.text == "5,150 ميغاواط، بين 5,000 و5,200"


@pytest.mark.parametrize(
    ("measure", "about"),
    [("level", "في حزيران/يونيو 2021"), ("total", "حتى حزيران/يونيو 2021")],
)
def test_the_time_of_a_number_stands_beside_when_it_was_said(
    content: Path, measure: str, about: str
) -> None:
    told = card(content, value(best=5, **{"for": "2021-06"}), measure=measure)
    assert told.main.about.prose == about
    assert told.main.said
    assert told.main.said.prose == "في الأول من آب/أغسطس 2021"


def test_history_has_a_group_a_speaker_and_rivals_first(content: Path) -> None:
    told = card(
        content,
        value(best=1, said_by="mayor", as_of="2021-10"),
        value(best=300, as_of="2020"),
        value(best=600),
        value(best=350, said_by="west-city"),
        measure="level",
    )
    groups = [[s.text for s in each.speakers] for each in told.history]
    assert groups == [["المدينة الغربية"], ["المدينة الشرقية"], ["سمير النهري"]]
    assert [v.short for v in told.history[1].values] == ["600", "300"]
    assert [each.mark for each in told.history] == [2, 1, 4], "the parties have the first marks"


def test_rivals_who_say_the_same_share_a_line(content: Path) -> None:
    told = card(
        content,
        value(best=5, said_by="mayor"),
        value(best=9, said_by="west-city"),
        value(best=5),
    )
    assert told.who.startswith("5 بحسب سمير النهري والمدينة الشرقية، و9 بحسب المدينة الغربية")


def test_an_unnamed_speaker_stands_in_its_case(content: Path) -> None:
    actors = content / "actors.yml"
    some = "some:\n  name: {ar: مسؤولون محليون لم يُكشف عن أسمائهم}\n  type: unnamed\n"
    actors.write_text(actors.read_text("utf-8") + some, "utf-8")
    told = card(content, value(best=5, said_by="some"), value(best=9))
    assert "بحسب مسؤولين محليين لم يُكشف" in told.who
    assert told.rivals[0].attribution == "لمسؤولين محليين لم يُكشف عن أسمائهم"
    assert told.rivals[0].speakers[0].text == "مسؤولون محليون لم يُكشف عن أسمائهم"


# What the method says is what the program does.

METHOD = (ROOT / "docs/method.md").read_text("utf-8")


def test_the_method_quotes_what_is_said_of_rivals(content: Path) -> None:
    ours = value(best=2000, qualifier="about", said_by="west-city")
    told = card(content, value(best=350, qualifier="about"), ours, measure="total")
    said, _, _ = told.answer.rpartition("، ")
    assert f"“{said}”" in METHOD


@pytest.mark.parametrize(
    ("values", "fields", "part"),
    [
        ([value(low=5000, best=5150, high=5200)], {"unit": "ميغاواط"}, "text"),
        (
            [value(best=4700, qualifier="about"), value(low=6000, said_by="west-city")],
            {"measure": "level"},
            "text",
        ),
        (
            [value(best=1238, **{"for": "2019"}), value(best=9985, **{"for": "2020"})],
            {"measure": "period"},
            "growth",
        ),
    ],
)
def test_the_method_quotes_the_wording(
    content: Path, values: list[dict[str, Any]], fields: dict[str, Any], part: str
) -> None:
    assert f"“{getattr(card(content, *values, **fields), part)}”" in METHOD


def test_the_method_tells_the_rule_of_rivals() -> None:
    section = METHOD.split("{ #numbers }")[1].split("\n## ")[0]
    assert f"على {rivals.TOTALS_APART.days} يوما" in section
    assert f"على {rivals.LEEWAY * 100:f}".rstrip("0").rstrip(".") + "%" in section
    for words in vocabulary.MEASURE.values():
        assert words in section


def test_the_guide_s_example_is_of_rivals(tmp_path: Path) -> None:
    guide = (ROOT / "docs/guide.md").read_text("utf-8")
    text = guide.split("{ #figures }")[1].split("```yaml\n")[1].split("```")[0]
    (tmp_path / "figures.yml").write_text(text, "utf-8")
    told = Figure.model_validate(
        yaml_file.read(tmp_path / "figures.yml", "f").data["library-books"]
    )
    assert len(rivals.rivals(told)) == 2
    assert all(f"`{each}`" in guide for each in vocabulary.MEASURE)


# What readers do not see.


@pytest.mark.parametrize("hidden", ["2021-11-draft", "2021-12-scheduled"])
def test_a_number_of_a_hidden_event_is_nobody_s_rival(content: Path, hidden: str) -> None:
    told = card(content, value(best=5), value(best=777, said_by="west-city", event=hidden))
    assert (told.kind, told.text) == ("single", "5 جنود")


def test_a_figure_of_hidden_events_alone_is_nowhere(content: Path) -> None:
    event = content / "events/2021/2021-07-cost.yml"
    text = event.read_text("utf-8")
    event.write_text(text.replace("figures: [", "figures: [it, ", 1), "utf-8")
    assert "[it, " in event.read_text("utf-8")
    hidden = value(best=777, event="2021-11-draft")
    publication = with_figure(content, values=[hidden], preferred={"value": 777, "why": "سر"})
    library = publication.library
    assert "it" not in library.figures
    assert "it" not in library.events["2021-07-cost"].figures
    files = [*csv_tables.files(publication), *json_data.files(publication)]
    assert not any(b"777" in file.content for file in files)


def test_a_preferred_number_of_a_hidden_event_is_not_preferred(content: Path) -> None:
    told = card(
        content,
        value(best=5),
        value(best=777, event="2021-11-draft"),
        preferred={"value": 777, "why": "سر"},
    )
    assert (told.kind, told.text, told.why) == ("single", "5 جنود", "")


# The home page.


def test_home_shows_what_editors_chose_in_their_order(content: Path) -> None:
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "figures: [workers, cost]\n", "utf-8")
    assert key_figures(load(content, NOW)) == ["workers", "cost"]


def test_else_home_shows_each_section_s_weightiest(library: Library) -> None:
    chosen = key_figures(library)
    sections = [library.figures[i].section for i in chosen]
    assert set(sections) == set(library.sections)
    assert sections[: len(library.sections)] == list(library.sections)
    assert chosen[0] == "length", "the first section's: of an event of importance 1"


def test_home_has_one_of_every_section_however_many(content: Path) -> None:
    for number in range(8):
        (content / f"sections/s{number}.yml").write_text(f"title: قسم {number}\norder: 9\n")
        with_figure(content, values=[value(best=1)], section=f"s{number}", title=f"ع{number}")
        path = content / "figures.yml"
        path.write_text(path.read_text("utf-8").replace("it:\n", f"it{number}:\n"), "utf-8")
    library = load(content, NOW)
    shown = {library.figures[i].section for i in key_figures(library)}
    assert shown == set(library.sections)


# The search and the exports.


def test_the_search_answers_with_the_rivals_and_who_they_are(library: Library) -> None:
    found = next(d for d in documents(Publication(library)) if d.id == "cost")
    told = Publication(library).figures.card("cost")
    assert found.answer == (told.text, told.who)
    assert "بحسب المدينة الغربية" in found.answer[1]


def rows(publication: Publication) -> list[dict[str, str]]:
    file = next(f for f in csv_tables.files(publication) if f.path.endswith("figures.csv"))
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))


def test_the_table_has_measure_time_and_preference(library: Library) -> None:
    told = {(r["figure"], r["best"]): r for r in rows(Publication(library))}
    assert told["ferry", "1238"]["for"] == "2019"
    assert told["ferry", "1238"]["measure"] == "period"
    assert told["length", "850"]["preferred"] == "yes"
    assert told["length", "1000"]["preferred"] == ""


@pytest.mark.parametrize(
    ("best", "cell"), [("-300", "-300"), ("-2.5", "-2.5"), ("12.50", "12.50"), ("0", "0")]
)
def test_a_negative_number_is_a_number(content: Path, best: str, cell: str) -> None:
    made = with_figure(content, values=[value(best=best)], unit="مليون دولار")
    assert next(r for r in rows(made) if r["figure"] == "it")["best"] == cell


@pytest.mark.parametrize(
    "title", ["-2+3", "=1+1", "+1", "@x", "-1e5", "-", "-2.5.1", "=HYPERLINK(1)", "-٣"]
)
def test_the_guard_against_formulas_stays(content: Path, title: str) -> None:
    made = with_figure(content, values=[value(best=1)], title=title)
    cell = next(r for r in rows(made) if r["figure"] == "it")["title"]
    assert cell == (f"'{title}" if len(title) > 1 else title)


def test_the_json_has_them_too(library: Library) -> None:
    file = next(iter(json_data.files(Publication(library))))
    figures = json.loads(file.content)["figures"]
    assert figures["ferry"]["measure"] == "period"
    assert figures["ferry"]["values"][0]["for"] == "2019"
    assert figures["length"]["preferred"]["value"] == "850"


# What `check` says.


def warnings(content: Path) -> list[str]:
    return [
        str(problem)
        for problem in check(content.relative_to(Path.cwd()))[1]
        if "W52" in problem.code
    ]


def test_a_figure_without_measure_is_told(content: Path) -> None:
    with_figure(content, values=[value(best=1)], measure=None)
    (told,) = warnings(content)
    assert "warning: it: does not say what it measures" in told
    assert told.startswith("figures.yml:")
    assert "expected measure: level" in told


@pytest.mark.parametrize(
    ("time", "status", "measure", "is_told"),
    [
        ("2021-09", "confirmed", "level", True),
        ("2022", "confirmed", "total", True),
        ("2021", "confirmed", "level", False),
        ("2021-08-01", "confirmed", "total", False),
        ("2021-08/2021-12", "confirmed", "total", False),
        ("2021-09", "claimed", "level", False),
        ("2021-09", "confirmed", "period", False),
    ],
)
def test_a_time_that_had_not_come_is_no_fact(
    content: Path, time: str, status: str, measure: str, is_told: bool
) -> None:
    given = value(best=1, status=status, **{"for": time})
    with_figure(content, values=[given], measure=measure)
    told = warnings(content)
    assert [f"it.values[0].for: '{time}' lies after as_of" in line for line in told] == (
        [True] if is_told else []
    )


@pytest.mark.parametrize(
    ("said", "about", "is_told"),
    [("2021-08-01", None, True), ("2021", None, False), ("2021-08-01", "2021-07", False)],
)
def test_a_period_that_is_a_day_is_told(
    content: Path, said: str, about: str | None, is_told: bool
) -> None:
    with_figure(content, values=[value(best=1, as_of=said) | {"for": about}], measure="period")
    told = warnings(content)
    assert [line.endswith("such as for: 2021 [W525]") for line in told] == ([True] * is_told)


def test_a_section_that_home_forgets_is_told(content: Path) -> None:
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "figures: [workers]\n", "utf-8")
    line = site.read_text("utf-8").splitlines().index("figures: [workers]") + 1
    assert warnings(content) == [
        f"site.yml:{line}:1: warning: figures: no figure of the section 'money' is chosen for the "
        "home page; expected one at least, such as cost [W524]"
    ]
    site.write_text(site.read_text("utf-8").replace("[workers]", "[workers, ferry]"), "utf-8")
    assert warnings(content) == []


def test_a_section_without_figures_is_not_told(content: Path) -> None:
    (content / "sections/bare.yml").write_text("title: قسم\n", "utf-8")
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "figures: [workers, ferry]\n", "utf-8")
    assert warnings(content) == []


def test_the_tiny_site_has_nothing_to_be_told(content: Path) -> None:
    assert warnings(content) == []


# Marks of speakers.


def test_a_side_has_one_mark_in_every_figure(library: Library) -> None:
    figures = Publication(library).figures
    told = {
        (link.text, group.mark)
        for each in figures.cards(list(library.figures))
        for group in each.history
        for link in group.speakers
        if len(group.speakers) == 1
    }
    assert len(told) == len({name for name, _ in told})


def test_no_two_speakers_of_a_figure_share_a_mark_while_one_is_free(content: Path) -> None:
    people = ["east-city", "west-city", "mayor", "builder", "someone-1", "someone-2", "someone-3"]
    actors = content / "actors.yml"
    more = "".join(
        f"someone-{n}:\n  name: {{ar: شاهد {n}}}\n  type: person\n  country: null\n"
        for n in (1, 2, 3)
    )
    actors.write_text(actors.read_text("utf-8") + more, "utf-8")
    told = card(content, *(value(best=n, said_by=who) for n, who in enumerate(people, 1)))
    marks = [group.mark for group in told.history]
    assert sorted(marks) == [1, 2, 3, 4, 5, 6, 7]
