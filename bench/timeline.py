"""Time the timeline in Chromium, its CPU slowed fourfold: `python bench/timeline.py`.

For the real content and for 2,000 invented events, on a phone's screen, in milliseconds as the
browser itself reports them, for choosing filters, turning the order and typing a word: from the
input to the next paint (Event Timing, in steps of 8), and the longest frame until the list has
followed; and how far the page moves while it loads (cumulative layout shift), with an address that
filters and without.
"""

from __future__ import annotations

import functools
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import ARGUMENTS, HERE, Quiet  # noqa: E402 - the path comes first
from tests.synthetic import write  # noqa: E402

SLOWER = 4
OBSERVE = """
window.inputs = []; window.frames = []; window.moved = 0;
const watch = (type, take, more) => new PerformanceObserver(list => list.getEntries().forEach(take))
  .observe({type, buffered: true, ...more});
watch('event', e => e.interactionId && inputs.push(e.duration), {durationThreshold: 16});
watch('long-animation-frame', e => frames.push(e.duration));
watch('layout-shift', e => { if (!e.hadRecentInput) moved += e.value });
"""
SETTLE = 400
BOXES = tuple(
    f"[name={name}] >> nth={index}"
    for name, index in (("section", 0), ("section", 1), ("status", 1), ("importance", 0))
)
ACTIONS = {
    "choosing a filter": tuple((box, "") for box in BOXES for _ in range(2)),
    "turning the order": (("[value=oldest]", ""), ("[value=newest]", "")) * 2,
    "typing a letter": tuple(("main [name=q]", letter) for letter in "حدث جديد"),
}
"""What is done, each a control and the letter typed into it; without one it is clicked."""


def main() -> None:
    """Print the figures of both sites."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        for label, content in (
            ("content/", ROOT / "content"),
            ("2,000 invented events", write(here / "invented", 2000)),
        ):
            site = here / f"site-{content.name}"
            build = [sys.executable, str(ROOT / "build.py"), "build", "--content", str(content)]
            subprocess.run([*build, "--out", str(site)], check=True, stdout=subprocess.DEVNULL)
            for what, figure in _measured(site).items():
                print(f"{label}: {what}: {figure}")


def _measured(site: Path) -> dict[str, str]:
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = subprocess.run(
        ["sh", str(HERE / "find-chromium.sh")], capture_output=True, text=True, check=True
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(ARGUMENTS)
        )
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script(OBSERVE)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        address = f"http://127.0.0.1:{server.server_port}/timeline/"
        page.goto(f"{address}?status=claimed&importance=1")
        page.wait_for_timeout(SETTLE * 4)
        moved = {"moved while loading, filtered": f"{page.evaluate('moved'):.3f}"}
        page.goto(address)
        page.wait_for_timeout(SETTLE * 4)
        moved["moved while loading"] = f"{page.evaluate('moved'):.3f}"
        page.locator("#filter summary").click()
        figures = {
            f"{what}, {which}": _spread(times)
            for what, acts in ACTIONS.items()
            for which, times in zip(
                ("to the next paint", "longest frame"), _timed(page, acts), strict=True
            )
        }
        browser.close()
    server.shutdown()
    return figures | moved


def _timed(page: Page, acts: tuple[tuple[str, str], ...]) -> tuple[list[float], list[float]]:
    """Give the slowest input and the longest frame of each action; 16 where none was slower."""
    inputs, frames = [], []
    for selector, letter in acts:
        page.evaluate("inputs.length = frames.length = 0")
        target = page.locator(selector)
        if letter:
            target.press_sequentially(letter)
        else:
            target.click()
        page.wait_for_timeout(SETTLE)
        inputs.append(max(page.evaluate("inputs"), default=16))
        frames.append(max(page.evaluate("frames"), default=16))
    return inputs, frames


def _spread(times: list[float]) -> str:
    return f"{statistics.median(times):.0f} ms at the median, {max(times):.0f} at most"


if __name__ == "__main__":
    main()
