"""A name, a list or a slip where the id of a record belongs: which ids were meant."""

from __future__ import annotations

import re

from explainer.content.meant_values import meant_items
from explainer.content.model import ID, as_id
from explainer.content.record_names import Names, spellings
from explainer.messages import Message, say
from explainer.messages.problems import nearest, quoted

_QUOTES = "\"'“”‘’«»`"
_DASHES = re.compile(r"-?([^\s-]\S*)(?:\s+-\s?\S+)+")
"""Items of a list that were read as one text."""


def certain_ids(text: str, names: Names) -> list[str]:
    """List the ids that a text was certainly meant to be; empty where one is not certain."""
    if whole := _meant(text, names):
        return [whole]
    items = [_meant(each, names) for each in meant_items(text)]
    return [each for each in items if each] if len(items) > 1 and all(items) else []


def _meant(text: str, names: Names) -> str | None:
    """Find the record whose id or name a text is, whatever its capitals and quotation marks."""
    bare = text.strip().strip(_QUOTES).strip().removesuffix(".yml").removeprefix("event:")
    return names.meant(bare) or names.meant(bare.lower())


def no_id_words(kind: str, text: str, names: Names) -> Message:
    """Say that a text is no id, and which were meant."""
    what = quoted(text)
    ids = certain_ids(text, names)
    if len(ids) == 1:
        return say("E306.named", what=what, kind=say(kind), right=ids[0])
    if dash := _DASHES.fullmatch(text):
        return say("E306.dash", what=what, right=dash[1])
    items = meant_items(text)
    if len(items) > 1 and (ids or all(map(ID.fullmatch, items))):
        return say("E306.list", what=what, right=f"[{', '.join(ids or items)}]")
    slug = as_id(text)
    if slug in names.records:
        return say("E306", found=say("found", what=what), right=slug)
    if near := names.near(text) or [each for each in [nearest(slug, names.records)] if each]:
        listed = [f"{each} ({spellings(names.records[each])[0]})" for each in near]
        words = Message("", " / ".join(listed), " / ".join(listed))
        return say("E306.near", what=what, kind=say(kind), near=words)
    return say("E306.nobody", what=what, kind=say(kind))
