"""Ask the public network only: no machine of one's own network, whatever a name or redirect says.

A name is looked up once, and what was found is what is connected to, so that no second answer of a
name server can lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from explainer.content.web_addresses import host_of, is_public_name

OWN_NETWORK_SAID = "own network"
"""What is said of an address that leads to a machine of one's own network."""

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def keep_to_public(client: httpx.Client) -> None:
    """Let a client ask public hosts only, also after a redirect."""
    client.event_hooks = {"request": [_refuse_own_names]}
    transport: Any = client._transport
    transport._pool._network_backend = PublicBackend()


def _refuse_own_names(request: httpx.Request) -> None:
    """Refuse a host by its name or number alone; a proxy would look it up elsewhere."""
    if not is_public_name(host_of(str(request.url))):
        raise httpx.ConnectError(OWN_NETWORK_SAID, request=request)


class PublicBackend(httpcore.SyncBackend):
    """Connects to what a name means, where all of that is public."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Try each address of the host. Raises httpcore's ConnectError."""
        failed: httpcore.ConnectError | None = None
        for address in _public_addresses(host, port):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError as error:
                failed = error
        raise failed or httpcore.ConnectError(OWN_NETWORK_SAID)


def _public_addresses(host: str, port: int) -> list[str]:
    """Look a host up; nothing where any of its addresses is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    return addresses if all(map(is_public_address, addresses)) else []


def is_public_address(text: str) -> bool:
    """Tell whether an address of the network is the same machine for everyone."""
    address = ipaddress.ip_address(text.partition("%")[0])
    return all(each.is_global and not each.is_multicast for each in (address, *_within(address)))


def _within(address: IpAddress) -> list[IpAddress]:
    """List the addresses that a longer one holds: of the older network, behind a gateway."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    held = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        held.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in held if each]
