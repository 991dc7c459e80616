"""Pictures as the browser lays them out: no word on another, none outside, all to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LEAST = 12
"""Pixels of the smallest word."""

MEASURE = """async ([paths, root]) => {
  const found = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    for (const picture of page.querySelectorAll(".x-pic")) {
      const shown = document.querySelector("main").appendChild(document.adoptNode(picture));
      for (const drawing of shown.querySelectorAll(".x-plot__svg, .x-line--scale")) {
        const frame = shown.getBoundingClientRect();
        const boxes = [...drawing.querySelectorAll("text")]
          .filter((each) => each.getClientRects().length)
          .map((each) => ({ words: each.textContent, box: each.getBoundingClientRect(),
            size: parseFloat(getComputedStyle(each).fontSize) }));
        const bad = [];
        boxes.forEach(({ words, box, size }, index) => {
          if (box.left < frame.left - 2 || box.right > frame.right + 2) bad.push(["out", words]);
          if (size < root[0] || size > root[1]) bad.push(["size", words, size]);
          for (const { words: other, box: there } of boxes.slice(index + 1)) {
            if (box.left < there.right - 1 && there.left < box.right - 1
              && box.top < there.bottom - 3 && there.top < box.bottom - 3)
              bad.push(["over", words, other]);
          }
        });
        found.push([path, boxes.length, bad, drawing.hasAttribute("viewBox")]);
      }
      shown.remove();
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", ["large", "tiny"])
def test_words_lie_on_nothing_and_can_be_read(
    browser: Browser, request: pytest.FixtureRequest, name: str, width: int
) -> None:
    site: Path = request.getfixturevalue(f"{name}_site")
    drawn = sorted(
        f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for path in site.rglob("index.html")
        if "x-pic" in path.read_text("utf-8")
    )
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{request.getfixturevalue(name)}/figures/cost/")
    page.evaluate("document.fonts.ready.then(() => null)")
    page.reload()  # the typeface is shown from the beginning: a first visit may do without it
    body = float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))
    found = page.evaluate(MEASURE, [drawn, [LEAST, body + 0.01]])
    context.close()
    assert len(found) >= {"large": 12, "tiny": 4}[name]
    assert all(words for _, words, _, _ in found)
    assert [(path, bad) for path, _, bad, _ in found if bad] == []
    assert not any(has_box for _, _, _, has_box in found)


def test_the_table_of_counts_keeps_its_heads_apart(browser: Browser, large: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{large}/actors/")
    heads = page.locator(".x-matrix thead th").evaluate_all(
        "all => all.map((each) => [each.scrollWidth - each.clientWidth,"
        " each.getBoundingClientRect().width])"
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert len(heads) > 3
    assert all(over <= 0 and width > 20 for over, width in heads)
    assert wide <= 320


def test_without_colours_marks_and_lines_stay(browser: Browser, large: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{large}/figures/cost/")
    styles = page.locator(".x-plot__svg :is(.x-plot__mark, .x-plot__open)").evaluate_all(
        "all => all.map((each) => [getComputedStyle(each).fill, getComputedStyle(each).stroke])"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert styles
    assert all(set(each) - {paper, "none"} for each in styles)
