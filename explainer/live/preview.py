"""What an editor sees: the last sound content, page by page, and what is wrong with the newest."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from explainer.content.waiting import waiting
from explainer.editors import check
from explainer.editors.radar import radar
from explainer.engines.frame import Frame
from explainer.live.watching import FolderState, look
from explainer.messages import MessageLanguage, say
from explainer.messages.english_lines import in_arabic
from explainer.site.maker import Maker
from explainer.site.output import File
from explainer.site.upkeep import upkeep_of
from explainer.site.views import View
from explainer.system import clock
from explainer.system.errors import ExplainerError

Say = Callable[[str], None]

RADAR = "/radar/"
"""The one page that is not of the site."""


class Preview:
    """The site of a content folder, read anew when a file has changed.

    Nothing that stands in a file can end it: what is wrong is said once by `say`, shown above every
    page, and gone when it is mended. `version` counts the changes. `drafts` shows, marked as such,
    what readers do not see yet.
    """

    def __init__(
        self,
        root: Path,
        content: Path,
        address: str,
        *,
        language: MessageLanguage,
        say: Say,
        drafts: bool = False,
    ) -> None:
        self._drafts = drafts
        self._root = root
        self._content = content
        self._language: MessageLanguage = language
        self._say = say
        self._address = address
        self._frame = Frame(root / "mkdocs.yml", address)
        self._makers: dict[str, View | None] = {}
        """The first part of an address -> the view that made a page there: events, actors."""
        self._maker: Maker | None = None
        self._problems: list[str] = []
        self._stale = False
        self._seen: FolderState | None = None
        self._said = ""
        self._private = _private(root, content)
        self.version = 0
        self.changed = threading.Condition(threading.RLock())

    def refresh(self) -> None:
        """Read the content again if anything has changed since the last time."""
        folders = [self._content, self._root / "templates", self._root / "docs"]
        now = look(folders)
        if now == self._seen:
            return
        with self.changed:
            self._seen = now
            self._read()
            self.version += 1
            self.changed.notify_all()

    def _read(self) -> None:
        self._made: dict[str, bytes] = {}
        self._files: dict[str, File] = {}
        try:
            docs = self._root / "docs"
            examined, problems = check.check(self._content, docs=docs, drafts=self._drafts)
            self._problems = [each.text(self._language) for each in problems]
            if examined.library:
                self._examined = examined
                self._maker = Maker(
                    examined.library,
                    templates=self._root / "templates",
                    docs=docs,
                    cache=self._root / ".cache",
                    upkeep=upkeep_of(self._content, examined.library)[0],
                )
                self._rest = self._maker.files()
                maker = self._maker
                self._frame.site(maker.title, maker.description, maker.nav, maker.brand)
            self._stale = examined.library is None
        except Exception as error:
            self._problems, self._stale = [self._worded(error)], True
        self._frame.tell(self._problems, stale=self._stale, rtl=self._language == "ar")
        self._tell()

    def _worded(self, error: Exception) -> str:
        """Say what happened in the editor's language."""
        words = _error_in_words(error)
        return in_arabic(words) if self._language == "ar" else words

    def _tell(self) -> None:
        """Say in the terminal what is wrong, or that nothing is any more; nothing twice."""
        said = "\n".join(self._problems)
        if said != self._said:
            self._say(said or getattr(say("run.none"), self._language))
        self._said = said

    def answer(self, asked: str) -> tuple[int, str, bytes]:
        """Give what is read at an address: the status, the path of a file or page, its bytes."""
        with self.changed:
            self.refresh()
            address = asked.removesuffix("index.html")
            path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
            try:
                found = self._page(address) if address.endswith("/") else None
                found = self._file(path) if found is None else found
                if found is None:
                    return 404, "404.html", self._missing()
            except Exception as error:
                told = self._worded(error)
                self._say(told)
                return 500, "error.html", self._public(self._plain(told).encode())
            return 200, path, self._public(found) if path.endswith(".html") else found

    def _public(self, page: bytes) -> bytes:
        """Leave out where on this machine things lie: problems may name whole paths."""
        for folder in self._private:
            page = page.replace(folder, b"")
        return page

    def _page(self, address: str) -> bytes | None:
        if address not in self._made:
            found = self._page_at(address)
            if found is None:
                return None
            self._made[address] = found.encode()
        return self._made[address]

    def _page_at(self, address: str) -> str | None:
        """Make the page that is read at an address; None where there is none."""
        if self._maker is None:
            return self._plain("\n".join(self._problems))
        if address == RADAR:
            examined, now = self._examined, clock.now()
            page = self._maker.desk(radar(examined, now), waiting(examined, now))
            return self._frame.page(page)
        group = address.split("/")[1]
        if found := self._maker.page(address, self._makers.get(group)):
            page, self._makers[group] = found
            return self._frame.page(page)
        return None

    def _file(self, path: str) -> bytes | None:
        """Find a file: one of docs/, or one that is made."""
        written = _written(self._root / "docs", path)
        if written is not None:
            return written
        if path not in self._files and self._maker:
            for file in self._rest:
                self._files[file.path] = file
                if file.path == path:
                    break
        found = self._files.get(path)
        return found.published(self._address) if found else None

    def _plain(self, text: str) -> str:
        """Write a page where there can be no frame."""
        safe = text.replace("&", "&amp;").replace("<", "&lt;")
        side = "rtl" if self._language == "ar" else "ltr"
        return (
            '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
            "<title>خطأ</title></head><body><h1>لا موقع بعد</h1>"
            f'<pre dir="{side}">{safe}</pre></body></html>'
        )

    def _missing(self) -> bytes:
        return (self._frame.missing() if self._maker else self._plain("404")).encode()


def _written(docs: Path, path: str) -> bytes | None:
    """Read a file of docs/ that a build publishes as it is; None where there is none."""
    if path.endswith(".md") or any(part.startswith(".") for part in path.split("/")):
        return None
    try:
        file = (docs / path).resolve()
        return file.read_bytes() if file.is_relative_to(docs.resolve()) else None
    except (OSError, ValueError):  # a folder, no such file, a name that no file can have
        return None


def _private(root: Path, content: Path) -> list[bytes]:
    """List the folders whose place on this machine is nobody else's business, the longest first."""
    own = {root, content.absolute().parent, content.resolve().parent, Path.home()}
    folders = {*own, Path(sys.prefix), Path(sys.base_prefix)}
    paths = [f"{folder}/".encode() for folder in folders if folder != folder.parent]
    return sorted(paths, key=len, reverse=True)


def _error_in_words(error: Exception) -> str:
    """Say what happened; what we did not foresee, with the way it took."""
    if isinstance(error, ExplainerError):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
