"""The commands: build, check, radar, serve, date, cms, links."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explainer.problems import ContentRefused

if TYPE_CHECKING:
    from explainer.library import Examined
    from explainer.messages import Language
    from explainer.radar.report import Form
    from explainer.report import Format

ROOT = Path(__file__).resolve().parent.parent
REFUSED, NOT_PUBLISHED, OUR_BUG = 1, 3, 70

Content = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=ROOT / "content",
    show_default="content",
    help="The folder with site.yml, sections/, events/ and the registries.",
)

Lang = click.option(
    "--lang",
    type=click.Choice(["en", "ar"]),
    default="en",
    show_default=True,
    help="The language of the messages.",
)


def _set_clock(_: click.Context, __: click.Parameter, moment: str | None) -> None:
    from explainer import clock

    try:
        if moment:
            clock.set_to(moment)
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(f"{moment!r} is not a time such as 2026-01-31T06:00Z") from error


Now = click.option(
    "--now",
    callback=_set_clock,
    expose_value=False,
    help="The time that decides what is due, such as 2026-01-31T06:00Z; else the clock's.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn curated events in YAML into a right-to-left Arabic explainer site."""


@cli.command()
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
@click.option("--fix", is_flag=True, help="Mend first what is safe to mend.")
def check(content: Path, form: Format, lang: Language, strict: bool, fix: bool) -> None:
    """Check all content; print every problem. Without --fix nothing is written."""
    from explainer import check as checking
    from explainer.report import report

    gc.set_threshold(1_000_000, 50, 50)  # a check makes many objects and hardly any cycle
    if fix:
        click.echo(f"mended: {checking.fix(content)}", err=True)
    examined, problems = checking.check(content)
    if problems or form == "json":
        click.echo(report(problems, form, lang), err=form == "text")
    refused = [each for each in problems if strict or not each.is_warning]
    if refused:
        click.echo(_number(len(refused)), err=True)
        sys.exit(REFUSED)
    if form == "text":
        click.echo(_counted(content, examined))


def _counted(content: Path, examined: Examined) -> str:
    there = {kind: len(examined.records.get(kind, ())) for kind in ("actor", "place", "figure")}
    events = len(examined.library.events) if examined.library else 0
    return (
        f"{content.name}: {events} events, {there['actor']} actors, "
        f"{there['place']} places, {there['figure']} figures: no problems"
    )


def _number(problems: int) -> str:
    return f"{problems} problem{'s' if problems != 1 else ''}; nothing was published"


@cli.command()
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
def radar(content: Path, form: Form, changed: tuple[str, ...], since: str | None) -> None:
    """Print what deserves a second look; never fails for what it finds."""
    from explainer import clock, git
    from explainer import radar as looking
    from explainer.library import examine
    from explainer.radar.report import FORMS

    examined, now = examine(content), clock.now()
    if examined.library is None:
        raise ContentRefused(examined.problems)
    only = {Path(each).as_posix() for each in changed} if changed or since else None
    if only is not None and since:
        try:
            only |= git.changed_since(since)
        except git.GitError as error:
            raise click.ClickException(str(error)) from error
    click.echo(FORMS[form](looking.radar(examined, now, only)))
    if form == "text":
        for when, event_id in looking.scheduled(examined, now):
            click.echo(f"{when:%Y-%m-%dT%H:%MZ}: {event_id} [scheduled]")


@cli.command()
@Content
@Now
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=ROOT / "site",
    show_default="site",
    help="The folder to publish into; replaced whole, or left as it was.",
)
def build(content: Path, out: Path) -> None:
    """Build the site and publish it into a folder."""
    from explainer import program

    pages = program.build_site(content, out)
    click.echo(f"{out}: {pages} pages")


@cli.command()
@Content
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=ROOT / "site-cms",
    show_default="site-cms",
    help="The folder to write the page into.",
)
@click.option(
    "--backend",
    type=click.Choice(["github", "gitlab", "gitea"]),
    default="github",
    show_default=True,
    help="The kind of host that the repository is on.",
)
@click.option("--repo", envvar="GITHUB_REPOSITORY", required=True, help="OWNER/NAME of it.")
@click.option("--branch", default="main", show_default=True, help="Where changes go.")
@click.option("--api", default="", help="The address of the host's API, where it is a host's own.")
def cms(content: Path, out: Path, backend: str, repo: str, branch: str, api: str) -> None:
    """Write the page on which editors change content in the browser, without git."""
    from explainer.cms import page
    from explainer.library import load

    page.write(load(content), page.Backend(backend, repo, branch, api), ROOT / "cms", out)
    click.echo(f"{out}: the form for {repo}, branch {branch}")


@cli.command()
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
def links(content: Path, form: str, wait: float) -> None:
    """Ask every source's address whether it still answers; a dead one fails nothing."""
    from explainer import links as asking
    from explainer.library import load

    answers = asking.ask(asking.addresses(load(content)), wait=wait)
    report = asking.FORMATS[form](answers)
    if report:
        click.echo(report)


@cli.command()
@Content
@Now
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@Lang
def serve(content: Path, address: str, lang: Language) -> None:
    """Show the site in a browser; edits of content, templates and docs appear at once."""
    from explainer import live

    try:
        live.serve(ROOT, content, address, language=lang, say=click.echo)
    except (OSError, ValueError, OverflowError) as error:
        raise click.UsageError(f"cannot listen at {address}: {error}") from error


@cli.command()
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
def date(edtf: str, part: str | None, months: str) -> None:
    """Print what readers will see for a date, such as 2024-10/2025-03."""
    from explainer import dates
    from explainer.arabic import dates as arabic
    from explainer.arabic.style import Style

    try:
        when = dates.parse(edtf, _parts(part))
    except ValueError as error:
        click.echo(str(error), err=True)
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


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code and never lets a traceback of bad content through.

    0 done, 1 content refused, 2 usage, 3 could not publish, 70 a bug of ours.
    """
    try:
        cli.main(arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ContentRefused as refused:
        _report(refused)
        return REFUSED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else OUR_BUG
    except Exception as error:
        return _failed(error)
    return 0


def _report(refused: ContentRefused) -> None:
    for problem in refused.problems:
        click.echo(str(problem), err=True)
    click.echo(_number(len(refused.problems)), err=True)


def _failed(error: Exception) -> int:
    """Tell a site that could not be published from a mistake in this program."""
    from explainer.cms.page import CmsError
    from explainer.engines import EngineError
    from explainer.handwritten import HandwrittenError
    from explainer.publish import NotPublishedError
    from explainer.render import RenderError
    from explainer.verify import BrokenOutputError

    expected = (
        NotPublishedError,
        EngineError,
        RenderError,
        BrokenOutputError,
        HandwrittenError,
        CmsError,
    )
    if isinstance(error, expected):
        click.echo(f"not published: {error}", err=True)
        return NOT_PUBLISHED
    import traceback

    traceback.print_exception(error)
    click.echo(
        "This is a mistake in the program, not in the content. Nothing was published.", err=True
    )
    return OUR_BUG
