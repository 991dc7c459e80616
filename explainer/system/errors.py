"""The base of our own errors: each class says how a run ends that it stops."""

from __future__ import annotations

from typing import ClassVar

REFUSED, NOT_PUBLISHED, OUR_BUG = 1, 3, 70
"""Exit codes; 0 is done, 2 is wrong usage."""


class ExplainerError(Exception):
    """Something that may go wrong and that the program knows of; str() is a line for people."""

    exit_code: ClassVar[int] = NOT_PUBLISHED
