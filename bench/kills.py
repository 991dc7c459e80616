"""Stop builds at random moments while somebody reads the site: `python bench/kills.py [KILLS]`.

Builds of tests/content take turns at two addresses, so that each exchange brings other files. KILL,
TERM, INT and HUP take turns; half of them come late, around the exchange. A reader looks all the
while whether the front page and the list of files are there. After every kill the published site is
compared with its own list, file by file; at the end one build runs through, and nothing may lie
beside the site. Printed are the kills, those after which a site was not whole, and the looks.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explainer.site import manifest  # noqa: E402 - the path comes first

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
ADDRESSES = ("https://one.example/", "https://two.example/")
SEED = 16


class Reader(threading.Thread):
    """Looks at a site without a pause, as a web server does; counts the looks in vain."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site = site
        self.looks = self.missed = 0
        self.done = threading.Event()

    def run(self) -> None:
        """Look until it is done."""
        while not self.done.wait(0.002):
            self.looks += 1
            try:
                for name in ("index.html", manifest.MANIFEST):
                    (self.site / name).read_bytes()
            except OSError:
                self.missed += 1


def main() -> None:
    """Kill so many builds and print what came of it."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for each in (signal.SIGINT, signal.SIGHUP):  # who runs us in the background leaves them ignored
        signal.signal(each, signal.default_int_handler)
    dice = random.Random(SEED)  # noqa: S311 - the same moments every time, no secret
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        whole = _whole_build(site, 0)
        reader = Reader(site)
        reader.start()
        ends: Counter[str] = Counter()
        broken = 0
        for number in range(kills):
            share = dice.uniform(0.75, 1.02) if number % 2 else dice.uniform(0, 1)
            ends[_killed(site, number, whole * share)] += 1
            broken += bool(list(manifest.differences(site)))
        _whole_build(site, kills)
        reader.done.set()
        reader.join()
        beside = sorted(path.name for path in site.parent.iterdir() if path != site)
        print(f"{kills} kills: {dict(sorted(ends.items()))}; sites not whole: {broken}")
        print(f"{reader.looks} looks, {reader.missed} in vain; left beside the site: {beside}")


def _start(site: Path, number: int) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "build.py",
        "build",
        "--content",
        "tests/content",
        "--out",
        str(site),
    ]
    here = {**os.environ, "SITE_URL": ADDRESSES[number % 2], "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.Popen(
        command, cwd=ROOT, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _whole_build(site: Path, number: int) -> float:
    """Let a build run to its end; returns how many seconds it took."""
    begin = time.monotonic()
    if _start(site, number).wait():
        raise SystemExit("failed: a build that nobody stops")
    return time.monotonic() - begin


def _killed(site: Path, number: int, after: float) -> str:
    """Send a signal to a build after so many seconds; returns how it ended."""
    process = _start(site, number)
    sent = SIGNALS[number % len(SIGNALS)]
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(sent)
    code = process.wait()
    return "through" if code == 0 else f"{sent.name} {code}"


if __name__ == "__main__":
    main()
