"""The one place that tells the time. `SOURCE_DATE_EPOCH` (seconds) sets it, or `--now`."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Tell the time in UTC, to the second."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def set_to(moment: str) -> None:
    """Stop the clock at an ISO 8601 time for this process and those it starts; UTC without a zone.

    Raises ValueError for what is no time.
    """
    when = datetime.fromisoformat(moment)
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(when.timestamp()))
