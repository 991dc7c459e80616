"""The server behind `serve`: it answers with pages, and tells the browser when to ask again."""

from __future__ import annotations

import mimetypes
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from explainer.live.preview import Preview, Say
from explainer.messages import MessageLanguage
from explainer.system import clock, repository

PAUSE = 0.15
"""Seconds between two looks at the files."""
PATIENCE = 25.0
"""Seconds that a browser waits for a change before it asks anew."""
SCRIPT = Path(__file__).with_name("reload.js")


def serve(
    root: Path,
    content: Path,
    address: str,
    *,
    language: MessageLanguage,
    say: Say,
    drafts: bool = False,
) -> None:
    """Serve the site at HOST:PORT until interrupted. Raises OSError, ValueError where it cannot.

    Raises WrongEnvironmentError: what no edit can mend is not for the pages to show.
    """
    clock.now(), repository.from_environment()
    host, _, port = address.rpartition(":")
    if not host:
        raise ValueError("expected HOST:PORT, such as 127.0.0.1:8000")
    preview = Preview(
        root, content, f"http://{address}/", language=language, say=say, drafts=drafts
    )
    server = _Server((host, int(port)), partial(_Handler, preview))
    threading.Thread(target=_watch, args=(preview,), daemon=True).start()
    say(f"http://{address}/")
    with server:
        server.serve_forever()


def _watch(preview: Preview) -> None:
    while True:
        preview.refresh()
        time.sleep(PAUSE)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self.preview = preview
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page, a file, or the number of the newest version."""
        asked = urlsplit(self.path)
        if asked.path == "/_live/reload.js":
            self._send(200, "reload.js", SCRIPT.read_bytes())
        elif asked.path == "/_live/version":
            seen = parse_qs(asked.query).get("seen", [""])[0]
            self._send(200, "version.txt", str(self._newer(seen)).encode())
        else:
            self._page(unquote(asked.path))

    def do_HEAD(self) -> None:
        """Send what a page or file would be sent with."""
        self.do_GET()

    def _newer(self, seen: str) -> int:
        """Wait for a version that the browser has not seen."""
        with self.preview.changed:
            self.preview.changed.wait_for(
                lambda: str(self.preview.version) != seen, timeout=PATIENCE
            )
            return self.preview.version

    def _page(self, path: str) -> None:
        status, name, content = self.preview.answer(path)
        if name.endswith(".html"):
            tag = f'<script src="/_live/reload.js" data-version="{self.preview.version}"></script>'
            content = content.replace(b"</head>", f"{tag}</head>".encode(), 1)
        self._send(status, name, content)

    def _send(self, status: int, name: str, content: bytes) -> None:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        """Keep the terminal for what an editor must read."""
