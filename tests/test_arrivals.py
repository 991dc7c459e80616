"""What is new is so by the day on which it came, as git or an editor tells it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from explainer import dates
from explainer.content.library import Library, load
from explainer.site import maker
from explainer.site.arrivals import arrivals, entered
from explainer.site.output import Output
from explainer.site.upkeep import Upkeep, history_of
from explainer.site.views import news
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording
from tests.clone import NOW, Clone
from tests.conftest import ROOT, TESTS


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_what_the_explainer_began_with_has_no_day_of_its_own(clone: Clone) -> None:
    clone.add("2025-01-07", "2024-12-01-still-begins")
    assert clone.arrivals() == {}
    clone.add("2025-01-08", "2024-12-01-later")
    assert clone.arrivals()["2024-12-01-later"] == "2025-01-08"


def test_a_file_that_was_renamed_came_when_it_first_did(clone: Clone) -> None:
    path = clone.add("2025-02-01", "2024-12-01-first-name")
    path.write_text(path.read_text("utf-8") + "places: [old-quay]\n", "utf-8")
    clone.commit("2025-02-10")
    path.rename(path.with_name("2024-12-01-second-name.yml"))
    clone.commit("2025-03-01")
    assert clone.arrivals()["2024-12-01-second-name"] == "2025-02-01"


def test_what_is_deleted_and_written_anew_came_anew(clone: Clone) -> None:
    path = clone.add("2025-02-01", "2024-12-01-again")
    text = path.read_text("utf-8")
    path.unlink()
    clone.commit("2025-02-10")
    path.write_text(text, "utf-8")
    clone.commit("2025-03-01")
    assert clone.arrivals()["2024-12-01-again"] == "2025-03-01"


def test_a_branch_comes_when_it_is_merged(clone: Clone) -> None:
    clone.git("checkout", "-b", "side")
    clone.add("2025-02-01", "2024-12-01-on-a-branch")
    clone.git("checkout", "main")
    clone.add("2025-02-15", "2024-12-01-meanwhile")
    clone.git("merge", "--no-ff", "side", day="2025-03-01")
    assert clone.arrivals()["2024-12-01-on-a-branch"] == "2025-03-01"
    assert clone.arrivals()["2024-12-01-meanwhile"] == "2025-02-15"


def test_a_draft_comes_when_it_is_no_longer_one(clone: Clone) -> None:
    path = clone.add("2025-02-01", "2024-12-01-draft", "publish: draft\n")
    path.write_text(path.read_text("utf-8").replace("publish: draft\n", ""), "utf-8")
    clone.commit("2025-03-01")
    path.write_text(path.read_text("utf-8") + "places: [old-quay]\n", "utf-8")
    clone.commit("2025-04-01")
    assert clone.arrivals()["2024-12-01-draft"] == "2025-03-01"


def test_what_was_due_later_came_when_it_was_due(clone: Clone) -> None:
    clone.add("2025-02-01", "2024-12-01-due", "publish_at: 2025-05-01T06:00Z\n")
    assert clone.arrivals()["2024-12-01-due"] == "2025-05-01"


def test_an_editor_sets_the_day(clone: Clone) -> None:
    clone.add("2025-02-01", "2024-12-01-set", "added: 2025-06-30\n")
    assert clone.arrivals()["2024-12-01-set"] == "2025-06-30"


def test_what_is_not_committed_has_no_day(clone: Clone) -> None:
    clone.write("2024-12-01-unsaved")
    assert "2024-12-01-unsaved" not in clone.arrivals()


def test_a_shallow_clone_does_not_tell_of_its_oldest_commit(clone: Clone, tmp_path: Path) -> None:
    clone.add("2025-02-01", "2024-12-01-a")
    clone.add("2025-03-01", "2024-12-01-b")
    clone.add("2025-04-01", "2024-12-01-c")
    root = tmp_path / "shallow"
    clone.git("clone", "--depth", "2", f"file://{clone.root}", str(root))
    library = load(root / "content", NOW)
    found = entered(library, history_of(root / "content")[0])
    assert found == {"2024-12-01-c": date(2025, 4, 1)}


def test_without_a_history_only_what_is_written_counts(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    library = load(tmp_path / "content", NOW)
    assert history_of(tmp_path / "content")[0] is None
    assert arrivals(library, entered(library, None)) == {}


def _news(clone: Clone) -> tuple[list[news.News], list[news.News]]:
    library = clone.library()
    found = arrivals(library, entered(library, history_of(clone.content)[0]))
    box = news.box(Publication(library, found), 3, 6)
    return box["leading"], box["rest"]  # type: ignore[return-value]


def test_home_leads_with_the_weightiest_of_the_newest(clone: Clone) -> None:
    clone.add("2025-03-01", "2024-12-01-detail", importance=3)
    clone.add("2025-02-01", "2023-12-01-important", importance=2)
    clone.add("2025-01-15", "2020-12-01-pivotal", importance=1)
    clone.add("2025-02-28", "2020-12-01-small", importance=3)
    leading, rest = _news(clone)
    assert [each.target.text[4:] for each in leading] == [
        "2020-12-01-pivotal",  # 15 January, and 60 days
        "2023-12-01-important",  # 1 February, and 30 days
        "2024-12-01-detail",
    ]
    assert rest[0].target.text == "حدث 2020-12-01-small"
    assert not any(each.change for each in leading)
    assert any(each.change for each in rest)


def _output(clone: Clone) -> Output:
    library, history = clone.library(), history_of(clone.content)[0]
    return maker.build(
        library,
        templates=ROOT / "templates",
        docs=TESTS / "docs",
        cache=ROOT / ".cache",
        upkeep=Upkeep(clone.content, library, None, history),
    )


def test_pages_say_when_it_was_added_and_are_the_same_bytes_again(clone: Clone) -> None:
    clone.add("2025-03-01", "2024-12-01-detail")
    output = _output(clone)
    pages = {str(page.address): page.body for page in output.pages}
    for address in ("/", "/changes/"):
        line = re.search(r'<li data-day="2025-03-01">.*?</li>', pages[address], re.DOTALL)
        assert line, address
        assert "أُضيف في" in line[0]
        assert "1 آذار/مارس 2025" in line[0]
        assert "1 كانون الأول/ديسمبر 2024" in line[0]
    assert 'data-day="2025-03-01"' in pages["/events/2024-12-01-detail/"]
    again = {str(page.address): page.body for page in _output(clone).pages}
    assert again == pages


def test_a_section_shows_the_newest_of_its_most_important(clone: Clone) -> None:
    for number in range(1, 6):
        clone.write(f"2023-0{number}-01-pivotal", importance=1)
        clone.write(f"2024-0{number}-01-detail", importance=3)
    home = next(page for page in _output(clone).pages if page.address == "/")
    section = home.body.partition('aria-labelledby="s-building"')[2].partition("</section>")[0]
    shown = re.findall(r"events/([^/]+)/", section)
    assert shown == [f"2023-0{number}-01-pivotal" for number in (5, 4)]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2021-05-04", "2021-05-04"),
        ("2021-05", "2021-05-31"),
        ("2021-05/2021-07", "2021-07-31"),
        ("2021", "2021-01-01"),
        ("2019/2020", "2019-01-01"),
        ("2021-12/2022-02", "2021-12-31"),
        ("2022-03", "2022-03-01"),
    ],
)
def test_by_which_day_a_date_is_new(library: Library, when: str, day: str) -> None:
    assert Wording(library).day(dates.parse(when)) == day
