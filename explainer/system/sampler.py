"""Where a run spends its time, by looking at what it does every few milliseconds.

A thread looks on, so it works on every system; what is written is for https://www.speedscope.app.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from types import FrameType, TracebackType
from typing import Any, Self

from explainer.system.folders import ROOT

EVERY = 0.004
"""Seconds between two looks."""

Place = tuple[str, str, int]
"""Function, file and line."""


class Sampler:
    """Looks at the thread that began it, for as long as its block runs."""

    def __init__(self) -> None:
        self._watched = threading.get_ident()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name="sampler", daemon=True)
        self._stacks: list[tuple[float, list[Place]]] = []

    def __enter__(self) -> Self:
        self._begun = time.perf_counter()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        last = self._begun
        while not self._ended.wait(EVERY):
            frame, now = sys._current_frames().get(self._watched), time.perf_counter()
            self._stacks.append((now - last, _stack(frame)))
            last = now

    def speedscope(self, name: str) -> str:
        """Write all that was seen as speedscope reads it."""
        numbers: dict[Place, int] = {}
        samples = [
            [numbers.setdefault(place, len(numbers)) for place in stack]
            for _, stack in self._stacks
        ]
        weights = [round(seconds, 6) for seconds, _ in self._stacks]
        data: dict[str, Any] = {
            "$schema": "https://www.speedscope.app/file-format-schema.json",
            "name": name,
            "exporter": "explainer",
            "shared": {
                "frames": [{"name": n, "file": file, "line": line} for n, file, line in numbers]
            },
            "profiles": [
                {
                    "type": "sampled", "name": name, "unit": "seconds", "startValue": 0,
                    "endValue": round(sum(weights), 6), "samples": samples, "weights": weights,
                }
            ],
        }  # fmt: skip
        return json.dumps(data, ensure_ascii=False)


def _stack(frame: FrameType | None) -> list[Place]:
    """List where a thread is, the outermost call first."""
    found: list[Place] = []
    while frame:
        code = frame.f_code
        file = code.co_filename.removeprefix(f"{ROOT}/")
        found.append((code.co_qualname, file, code.co_firstlineno))
        frame = frame.f_back
    return found[::-1]
