"""A new event: what is asked, what is suggested, and the file with the comments that help."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from explainer import dates
from explainer.arabic import date_words as arabic
from explainer.arabic.style import Style
from explainer.arabic.vocabulary import STATUS_MEANING
from explainer.content.date_refusals import date_refusal
from explainer.content.model import Claim, Event, Record, Related, Source, record_fields
from explainer.editors.new import writing
from explainer.editors.new.question import (
    Known,
    Prompt,
    Read,
    Replies,
    WrongAnswerError,
    about,
    choices_of,
    each_of,
    for_choice,
    for_field,
    free,
    named,
    never,
    of_model,
    one_of,
    slug,
    text,
)
from explainer.messages import Message, say


def _sections(known: Known) -> Mapping[str, str]:
    listed = sorted(known.records("section").items(), key=lambda item: (item[1].order, item[0]))
    return {section_id: section.title for section_id, section in listed}


def _only_section(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    ids = list(_sections(known))
    return ids[0] if len(ids) == 1 else ""


def _kinds(known: Known) -> Mapping[str, str]:
    return known.examined.kinds


def _statuses(known: Known) -> Mapping[str, str]:
    listed = choices_of(Event, "status")(known)
    return {code: f"{word}: {STATUS_MEANING[code]}" for code, word in listed.items()}


def _date(typed: str, known: Known, answers: Replies) -> str:
    return str(of_model(Event, "date")(typed, known, answers))


def _part(typed: str, known: Known, answers: Replies) -> Any:  # noqa: ARG001
    """Read a part, or a pair of which either may be empty: 'end,'."""
    value = [one.strip() or None for one in typed.split(",")] if "," in typed else typed.strip()
    try:
        dates.parse(answers["date"], value) if answers.get("date") else None
    except dates.NotADateError as error:
        raise WrongAnswerError(date_refusal(error)) from error
    return value


def _label(known: Known, answers: Replies, value: Any) -> Message | None:
    """Say how readers will read the date."""
    date, site = answers.get("date"), known.examined.site
    if not (date and value and site):
        return None
    part = value if value != date else answers.get("part")
    style = Style(months=site.locale.months)
    return say("new.read", label=arabic.label(dates.parse(date, part), style))


def _speakers_needed(answers: Replies) -> bool:
    return answers.get("status", "confirmed") not in ("confirmed", None)


def _is_confirmed(answers: Replies) -> bool:
    return answers.get("status") == "confirmed"


def _within(kind: str, *names: str) -> Any:
    """Suggest the records that the texts of some answers name."""

    def suggest(known: Known, answers: Replies) -> str:
        typed = " . ".join(answers.get(name) or "" for name in names)
        return ", ".join(known.names(kind).within(typed))

    return suggest


def _sources(known: Known) -> Iterator[Source]:
    for event in known.records("event").values():
        yield from event.sources


def _publisher_of_host(known: Known, answers: Replies) -> str:
    """Suggest the publisher whose pages are at the same host."""
    host = urlsplit(answers.get("url") or "").hostname
    found = Counter(
        each.publisher for each in _sources(known) if host and _host(each.url) == host
    ).most_common(1)
    return found[0][0] if found else ""


def _host(url: str | None) -> str | None:
    return urlsplit(url or "").hostname


def _usual_language(known: Known, answers: Replies) -> str:
    """Suggest the language in which the publisher was read before."""
    found = Counter(
        each.lang
        for each in _sources(known)
        if each.lang and each.publisher == answers.get("publisher")
    ).most_common(1)
    return found[0][0] if found else ""


def day(date: str) -> str:
    """Give the date as an id begins: a day, a month, a year or 1990s."""
    point = re.split(r"[/,]|\.\.", date.strip("[]{}"))
    first = next((each for each in point if each), date)
    found = re.match(r"(\d{4})(-(?:0\d|1[0-2])(?!\d)(?:-\d\d)?)?", first)
    if found:
        return found[1] + (found[2] or "")
    return re.sub("X+$", lambda gone: "0" * len(gone[0]) + "s", first[:4])


def _suggested_id(known: Known, answers: Replies) -> str:  # noqa: ARG001 - it asks nothing
    if not answers.get("date") or not answers.get("kind"):
        return ""
    who = (answers.get("actors") or ())[:2]
    return slug("-".join([day(answers["date"]), *who, answers["kind"]]))


_DATED_ID = re.compile(r"(1\d|20)\d\d(s?-|$)|\d{3}x")


def _id(typed: str, known: Known, answers: Replies) -> str:
    """Read an id; where the date is left out, it is put before."""
    words = slug(typed)
    if words and not _DATED_ID.match(words) and answers.get("date"):
        words = f"{day(answers['date'])}-{words}"
    return free("event", words, typed, known)


def _for_source(field_name: str, read: Read, **settings: Any) -> Prompt:
    """Make the question for a field of the event's source, saying so."""
    words = say("ask.source", asked=about(Source, field_name))
    return for_field(Source, field_name, read, words=words, **settings)


