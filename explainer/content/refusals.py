"""Say in an editor's words why the model refused a value: a table by kind of error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.content.date_refusals import date_refusal
from explainer.content.model import Name, Record, as_id
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem, did_you_mean, found, nearest

SAMPLES: Mapping[str, str] = {
    "act": "estimates",
    "actors": "[some-city]",
    "aliases": "[اسم آخر]",
    "answer": "لأن العبّارة توقفت",
    "ar": "الاسم",
    "archived": "https://example.org/archive/page",
    "as": "follows",
    "as_of": "2024-06",
    "best": "11000",
    "body": "فقرة من النص",
    "claims": "[{text: سيكتمل الجسر, said_by: some-city, act: states}]",
    "country": "FR",
    "date": "2024-06-19",
    "definition": "معنى المصطلح في جملة",
    "digits": "latn",
    "en": "Name",
    "event": "2024-06-19-treaty",
    "events": "[2024-06-19-treaty]",
    "figure": "cost",
    "figures": "[cost]",
    "from": "2018-03",
    "high": "12000",
    "importance": "2",
    "key_points": "[{text: وقّعت المدينتان الاتفاق, events: [2024-06-19-treaty]}]",
    "kind": "meeting",
    "lang": "ar",
    "lat": "35.5",
    "licence": "ملك عام",
    "locale": "{months: dual, digits: latn}",
    "lon": "129.25",
    "low": "10000",
    "method": "كيف اختيرت الأحداث",
    "months": "dual",
    "name": "{ar: الاسم, en: Name}",
    "note": "بث بلا تسجيل",
    "now": "ما صار إليه النص",
    "order": "1",
    "page": "about",
    "part": "mid",
    "parties": "[some-city]",
    "places": "[old-quay]",
    "posts": "[{title: رئيس البلدية, from: 2018-03}]",
    "publish": "live",
    "publish_at": "2026-01-31T06:00Z",
    "publisher": "daily-news",
    "qualifier": "about",
    "question": "لماذا بُني الجسر؟",
    "questions": "[{question: لماذا بُني الجسر؟, answer: لأن العبّارة توقفت}]",
    "related": "[{event: 2024-06-19-treaty, as: follows}]",
    "review_by": "2026-01-31",
    "said_by": "[some-city]",
    "section": "money",
    "sections": "[money]",
    "sources": "[{publisher: daily-news, title: عنوان المقال, url: null}]",
    "standfirst": "جملة تقول ما هذا الملف",
    "status": "confirmed",
    "summary": "جملة أو جملتان عما حدث",
    "term": "المصطلح",
    "text": "جملة واحدة",
    "title": "عنوان قصير",
    "to": "2021-06",
    "Actor.type": "person",
    "Change.type": "correction",
    "Publisher.type": "newspaper",
    "unit": "مليون دولار",
    "unknowns": "[{text: لم يُعرف من دفع}]",
    "url": "https://example.org/page",
    "values": "[{as_of: 2024-06, best: 11000, said_by: mayor, status: claimed, event: deal}]",
    "via": "some-wire",
    "was": "ما كان عليه النص",
    "why": "صححت الصحيفة الرقم",
    "wikidata": "Q42",
}
"""What an editor may type after a field's name; `Model.field` where a field differs by model."""

FORMS: Mapping[str, str] = {
    "archived": "web-address",
    "country": "two-capitals",
    "lang": "language-code",
    "url": "web-address",
    "wikidata": "q-number",
}
"""What a field's text must look like, where it is not an id: the name of a piece of words."""


def sample(model: type[Record], field: str) -> str:
    """Give a right example of a field's value."""
    return SAMPLES.get(f"{model.__name__}.{field}") or SAMPLES[field]


