"""Addresses that would be better otherwise: without encryption, in other letters, with tracking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer.content.library import Examined, TypedAddress
from explainer.content.web_addresses import AddressFault, address_faults
from explainer.messages import say
from explainer.messages.problems import Fix, Problem

SAFE_TO_MEND = frozenset({"W332", "W334"})
"""What leads to the same page afterwards; whether a host answers by https nobody can know here."""


def address_warnings(examined: Examined) -> Iterator[Problem]:
    """Find them in sources and links, each with its safe fix, if it has one."""
    for typed in examined.addresses:
        for fault in address_faults(typed.text):
            if fault.is_warning:
                yield _warning(typed, fault)


def _warning(typed: TypedAddress, fault: AddressFault) -> Problem:
    problem = typed.document.within(typed.path, typed.start, say(fault.name, right=fault.right))
    fix = _fix(typed, fault.right) if fault.name in SAFE_TO_MEND else None
    return replace(problem, is_warning=True, fix=fix)


def _fix(typed: TypedAddress, right: str) -> Fix | None:
    """Change an address where it stands, if it stands there letter by letter."""
    at = typed.document.index(typed.path, typed.start)
    if at is None or not typed.document.text.startswith(typed.text, at):
        return None
    return Fix(at, at + len(typed.text), right)
