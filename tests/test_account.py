"""What a build says of itself: what it did, and where its time went."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from explainer.cli import making, measuring
from explainer.messages import say
from explainer.publish import program
from explainer.publish.account import Account, account_of
from explainer.publish.last_site import LastSite
from explainer.site import manifest
from explainer.system.sampler import Sampler
from explainer.system.stages import StageClock, stage, timed_stages


def test_what_is_other_than_before_is_counted(tmp_path: Path) -> None:
    for name, text in (("a", "as before"), ("b", "now"), ("c", "new")):
        (tmp_path / name).write_text(text, "utf-8")
    manifest.write(tmp_path)
    hashes = {"a": manifest.hash_of(b"as before"), "b": manifest.hash_of(b"then"), "gone": "0" * 64}
    assert account_of(tmp_path, LastSite("last", hashes), 2) == Account(2, 3, 2, 15)
    assert account_of(tmp_path, LastSite(), 2).changed == 3


def test_a_stage_is_measured_where_a_clock_runs() -> None:
    begun: list[str] = []
    clock = StageClock(begun=begun.append)
    with stage("unseen"):
        pass
    with timed_stages(clock):
        for name in ("one", "two", "one"):
            with stage(name):
                time.sleep(0.002)
    with stage("after"):
        pass
    assert begun == ["one", "two", "one"]
    assert list(clock.seconds) == ["one", "two"]
    assert clock.seconds["one"] > clock.seconds["two"] > 0.001
    assert clock.whole == sum(clock.seconds.values())


def _busy(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        sum(range(100))


def test_a_profile_has_what_ran_longest_and_opens_in_speedscope() -> None:
    with Sampler() as sampler:
        _busy(0.15)
    data = json.loads(sampler.speedscope("run"))
    (profile,) = data["profiles"]
    names = [frame["name"] for frame in data["shared"]["frames"]]
    assert data["$schema"].startswith("https://www.speedscope.app/")
    assert len(profile["samples"]) == len(profile["weights"]) > 2
    assert profile["endValue"] == pytest.approx(sum(profile["weights"]))
    busy = names.index("_busy")
    assert sum(busy in stack for stack in profile["samples"]) > len(profile["samples"]) / 2
    assert all(frame["file"] and frame["line"] >= 0 for frame in data["shared"]["frames"])


def _built(monkeypatch: pytest.MonkeyPatch, *options: str) -> str:
    def build_site(*_: object, **__: object) -> Account:
        with stage("content"):
            time.sleep(0.001)
        with stage("pages"):
            time.sleep(0.001)
        return Account(31, 114, 7, 1_840_000)

    monkeypatch.setattr(program, "build_site", build_site)
    done = CliRunner().invoke(making.build, options)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_last_line_tells_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _built(monkeypatch, "--out", "there")
    assert re.fullmatch(r"there: 31 pages; files: 114, changed: 7; 1\.8 MB; \d\.\d s\n", told)


def test_a_profile_is_a_table_and_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    told = _built(monkeypatch, "--profile", str(file)).splitlines()
    stages = [re.fullmatch(r" *\d+\.\d\d s +\d+ %  (.+)", line) for line in told[:-2]]
    assert [found and found[1] for found in stages] == [
        say(f"stage.{name}").en for name in measuring.BUILD_STAGES
    ]
    assert told[-2] == f"{file}: where the time went; open it at speedscope.app"
    assert json.loads(file.read_text("utf-8"))["profiles"]


def test_a_terminal_shows_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for name in measuring.BUILD_STAGES:
        measuring._show(name)
    shown = capsys.readouterr().err.split("\r")[1:]
    assert [line.count("█") for line in shown] == [0, 2, 5, 8, 11, 14, 17]
    assert {len(line.split()[0]) for line in shown} == {measuring.BAR_SIGNS}
