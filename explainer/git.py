"""What git knows of the folder one works in."""

from __future__ import annotations

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git is not there, or did not understand what it was asked."""


def changed_since(ref: str, folder: Path | None = None) -> frozenset[str]:
    """List the files under a folder (the current one) changed since the branch left `ref`.

    Addresses are as seen from that folder, with `/`. Raises GitError.
    """
    command = ["git", "diff", "--relative", "--name-only", "-z", "--merge-base"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the name cannot become an option
            [*command, "--end-of-options", ref, "--"], cwd=folder, capture_output=True, check=True
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error}") from error
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(words[0] if words else f"git returned {error.returncode}") from error
    return frozenset(done.stdout.decode("utf-8", "surrogateescape").split("\0")) - {""}
