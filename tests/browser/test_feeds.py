"""A feed that somebody opens in a browser can be read and followed; data in a head is no script."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_feed_is_shown_styled_and_its_links_lead_on(browser: Browser, tiny: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{tiny}/feeds/all.xml")
    size = "each => parseFloat(getComputedStyle(each).fontSize)"
    title, text = page.locator("feed > title"), page.locator("entry > content").first
    assert title.evaluate(size) > text.evaluate(size)
    assert text.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert not page.locator("entry > summary").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    link = page.locator("entry a").last
    assert link.evaluate("each => each.namespaceURI").endswith("xhtml")
    assert link.get_attribute("href") in [
        each.get_attribute("href") for each in page.locator("entry > link").all()
    ]

    page.goto(f"{tiny}/events/2021-07-cost/")
    data = page.locator('script[type="application/ld+json"]').text_content()
    assert json.loads(data or "")["@graph"][0]["correction"]
    assert [each for each in told if "Security" in each or "script" in each] == []
    page.close()
