"""What the environment sets: an empty address means none, and a wrong one ends the run."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from explainer.system.errors import WRONG_USAGE, ExplainerError

PATH_OF_ADDRESS = re.compile(r"(?:/(?:[A-Za-z0-9._~@,:=+-]|%[0-9A-Fa-f]{2})+)*/?")
"""Signs that mean the same in HTML, XML, JSON and YAML, so that an address needs no escaping."""
HOST_NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


class WrongEnvironmentError(ExplainerError):
    """A variable of the environment has a value that cannot be used; the line names it."""

    exit_code = WRONG_USAGE

    def __init__(self, name: str, value: str, expected: str) -> None:
        shown = value if len(value) <= 60 else f"{value[:57]}…"
        super().__init__(f"{name}: {shown!r} is not {expected}")


class ArchiveAccess(NamedTuple):
    """How the Internet Archive is asked."""

    key: str
    """"ACCESS:SECRET", or nothing: then no copies are made."""
    address: str
    """One address for all of it, without a slash at its end; nothing where it is asked itself."""


def setting(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Give a variable's value; None where it is not set, or blank, as a workflow leaves it."""
    value = environment.get(name, "")
    return value if value.strip() else None


def web_address(
    name: str, such_as: str, environment: Mapping[str, str] = os.environ
) -> SplitResult | None:
    """Read a variable that is an address on the web; None where it is not set.

    Raises WrongEnvironmentError for what is none, and for a query, a fragment or a name and
    password in it: others are sent there.
    """
    value = setting(name, environment)
    if value is None:
        return None
    parts = _parts(value)
    if parts is None:
        raise WrongEnvironmentError(name, _without_password(value), f"an address such as {such_as}")
    return parts


def site_address(environment: Mapping[str, str] = os.environ) -> str | None:
    """Give the address that the site is read at, with a slash at its end, by SITE_URL.

    None where it is not set. Raises WrongEnvironmentError.
    """
    parts = web_address("SITE_URL", "https://news.example/", environment)
    return parts.geturl().rstrip("/") + "/" if parts else None


def archive_access(environment: Mapping[str, str] = os.environ) -> ArchiveAccess:
    """Give what is needed to ask the archive.

    IA_ACCESS_KEY and IA_SECRET_KEY are a key together; WAYBACK_URL is one address for all, for a
    mirror or a stand-in. Raises WrongEnvironmentError for half a key and a wrong address.
    """
    access, secret = setting("IA_ACCESS_KEY", environment), setting("IA_SECRET_KEY", environment)
    if bool(access) != bool(secret):
        lacking = "IA_SECRET_KEY" if access else "IA_ACCESS_KEY"
        raise WrongEnvironmentError(lacking, "", "the other half of the archive's key")
    parts = web_address("WAYBACK_URL", "https://archive.example/", environment)
    key = f"{access}:{secret}" if access else ""
    return ArchiveAccess(key, parts.geturl().rstrip("/") if parts else "")


def _parts(value: str) -> SplitResult | None:
    """Take an address apart; None for whatever is no plain one."""
    if not value.isascii() or re.search(r"[\s\x00-\x20\x7f?#]", value):
        return None
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and _is_host(parts) and _is_path(parts.path)
    except ValueError:  # brackets that hold no address, a port that is none
        return None
    return parts if sound else None


def _is_host(parts: SplitResult) -> bool:
    host, port = parts.hostname or "", parts.port
    named = f"[{host}]" if ":" in host else host
    if parts.netloc.lower() != (named if port is None else f"{named}:{port}"):
        return False
    if ":" in host:
        return bool(ipaddress.IPv6Address(host))
    return bool(HOST_NAME.fullmatch(host))


def _is_path(path: str) -> bool:
    return bool(PATH_OF_ADDRESS.fullmatch(path)) and not {".", ".."} & set(path.split("/"))


def _without_password(value: str) -> str:
    """Leave out what stands before the host: a log is read by others."""
    return re.sub(r"//[^/?#]*@", "//…@", value)
