"""Say in an editor's words why a text is no date, with what is right by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.content.meant_dates import slip_of
from explainer.dates import NOT_EDTF, NotADateError
from explainer.messages import Message, say
from explainer.messages.problems import quoted


def date_refusal(error: NotADateError, typed: str | None = None) -> Message:
    """Put an error of `dates` into words.

    `typed` is the whole text, where the error may tell of one end. A text that is no EDTF at all is
    looked at for what was meant by it.
    """
    if error.code == NOT_EDTF:
        return _not_edtf(typed or error.text, error.text)
    values = {name: _value_in_words(name, value) for name, value in error.values.items()}
    return say(error.code, text=quoted(error.text), **values)


def _not_edtf(whole: str, end: str) -> Message:
    for text in (whole, end):
        if slip := slip_of(text):
            right = _one_date_or_two(slip.meant)
            return say(slip.code, text=quoted(text), right=right, part=slip.part)
    return say(NOT_EDTF, text=quoted(whole), right=say("date-order"))


def certain_date(typed: str) -> str | None:
    """Give the one date that a text which is none must have been meant to be; None where unsure."""
    slip = slip_of(typed)
    return slip.certain if slip else None


def _one_date_or_two(meant: Sequence[str]) -> Message | str:
    """Name the date or the two that can have been meant; where there is none, how to write one."""
    if len(meant) < 2:
        return meant[0] if meant else say("date-order")
    return say("either", one=meant[0], other=meant[1])


def _value_in_words(name: str, value: object) -> object:
    """Show a value as it stands in a sentence: a part quoted, a pair of parts as it is typed."""
    if name in _PIECES:
        return say(str(value))
    if name == "part" and not isinstance(value, tuple | list):
        return quoted(str(value))
    if name == "parts" and isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(each or 'null' for each in value)}]"
    return value


_PIECES = {"edge", "end"}
"""Values that are the names of pieces of sentences."""
