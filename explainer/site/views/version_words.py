"""One text of a record in words: what it told, how its day is told, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from explainer.arabic import vocabulary
from explainer.arabic.isolate import in_language, isolate
from explainer.site.versions.told_texts import RecordKey, ToldText
from explainer.site.versions.version_history import Version, changes_since
from explainer.site.views.publication import Publication
from explainer.site.views.version_differences import Difference, differences, number_words
from explainer.site.views.wording import Wording

DIFFERENCES_SHOWN = 20
"""Of two texts that differ in more, the rest is counted: a page stays small."""

RECORD_KINDS = {"event": "حدث", "figure": "رقم", "section": "قسم"}
WAS_DONE = {
    "correction": "صُحّح",
    "clarification": "وُضّح",
    "update": "حُدّث",
    "retraction": "سُحب",
}
WHAT_IS_GONE = {
    "withdrawn": "الحدث الذي كان نصه على هذا العنوان",
    "removed": "السجل الذي كان نصه على هذا العنوان",
    "retracted": "النص الذي كان على هذا العنوان",
}


@dataclass(frozen=True, slots=True)
class BandChange:
    """Why a text was changed, as its page tells it: what was done (صُحّح), when and why."""

    happened: str
    when: str
    why: Markup
    was: Markup
    now: Markup


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of a text: why, in what it differs from the newest, and where that is."""

    changes: tuple[BandChange, ...]
    differences: tuple[Difference, ...] = ()
    more: str = ""
    """How many differences are not shown, in words; empty where none is left out."""
    changed: str = ""
    """The day of the newest text, where no entry of changes.yml tells of it and it is known."""
    gone: str = ""
    """That the text itself is gone; empty where it stands on the page."""
    what: str = "هذا النص"
    """What was changed or taken back."""


@dataclass(frozen=True, slots=True)
class TextWords:
    """A record's text: facts by their names, its prose, and lists under their headings."""

    facts: tuple[tuple[str, Markup], ...]
    lead: tuple[Markup, ...]
    body: Markup
    lists: tuple[tuple[str, tuple[Markup, ...]], ...] = field(default=())


def since(version: Version, publication: Publication) -> Since | None:
    """Tell what has become of a text; None where it is what readers are told now."""
    newest, words = publication.versions.newest(version.key), publication.words
    if newest and newest.hash == version.hash:
        return None
    if version.text is None or newest is None or newest.text is None:
        told = _told_changes(_changes_of(version.key, publication), words)
        what = WHAT_IS_GONE[version.gone or "removed"]
        done = "أُزيل من الملف" if version.gone == "removed" else "سُحب"
        return Since(told, gone=f"{done} {what}", what=what)
    found = differences(version.text, newest.text, words)
    changes = _told_changes(changes_since(version.text, newest.text), words)
    untold = "" if changes or newest.day.is_of_data else words.label(newest.day.edtf)
    left = len(found) - DIFFERENCES_SHOWN
    more = f"وفروق أخرى عددها {words.number(left)}" if left > 0 else ""
    return Since(changes, tuple(found[:DIFFERENCES_SHOWN]), more, untold)


def _changes_of(key: RecordKey, publication: Publication) -> list[Mapping[str, Any]]:
    """List why a record was taken back, the latest first."""
    found = [
        {"date": each.date.text, "type": each.type, "why": each.why}
        for each in publication.library.changes
        if key.id in (each.event, each.figure, each.page) and each.type == "retraction"
    ]
    return sorted(found, key=lambda change: change["date"], reverse=True)


def _told_changes(changes: list[Mapping[str, Any]], words: Wording) -> tuple[BandChange, ...]:
    return tuple(
        BandChange(
            WAS_DONE[each["type"]],
            words.label(each["date"]),
            words.inline(each["why"]),
            words.inline(each.get("was")),
            words.inline(each.get("now")),
        )
        for each in changes
    )


# The text itself.


def text_words(text: ToldText, words: Wording) -> TextWords:
    """Word all that a text told, in one form for all kinds of records."""
    lead = (words.inline(text.get(name)) for name in ("question", "summary", "finding"))
    return TextWords(
        tuple(_facts(text, words)),
        tuple(each for each in lead if each),
        words.narrative(text.get("body")),
        tuple((name, items) for name, items in _lists(text, words) if items),
    )