EVENT_QUESTIONS = (
    for_field(Event, "title", text),
    for_field(Event, "summary", text),
    for_field(Event, "date", _date, note=_label),
    for_field(Event, "part", _part, needed=never, asked=never, note=_label),
    for_field(
        Event, "sections", each_of(one_of(_sections, "section")), option="section", many=True,
        choices=_sections, suggest=_only_section,
    ),
    for_choice(Event, "kind", choices=_kinds),
    for_choice(Event, "importance"),
    for_field(
        Event, "actors", each_of(named("actor")), option="actor", needed=never, many=True,
        suggest=_within("actor", "title", "summary"),
    ),
    for_field(
        Event, "places", each_of(named("place")), option="place", needed=never, many=True,
        suggest=_within("place", "title", "summary"),
    ),
    for_choice(Event, "status", choices=_statuses),
    for_choice(Event, "basis", needed=never, asked=_is_confirmed),
    for_field(
        Event, "said_by", each_of(named("actor")), many=True,
        needed=_speakers_needed, asked=_speakers_needed,
    ),
    _for_source("url", of_model(Source, "url"), where=("sources",), needed=never),
    _for_source(
        "publisher", named("publisher"), where=("sources",), suggest=_publisher_of_host
    ),
    _for_source(
        "title", text, name="source_title", option="source-title", where=(), needed=never
    ),
    _for_source(
        "date", of_model(Source, "date"), name="source_date", option="source-date", where=(),
        needed=never,
    ),
    _for_source(
        "lang", of_model(Source, "lang"), name="source_lang", option="source-lang", where=(),
        needed=never, suggest=_usual_language,
    ),
    Prompt("id", say("ask.event_id"), "id", _id, ("file",), suggest=_suggested_id),
)  # fmt: skip
"""In the order in which they are asked."""


def file(answers: Replies) -> str:
    """Name the file of an event within the content folder."""
    when = dates.parse(answers["date"])
    bound = when.earliest or when.latest
    year = bound.year if bound else int(day(answers["date"])[:4])
    return f"events/{year:04d}/{answers['id']}.yml"


def written(answers: Replies, *, live: bool = False) -> str:
    """Write the file of an event."""
    return "".join(_lines(answers, live=live))


def _lines(answers: Replies, *, live: bool) -> Iterator[str]:
    yield writing.comment(
        "الأسطر التي تبدأ بعلامة # لا يراها القراء. احذف العلامة والمسافة بعدها لتستعمل الحقل."
    )
    yield writing.field("title", answers["title"])
    yield writing.folded("summary", answers["summary"])
    yield f"# body: |  # {_help('body')}\n#   فقرة من النص.\n"
    yield f"date: {writing.date(answers['date'])}\n"
    yield _part_line(answers.get("part"))
    yield f"sections: {writing.listed(answers['sections'])}\n"
    yield f"kind: {answers['kind']}\n"
    yield writing.comment(_codes(Event, "importance"))
    yield f"importance: {answers['importance']}\n"
    yield writing.comment(_codes(Event, "status"))
    yield f"status: {answers['status']}\n"
    yield from _basis(answers)
    yield _ids("said_by", answers)
    yield _claims()
    yield _ids("actors", answers)
    yield _ids("places", answers)
    yield _ids("figures", answers)
    yield f"# related:  # {_codes(Related, 'as')}\n#   - event: ID\n#     as: follows\n"
    yield from _source(answers)
    if not live:
        yield "publish: draft  # لا يراه القراء. احذف هذا السطر حين يكتمل الحدث.\n"


def _help(name: str, model: type[Record] = Event) -> str:
    return record_fields(model)[name].meaning.help


def _codes(model: type[Record], name: str) -> str:
    """List what a field can be: confirmed مؤكد، claimed رواية طرف واحد."""
    choices = record_fields(model)[name].choices
    return "، ".join(f"{code} {word}" for code, word in choices.items())


def _part_line(part: Any) -> str:
    if isinstance(part, list):
        return f"part: [{', '.join(each or 'null' for each in part)}]\n"
    if part:
        return f"part: {part}\n"
    return f"# part: mid  # {_codes(Event, 'part')}\n"


def _basis(answers: Replies) -> Iterator[str]:
    """Write why a confirmed event is confirmed, or ask for it."""
    if basis := answers.get("basis"):
        yield f"basis: {basis}\n"
    elif _is_confirmed(answers):
        yield f"# basis: public_act  # {_codes(Event, 'basis')}\n"


def _ids(name: str, answers: Replies) -> str:
    ids = answers.get(name)
    return f"{name}: {writing.listed(ids)}\n" if ids else f"# {name}: []  # {_help(name)}\n"


def _source(answers: Replies) -> Iterator[str]:
    yield "sources:\n"
    yield f"  - publisher: {answers['publisher']}\n"
    title = answers.get("source_title")
    yield writing.field("title", title, 4) if title else "    title: null\n"
    url, date, lang = (answers.get(name) for name in ("url", "source_date", "source_lang"))
    yield f"    url: {writing.scalar(url) if url else 'null'}\n"
    yield f"    date: {writing.date(date) if date else 'null'}\n"
    yield f"    lang: {writing.scalar(lang) if lang else 'null'}\n"
    yield f"    # via: ID  # {_help('via', Source)}\n"
    yield f"    # archived: https://…  # {_help('archived', Source)}\n"


def _claims() -> str:
    return f"""\
# claims:  # {_help("claims")}
#   - text: القول في جملة
#     said_by: ID
#     act: states  # {_codes(Claim, "act")}
#     as_of: 2024-06-19
"""
