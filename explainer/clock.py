"""The one place that tells the time. `SOURCE_DATE_EPOCH` (seconds) sets it."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Tell the time in UTC, to the second."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)
