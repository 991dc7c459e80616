"""A build's stages: in a terminal the one that runs, and where somebody asks what each took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import click

from explainer.cli.options import tell, told
from explainer.messages import say
from explainer.system.stages import StageClock, timed_stages

BUILD_STAGES: Final = ("start", "content", "pages", "files", "look", "engine", "publish")
"""In the order in which they begin. The look is at what was made, and then at what arrived."""
BAR_SIGNS: Final = 20
"""So many signs a bar is wide."""
CLEARED: Final = "\r\x1b[K"
"""Takes away what stands in a terminal's line."""


@contextmanager
def measured(profile: Path | None) -> Iterator[StageClock]:
    """Measure a block; writes `profile` where one is given, and prints the stages."""
    shows = sys.stderr.isatty()
    clock = StageClock(begun=_show if shows else lambda _: None)
    begun = time.perf_counter()
    with ExitStack() as open_until_done:
        open_until_done.enter_context(timed_stages(clock))
        if shows:
            open_until_done.callback(click.echo, CLEARED, nl=False, err=True)
        if profile:
            from explainer.system.sampler import Sampler

            sampler = open_until_done.enter_context(Sampler())
        yield clock
    clock.seconds["publish"] = time.perf_counter() - begun - clock.whole
    if profile:
        _print(clock)
        profile.write_text(sampler.speedscope("build"), "utf-8")
        tell(say("run.profile", file=profile))


def _show(name: str) -> None:
    """Show in the terminal's last line how far the build is."""
    filled = BAR_SIGNS * BUILD_STAGES.index(name) // len(BUILD_STAGES)
    bar = "█" * filled + "░" * (BAR_SIGNS - filled)
    click.echo(f"{CLEARED}{bar} {told(say(f'stage.{name}'))}", nl=False, err=True)


def _print(clock: StageClock) -> None:
    """Print what each stage took."""
    for name in BUILD_STAGES:
        seconds = clock.seconds.get(name, 0.0)
        share = 100 * seconds / clock.whole
        words = told(say(f"stage.{name}"))
        tell(say("run.stage", seconds=f"{seconds:7.2f}", share=f"{share:3.0f}", name=words))
