"""A real Chromium, from the system's packages, and a server for the built sites."""

from __future__ import annotations

import functools
import http.server
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from explainer.publish import program
from tests import synthetic

HERE = Path(__file__).parent
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that does not print each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; a machine without one fails here and does not pass by."""
    found = subprocess.run(
        ["sh", str(HERE / "find-chromium.sh")], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.fail("no Chromium: install Debian's package `chromium`, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()


def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def tiny(tiny_site: Path) -> Iterator[str]:
    """The tiny site's address."""
    yield from _serve(tiny_site)


@pytest.fixture(scope="session")
def large(large_site: Path) -> Iterator[str]:
    """The large site's address."""
    yield from _serve(large_site)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of 180 invented events in 13 years: long to scroll, quick to build."""
    folder = tmp_path_factory.mktemp("invented")
    program.build_site(synthetic.write(folder / "content", 180, years=13), folder / "site")
    yield from _serve(folder / "site")
