"""Round steps for an axis of numbers: few, from zero, to beyond the greatest number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

ROUND = (1, 2, 2.5, 5, 10)
"""A step is one of these times a power of ten."""


@dataclass(frozen=True, slots=True)
class RoundSteps:
    """The ticks of an axis: from `least` to `most`, a `step` apart; zero is one of them."""

    step: float
    least: float
    most: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """List the ticks, the least first."""
        count = round((self.most - self.least) / self.step)
        return tuple(round(self.least + n * self.step, 9) for n in range(count + 1))


def round_steps(numbers: Sequence[float], steps: int) -> RoundSteps:
    """Choose the steps, at most so many, that end nearest to the numbers.

    Of what is counted in whole numbers there is no half.
    """
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    power = 10.0 ** math.floor(math.log10((high - low or 1) / steps))
    least = 1 if all(float(n).is_integer() for n in numbers) else 0
    wide = [power * n for n in (*ROUND, *(10 * n for n in ROUND)) if power * n >= least]
    fitting = [held for step in wide if len((held := _held(step, low, high)).ticks) - 1 <= steps]
    return min(fitting, key=lambda each: (each.most - each.least, each.step))


def _held(step: float, low: float, high: float) -> RoundSteps:
    least, most = math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
    return RoundSteps(step, least, most if most > least else step)
