"""Time the build of invented events against bare MkDocs: `python bench/build_speed.py [N]`.

In pairs, one after the other. Bare MkDocs builds as many Markdown pages with a menu of seven
entries. CPU seconds are user plus system, of the whole process; memory is its peak. The machine is
noisy: read the ratio, and the best of the pairs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.synthetic import write  # noqa: E402 - the path comes first

PAIRS = 3
BARE = """site_name: bare
site_url: https://bare.example/
theme: {name: material, language: ar, font: false}
validation: {nav: {omitted_files: ignore}}
nav: [index.md, n1.md, n2.md, n3.md, n4.md, n5.md, n6.md]
"""
PAGE = "# صفحة {n}\n\nزار الطرف المكان وبحث مسائل التجارة.\n\n## المصادر\n\n- [خبر](https://a.example/)\n"


def main() -> None:
    """Print a line a run and the best ratio."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        content = write(here / "content", number)
        bare = _bare(here / "bare", number)
        build = [str(ROOT / "build.py"), "build", "--content", str(content), "--out"]
        ratios = []
        for pair in range(PAIRS):
            ours = _measure([*build, str(here / f"site{pair}")])
            theirs = _measure(["-m", "mkdocs", "build", "-q", "-f", str(bare)])
            ratios.append(ours[0] / theirs[0])
            print(
                f"explainer {ours[0]:.2f} s {ours[1]} MiB   bare mkdocs {theirs[0]:.2f} s "
                f"{theirs[1]} MiB   ratio {ratios[-1]:.2f}"
            )
        check = _measure([str(ROOT / "build.py"), "check", "--content", str(content)])
        real = _measure([str(ROOT / "build.py"), "check"])
        print(f"best ratio {min(ratios):.2f}")
        print(f"check of {number} events {check[0]:.2f} s, of content/ {real[0]:.2f} s")


def _bare(folder: Path, number: int) -> Path:
    docs = folder / "docs"
    (docs / "e").mkdir(parents=True)
    for n in range(number):
        (docs / "e" / f"p{n}.md").write_text(PAGE.format(n=n), "utf-8")
    for name in ("index", *(f"n{n}" for n in range(1, 7))):
        (docs / f"{name}.md").write_text(f"# {name}\n", "utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(BARE, "utf-8")
    return settings


def _measure(arguments: list[str]) -> tuple[float, int]:
    """Run Python with these arguments; returns its CPU seconds and peak memory in MiB."""
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(arguments)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


if __name__ == "__main__":
    main()