def example(model: type[Record]) -> str:
    """Give a right example of how a record begins."""
    field = next(_names(model))
    return f"{field}: {sample(model, field)}"


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What pydantic refused: what kind of error, where in the record, what stood there."""

    kind: str
    path: Path
    value: object
    context: Mapping[str, Any]
    model: type[Record]
    """The record, or part of a record, that the field belongs to."""

    @property
    def field(self) -> str:
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def sample(self) -> str:
        """A right example, of an item where the refused value is one."""
        if self.field not in _names(self.model):
            return example(self.model) if self.model is not Name else SAMPLES["en"]
        right = sample(self.model, self.field)
        return right[1:-1] if isinstance(self.path[-1], int) else right

    @property
    def would_do(self) -> Iterator[Path]:
        """The fields that are missing; any of them would do."""
        for field in self.context.get("fields", self.path[-1:]):
            yield (*self.path[:-1], field)


WordsOf = Callable[[_Refusal], Message]


def _expected(code: str, what: str) -> WordsOf:
    """Make the words for a value of the wrong kind; `what` names the words for the right one."""

    def words(refusal: _Refusal) -> Message:
        name = "E303" if refusal.value is None else code
        return say(name, found=found(refusal.value), what=say(what), sample=refusal.sample)

    return words


def _choice(refusal: _Refusal) -> Message:
    choices = [word.strip("'") for word in _choices(refusal.context["expected"])]
    if refusal.value is None:
        return say("E303.choice", choices=", ".join(choices))
    hint = did_you_mean(refusal.value, choices) if isinstance(refusal.value, str) else ""
    return say("E305", found=found(refusal.value), choices=", ".join(choices), hint=hint)


def _choices(expected: str) -> list[str]:
    """Take apart pydantic's 'a', 'b' or 'c'."""
    return expected.replace(" or ", ", ").split(", ")


def _form(refusal: _Refusal) -> Message:
    """Say what is wrong with text that has not the form its field needs."""
    text = str(refusal.value)
    if not text.strip():
        return _empty(refusal)
    if "a-z0-9-" not in refusal.context["pattern"]:
        return _expected("E307", FORMS.get(refusal.field, "form"))(refusal)
    return say("E306", found=found(text), right=as_id(text) or refusal.sample)


def _empty(refusal: _Refusal) -> Message:
    return say("E303.text", sample=refusal.sample)


def _missing(refusal: _Refusal) -> Message:
    return say("E302", field=refusal.field, sample=refusal.sample)


def _needed(refusal: _Refusal) -> Message:
    values = refusal.context["values"]
    return say(refusal.context["name"], field=refusal.field, sample=refusal.sample, **values)


def _words(refusal: _Refusal) -> Message:
    words = refusal.context["words"]
    return words if isinstance(words, Message) else Message(*words)


def _date(refusal: _Refusal) -> Message:
    typed = refusal.value if isinstance(refusal.value, str) and refusal.field != "part" else None
    return date_refusal(refusal.context["error"], typed)


def _unknown(refusal: _Refusal) -> Message:
    near = _nearest(refusal)
    names = ", ".join(_names(refusal.model))
    return say("E301", hint=say("mean-alone", word=near) if near else say("one-of", words=names))


def _language(refusal: _Refusal) -> Message:
    near = _nearest(refusal)
    hint = say("mean", word=near) if near else Message("", ", such as en or fr", "، مثل en أو fr")
    return say("E314", hint=hint)


def _nearest(unknown: _Refusal) -> str | None:
    """Find the field that an unknown one most likely is; 'english' is en."""
    near = nearest(unknown.field, _names(unknown.model))
    begins = (name for name in _names(unknown.model) if unknown.field.lower().startswith(name))
    return near or (next(begins, None) if unknown.kind == "language" else None)


def _count(refusal: _Refusal) -> Message:
    """Say that a list is empty, or that two ends of an interval are not two."""
    number = refusal.context["actual_length"]
    if "max_length" in refusal.context or refusal.context["min_length"] > 1:
        return say("E310", number=number)
    return say("E303.list", sample=refusal.sample)


def _bound(refusal: _Refusal) -> Message:
    least, most = refusal.context.get("ge"), refusal.context.get("le")
    what = say("at-least", bound=least) if most is None else say("at-most", bound=most)
    return say("E309", found=found(refusal.value), what=what, sample=refusal.sample)


