"""While serving, an edit is in the open page by itself, and so is a mistake, until it is mended."""

from __future__ import annotations

import shutil
import socket
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from explainer import live
from tests.conftest import ROOT, TESTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EVENT = "events/2020/2020-03-05-agreement.yml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TESTS / "content", tmp_path / "content"))


@pytest.fixture
def address(content: Path) -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    started = threading.Event()
    threading.Thread(
        target=lambda: live.serve(
            ROOT, content, host, language="ar", say=lambda _: started.set(), drafts=True
        ),
        daemon=True,
    ).start()
    assert started.wait(20)
    return f"http://{host}"


def test_an_edit_is_in_the_open_page(content: Path, address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/events/2020-03-05-agreement/")
    title, problems = page.locator("h1"), page.locator(".x-problems")
    expect(title).to_contain_text("المدينتان توقعان")
    event = content / EVENT
    sound = event.read_text("utf-8")
    event.write_text(sound.replace("المدينتان توقعان", "المدينتان تعلنان"), "utf-8")
    expect(title).to_contain_text("المدينتان تعلنان", timeout=15_000)
    event.write_text(sound.replace("importance: 1", "importance: 9"), "utf-8")
    expect(problems).to_contain_text("importance", timeout=15_000)
    expect(problems).to_contain_text("آخر بناء سليم")
    event.write_text(sound, "utf-8")
    expect(problems).to_have_count(0, timeout=15_000)
    expect(title).to_contain_text("المدينتان توقعان")
    page.get_by_role("link", name="الرادار").click()
    expect(title).to_have_text("الرادار")
    page.close()


def test_the_answer_is_never_kept(address: str) -> None:
    with urllib.request.urlopen(f"{address}/") as answer:  # noqa: S310 - our own
        assert answer.headers["Cache-Control"] == "no-store"
    with pytest.raises(urllib.error.HTTPError, match="404") as error:
        urllib.request.urlopen(f"{address}/nowhere/")  # noqa: S310 - our own
    error.value.close()
