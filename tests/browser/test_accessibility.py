"""axe finds nothing on any kind of page, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.test_site import PATHS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("axe")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RECORDS = ("/building/", "/events/2021-07-cost/", "/actors/mayor/", "/figures/cost/")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing(browser: Browser, tiny: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    found = []
    for path in (*PATHS, *RECORDS):
        page.goto(tiny + path)
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        found += [
            (path, violation["id"], node["html"][:120])
            for violation in result.response["violations"]
            for node in violation["nodes"]
        ]
    context.close()
    assert found == []