ABSENT = {"missing", "needed"}
UNKNOWN = {"extra_forbidden", "language"}
COUNTED = {"too_short", "too_long"}
"""Said also of a list with an item that is refused; then it is no mistake of its own."""

REFUSAL_WORDS: Mapping[str, WordsOf] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "needed": _needed,
    "at": _words,
    "edtf": _date,
    "literal_error": _choice,
    "string_pattern_mismatch": _form,
    "string_too_short": _empty,
    "string_type": _expected("E304", "text"),
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "tuple_type": _expected("E304", "a-list"),
    "too_short": _count,
    "too_long": _count,
    "model_type": _expected("E304", "a-group"),
    "date": _expected("E401", "a-date"),
    "language": _language,
    "moment": _expected("E402", "a-moment"),
    "number": _expected("E308", "digits"),
    "whole": _expected("E308", "whole"),
}
"""A kind of error -> what an editor is told."""

OTHERWISE = _expected("E304", "else")


def refusals(
    error: ValidationError, model: type[Record], data: Any, document: Document, base: Path = ()
) -> Iterator[Problem]:
    """Turn what pydantic found in `data` into problems with positions, without knock-on errors.

    What is refused counts as spoiled from then on: nothing more is said of it.
    """
    refused: dict[Path, _Refusal] = {}
    for details in error.errors(include_url=False):
        each = _refusal(details, model, data)
        refused.setdefault(each.path, each)
    unknown = [each for each in refused.values() if each.kind in UNKNOWN]
    meant = {(*each.path[:-1], near) for each in unknown if (near := _nearest(each))}
    around = {path[:length] for path in refused for length in range(len(path))}
    for path, each in refused.items():
        place = (*base, *path)
        if each.kind in ABSENT:
            if not _is_excused(each, meant, document, base):
                yield document.problem(place, REFUSAL_WORDS[each.kind](each))
        elif not (document.is_spoiled(place) or (each.kind in COUNTED and path in around)):
            words = REFUSAL_WORDS.get(each.kind, OTHERWISE)
            yield document.problem(place, words(each), at_key=each.kind in UNKNOWN)
            document.spoiled.add(place)


def _is_excused(absent: _Refusal, meant: set[Path], document: Document, base: Path) -> bool:
    """Tell whether a missing field is there after all: misspelt, or unreadable."""
    return (
        (*base, *absent.path[:-1]) in document.incomplete
        or not meant.isdisjoint(absent.would_do)
        or any(document.is_spoiled((*base, *path)) for path in absent.would_do)
    )


def _refusal(error: ErrorDetails, model: type[Record], data: Any) -> _Refusal:
    context = error.get("ctx", {})
    if fields := context.get("fields"):
        path = (*_place(error["loc"][:-1], data), fields[0])
    elif error["type"] in ABSENT:
        path = (*_place(error["loc"][:-1], data), error["loc"][-1])
    else:
        path = _place(error["loc"], data)
    return _Refusal(error["type"], path, error["input"], context, _holder(model, path))


def _place(loc: Path, data: Any) -> Path:
    """Find the place in the data; what pydantic adds (the name of a type) is left out."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _holder(model: type[Record], path: Path) -> type[Record]:
    """Find the model of the record, or the part of it, that the last field of `path` is in."""
    holder = inner = model
    for step in path:
        if isinstance(step, str):
            holder = inner
            inner = _fields(holder).get(step) or holder
    return holder


def _names(model: type[Record]) -> Iterator[str]:
    """List the fields of a model as they are typed."""
    for name, info in model.model_fields.items():
        yield info.alias or name


@cache
def _fields(model: type[Record]) -> dict[str, type[Record] | None]:
    """Give for each field, as it is typed, the model of what stands in it."""
    kinds = (_inside(info.annotation) for info in model.model_fields.values())
    return dict(zip(_names(model), kinds, strict=True))


def _inside(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (_inside(argument) for argument in get_args(annotation))
    return next((each for each in found if each), None)
