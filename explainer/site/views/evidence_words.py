"""The evidence in words: how many witnesses there are, why, and on what a confirmed event rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from explainer.arabic.joining import join
from explainer.content import evidence, record_rules
from explainer.content.denials import Told
from explainer.content.evidence import Origin
from explainer.content.library import Library
from explainer.content.model import Event, Source
from explainer.dates import Date
from explainer.site.views.wording import Wording

PUBLISHERS_NAMED = 4
"""So many witnesses are named where they are the reason; of more it is said that there are more."""


def witnesses(found: Sequence[Origin], words: Wording) -> str:
    """Count reports, origins and those of them that are independent.

    3 تقارير، مصدران مستقلان; 3 تقارير عن جهة واحدة، ولا مصدر مستقل;
    4 تقارير عن 3 جهات، منها مصدر مستقل واحد.
    """
    reports = sum(len(origin.reports) for origin in found)
    counted = words.count(reports, "report")
    free = len(evidence.independent(found))
    independent = words.count(free, "independent_source")
    if free == len(found):
        return f"{counted}، {independent}"
    if reports == 1:
        return f"{counted}، ليس من مصدر مستقل"
    about = f"{counted} عن {words.count(len(found), 'actor', 'genitive')}"
    if not free:
        return f"{about}، ولا مصدر مستقل"
    return f"{about}، إحداهما مستقلة" if len(found) == 2 else f"{about}، منها {independent}"


def spread(sources: Iterable[Source], words: Wording) -> str:
    """Count reports, and the origins that they are of: 403 تقارير عن 118 جهة."""
    found = evidence.origins(sources, (), words.library.sides)
    reports = words.count(sum(len(origin.reports) for origin in found), "report")
    return f"{reports} عن {words.count(len(found), 'actor', 'genitive')}"


# Why an event is confirmed.


def why_confirmed(event_id: str, words: Wording) -> str:
    """Say why an event is confirmed, as what follows the word: لأنه فعل علني بذاته.

    Empty where it is not confirmed.
    """
    event = words.library.events[event_id]
    if event.status != "confirmed":
        return ""
    match event.basis:
        case "both_sides":
            return _both_sides(event_id, event, words)
        case "independent":
            return _independent(event, words)
        case "public_act":
            return "لأنه فعل علني بذاته"
        case None:
            return "ولم يُسجَّل سبب تأكيده"


def why_doubtful(event_id: str, words: Wording) -> str:
    """Say why an event is not confirmed, in one sentence; empty where it is."""
    event, library = words.library.events[event_id], words.library
    match event.status:
        case "claimed" if len(library.sides.of_all(event.said_by)) > 1:
            return "لم يؤكده غير قائليه."
        case "disputed":
            told = library.denials.against(event_id)
            denied = any(each.claim.act == "denies" for each in told)
            return "ينفيه طرف آخر." if denied else "يقول آخرون ما يخالفه."
        case "confirmed":
            return ""
    return words.statuses[event.status].meaning


def _both_sides(event_id: str, event: Event, words: Wording) -> str:
    library = words.library
    speaking = record_rules.acknowledging(event_id, event, library.denials)
    parties = {side: who for side, who in speaking.items() if side in library.sides.parties}
    shown = parties if len(parties) > 1 else speaking
    told = [
        (side, *_first_to_acknowledge(who, event_id, words.library)) for side, who in shown.items()
    ]
    told.sort(key=lambda each: each[2].sort_key if each[2] else LATER)
    frame = "لأن الطرفين أقرا به" if len(told) == 2 else "لأن أطرافه أقرت به"
    return f"{frame}: {'، و'.join(_acknowledged(*each, words) for each in told)}"


LATER = (date.max, date.max, "", "")
"""After every date: whose day is not recorded stands last."""


def _first_to_acknowledge(
    who: Sequence[str], event_id: str, library: Library
) -> tuple[str, Date | None]:
    """Find who of a side acknowledged an event first, and when; where no day is, who is named."""
    event = library.events[event_id]
    own = [Told(event_id, c) for c in event.claims if record_rules.acknowledges(c, event)]
    confirming = [
        answer.by for answer in library.denials.answers_to(event_id) if answer.kind == "confirms"
    ]
    dated = [
        (speaker, told.claim.as_of)
        for told in (*own, *confirming)
        for speaker in told.claim.said_by
        if speaker in who and told.claim.as_of
    ]
    return min(dated, key=lambda each: each[1].sort_key) if dated else (who[0], None)


def _acknowledged(side: str, speaker: str, when: Date | None, words: Wording) -> str:
    """Word a side's acknowledgment: روسيا (فاليري غيراسيموف) في 26 نيسان/أبريل 2025."""
    name = words.library.actors[side].name.ar
    if speaker != side:
        name = f"{name} ({words.library.actors[speaker].name.ar})"
    return f"{name} {words.when(when).prose}" if when else name


