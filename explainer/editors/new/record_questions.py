"""A new actor, place, publisher or section: what is asked, and the text that is added."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.content.choices import WORDS
from explainer.content.model import Actor, ActorType, Place, Publisher, PublisherType, Section
from explainer.content.yaml_file import Document
from explainer.editors.new import writing
from explainer.editors.new.question import (
    Known,
    Prompt,
    Replies,
    never,
    new_id,
    of_model,
    one_of,
    same_name,
    slug,
    text,
    texts,
)

_IN_ORDER = 3
"""So many ids in alphabetical order are no accident."""


def _actor_types(known: Known) -> Mapping[str, str]:  # noqa: ARG001 - the same for all
    return WORDS[ActorType]


def _publisher_types(known: Known) -> Mapping[str, str]:  # noqa: ARG001 - the same for all
    return WORDS[PublisherType]


def _named(kind: str) -> tuple[Prompt, ...]:
    return (
        Prompt("name", "name", "name", text, ("name",), note=same_name(kind)),
        Prompt("en", "en", "en", text, needed=never, note=same_name(kind)),
        Prompt(
            "id", "id", "id", new_id(kind), suggest=lambda _, found: slug(found.get("en") or "")
        ),
    )


def _aliases(kind: str) -> Prompt:
    return Prompt(
        "aliases", "aliases", "alias", texts, ("aliases",), needed=never, many=True,
        note=same_name(kind),
    )  # fmt: skip


def _next_order(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    return str(max((section.order for section in known.records("section").values()), default=0) + 1)


RECORD_QUESTIONS: Mapping[str, tuple[Prompt, ...]] = {
    "actor": (
        *_named("actor"),
        Prompt(
            "type", "type", "type", one_of(_actor_types), ("type",), choices=_actor_types
        ),
        Prompt("country", "country", "country", of_model(Actor, "country"), needed=never),
        _aliases("actor"),
        Prompt("summary", "about", "summary", text, ("summary",), needed=never),
    ),
    "place": (
        *_named("place"),
        Prompt("lat", "lat", "lat", of_model(Place, "lat"), needed=never),
        Prompt(
            "lon", "lon", "lon", of_model(Place, "lon", "lat"),
            needed=lambda answers: bool(answers.get("lat")),
            asked=lambda answers: bool(answers.get("lat")),
        ),
        Prompt("country", "country", "country", of_model(Place, "country"), needed=never),
        _aliases("place"),
    ),
    "publisher": (
        *_named("publisher"),
        Prompt(
            "type", "type", "type", one_of(_publisher_types), ("type",), choices=_publisher_types
        ),
        Prompt("country", "country", "country", of_model(Publisher, "country"), needed=never),
    ),
    "section": (
        Prompt("title", "section_title", "title", text, ("title",)),
        Prompt("id", "id", "id", new_id("section"), ("file",)),
        Prompt("question", "question", "question", text, ("question",), needed=never),
        Prompt("summary", "section_summary", "summary", text, ("summary",), needed=never),
        Prompt("order", "order", "order", of_model(Section, "order"), suggest=_next_order),
    ),
}  # fmt: skip
"""By kind, in the order in which they are asked."""


def section(answers: Replies) -> str:
    """Write the file of a section."""
    lines = [
        writing.field("title", answers["title"]),
        f"order: {answers['order']}  # ترتيبه في القائمة وفي الصفحة الرئيسية\n",
    ]
    asked, told = answers.get("question"), answers.get("summary")
    lines += [
        writing.field("question", asked) if asked else "# question: السؤال الذي يجيب عنه القسم\n",
        writing.folded("summary", told) if told else "# summary: الجواب في جملة أو جملتين\n",
    ]
    lines.append("# body: |  # الجواب مفصلا، مع روابط إلى الأحداث\n#   فقرة من النص.\n")
    return "".join(lines)


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
