"""Time the timeline's filters in Chromium, its CPU slowed fourfold: `python bench/timeline.py`.

For the real content and for 2,000 invented events: from a click on a filter to the next paint, the
median and the slowest of twelve clicks, and the same for typing a letter (without the wait for the
next letter, which is 120 ms).
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
CLICKS = 12
TIMED = """node => new Promise(done => {
  const start = performance.now();
  node.click();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    channel.port2.postMessage(0);
  });
})"""


def main() -> None:
    """Print a line a site."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        for label, content in (
            ("content/", ROOT / "content"),
            ("2,000 invented events", write(here / "content", 2000)),
        ):
            site = here / f"site-{content.name}-{len(label)}"
            build = [sys.executable, str(ROOT / "build.py"), "build", "--content", str(content)]
            subprocess.run([*build, "--out", str(site)], check=True, stdout=subprocess.DEVNULL)
            times = _clicks(site)
            print(
                f"{label}: {statistics.median(times):.0f} ms at the median,"
                f" {max(times):.0f} ms at most of {len(times)} clicks"
            )


def _clicks(site: Path) -> list[float]:
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
        page.goto(f"http://127.0.0.1:{server.server_port}/timeline/")
        page.locator("#filter summary").click()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        times = _measured(page)
        browser.close()
    server.shutdown()
    return times


def _measured(page: Page) -> list[float]:
    boxes = page.locator("#filter input[type=checkbox]")
    times = []
    for index in range(CLICKS):
        times.append(boxes.nth(index // 2 % boxes.count()).evaluate(TIMED))
        page.wait_for_timeout(100)
    return times


if __name__ == "__main__":
    main()
