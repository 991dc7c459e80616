"""Wait until a page is at rest: a condition in place of a pause."""

from __future__ import annotations

from playwright.sync_api import Page

FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))"
REST = """async () => {
  await document.fonts.ready;
  const look = () => [scrollX, scrollY, document.documentElement.scrollHeight,
    document.querySelectorAll("[data-waits]").length].join();
  for (let before, same = 0; same < 4; ) {
    await new Promise(requestAnimationFrame);
    const now = look();
    same = now === before && now.endsWith(",0") ? same + 1 : 0;
    before = now;
  }
}"""


def after_frame(page: Page) -> None:
    """Wait until what a control has asked for by now is done: a frame, and what follows it."""
    page.evaluate(FRAME)


def at_rest(page: Page) -> None:
    """Wait until fonts and scripts are there, and for frames neither place nor height changes."""
    page.evaluate(REST)
