"""What a view makes: a page whose words are all ready, for one template to place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.site.addresses import Address


@dataclass(frozen=True, slots=True)
class PageView:
    """`kind` names the template (templates/pages/KIND.html); `data` is what it may place."""

    kind: str
    address: Address
    title: str
    description: str
    data: Mapping[str, Any] = field(default_factory=dict)
    reading: Callable[[int], str] | None = None
    """Words the time that so many words take to read, where the page tells it."""
    record: tuple[str, str] | None = None
    """Kind and id of the record that the page shows; the id is empty for all of a kind."""
