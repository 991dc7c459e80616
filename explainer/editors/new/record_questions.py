"""A new actor, place, publisher or section: what is asked, and the text that is added."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.content.model import Actor, Name, Place, Publisher, Record, Section, record_fields
from explainer.content.yaml_file import Document
from explainer.editors.new import writing
from explainer.editors.new.question import (
    Known,
    Prompt,
    Replies,
    for_choice,
    for_field,
    never,
    new_id,
    of_model,
    same_name,
    slug,
    text,
    texts,
)
from explainer.messages import say

_IN_ORDER = 3
"""So many ids in alphabetical order are no accident."""


def _named(kind: str) -> tuple[Prompt, ...]:
    return (
        for_field(
            Name, "ar", text, name="name", option="name", where=("name",), note=same_name(kind)
        ),
        for_field(Name, "en", text, needed=never, note=same_name(kind)),
        Prompt("id", say("ask.id"), "id", new_id(kind), suggest=_id_of_name),
    )


def _id_of_name(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    return slug(answers.get("en") or "")


def _aliases(model: type[Record], kind: str) -> Prompt:
    note = same_name(kind)
    return for_field(model, "aliases", texts, option="alias", needed=never, many=True, note=note)


def _country(model: type[Record]) -> Prompt:
    return for_field(model, "country", of_model(model, "country"), needed=never)


def _has_latitude(answers: Replies) -> bool:
    return bool(answers.get("lat"))


def _next_order(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    return str(max((section.order for section in known.records("section").values()), default=0) + 1)


RECORD_QUESTIONS: Mapping[str, tuple[Prompt, ...]] = {
    "actor": (
        *_named("actor"),
        for_choice(Actor, "type"),
        _country(Actor),
        _aliases(Actor, "actor"),
        for_field(Actor, "summary", text, needed=never),
    ),
    "place": (
        *_named("place"),
        for_field(Place, "lat", of_model(Place, "lat"), needed=never),
        for_field(
            Place, "lon", of_model(Place, "lon", "lat"), needed=_has_latitude, asked=_has_latitude
        ),
        _country(Place),
        _aliases(Place, "place"),
    ),
    "publisher": (*_named("publisher"), for_choice(Publisher, "type"), _country(Publisher)),
    "section": (
        for_field(Section, "title", text),
        Prompt("id", say("ask.id"), "id", new_id("section"), ("file",)),
        for_field(Section, "question", text, needed=never),
        for_field(Section, "summary", text, needed=never),
        for_field(Section, "order", of_model(Section, "order"), suggest=_next_order),
    ),
}
"""By kind, in the order in which they are asked."""


def section(answers: Replies) -> str:
    """Write the file of a section."""
    lines = [
        writing.field("title", answers["title"]),
        f"order: {answers['order']}  # {_help('order')}\n",
    ]
    asked, told = answers.get("question"), answers.get("summary")
    lines += [
        writing.field("question", asked) if asked else f"# question: {_help('question')}\n",
        writing.folded("summary", told) if told else f"# summary: {_help('summary')}\n",
    ]
    lines.append(f"# body: |  # {_help('body')}\n#   فقرة من النص.\n")
    return "".join(lines)


def _help(name: str) -> str:
    return record_fields(Section)[name].meaning.help


def entry(kind: str, answers: Replies) -> str:
    """Write a record as it stands in its registry."""
    name = f"ar: {writing.scalar(answers['name'], within=True)}"
    if answers.get("en"):
        name += f", en: {writing.scalar(answers['en'], within=True)}"
    lines = [f"{answers['id']}:\n", f"  name: {{{name}}}\n"]
    if answers.get("aliases"):
        lines.append(f"  aliases: {writing.listed(answers['aliases'])}\n")
    order = ("country", "type") if kind == "publisher" else ("type", "lat", "lon", "country")
    lines += [f"  {each}: {_plain(each, answers)}\n" for each in order if answers.get(each)]
    if answers.get("summary"):
        lines.append(writing.field("summary", answers["summary"], 2))
    return "".join(lines)


def _plain(name: str, answers: Replies) -> str:
    """Write a number as it is, a code so that nothing else is read in it (NO)."""
    return str(answers[name]) if name in ("lat", "lon") else writing.scalar(answers[name])


def with_entry(registry: str, record_id: str, added: str, document: Document) -> str:
    """Put a record into the text of a registry, of which all else stays as it is.

    It goes to the end, or to its place where the ids are in alphabetical order. `document` is the
    registry as it was read.
    """
    end = "\r\n" if "\r\n" in registry else "\n"
    at = _place(registry, record_id, document)
    before, after = registry[:at], registry[at:]
    if before and not before.endswith("\n"):
        before += end
    return before + added.replace("\n", end) + after


def _place(registry: str, record_id: str, document: Document) -> int:
    """Find the index in the text at which a new record begins."""
    ids = list(document.data) if isinstance(document.data, dict) else []
    following = next((each for each in ids if each > record_id), None)
    if following is None or len(ids) < _IN_ORDER or ids != sorted(ids):
        return len(registry)
    lines = [f"{line}\n" for line in registry.split("\n")]
    line = document.position((following,), at_key=True).line - 1
    while line > 0 and following != ids[0] and lines[line - 1].startswith("#"):
        line -= 1  # what is said above a record belongs to it
    return sum(map(len, lines[:line]))
