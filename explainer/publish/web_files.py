"""The files of a published site, asked for at its address: bounded, and never elsewhere.

A file is asked for as readers ask for it: of a page the folder, not its index.html. No cache on the
way answers, since a site is judged by what its host holds.
"""

from __future__ import annotations

import secrets
import ssl
import time
from collections.abc import Iterator
from functools import cache
from typing import Literal, Self
from urllib.parse import quote, urljoin, urlsplit

import httpx

from explainer.system.errors import ExplainerError

Failure = Literal["missing", "refused", "late", "cut", "elsewhere", "large", "failed"]

WAIT = 20.0
"""Seconds for one step of an answer."""
WHOLE_WAIT = 180.0
"""Seconds for a whole file, however it trickles."""
MOST_BYTES = 200_000_000
"""Of one file; hosts of static sites take less."""
PAUSES = (1.0, 4.0)
"""Seconds before asking again what did not answer."""
REDIRECTS = 3
STATUSES: dict[int, Failure] = {404: "missing", 410: "missing", 401: "refused", 403: "refused"}
NOT_THERE_PAGE = "404.html"
"""The page for what is not there: a host may say that status of it too."""
AGENT_NAME = "explainer-publish/1.0"


class FileNotServedError(ExplainerError):
    """A file of a published site did not come; `failure` says how, str() in words."""

    def __init__(self, failure: Failure, said: str) -> None:
        super().__init__(said)
        self.failure = failure


class WebFiles:
    """Reads files of a site by their paths. Used as a context; may be asked from many threads."""

    def __init__(
        self, address: str, *, wait: float = WAIT, pauses: tuple[float, ...] | None = None
    ) -> None:
        self.where = address.rstrip("/") + "/"
        self._pauses = PAUSES if pauses is None else pauses
        headers = {"User-Agent": AGENT_NAME, "Cache-Control": "no-cache"}
        self._client = httpx.Client(headers=headers, timeout=wait, verify=_certificates())

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._client.__exit__()

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """Fetch a file whole. Raises FileNotServedError."""
        for pause in self._pauses:
            try:
                return self._read(path, most)
            except FileNotServedError as error:
                if error.failure not in ("late", "cut", "failed"):
                    raise
            time.sleep(pause)
        return self._read(path, most)

    def _read(self, path: str, most: int) -> bytes:
        url = f"{self._address(path)}?fresh={secrets.token_hex(8)}"
        try:
            for _ in range(REDIRECTS + 1):
                with self._client.stream("GET", url) as answer:
                    if answer.has_redirect_location:
                        url = self._within(url, answer.headers["location"])
                        continue
                    _see_status(answer, path)
                    return b"".join(_bounded(answer, most))
        except httpx.TimeoutException as error:
            raise FileNotServedError("late", "no answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
            raise _broken(error) from error
        raise FileNotServedError("elsewhere", "redirects in a circle")

    def _address(self, path: str) -> str:
        shown = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
        return self.where + quote(shown)

    def _within(self, url: str, location: str) -> str:
        """Give where a redirect leads. Raises FileNotServedError where that is another site."""
        target = urljoin(url, location)
        if not _is_same_site(self.where, target):
            raise FileNotServedError("elsewhere", f"redirects to {target}, which is another site")
        return target


@cache
def _certificates() -> ssl.SSLContext:
    """Read once whom this machine trusts."""
    return httpx.create_ssl_context()


def _is_same_site(site: str, target: str) -> bool:
    """Tell whether an address is within a site; https may take the place of http."""
    here, there = urlsplit(site), urlsplit(target)
    kept = (there.scheme, there.netloc) == (here.scheme, here.netloc)
    safer = (here.scheme, there.scheme) == ("http", "https") and here.hostname == there.hostname
    return (kept or safer) and there.path.startswith(here.path)


def _see_status(answer: httpx.Response, path: str) -> None:
    status = answer.status_code
    if status == 200 or (status == 404 and path == NOT_THERE_PAGE):
        return
    raise FileNotServedError(STATUSES.get(status, "failed"), f"the host answered {status}")


def _bounded(answer: httpx.Response, most: int) -> Iterator[bytes]:
    """Give an answer piece by piece, unpacked; its length and its time have bounds."""
    read, until = 0, time.monotonic() + WHOLE_WAIT
    for piece in answer.iter_bytes():
        read += len(piece)
        if read > most:
            raise FileNotServedError("large", f"longer than {most} bytes")
        if time.monotonic() > until:
            raise FileNotServedError("late", "no answer in time")
        yield piece


def _broken(error: Exception) -> FileNotServedError:
    if isinstance(error, (httpx.RemoteProtocolError, httpx.DecodingError)):
        return FileNotServedError("cut", "the answer breaks off")
    said = str(error) or type(error).__name__
    return FileNotServedError("failed", f"no connection: {said}")
