"""The Internet Archive's Wayback Machine: is there a copy near a day, and may one be made.

It answers at two addresses: "available" tells of the copy that is nearest to a time, and "save"
makes one where a key is given, as a job that is asked about until it is done.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

import httpx

from explainer.system.environment import ArchiveAccess
from explainer.system.errors import ExplainerError

AVAILABLE = "https://archive.org/wayback/available"
SAVE = "https://web.archive.org/save"
_COPY = re.compile(r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(.+)")
_STAMP = "%Y%m%d%H%M%S"

Reason = Literal[
    "none", "busy", "time", "refused", "forbidden", "robots", "dead", "failed", "strange"
]


class NoCopyError(ExplainerError):
    """There is no copy, for a reason; `said` is what the archive said itself."""

    def __init__(self, reason: Reason, said: str = "") -> None:
        super().__init__(f"{reason}: {said}" if said else reason)
        self.reason: Reason = reason
        self.said = said


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy: its address, and the day on which it was made."""

    address: str
    day: date


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds: after a refusal, between two questions, for a copy made."""

    busy: tuple[float, ...] = (20, 60)
    pause: float = 1
    job: float = 180


class Wayback:
    """Asks the archive one thing after another."""

    def __init__(
        self, client: httpx.Client, access: ArchiveAccess, patience: Patience | None = None
    ) -> None:
        self._client, key = client, access.key
        at = access.address
        self._available = f"{at}/wayback/available" if at else AVAILABLE
        self._save = f"{at}/save" if at else SAVE
        self._patience = patience or Patience()
        self._headers = {"Accept": "application/json"}
        if key:
            self._headers["Authorization"] = f"LOW {key}"
        self.may_save = bool(key)

    def nearest(self, url: str, day: date | None) -> KeptCopy:
        """Find the copy nearest to a day, or the last. Raises NoCopyError."""
        asked = {"url": url, **({"timestamp": f"{day:%Y%m%d}"} if day else {})}
        told = self._asked("GET", self._available, params=asked)
        closest = told.get("archived_snapshots", {}).get("closest") or {}
        if not closest.get("available") or str(closest.get("status")) != "200":
            raise NoCopyError("none")
        return _copy(str(closest.get("url")), url)

    def made(self, url: str) -> KeptCopy:
        """Have a copy made. Raises NoCopyError."""
        job = self._asked("POST", self._save, data={"url": url, "skip_first_archive": "1"})
        if not (name := job.get("job_id")):
            raise _refusal(job)
        until = time.monotonic() + self._patience.job
        while time.monotonic() < until:
            told = self._asked("GET", f"{self._save}/status/{name}")
            if told.get("status") == "success":
                return _copy(f"https://web.archive.org/web/{told.get('timestamp')}/{url}", url)
            if told.get("status") == "error":
                raise _refusal(told)
            time.sleep(min(5, self._patience.pause * 5))
        raise NoCopyError("time")

    def _asked(self, method: str, address: str, **sent: Any) -> Mapping[str, Any]:
        """Ask, and once more after a while where the archive is busy or silent."""
        for longest in (*self._patience.busy, None):
            wait = longest
            try:
                answer = self._client.request(method, address, headers=self._headers, **sent)
            except httpx.TimeoutException as error:
                problem = NoCopyError("time", type(error).__name__)
            except httpx.HTTPError as error:
                raise NoCopyError("failed", type(error).__name__) from error
            else:
                time.sleep(self._patience.pause)
                if answer.status_code == 403:
                    raise NoCopyError("forbidden", "403")
                if answer.status_code not in (429, 502, 503, 504):
                    return _read(answer)
                problem = NoCopyError("busy", str(answer.status_code))
                wait = _asked_to_wait(answer, longest)
            if wait is None:
                break
            time.sleep(wait)
        raise problem


def _asked_to_wait(answer: httpx.Response, wait: float | None) -> float | None:
    """Take the time that the archive names, where it is no longer than ours."""
    named = answer.headers.get("Retry-After", "")
    return min(wait, float(named)) if wait is not None and named.isdecimal() else wait


def _read(answer: httpx.Response) -> Mapping[str, Any]:
    if answer.is_error:
        raise NoCopyError("failed", str(answer.status_code))
    try:
        told = answer.json()
    except ValueError as error:
        raise NoCopyError("strange") from error
    if not isinstance(told, dict):
        raise NoCopyError("strange")
    return told


def _copy(address: str, url: str) -> KeptCopy:
    """Read a copy's address: of that page and no other, and from then on by https."""
    found = _COPY.fullmatch(address)
    if not found or _plain(found[2]) != _plain(url):
        raise NoCopyError("strange", address[:80])
    day = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC).date()
    return KeptCopy(f"https://web.archive.org/web/{found[1]}/{found[2]}", day)


def _plain(url: str) -> str:
    """Leave out of an address in what the archive takes two for one."""
    return re.sub(r"^https?://(?:www\.)?|:80(?=/)|/$", "", url.partition("#")[0]).casefold()


def _refusal(told: Mapping[str, Any]) -> NoCopyError:
    """Read why no copy was made."""
    said = str(told.get("status_ext") or told.get("message") or "")
    for sign, reason in _REASONS.items():
        if sign in said:
            return NoCopyError(reason, said)
    return NoCopyError("failed", said)


_REASONS: Mapping[str, Reason] = {
    "robots": "robots",
    "blocked": "refused",
    "no-access": "forbidden",
    "unauthorized": "forbidden",
    "not-found": "dead",
    "gone": "dead",
    "invalid-host": "dead",
    "too-many": "busy",
    "limit": "busy",
    "timeout": "time",
}
"""A part of the archive's own word for it -> the reason."""
