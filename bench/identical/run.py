"""Build one content in many environments and by other engines; every file must be the same.

    python -m bench.identical.run            # or: make identical
    python -m bench.identical.run --python PATH   # and by another Python, with requirements.txt

Prints a line an environment, and ends with 1 where a site differs, or could not be built.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
CONTENT = ROOT / "tests/content"
NOBODY = 65534
UNDER_PROPERDOCS = "bench/identical/under_properdocs.py"
PLAIN = {"PATH": os.environ["PATH"], "HOME": "/tmp", "SOURCE_DATE_EPOCH": "1767225600"}  # noqa: S108


@dataclass(frozen=True)
class Environment:
    """How one build is started."""

    name: str
    set: dict[str, str] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    umask: int = 0o022
    folder: str = "program"
    """Where the program lies."""
    elsewhere: bool = False
    """Whether it is started from the root of the system."""
    reverse: bool = False
    """Whether files were written in another order, at another time."""
    by_nobody: bool = False
    keeps_cache: bool = True
    options: tuple[str, ...] = ()
    """Of Python."""
    script: str = ""
    engine: str = ""
    """A file of requirements of another engine."""
    python: str = sys.executable


ENVIRONMENTS = (
    Environment("plain"),
    Environment("the C locale", {"LC_ALL": "C", "LANG": "C"}),
    Environment("an Arabic locale", {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"}),
    Environment("Tokyo's time", {"TZ": "Asia/Tokyo"}),
    Environment("a time west of it", {"TZ": "Pacific/Honolulu"}),
    Environment("a day later", {"SOURCE_DATE_EPOCH": "1767398399"}),
    Environment("a strict umask", umask=0o077),
    Environment("an open umask", umask=0o000),
    Environment("from the system's root", elsewhere=True),
    Environment("hashes by 1", {"PYTHONHASHSEED": "1"}),
    Environment("hashes by 2", {"PYTHONHASHSEED": "4242"}),
    Environment("no HOME", unset=("HOME",)),
    Environment("spaces and Arabic in the path", folder="موقع جديد/pro gram"),
    Environment("files in another order", reverse=True),
    Environment("an empty cache", keeps_cache=False),
    Environment("nobody", by_nobody=True),
    Environment("Python optimised", options=("-O",)),
    Environment("MkDocs NG", engine="requirements-mkdocs-ng.txt"),
    Environment("ProperDocs", engine="requirements-properdocs.txt", script=UNDER_PROPERDOCS),
)


def main() -> int:
    """Build in each; returns the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", action="append", default=[], help="another interpreter")
    parser.add_argument("--only", help="environments whose name holds this")
    given = parser.parse_args()
    wanted = [*ENVIRONMENTS, *(Environment(f"by {each}", python=each) for each in given.python)]
    first, bad = "", 0
    for each in wanted if not given.only else [wanted[0], *_named(wanted, given.only)]:
        if each.by_nobody and not _may_be_nobody():
            print(f"NOT RUN  {each.name}: this user cannot run Python as nobody", flush=True)
            continue
        listed = _built(each)
        first = first or listed
        same = bool(listed) and listed == first
        bad += not same
        print(f"{'same' if same else 'DIFFERS'}  {each.name}: {_told(listed, first)}", flush=True)
    return min(bad, 1)


def _may_be_nobody() -> bool:
    try:
        subprocess.run([sys.executable, "-c", ""], user=NOBODY, cwd="/", check=True)
    except (PermissionError, subprocess.CalledProcessError):
        return False
    return True


def _named(wanted: list[Environment], part: str) -> list[Environment]:
    return [each for each in wanted[1:] if part in each.name]


def _told(listed: str, first: str) -> str:
    if not listed:
        return "could not be built"
    lines, others = set(listed.splitlines()), set(first.splitlines())
    differing = sorted({line[66:] for line in lines ^ others})
    return f"{len(lines)} files" + (f"; {', '.join(differing[:10])}" if differing else "")


def _built(how: Environment) -> str:
    """Build in a folder of its own; returns the site's list of files, '' where none was made."""
    with tempfile.TemporaryDirectory(prefix="identical-") as kept:
        place = Path(kept)
        place.chmod(0o755)
        program = _program(place / how.folder, how)
        environment = {**PLAIN, **how.set, "PYTHONPATH": _engine(how, place)}
        command = [how.python, *how.options, *([str(program / how.script)] if how.script else [])]
        command += [str(program / "build.py"), "build", "--content", str(program / "content")]
        done = subprocess.run(
            [*command, "--out", str(place / "out/site"), "--last", "none"],
            cwd="/" if how.elsewhere else program,
            env={key: value for key, value in environment.items() if key not in how.unset},
            umask=how.umask,
            user=NOBODY if how.by_nobody else None,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stderr[-2000:], file=sys.stderr)
            return ""
        return (place / "out/site/files.sha256").read_text("utf-8")


def _program(folder: Path, how: Environment) -> Path:
    """Copy what a build reads; in another order, the last file first and of another day."""
    folder.mkdir(parents=True)
    out = folder.parents[how.folder.count("/")] / "out"
    out.mkdir()
    names = [
        *(path for name in ("explainer", "templates", "docs", "bench/identical") for path in
          (ROOT / name).rglob("*") if path.is_file() and "__pycache__" not in path.parts),
        ROOT / "build.py", ROOT / "mkdocs.yml",
    ]  # fmt: skip
    pairs = [(path, folder / path.relative_to(ROOT)) for path in names]
    pairs += [
        (path, folder / "content" / path.relative_to(CONTENT))
        for path in CONTENT.rglob("*")
        if path.is_file()
    ]
    for number, (source, target) in enumerate(sorted(pairs, reverse=how.reverse)):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        if how.reverse:
            os.utime(target, (number * 1e6, number * 1e6))
    if how.keeps_cache and (ROOT / ".cache/fonts").is_dir():
        shutil.copytree(ROOT / ".cache/fonts", folder / ".cache/fonts")
    if how.by_nobody:
        for path in (out, folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    return folder


def _engine(how: Environment, place: Path) -> str:
    """Install another engine, by its hash and alone: what it needs is there for MkDocs."""
    if not how.engine:
        return ""
    target = place / "engine"
    command = [how.python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*command, "--target", target, "-r", HERE / how.engine], check=True)
    return str(target)


if __name__ == "__main__":
    sys.exit(main())
