"""axe in a page: put there once, and asked for what is wrong, not for all that is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Only = Mapping[str, str | Sequence[str]]

EVERYTHING: Only = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS: Only = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that hangs on the scheme."""
LAYOUT: Only = {
    "type": "rule",
    "values": [
        *COLOURS["values"], "target-size", "scrollable-region-focusable", "aria-hidden-focus",
        "region",
    ],
}  # fmt: skip
"""All that hangs on the width: what is seen, how large it is, and what it stands on."""
RUN = """async (runOnly) => {
  CanvasRenderingContext2D.prototype.measureText = text => ({ width: 10 * text.length });
  const { violations } = await axe.run({ runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 120)]));
}"""
"""axe takes a text that is narrower than its letters one by one for an icon, and judges no colour
of it: so it does of all Arabic. A ruler that knows of no joined letters lets it see the text."""


def violations(page: Page, only: Only = EVERYTHING) -> list[tuple[str, str]]:
    """List what axe finds in a page as it is now: the rule and the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [(rule, html) for rule, html in page.evaluate(RUN, only)]
