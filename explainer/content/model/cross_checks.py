"""What a check over several fields raises."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from explainer.messages import Message


def at_field(field: str, words: Message) -> PydanticCustomError:
    """Make an error about one field from a check over several."""
    return PydanticCustomError("at", "{words}", {"fields": (field,), "words": words})


def needed(name: str, *fields: str, **values: object) -> PydanticCustomError:
    """Make an error about a field that another makes necessary; any of `fields` would do.

    `name` is that of its words, `values` are what they need.
    """
    context = {"fields": fields, "name": name, "values": values}
    return PydanticCustomError("needed", "{name}", context)
