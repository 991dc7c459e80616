"""What the system asks of a run: to end, and in good order."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

Handler = Callable[[int, Any], Any]

ENDING = (signal.SIGTERM, signal.SIGHUP)
"""What ends a run beside SIGINT, which Python heeds by itself."""
BEYOND = 128
"""A run that a signal ended has the signal's number and this as its exit code."""


@contextmanager
def heeded() -> Iterator[None]:
    """Let a signal to end raise SystemExit where the run stands, so that it tidies up behind it."""
    with _handled(_end, ENDING):
        yield


@contextmanager
def held() -> Iterator[None]:
    """Let signals to end wait until the block is done: it is short, and must not be cut in two.

    They are held by handlers, not by a mask: a mask holds them for one thread of several.
    """
    came: list[int] = []
    try:
        with _handled(lambda number, _: came.append(number), (signal.SIGINT, *ENDING)):
            yield
    finally:
        for number in came:
            signal.raise_signal(number)


@contextmanager
def _handled(handler: Handler, numbers: Iterable[signal.Signals]) -> Iterator[None]:
    """Handle signals so within the block; what is ignored stays so, as is all in a thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, handler) for number in asked}
    try:
        yield
    finally:
        for number, last in before.items():
            signal.signal(number, last)


def name_of(exit_code: int) -> str | None:
    """Name the signal that an exit code tells of: 143 is SIGTERM; None where it is none."""
    try:
        return signal.Signals(exit_code - BEYOND).name
    except ValueError:
        return None


def _end(number: int, _: object) -> None:
    sys.exit(BEYOND + number)
