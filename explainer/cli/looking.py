"""The commands that look at content and change nothing else: check, radar, links, date."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explainer.cli.options import Content, Lang, LangAlone, Now, tell, worded
from explainer.messages import Message, say
from explainer.messages.problems import ContentRefused, Problem
from explainer.system.errors import REFUSED
from explainer.system.folders import ROOT

if TYPE_CHECKING:
    from explainer.content.library import Examined
    from explainer.editors.problem_report import Format
    from explainer.editors.radar.radar_report import ReportFormat
    from explainer.messages import MessageLanguage
    from explainer.site.briefs.brief_formats import BriefFormat


@click.command()
@Content
@Now
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Lines, JSON, or annotations of a GitHub workflow.",
)
@Lang
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@click.option("--fix", is_flag=True, help="Mend first what is safe to mend, and print each line.")
@click.option("--dry-run", is_flag=True, help="With --fix: only print what it would mend.")
@click.option(
    "--last",
    metavar="DIR|URL",
    show_default="site, of the content in content",
    help="What was published last: what would vanish of it is told; 'none' looks at nothing.",
)
def check(
    content: Path,
    form: Format,
    lang: MessageLanguage,
    last: str | None,
    *,
    strict: bool,
    **mending: bool,
) -> None:
    """Check all content; print every problem. Without --fix nothing is written."""
    from explainer.content.waiting import waiting
    from explainer.editors import check as checking
    from explainer.editors.problem_report import for_terminal, report
    from explainer.system import clock
    from explainer.system.memory import collect_rarely

    if mending["dry_run"] and not mending["fix"]:
        raise click.UsageError("--dry-run goes with --fix: check alone writes nothing")
    collect_rarely()
    if mending["fix"]:
        _fix(content, lang, dry_run=mending["dry_run"])
    examined, problems = checking.check(content, docs=ROOT / "docs")
    problems = sorted({*problems, *_vanishing(content, examined, last)})
    if problems or form == "json":
        lines = report(problems, form, lang)
        if form == "text" and sys.stderr.isatty():
            lines = "\n".join(map(for_terminal, lines.split("\n")))
        click.echo(lines, err=form == "text")
    refused = [each for each in problems if strict or not each.is_warning]
    if refused:
        tell(say("run.problems", number=len(refused)), err=True)
        sys.exit(REFUSED)
    if form == "text":
        tell(_summary(content, examined, len(problems)))
        for each in waiting(examined, clock.now()):
            tell(each.words)


def _vanishing(content: Path, examined: Examined, given: str | None) -> list[Problem]:
    """Ask about what was published last and would vanish; where that is not known, say so."""
    from explainer.publish.gone_records import missed
    from explainer.publish.last_site import last_site
    from explainer.publish.target import NotPublishedError

    if given is None and content != ROOT / "content":
        return []
    try:
        last = last_site(given, ROOT / "site")
    except NotPublishedError as error:
        click.echo(worded(str(error)), err=True)
        return []
    return list(missed(last, examined, content, ROOT / "docs")) if last else []


def _fix(content: Path, lang: MessageLanguage, *, dry_run: bool) -> None:
    """Mend what is safe; print every line as it was and as it is now."""
    from explainer.editors import check as checking

    try:
        lines = checking.fix(content, dry_run=dry_run)
    except OSError as error:
        raise click.ClickException(f"cannot mend: {error}") from error
    words = [
        say(name, file=line.file, line=line.number, text=text)
        for line in lines
        for name, text in (("fix.before", line.before), ("fix.after", line.after))
    ]
    words.append(say("fix.would" if dry_run else "fix.done", lines=len(lines)))
    for each in words:
        click.echo(getattr(each, lang), err=True)


def _summary(content: Path, examined: Examined, warnings: int) -> Message:
    kinds = {"actors": "actor", "places": "place", "figures": "figure"}
    numbers = {name: len(examined.records.get(kind, ())) for name, kind in kinds.items()}
    events = len(examined.library.events) if examined.library else 0
    ending = "run.warned" if warnings else "run.sound"
    return say(ending, name=content.name, events=events, warnings=warnings, **numbers)


@click.command()
@Content
@Now
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Lines, JSON, or a table for a comment on a proposed change.",
)
@click.option("--changed", multiple=True, metavar="FILE", help="Only this file; may be repeated.")
@click.option("--since", metavar="REF", help="Only files changed since the branch left a commit.")
@Lang
def radar(
    content: Path,
    form: ReportFormat,
    changed: tuple[str, ...],
    since: str | None,
    lang: MessageLanguage,
) -> None:
    """Print what deserves a second look; never fails for what it finds."""
    from explainer.content.library import examine
    from explainer.content.waiting import waiting
    from explainer.editors import radar as looking
    from explainer.editors.radar.radar_report import REPORT_FORMATS
    from explainer.system import clock, git

    examined, now = examine(content), clock.now()
    if examined.library is None:
        raise ContentRefused(examined.problems)
    only = {Path(each).as_posix() for each in changed} if changed or since else None
    if only is not None and since:
        only |= git.changed_since(since)
    click.echo(REPORT_FORMATS[form](looking.radar(examined, now, only), lang))
    if form == "text":
        for each in waiting(examined, now):
            tell(each.words)


@click.command()
@Content
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Lines, or a report.",
)
@click.option("--wait", default=20.0, show_default=True, help="Seconds to wait for an answer.")
@click.option(
    "--archive",
    is_flag=True,
    help="Look for kept copies instead, and name them in the files; see CONTRIBUTING.md.",
)
@Lang
def links(content: Path, form: str, wait: float, lang: MessageLanguage, *, archive: bool) -> None:
    """Ask every source's address whether it still answers; a dead one fails nothing."""
    from explainer.content.library import load
    from explainer.editors import links as asking

    if archive:
        _name_copies(content, wait, lang)
        return
    answers = asking.ask(asking.addresses(load(content)), wait=wait)
    report = asking.LINK_FORMATS[form](answers, lang)
    if report:
        click.echo(report)


