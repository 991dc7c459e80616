"""A real Chromium, from the system's packages, and a server for the built sites."""

from __future__ import annotations

import functools
import http.server
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

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


class Lent(NamedTuple):
    """A context that tests share, and a page of it that nobody uses, which cleans it up."""

    context: BrowserContext
    keeper: Page
    cleaner: CDPSession


@pytest.fixture(scope="session")
def lent(browser: Browser) -> Iterator[Lent]:
    """Start one context for the tests that ask for no other: each of its own costs twice a page."""
    context = browser.new_context()
    keeper = context.new_page()
    yield Lent(context, keeper, context.new_cdp_session(keeper))
    context.close()


_SERVED: set[str] = set()
"""Every address that was served in this run."""


@contextmanager
def lent_page(lent: Lent, width: int, height: int) -> Iterator[Page]:
    """Open a page of this size, and leave nothing behind: no page, storage, cookie, file, route."""
    context = lent.context
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.set_default_timeout(10_000)
    yield page
    for each in context.pages:
        if each != lent.keeper:
            each.close()
    for origin in _SERVED:
        asked = {"origin": origin, "storageTypes": "all"}
        lent.cleaner.send("Storage.clearDataForOrigin", asked)
    lent.cleaner.send("Network.clearBrowserCache")
    context.set_offline(False)
    context.clear_cookies()
    context.clear_permissions()
    context.unroute_all()


def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    _SERVED.add(address)
    yield address
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
