"""Which sources have no kept copy, and what came of looking for one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path as FilePath

from explainer import dates
from explainer.content.library import Examined
from explainer.content.yaml_file import Document
from explainer.editors.archive.naming import NotNamedError, with_copies
from explainer.editors.archive.wayback import KeptCopy, NoCopyError, Reason, Wayback
from explainer.editors.check import write_over
from explainer.messages import MessageLanguage
from explainer.messages.problems import Path

ARCHIVE_AGENT = "explainer-archive/1.0 (looks for kept copies of an explainer's sources)"
NEAR = timedelta(days=31)
"""A copy made so long after a source's day is near enough; a later one may hold another text."""
A_DAY_BEFORE = timedelta(days=1)
"""A day begins elsewhere sooner: a copy of the day before may hold what is dated to the next."""
MOST_MADE = 40
"""So many copies are asked for in one run; the rest wait for the next."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """A page that sources rest on and of which no copy is named: where it is to be named."""

    url: str
    day: date | None
    """The first day on which any of the sources may have been published."""
    places: tuple[tuple[Document, Path], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of looking for a copy: the copy, or why there is none."""

    page: Unkept
    copy: KeptCopy | None = None
    made: bool = False
    reason: Reason | None = None
    said: str = ""


def unkept(examined: Examined) -> list[Unkept]:
    """List the pages of all sources of which no copy is named, each once, in the files' order."""
    found: defaultdict[str, list[tuple[Document, Path]]] = defaultdict(list)
    for typed in examined.addresses:
        source = typed.document.value(typed.path[:-1])
        is_source = typed.path[-1] == "url" and isinstance(source, dict) and "publisher" in source
        if is_source and not source.get("archived"):
            found[typed.text].append((typed.document, typed.path[:-1]))
    return [Unkept(url, _first_day(places), tuple(places)) for url, places in found.items()]


def _first_day(places: Sequence[tuple[Document, Path]]) -> date | None:
    typed = [document.value((*path, "date")) for document, path in places]
    days = [dates.parse(each).earliest for each in typed if isinstance(each, str)]
    return min((day for day in days if day), default=None)


def look(pages: Sequence[Unkept], archive: Wayback, *, most: int = MOST_MADE) -> Iterator[Outcome]:
    """Look for a copy of each page; have one made where none is near and the archive lets us.

    Where the archive is busy, the rest is left for another night.
    """
    left = most if archive.may_save else 0
    for page in pages:
        outcome = _looked(page, archive, make=left > 0)
        left -= outcome.made
        yield outcome
        if outcome.reason in ("busy", "forbidden"):
            return


def _looked(page: Unkept, archive: Wayback, *, make: bool) -> Outcome:
    there: KeptCopy | None = None
    try:
        there = archive.nearest(page.url, page.day)
    except NoCopyError as none:
        if none.reason != "none":
            return Outcome(page, reason=none.reason, said=none.said)
    if there and _is_near(there, page):
        return Outcome(page, there)
    if make:
        try:
            return Outcome(page, archive.made(page.url), made=True)
        except NoCopyError as refused:
            if not there or _is_too_early(there, page):
                return Outcome(page, reason=refused.reason, said=refused.said)
    if there and not _is_too_early(there, page):
        return Outcome(page, there)
    return Outcome(page, reason="none")


def _is_too_early(copy: KeptCopy, page: Unkept) -> bool:
    return page.day is not None and copy.day < page.day - A_DAY_BEFORE


def _is_near(copy: KeptCopy, page: Unkept) -> bool:
    return not _is_too_early(copy, page) and (page.day is None or copy.day <= page.day + NEAR)


def name_copies(outcomes: Sequence[Outcome]) -> list[str]:
    """Write the copies that were found into the files; returns those in which it cannot be done.

    Raises OSError where a file cannot be written, or is no more what it was.
    """
    by_file: defaultdict[str, dict[Path, str]] = defaultdict(dict)
    documents: dict[str, Document] = {}
    found = [(place, each.copy) for each in outcomes if each.copy for place in each.page.places]
    for (document, path), copy in found:
        documents[document.file] = document
        by_file[document.file][path] = copy.address
    unnamed = []
    for file, copies in by_file.items():
        try:
            text = with_copies(documents[file], copies)
        except NotNamedError:
            unnamed.append(file)
        else:
            write_over(FilePath(file), documents[file].typed.encode(), text)
    return unnamed


def report(
    outcomes: Sequence[Outcome], left: int, unnamed: Sequence[str], language: MessageLanguage
) -> str:
    """Write a line for each page, and how many there are of each kind; what is left to do."""
    words = OUTCOMES_IN_ARABIC if language == "ar" else OUTCOMES_IN_ENGLISH
    lines = [_line(each, words) for each in outcomes]
    lines += [f"{words['unnamed']}: {file}" for file in unnamed]
    kinds = Counter(_kind(each) for each in outcomes)
    counts = [f"{words[kind]}: {number}" for kind, number in kinds.items()]
    counts += [f"{words['left']}: {left}"] if left else []
    return "\n".join([*lines, "، ".join(counts) if language == "ar" else ", ".join(counts)])


def _kind(outcome: Outcome) -> str:
    return ("made" if outcome.made else "found") if outcome.copy else str(outcome.reason)


def _line(outcome: Outcome, words: Mapping[str, str]) -> str:
    said = f" ({outcome.said})" if outcome.said else ""
    if not outcome.copy:
        return f"{words[_kind(outcome)]}{said}: {outcome.page.url}"
    day = f" ({outcome.copy.day})"
    return f"{words[_kind(outcome)]}{day}: {outcome.page.url} -> {outcome.copy.address}"


OUTCOMES_IN_ENGLISH: Mapping[str, str] = {
    "found": "kept",
    "made": "kept now",
    "none": "no copy",
    "busy": "the archive is busy",
    "time": "no answer in time",
    "refused": "the archive keeps no copy of this site",
    "forbidden": "the archive or the page refuses",
    "robots": "the site asks machines to stay away",
    "dead": "the page is gone",
    "failed": "the archive could not",
    "strange": "the archive's answer is not understood",
    "left": "left for another night",
    "unnamed": "no line can be added with certainty; add archived by hand",
}
OUTCOMES_IN_ARABIC: Mapping[str, str] = {
    "found": "نسخة محفوظة",
    "made": "حُفظت الآن",
    "none": "لا نسخة",
    "busy": "الأرشيف مشغول",
    "time": "لم يجب في الوقت",
    "refused": "لا يحفظ الأرشيف نسخا من هذا الموقع",
    "forbidden": "رفض الأرشيف أو رفضت الصفحة",
    "robots": "يطلب الموقع ألا تدخله البرامج",
    "dead": "لم تعد الصفحة موجودة",
    "failed": "تعذر على الأرشيف",
    "strange": "جواب لم يُفهم",
    "left": "يبقى لليلة أخرى",
    "unnamed": "لا يمكن إضافة سطر من دون شك؛ أضف archived بيدك",
}