def _facts(text: ToldText, words: Wording) -> Iterator[tuple[str, Markup]]:
    if "date" in text:
        yield "التاريخ", isolate(words.label(text["date"], text.get("part")))
    if "kind" in text:
        kinds = words.library.kinds
        yield "النوع", isolate(kinds.get(text["kind"], text["kind"]))
    if "status" in text:
        yield "الدرجة", isolate(vocabulary.STATUS.get(text["status"], text["status"]))
    if "basis" in text:
        yield "سبب التأكيد", isolate(vocabulary.BASIS.get(text["basis"], text["basis"]))
    if "said_by" in text:
        yield "القائل", _names(text["said_by"])
    if "measure" in text:
        yield "ما يقيسه الرقم", isolate(vocabulary.MEASURE.get(text["measure"], text["measure"]))


def _lists(text: ToldText, words: Wording) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    unit = str(text.get("unit", ""))
    yield "الأقوال", tuple(_claim(each, words) for each in text.get("claims", ()))
    numbers = (*text.get("figures", ()), *text.get("values", ()))
    yield "الأرقام", tuple(_number(each, unit, words) for each in numbers)
    preferred = text.get("preferred")
    yield "الرقم المقدم", (words.inline(preferred["why"]),) if preferred else ()
    yield "ما يُقرأ معه", tuple(words.inline(each) for each in text.get("read_with", ()))
    yield "الأشخاص والجهات", (_names(text["actors"]),) if "actors" in text else ()
    yield "الأماكن", (_names(text["places"]),) if "places" in text else ()
    own = (source for value in text.get("values", ()) for source in value.get("sources", ()))
    sources = (*text.get("sources", ()), *own)
    yield "المصادر", tuple(_source(each, words) for each in sources)
    changes = _told_changes(list(text.get("changes", ())), words)
    yield "ما ذُكر من تعديلات", tuple(_change(each) for each in changes)


def _names(names: list[str]) -> Markup:
    return Markup("، ").join(isolate(name) for name in names)


def _claim(claim: ToldText, words: Wording) -> Markup:
    said = [isolate(vocabulary.ACT.get(claim["act"], claim["act"]))]
    said += [isolate(words.label(claim["as_of"]))] if "as_of" in claim else []
    named = Markup("، المصدر: {}").format(_names(claim["sources"])) if "sources" in claim else ""
    told = (_names(claim["said_by"]), Markup("، ").join(said), words.inline(claim["text"]), named)
    return Markup("<strong>{}</strong> ({}): {}{}").format(*told)


def _number(value: ToldText, unit: str, words: Wording) -> Markup:
    when = words.label(value["as_of"])
    pieces = [_names(value["said_by"]), isolate(when)]
    pieces += [isolate(f"عن {words.label(value['for'])}")] if "for" in value else []
    pieces.append(isolate(vocabulary.STATUS.get(value["status"], value["status"])))
    said = isolate(number_words(value, words, unit))
    return Markup("<strong>{}</strong>، {}").format(said, Markup("، ").join(pieces))


def _source(source: ToldText, words: Wording) -> Markup:
    pieces = [Markup("<strong>{}</strong>").format(isolate(source["publisher"]))]
    title = in_language(source["title"], source.get("lang")) if "title" in source else None
    if "url" in source:
        link = Markup('<a href="{}">{}</a>')
        pieces.append(
            link.format(
                source["url"], title or Markup('<bdi dir="ltr">{}</bdi>').format(source["url"])
            )
        )
    elif title:
        pieces.append(title)
    pieces += [isolate(words.label(source["date"]))] if "date" in source else []
    pieces += [Markup("نقلا عن {}").format(isolate(source["via"]))] if "via" in source else []
    archived = Markup('<a href="{}">نسخة محفوظة</a>')
    pieces += [archived.format(source["archived"])] if "archived" in source else []
    pieces += [isolate(source["note"])] if "note" in source else []
    return Markup("، ").join(pieces)


def _change(change: BandChange) -> Markup:
    return Markup("{} في {}. السبب: {}").format(change.happened, isolate(change.when), change.why)
