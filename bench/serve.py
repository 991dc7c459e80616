"""Time an edit until the browser has it: `python bench/serve.py [RUNS]`.

Serves a copy of the real content, writes another word into a file, waits as the page's script
waits, asks for the page again, and stops the clock when the word is in it.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVENT = "2024-06-19-treaty-signed"
EDITS = {
    "an event, its page": (f"events/2024/{EVENT}.yml", "title: ", f"events/{EVENT}/"),
    "an event, the timeline": (f"events/2024/{EVENT}.yml", "title: ", "timeline/"),
    "the site's title, home": ("site.yml", "title: ", ""),
}
"""What is edited and looked at: the file, what stands before the new word, the page."""
VERSION = re.compile(r'data-version="(\d+)"')


def main() -> None:
    """Print a line a kind of edit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        shutil.copytree(ROOT / "content", content)
        address = f"http://127.0.0.1:{_port()}/"
        process = _serving(content, address)
        try:
            for what, (file, before, page) in EDITS.items():
                times = [_edit(content / file, before, address, page, n) for n in range(runs)]
                print(
                    f"{what}: median {statistics.median(times):.2f} s, longest {max(times):.2f} s; "
                    "wanted under 1 s",
                    flush=True,
                )
        finally:
            process.terminate()


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _serving(content: Path, address: str) -> subprocess.Popen[bytes]:
    """Start the server and wait for its first page."""
    process = subprocess.Popen(
        [
            sys.executable, str(ROOT / "build.py"), "serve", "--content", str(content),
            "--address", address.split("/")[2],
        ],
        stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )  # fmt: skip
    for _ in range(300):
        try:
            _get(address)
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def _edit(path: Path, before: str, address: str, page: str, number: int) -> float:
    """Write a new word after `before`; returns the seconds until the page has it."""
    text = path.read_text("utf-8")
    seen = VERSION.search(_get(address + page))
    word = "كلمة" + "ابتثجحخدذرز"[number % 11] + "ن" * (number // 11)
    version = seen[1] if seen else ""
    begin = time.perf_counter()
    path.write_text(text.replace(before, f"{before}{word} ", 1), "utf-8")
    while True:
        version = _get(f"{address}_live/version?seen={version}")
        if word in _get(address + page):
            break
    taken = time.perf_counter() - begin
    path.write_text(text, "utf-8")
    time.sleep(0.5)
    return taken


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own
        return str(answer.read().decode())


if __name__ == "__main__":
    main()
