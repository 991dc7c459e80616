"""Which names the local server answers to: those that nobody else can give to this machine."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:/@\[\]\s]+?)\.?(?::[0-9]{1,5})?", re.I)
ALWAYS_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class LocalNames:
    """The names of a server that listens at `host`; whatever the port, which may be forwarded.

    One that listens at every address (0.0.0.0, ::) has them all: no other name leads to a number.
    """

    def __init__(self, host: str) -> None:
        self._names = {*ALWAYS_LOCAL, host.lower()}
        self._listens_everywhere = _is_number(host) and ipaddress.ip_address(host).is_unspecified

    def meant(self, path: str, hosts: Sequence[str]) -> bool:
        """Tell whether a request is for this server, by its line and its Host headers."""
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return False
        if path.startswith("/"):
            return True
        try:
            return self._is_ours(urlsplit(path).netloc)
        except ValueError:
            return False

    def _is_ours(self, host: str) -> bool:
        found = HOST.fullmatch(host.strip())
        if found is None:
            return False
        name = found[1].lower().strip("[]")
        return name in self._names or (self._listens_everywhere and _is_number(name))


def _is_number(name: str) -> bool:
    try:
        return bool(ipaddress.ip_address(name).version)
    except ValueError:
        return False
