"""What the system asks of a run: to end, and in good order."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDING = (signal.SIGTERM, signal.SIGHUP)
"""What ends a run beside SIGINT, which Python heeds by itself."""
BEYOND = 128
"""A run that a signal ended has the signal's number and this as its exit code."""


@contextmanager
def heeded() -> Iterator[None]:
    """Let a signal to end raise SystemExit where the run stands, so that it tidies up behind it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _end) for number in asked}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def held() -> Iterator[None]:
    """Let signals to end wait until the block is done: it is short, and must not be cut in two."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *ENDING})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def name_of(exit_code: int) -> str | None:
    """Name the signal that an exit code tells of: 143 is SIGTERM; None where it is none."""
    try:
        return signal.Signals(exit_code - BEYOND).name
    except ValueError:
        return None


def _end(number: int, _: object) -> None:
    sys.exit(BEYOND + number)
