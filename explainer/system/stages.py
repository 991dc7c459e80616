"""How long each stage of a run takes, where somebody asked; costs nothing where nobody did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

Begun = Callable[[str], object]
"""Told the name of each stage as it begins."""


@dataclass
class StageClock:
    """Seconds by stage, in the order in which they began."""

    begun: Begun = lambda _: None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def whole(self) -> float:
        """The seconds of all stages."""
        return sum(self.seconds.values())


_clock: ContextVar[StageClock | None] = ContextVar("stage clock", default=None)


@contextmanager
def timed_stages(clock: StageClock) -> Iterator[None]:
    """Let a clock measure the stages of a block."""
    before = _clock.set(clock)
    try:
        yield
    finally:
        _clock.reset(before)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Measure a block as a stage of the run; one stands in no other."""
    clock = _clock.get()
    if clock is None:
        yield
        return
    clock.begun(name)
    begun = time.perf_counter()
    try:
        yield
    finally:
        clock.seconds[name] = clock.seconds.get(name, 0.0) + time.perf_counter() - begun
