"""Another explainer, on another topic with other sections, from its content alone."""

from __future__ import annotations

from pathlib import Path

from explainer.publish import program
from explainer.site.output import Output
from tests.conftest import TESTS, make

SECOND = TESTS / "second"


def _page(output: Output, address: str) -> str:
    return next(page.body for page in output.pages if page.address == address)


def test_the_smallest_content_makes_a_whole_site() -> None:
    output = make(SECOND)
    addresses = {page.address for page in output.pages}
    assert {"/", "/trees/", "/water/", "/timeline/", "/events/planting/"} <= addresses


def test_its_menu_follows_its_sections() -> None:
    titles = [item.title for item in make(SECOND).nav]
    assert titles[:4] == ["الرئيسية", "الأشجار", "الري", "التسلسل الزمني"]


def test_its_months_and_digits_are_its_own() -> None:
    page = _page(make(SECOND), "/events/planting/")
    assert "من يوليوز إلى غشت ١٩٩٩" in page


def test_nothing_of_the_first_explainer_is_in_it() -> None:
    for page in make(SECOND).pages:
        assert "كوريا" not in page.body, page.address
        assert "روسيا" not in page.body, page.address


def test_mkdocs_builds_it(tmp_path: Path) -> None:
    assert program.build_site(SECOND, tmp_path / "site").pages > 10
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "<title>بستان القرية</title>" in home
