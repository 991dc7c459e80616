"""A text may lead to a page of the site, and to a place on it that the page really has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.content.inner_links import LISTED_PAGES, page_anchors
from explainer.content.library import Library, examine
from explainer.content.reserved import id_refusal
from explainer.editors.check import check, fix
from explainer.site.addresses import Address
from explainer.site.output import Output
from explainer.site.verify import ID_ATTRIBUTE
from explainer.site.views.publication import Publication
from tests.conftest import NOW, TINY

EVENT = "events/2021/2021-07-cost.yml"


def test_a_text_may_lead_to_nothing_but_places_that_are_there(output: Output) -> None:
    examined = examine(TINY, NOW, drafts=True)
    assert examined.site
    anchors = page_anchors(examined.records, examined.records, examined.site)
    pages = {page.address: set(ID_ATTRIBUTE.findall(page.body)) for page in output.pages}
    for address, places in anchors.items():
        assert set(places) <= pages.get(Address(address), set(places)), address
    assert anchors["/events/2021-07-cost/"] == ["claims", "sources"]
    assert anchors["/building/"] == ["h-1"]
    assert set(anchors["/sources/"]) > {"river-wire"}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/places/#old-quay", "/places/#old-quay"), ("/", "/"),
        ("/sources/#river-wire", "/sources/#river-wire"), ("/sources/#uncited", "/sources/"),
        ("/events/2021-07-cost/#claims", "/events/2021-07-cost/#claims"),
        ("/events/2021-11-draft/#claims", None), ("/figures/hidden/", None),
    ],
)  # fmt: skip
def test_what_is_not_published_yet_is_led_to_by_no_link(
    typed: str, address: str | None, library: Library
) -> None:
    cited = Publication(library).words.cite(typed)
    assert (cited and f"/{cited[0][1:]}") == address


def test_a_link_to_a_place_of_no_page_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shutil.copytree(TINY, tmp_path / "content"))
    path = Path(EVENT)
    text = path.read_text("utf-8").replace("summary: >-\n  ", "summary: >-\n  [نص](#sources) ", 1)
    path.write_text(text, "utf-8")
    assert "E502" in [each.code for each in check(Path())[1]]
    fix(Path())
    assert "[نص](/events/2021-07-cost/#sources) " in path.read_text("utf-8")
    assert "E502" not in [each.code for each in check(Path())[1]]


def test_no_page_is_listed_that_a_site_may_lack_and_no_place_takes_another_s(
    output: Output,
) -> None:
    by_hand = {"about", "guide", "method", "problems"}
    pages = {page.address.strip("/") for page in output.pages}
    assert pages >= LISTED_PAGES - by_hand
    assert id_refusal("place", "list")
