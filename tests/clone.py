"""A repository of the tiny site with a history of its own: what came on which day."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from explainer.content.library import Library, load
from explainer.site.arrivals import arrivals, entered
from explainer.site.upkeep import history_of
from tests.conftest import TESTS

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FOUNDED = "2025-01-01"
EVENT = """title: {title}
summary: وقع ما وقع.
date: {date}
sections: [building]
kind: other
importance: {importance}
status: confirmed
sources: [{{publisher: city-radio, title: نشرة, url: null}}]
"""


class Clone:
    """A repository of the tiny site, made on the day FOUNDED."""

    def __init__(self, root: Path) -> None:
        self.root, self.content = root, root / "content"
        shutil.copytree(TESTS / "content", self.content)
        self.git("init", "-b", "main")
        self.commit(FOUNDED)

    def git(self, *arguments: str, day: str = FOUNDED) -> None:
        """Run git as of a day, in no editor's name."""
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00Z"}
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
        subprocess.run(
            ["git", *who, *arguments],
            cwd=self.root,
            check=True,
            capture_output=True,
            env={**os.environ, **when, **own},
        )

    def commit(self, day: str) -> None:
        """Commit all that lies there."""
        self.git("add", "-A", day=day)
        self.git("commit", "-m", "x", day=day)

    def write(self, event_id: str, more: str = "", importance: int = 3) -> Path:
        """Write an event; it happened on the day that its id begins with."""
        when = event_id[:10]
        path = self.content / f"events/{when[:4]}/{event_id}.yml"
        path.parent.mkdir(exist_ok=True)
        text = EVENT.format(title=f"حدث {event_id}", date=when, importance=importance)
        path.write_text(text + more, "utf-8")
        return path

    def add(self, day: str, event_id: str, more: str = "", importance: int = 3) -> Path:
        """Write an event and commit it on a day."""
        path = self.write(event_id, more, importance)
        self.commit(day)
        return path

    def library(self) -> Library:
        """Read the content as of NOW."""
        return load(self.content, NOW)

    def arrivals(self) -> dict[str, str]:
        """Ask for the days of arrival."""
        library = self.library()
        found = arrivals(library, entered(library, history_of(self.content)[0]))
        return {event_id: day.isoformat() for event_id, day in found.items()}
