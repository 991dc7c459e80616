"""Time `check` of the real content and of 10,000 events: `python bench/check.py [RUNS]`.

Each without kept texts and with 200 of 800 words, in the words of content/, that the copy guard
compares. CPU seconds (user plus system) and seconds by the clock of the whole command, the best and
the median of the runs: a busy machine makes both longer, the best of them least. Python keeps its
compiled modules from one run to the next, as it does for editors, whatever the environment says.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explainer.content.guard.kept import FOLDER, Kept  # noqa: E402 - the path comes first
from explainer.content.guard.shingles import SHINGLE_WORD  # noqa: E402

TINY = ROOT / "tests" / "content"
EVENTS = 10_000
LIMITS = {"content/": 0.5, f"{EVENTS} events": 5.0}
KEPT, WORDS = 200, 800


def main() -> None:
    """Print a line a folder."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        here = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{name}/pyc"}
        _run(TINY, here)
        large = Path(name) / "content"
        command = [sys.executable, str(ROOT / "bench" / "large.py"), str(large), str(EVENTS)]
        subprocess.run(command, check=True)
        real = Path(shutil.copytree(ROOT / "content", Path(name) / "real"))
        folders = list(zip(LIMITS.items(), (real, large), strict=True))
        for number, ((what, limit), folder) in enumerate([*folders, *folders]):
            kept = _keep(folder) if number >= len(folders) else 0
            times = [_run(folder, here) for _ in range(runs)]
            cpu, clock = zip(*times, strict=True)
            print(
                f"check of {what}, {kept} kept texts: CPU {min(cpu):.2f} s "
                f"(median {statistics.median(cpu):.2f}), clock {min(clock):.2f} s "
                f"(median {statistics.median(clock):.2f}); wanted under {limit} s",
                flush=True,
            )


def _keep(folder: Path) -> int:
    """Add invented texts to those that may not be copied; returns how many there are."""
    dice = random.Random(0)  # noqa: S311 - the same numbers every time, no secret
    said = "".join(p.read_text("utf-8") for p in sorted((ROOT / "content").rglob("*.yml")))
    known = [word for word in SHINGLE_WORD.findall(said) if word > "ء"]
    (folder / FOLDER).mkdir()
    for number in range(KEPT):
        kept = Kept.of(" ".join(dice.choices(known, k=WORDS)), f"text {number}", "2026-01-01")
        (folder / FOLDER / kept.file_name).write_text(kept.text(), "utf-8")
    return KEPT


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
