"""Web addresses as editors type them: what may be published, and what is better written otherwise.

A host is a public name: none of this machine or a network of one's own, no number in any spelling
that browsers take for one. Names in other letters are written as the network writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_plus

LONGEST_ADDRESS = 2000
"""Letters that every browser and server takes."""
LONGEST_HOST = 253
_PARTS = re.compile(r"(https?)://([^/?#]*)([^#]*)(.*)", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(
    r"https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63})(?:[/?#][!#-;=?-\[\]-~]*)?"
)
"""What most addresses are that are not long: nothing is to be said of one, but for the last part of
its host and for what follows."""
_UNSAFE = re.compile(r'[\x00-\x20\x7f-\xa0\\<>"]')
_HOST = re.compile(r"\[[^\]]*\]?|[^:]*")
"""A name, or a number in brackets."""
_PORT = re.compile(r":([0-9]*)")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
OWN_NETWORK = frozenset(
    {
        "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp",
        "private", "arpa",
    }
)  # fmt: skip
"""Last parts of names that mean another machine in every network, or none."""
TRACKING = re.compile(
    r"utm_\w+|msclkid|(?:fb|g|dc|y|ys|ms|tt|tw|s)clid|[gw]braid|li_fat_id|igsh|igshid|mc_[ce]id|_hsenc|_hsmi|"
    r"_openstat|vero_id|mkt_tok|oly_(?:anon|enc)_id|at_(?:campaign|medium|format|link_\w+)|cmpid|"
    r"ref_src|ref_url",
    re.IGNORECASE,
)
"""Parameters that tell who sent a reader, and lead to no other page."""


class AddressFault(NamedTuple):
    """What is wrong with an address: the name of its words, and the right one where it is known."""

    name: str
    right: str = ""

    @property
    def is_warning(self) -> bool:
        """Tell what only wants a look."""
        return self.name.startswith("W")


class WebAddress(NamedTuple):
    """An address taken apart; together the parts are what was typed."""

    scheme: str
    user: str
    host: str
    port: str
    """With its colon."""
    path: str
    """With the query."""
    fragment: str
    """With its sign."""

    @property
    def text(self) -> str:
        """Write it whole."""
        return f"{self.scheme}://{self.user}{self.host}{self.port}{self.path}{self.fragment}"


@lru_cache(8192)
def address_faults(text: str) -> tuple[AddressFault, ...]:
    """Judge an address: what refuses it, alone; else all that is better written otherwise."""
    plain = _PLAIN.fullmatch(text) if len(text) <= LONGEST_HOST else None
    if plain and plain[1] not in OWN_NETWORK:
        is_sound = not ("?" in text or "#" in text or text[-1] in _ENDINGS)
        return () if is_sound else tuple(_better_rest(text))
    refused = _refused(text)
    return (refused,) if refused else tuple(_better(_taken_apart(text)))


def refusing_fault(text: str) -> AddressFault | None:
    """Give what refuses an address; None where it can be published."""
    return next((each for each in address_faults(text) if not each.is_warning), None)


@lru_cache(8192)
def as_network_writes(text: str) -> str:
    """Write a sound address with its host in ASCII."""
    if text.isascii():
        return text
    parts = _taken_apart(text)
    return parts._replace(host=_ascii_host(parts.host) or parts.host).text


def host_of(text: str) -> str:
    """Give the host of an address as the network writes it; empty where there is none."""
    found = _PARTS.fullmatch(text)
    host = _taken_apart(text).host if found else ""
    return _ascii_host(host) or host.lower()


def is_public_name(host: str) -> bool:
    """Tell whether a host is a name that is the same machine for everyone."""
    labels = host.lower().rstrip(".").split(".")
    is_local = labels[-1] in OWN_NETWORK or len(labels) < 2
    return not is_local and not _NUMBER.fullmatch(labels[-1]) and "[" not in host


def _refused(text: str) -> AddressFault | None:
    """Find why an address cannot be published; None where it can."""
    if len(text) > LONGEST_ADDRESS:
        return AddressFault("E331.long")
    if not _PARTS.fullmatch(text) or _UNSAFE.search(text):
        return AddressFault("E331")
    parts = _taken_apart(text)
    if parts.user:
        return AddressFault("E331.user", parts._replace(user="").text)
    if parts.port and not _is_port(parts.port):
        return AddressFault("E331.port", parts._replace(port="").text)
    host = _ascii_host(parts.host)
    if parts.host.startswith("[") or (host and not is_public_name(host)):
        return AddressFault("E331.own-network")
    return None if host else AddressFault("E331.host")


def _is_port(port: str) -> bool:
    found = _PORT.fullmatch(port)
    return bool(found and len(found[1]) < 6 and 0 < int(found[1] or 0) < 2**16)


def _taken_apart(text: str) -> WebAddress:
    found = _PARTS.fullmatch(text)
    assert found  # noqa: S101 - who asks has looked
    user, at, rest = found[2].rpartition("@")
    found_host = _HOST.match(rest)
    host = found_host[0] if found_host else ""
    port = rest.removeprefix(host)
    return WebAddress(found[1].lower(), user + at, host, port, found[3], found[4])


def _ascii_host(host: str) -> str:
    """Write a host as the network does; empty where it is no name."""
    plain = host.lower()
    if not plain.isascii():
        import idna  # noqa: PLC0415 - it takes long to load, and is seldom needed

        try:
            plain = idna.encode(plain, uts46=True, transitional=False).decode()
        except (idna.IDNAError, UnicodeError):
            return ""
    labels = plain.removesuffix(".").split(".")
    is_name = len(plain) <= LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
    return plain if is_name else ""


def _better(parts: WebAddress) -> Iterator[AddressFault]:
    """Tell what would be better in an address that can be published."""
    host = _ascii_host(parts.host)
    if host != parts.host.lower():
        yield AddressFault("W332", parts._replace(host=host).text)
    if parts.scheme == "http":
        yield AddressFault("W333", parts._replace(scheme="https").text)
    yield from _better_rest(parts.text)


_PUNCTUATION = "'\"“”«»,.،؛;:!؟…"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_ENDINGS = {*_PUNCTUATION, *_BRACKETS}


def without_punctuation(text: str) -> str:
    """Take off what ends a sentence around an address: signs, and brackets without their half."""
    while text[-1] in _PUNCTUATION or (
        text[-1] in _BRACKETS and text.count(text[-1]) > text.count(_BRACKETS[text[-1]])
    ):
        text = text[:-1]
    return text


def _better_rest(text: str) -> Iterator[AddressFault]:
    if (right := without_tracking(text)) != text:
        yield AddressFault("W334", right)
    if (right := without_punctuation(text)) != text:
        yield AddressFault("W336", right)


def without_tracking(text: str) -> str:
    """Take off what tells who sent a reader; all else stays byte for byte."""
    before, question, query = text.partition("?")
    if not question:
        before, sign, fragment = text.partition("#")
        is_tracked = sign and all(map(_tracks, fragment.split("&")))
        return before if is_tracked else text
    query, sign, fragment = query.partition("#")
    kept = "&".join(each for each in query.split("&") if not _tracks(each))
    rest = f"{sign}{fragment}" if sign and not all(map(_tracks, fragment.split("&"))) else ""
    return f"{before}?{kept}{rest}" if kept else f"{before}{rest}"


def _tracks(parameter: str) -> bool:
    return bool(TRACKING.fullmatch(unquote_plus(parameter.partition("=")[0])))
