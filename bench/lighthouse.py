"""Lighthouse on a phone over a slow line, for each main page: `python bench/lighthouse.py [SITE]`.

Needs Node and npm; Lighthouse comes from bench/lighthouse/package-lock.json. Builds the real site
unless SITE names a built one. Prints the four scores and the bytes that the first visit loads. The
server compresses as any host of pages does.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import ARGUMENTS, HERE, Quiet  # noqa: E402 - the path comes first

TOOLS = ROOT / "bench" / "lighthouse"
PAGES = ("/", "/military/", "/timeline/", "/events/2024-06-19-treaty-signed/")
SCORES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Compressing(Quiet):
    """A file server that compresses texts, as hosts of pages do."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the handler's
        """Send a file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def packed(path: Path) -> bytes:
    """Compress a file as a host of pages does."""
    return gzip.compress(path.read_bytes(), 6)


def main() -> None:
    """Print a line a page."""
    if not (TOOLS / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent", "--prefix", str(TOOLS)], check=True)
    with tempfile.TemporaryDirectory() as name:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name) / "site"
        if len(sys.argv) == 1:
            subprocess.run(
                [sys.executable, str(ROOT / "build.py"), "build", "--out", str(site)],
                check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        handler = functools.partial(Compressing, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for page in PAGES:
            if (site / page.strip("/") / "index.html").is_file():
                report = _report(f"http://127.0.0.1:{server.server_port}{page}", Path(name))
                _print(page, report)


def _report(url: str, folder: Path) -> dict[str, object]:
    chromium = subprocess.run(
        ["sh", str(HERE / "find-chromium.sh")], capture_output=True, text=True, check=True
    ).stdout.strip()
    out = folder / "report.json"
    flags = " ".join(["--headless=new", *ARGUMENTS, f"--user-data-dir={folder / 'profile'}"])
    subprocess.run(
        [
            str(TOOLS / "node_modules/.bin/lighthouse"), url, "--quiet", "--output=json",
            f"--output-path={out}", f"--chrome-flags={flags}",
            f"--only-categories={','.join(SCORES)}",
        ],
        check=True, env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    report: dict[str, object] = json.loads(out.read_text("utf-8"))
    return report


def _print(page: str, report: dict[str, object]) -> None:
    scores = [report["categories"][name]["score"] for name in SCORES]  # type: ignore[index]
    audits: dict[str, dict[str, object]] = report["audits"]  # type: ignore[assignment]
    weight = float(str(audits["total-byte-weight"]["numericValue"])) / 1000
    shift = float(str(audits["cumulative-layout-shift"]["numericValue"]))
    marks = ", ".join(
        f"{name} {score * 100:.0f}" for name, score in zip(SCORES, scores, strict=True)
    )
    print(f"{page}: {marks}; {weight:.0f} kB, layout shift {shift:.3f}", flush=True)
    faults = [i for i, audit in audits.items() if audit["score"] == 0 and audit.get("title")]
    if min(scores) < 0.98:
        print("   ", ", ".join(faults))
        for audit in faults:
            for item in (audits[audit].get("details") or {}).get("items", [])[:3]:  # type: ignore[attr-defined]
                print("      ", str(item.get("node", {}).get("snippet", ""))[:150])


if __name__ == "__main__":
    main()
