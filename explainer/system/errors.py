"""The base of our own errors: each class says how a run ends that it stops."""

from __future__ import annotations

from typing import ClassVar

REFUSED, WRONG_USAGE, NOT_PUBLISHED, OUR_BUG = 1, 2, 3, 70
"""Exit codes; 0 is done."""


class ExplainerError(Exception):
    """Something that may go wrong and that the program knows of; str() is a line for people."""

    exit_code: ClassVar[int] = NOT_PUBLISHED
