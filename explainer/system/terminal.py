"""Where the program's words go: in UTF-8, to whoever still reads."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

STREAMS = ("stdin", "stdout", "stderr")


def speak_utf8() -> None:
    """Read and write UTF-8, whatever the machine is set to: Arabic fits in hardly any other.

    What cannot be read as such becomes U+FFFD, which the content refuses; a name that no encoding
    holds is written with backslashes. A stream that is closed is one that nobody reads.
    """
    for number, name in enumerate(STREAMS):
        if getattr(sys, name) is None:
            setattr(sys, name, _nobody(number))
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            errors = "replace" if name == "stdin" else "backslashreplace"
            stream.reconfigure(encoding="utf-8", errors=errors)


def flush() -> None:
    """Write what is still kept back. Raises OSError where it cannot be written."""
    sys.stdout.flush()
    sys.stderr.flush()


def fall_silent() -> None:
    """Drop whatever is still to be written: its reader has gone, or there is no room for it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
            continue
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _nobody(number: int) -> TextIOWrapper:
    """Open the stream of a number to nothing, lest the next file opened takes its place."""
    mode = os.O_RDONLY if number == 0 else os.O_WRONLY
    opened = os.open(os.devnull, mode)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)