def _name_copies(content: Path, wait: float, lang: MessageLanguage) -> None:
    """Look for a kept copy of each page that has none named, and write what was found."""
    import httpx

    from explainer.content.library import examine
    from explainer.editors.archive import kept_copies
    from explainer.editors.archive.wayback import Wayback
    from explainer.system.environment import archive_access

    examined = examine(content)
    if not examined.library:
        raise ContentRefused(examined.problems)
    pages = kept_copies.unkept(examined)
    with httpx.Client(timeout=wait, headers={"User-Agent": kept_copies.ARCHIVE_AGENT}) as client:
        outcomes = list(kept_copies.look(pages, Wayback(client, archive_access())))
    unnamed = kept_copies.name_copies(outcomes)
    click.echo(kept_copies.report(outcomes, len(pages) - len(outcomes), unnamed, lang))


@click.command()
@click.argument("edtf")
@click.option(
    "--part", help="start, early, mid, late or end; for an interval a pair: 'end,' or 'mid,start'."
)
@click.option(
    "--months",
    type=click.Choice(["dual", "levantine", "egyptian", "maghreb", "algerian"]),
    default="dual",
    show_default=True,
    help="Which month names to print.",
)
@Lang
def date(edtf: str, part: str | None, months: str, lang: MessageLanguage) -> None:
    """Print what readers will see for a date, such as 2024-10/2025-03."""
    from explainer import dates
    from explainer.arabic import date_words as arabic
    from explainer.arabic.style import Style
    from explainer.content.date_refusals import date_refusal

    try:
        when = dates.parse(edtf, _parts(part))
    except dates.NotADateError as error:
        click.echo(getattr(date_refusal(error, edtf), lang), err=True)
        sys.exit(REFUSED)
    style = Style(months=months)  # type: ignore[arg-type]
    rows = {
        "label": arabic.label(when, style),
        "prose": arabic.prose(when, style),
        "compact": arabic.compact(when, style),
        "earliest": when.earliest,
        "latest": when.latest,
        "html_datetime": when.html_datetime,
    }
    for name, value in rows.items():
        click.echo(f"{name}: {value if value is not None else ''}".rstrip())


def _parts(part: str | None) -> str | list[str | None] | None:
    """Read --part: one word, or a pair of which either may be empty."""
    if part is None or "," not in part:
        return part
    return [word.strip() or None for word in part.split(",")]


@click.command()
@Content
@Now
@click.option("--since", required=True, help="The first day to tell of, such as 2026-01-31.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "telegram"]),
    default="text",
    show_default=True,
    help="Plain text, HTML for a letter, or messages of at most 1,200 letters between lines.",
)
@LangAlone
def brief(content: Path, since: str, form: BriefFormat) -> None:
    """Write what came, was corrected or is newly disputed, in Arabic, for a letter or a channel."""
    from explainer.content.library import load
    from explainer.site.arrivals import arrivals
    from explainer.site.briefs import brief_formats, brief_items
    from explainer.site.upkeep import upkeep_of
    from explainer.site.views.publication import Publication
    from explainer.system.environment import site_address

    if not (address := site_address()):
        raise click.UsageError("SITE_URL is not set: a brief leads to the site's own address")
    library = load(content)
    upkeep, _ = upkeep_of(content, library)
    publication = Publication(library, arrivals(library, upkeep.entered))
    made = brief_items.brief(publication, _day(since), address)
    click.echo(brief_formats.WRITERS[form](made), nl=False)


def _day(typed: str) -> str:
    try:
        return dt.date.fromisoformat(typed).isoformat()
    except ValueError as error:
        raise click.UsageError(f"--since: '{typed}' is not a day such as 2026-01-31") from error
