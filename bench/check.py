"""Time `check` of the real content and of 10,000 events: `python bench/check.py [RUNS]`.

CPU seconds (user plus system) and seconds by the clock of the whole command, the best and the
median of the runs: a busy machine makes both longer, the best of them least. Python keeps its
compiled modules from one run to the next, as it does for editors, whatever the environment says.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "content"
EVENTS = 10_000
LIMITS = {"content/": 0.5, f"{EVENTS} events": 5.0}


def main() -> None:
    """Print a line a folder."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        here = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{name}/pyc"}
        _run(TINY, here)
        large = Path(name) / "content"
        command = [sys.executable, str(ROOT / "bench" / "large.py"), str(large), str(EVENTS)]
        subprocess.run(command, check=True)
        folders = (ROOT / "content", large)
        for (what, limit), folder in zip(LIMITS.items(), folders, strict=True):
            times = [_run(folder, here) for _ in range(runs)]
            cpu, clock = zip(*times, strict=True)
            print(
                f"check of {what}: CPU {min(cpu):.2f} s (median {statistics.median(cpu):.2f}), "
                f"clock {min(clock):.2f} s (median {statistics.median(clock):.2f}); "
                f"wanted under {limit} s",
                flush=True,
            )


def _run(folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Check a folder; returns CPU seconds and seconds by the clock. Its problems do not matter."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), "check", "--content", str(folder)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"failed: check of {folder}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - begin


if __name__ == "__main__":
    main()
