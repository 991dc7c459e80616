"""The one place that tells the time. `SOURCE_DATE_EPOCH` (seconds) sets it, or `--now`."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime

from explainer.system.environment import WrongEnvironmentError

EPOCH = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """Tell the time in UTC, to the second. Raises WrongEnvironmentError for a wrong epoch.

    An empty one is wrong too: the command that was to find it has failed, and today is no answer.
    """
    epoch = os.environ.get(EPOCH)
    if epoch is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        if not re.fullmatch("[0-9]{1,18}", epoch):
            raise ValueError(epoch)
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise WrongEnvironmentError(
            EPOCH, epoch, "a number of seconds since 1970, such as 1767225600"
        ) from error


def set_to(moment: str) -> None:
    """Stop the clock at an ISO 8601 time for this process and those it starts; UTC without a zone.

    Raises ValueError for what is no time, or is one before 1970.
    """
    when = datetime.fromisoformat(moment)
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    if when.timestamp() < 0:
        raise ValueError(moment)
    os.environ[EPOCH] = str(int(when.timestamp()))
