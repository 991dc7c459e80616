"""The server behind `serve`: it answers with pages, and tells the browser when to ask again."""

from __future__ import annotations

import mimetypes
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from explainer.live.local_names import LocalNames
from explainer.live.preview import Preview, Say
from explainer.messages import MessageLanguage
from explainer.system import clock, repository

PAUSE = 0.15
"""Seconds between two looks at the files."""
PATIENCE = 25.0
"""Seconds that a browser waits for a change before it asks anew."""
READING, WRITING = 15.0, 30.0
"""Seconds within which a browser has to ask, and to take an answer."""
CONNECTIONS = 100
"""Connections at a time; a browser has at most six, and one for each page that waits for edits."""
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
"""Methods of HTTP that are known and not answered."""
MOST_OF_BODY = 1 << 16
ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
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
    host = host.removeprefix("[").removesuffix("]")
    if not host:
        raise ValueError("expected HOST:PORT, such as 127.0.0.1:8000")
    preview = Preview(
        root, content, f"http://{address}/", language=language, say=say, drafts=drafts
    )
    server = LocalServer(host, int(port), preview)
    threading.Thread(target=_watch, args=(preview,), daemon=True).start()
    say(f"http://{address}/")
    with server:
        server.serve_forever()


def _watch(preview: Preview) -> None:
    while True:
        preview.refresh()
        time.sleep(PAUSE)


class LocalServer(ThreadingHTTPServer):
    """Answers as many browsers at once as an editor has, and waits for none of them for long."""

    daemon_threads = True

    def __init__(self, host: str, port: int, preview: Preview) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.names = LocalNames(host)
        self.reading: dict[socket.socket, float] = {}
        """Connections whose request is not read yet, and until when that is waited for."""
        self._free = threading.BoundedSemaphore(CONNECTIONS)
        super().__init__((host, port), partial(_Handler, preview))

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection, where not too many are there already."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer what is asked over one connection, in a thread of its own."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def service_actions(self) -> None:
        """Close connections over which nothing whole has been asked in time."""
        now = time.monotonic()
        late = [connection for connection, until in [*self.reading.items()] if until < now]
        for connection in late:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    """Answers what is asked over one connection; nothing may be kept: it is old at an edit."""

    server: LocalServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "explainer", ""
    timeout = WRITING

    def __init__(self, preview: Preview, *arguments: object) -> None:
        self.preview = preview
        super().__init__(*arguments)  # type: ignore[arg-type]

    def handle_one_request(self) -> None:
        """Read a request within the time that there is for it, and answer it."""
        self.server.reading[self.connection] = time.monotonic() + READING
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Read the head of a request; refuse one that was not meant for this machine.

        A page of somebody else's may have given its own name this address (DNS rebinding), and
        would read drafts.
        """
        sound = super().parse_request()
        self.server.reading.pop(self.connection, None)
        if not sound:
            return False
        if not self.server.names.meant(self.path, self.headers.get_all("Host") or []):
            self._end(421, "This name is not one of the machine that serves: see --address.")
        elif self.command in CHANGING:
            self._end(405, "Edits are made in the files.", {"Allow": "GET, HEAD"})
        else:
            return True
        return False

    def finish(self) -> None:
        """Forget the connection."""
        self.server.reading.pop(self.connection, None)
        super().finish()

    def do_GET(self) -> None:
        """Send a page, a file, or the number of the newest version."""
        asked = urlsplit(self.path)
        self.close_connection |= self._has_body()
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

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no sound request, in a line."""
        self._end(code, message or explain or str(code))

    def _end(self, code: int, said: str, headers: Mapping[str, str] | None = None) -> None:
        """Send a line, and hear no more over this connection."""
        self.close_connection = True
        self.request_version = self.protocol_version  # nonsense is taken for HTTP/0.9: no status
        if self._has_body():
            with suppress(OSError, ValueError):  # unread, it would cut our answer off
                self.rfile.read(min(int(self.headers["Content-Length"]), MOST_OF_BODY))
        self._send(
            code, "error.txt", f"{said}\n".encode(), {"Connection": "close", **(headers or {})}
        )

    def _has_body(self) -> bool:
        headers = getattr(self, "headers", None) or {}
        return headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers

    def _newer(self, seen: str) -> int:
        """Wait for a version that the browser has not seen; who asks for the head does not wait."""
        patience = 0 if self.command == "HEAD" else PATIENCE
        with self.preview.changed:
            self.preview.changed.wait_for(
                lambda: str(self.preview.version) != seen, timeout=patience
            )
            return self.preview.version

    def _page(self, path: str) -> None:
        status, name, content = self.preview.answer(path)
        if name.endswith(".html"):
            tag = f'<script src="/_live/reload.js" data-version="{self.preview.version}"></script>'
            content = content.replace(b"</head>", f"{tag}</head>".encode(), 1)
        self._send(status, name, content)

    def _send(
        self, status: int, name: str, content: bytes, headers: Mapping[str, str] | None = None
    ) -> None:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Length", str(len(content)))
        for key, value in {**ALWAYS, **(headers or {})}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *arguments: object) -> None:
        """Keep the terminal for what an editor must read."""