def _independent(event: Event, words: Wording) -> str:
    free = evidence.independent(evidence.of_event(event, words.library.sides))
    number = words.count(len(free), "independent_source", "genitive")
    verb = "أورداه" if len(free) == 2 else "أوردته" if len(free) % 100 in range(3, 11) else "أورده"
    names = [words.library.publishers[origin.publishers[0]].name.ar for origin in free]
    more = [] if len(names) <= PUBLISHERS_NAMED else ["غيرها"]
    return f"لأن {number} {verb}: {join([*names[:PUBLISHERS_NAMED], *more])}"


# Why so many are independent.


@dataclass(frozen=True, slots=True)
class OriginNote:
    """Why some reports are one witness, or none: words, the reports' numbers, words."""

    before: str
    numbers: tuple[int, ...]
    after: str


REPORTS = ("التقرير", "التقريرين", "التقارير")
"""After a preposition: one, two, more."""


def notes(
    found: Sequence[Origin], sources: Sequence[Source], words: Wording
) -> tuple[OriginNote, ...]:
    """Say which reports carry whose text; nothing where there is one report of its own.

    Reports that carry another's text, or somebody's voice, come first, then those that stand for
    themselves.
    """
    told: list[OriginNote] = []
    own: list[int] = []
    for origin in found:
        numbers = tuple(sources.index(report) + 1 for report in origin.reports)
        if origin.independent and len(origin.reports) == 1 and origin.reports[0].via is None:
            own += numbers
        else:
            told.append(_note(origin, numbers, words))
    return (*told, *_reports_of_no_known_origin(tuple(own))) if len(sources) > 1 or told else ()


def _note(origin: Origin, numbers: tuple[int, ...], words: Wording) -> OriginNote:
    names = join(words.library.publishers[each].name.ar for each in origin.publishers)
    spoken = _spoken(origin, words)
    if not origin.independent:
        who = "، أي باسم القائل أو أحد المشاركين" if spoken else "، وهو القائل أو أحد المشاركين"
        after = f"{spoken}{who}، فليس مصدرا مستقلا"
    elif len(numbers) > 1:
        after = f"{spoken}، فهو مصدر مستقل واحد"
    else:
        after = spoken
    return OriginNote(f"نص {names} في {_reports(numbers)}", numbers, after)


def _spoken(origin: Origin, words: Wording) -> str:
    """Say for whom an origin speaks; nothing where it is an outlet that speaks for itself."""
    library = words.library
    if not origin.voice or set(origin.publishers) <= set(library.sides.publishers_of(origin.voice)):
        return ""
    return f"، وهو كلام باسم {library.actors[origin.voice].name.ar}"


def _reports_of_no_known_origin(numbers: tuple[int, ...]) -> tuple[OriginNote, ...]:
    if not numbers:
        return ()
    frame = _reports(numbers) if len(numbers) == 1 else f"كل من {_reports(numbers)}"
    return (OriginNote(frame, numbers, "، لا يُعرف أنه منقول عن غير ناشره"),)


def _reports(numbers: Sequence[int]) -> str:
    return REPORTS[min(len(numbers), 3) - 1]
