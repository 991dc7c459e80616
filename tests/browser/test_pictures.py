"""Pictures as the browser lays them out: no label leaves its picture, none is too small to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LEAST = 11.5
"""Pixels of the smallest label on a phone."""

MEASURE = """async (paths) => {
  const found = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    for (const picture of page.querySelectorAll(".x-picture")) {
      const shown = document.querySelector(".x-article").appendChild(document.adoptNode(picture));
      const frame = picture.querySelector("svg").getBoundingClientRect();
      for (const label of picture.querySelectorAll("text")) {
        const box = label.getBoundingClientRect();
        const out = box.left < frame.left - 1 || box.right > frame.right + 1
          || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        const size = parseFloat(getComputedStyle(label).fontSize) * frame.width / 360;
        found.push([path, label.textContent, out, size]);
      }
      shown.remove();
    }
  }
  return found;
}"""


def test_labels_stand_inside_their_pictures_and_can_be_read(
    browser: Browser, large: str, large_site: Path
) -> None:
    drawn = sorted(
        f"/{path.parent.relative_to(large_site).as_posix()}/".replace("/./", "/")
        for path in large_site.rglob("index.html")
        if "x-picture__svg" in path.read_text("utf-8")
    )
    assert len(drawn) > 40
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(large)
    labels = page.evaluate(MEASURE, drawn)
    context.close()
    assert len(labels) > 200
    assert [(path, words) for path, words, out, _ in labels if out] == []
    assert [(path, words, size) for path, words, _, size in labels if size < LEAST] == []
