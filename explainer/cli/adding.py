"""The command that begins something: an event, a record, a section, a change, an explainer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from explainer.cli.help_pages import speaks
from explainer.cli.options import Content, Lang, LangAlone
from explainer.system.errors import REFUSED

if TYPE_CHECKING:
    from explainer.messages import MessageLanguage

NEW_KINDS = {
    "event": "Write a new event, a draft at first, from a few answers.",
    "actor": "Add a person, state or body to actors.yml.",
    "place": "Add a place to places.yml.",
    "publisher": "Add a publisher to publishers.yml.",
    "section": "Write a new section: its page, menu entry and filter follow.",
    "change": "Add a correction or another change to changes.yml, for all that readers see.",
}
"""What `new` makes, beside a whole explainer."""

Ask = click.option(
    "--ask/--no-ask",
    default=None,
    help="Ask for what is not given; without this, only in a terminal.",
)


class _Kinds(click.Group):
    """A command a kind of record, made when it is called: its options are the questions."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*NEW_KINDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in NEW_KINDS else super().get_command(ctx, cmd_name)


@click.group(cls=_Kinds)
@LangAlone
def new() -> None:
    """Write something new into the content, asking what it needs; never overwrite."""


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="Title of the explainer.")
@Ask
@Lang
def explainer(folder: Path, title: str | None, ask: bool | None, lang: MessageLanguage) -> None:
    """Start another explainer, on any topic, in an empty folder: an example that builds at once."""
    from explainer.cli.asking import Interview
    from explainer.editors.new import beginning
    from explainer.editors.new.trial import shown
    from explainer.editors.new.writing import one_line
    from explainer.messages import say

    interview = Interview(folder, lang, asks=_should_ask(ask))
    title = one_line(title or interview.text(say("ask.site_title")))
    if not title:
        raise click.UsageError(interview.words(say("new.lacking", options="--title")))
    try:
        problems = beginning.begin(folder, title)
    except FileExistsError as error:
        raise click.ClickException(interview.words(say("new.full", file=shown(folder)))) from error
    except OSError as error:
        raise click.ClickException(f"{shown(folder)}: {error.strerror}") from error
    if problems:
        interview.refuse(problems)
        sys.exit(REFUSED)
    interview.tell(say("new.written", file=shown(folder)))
    command = f"python build.py serve --content {shown(folder)} --lang {lang}"
    interview.tell(say("new.look", command=command))


def _should_ask(ask: bool | None) -> bool:
    return sys.stdin.isatty() if ask is None else ask


def _command(kind: str) -> click.Command:
    """Make the command for a kind of record from its questions."""
    from explainer.editors.new.plan import QUESTIONS

    def run(content: Path, lang: MessageLanguage, ask: bool | None, **given: Any) -> None:
        from explainer.cli.asking import Interview
        from explainer.system.memory import collect_rarely

        collect_rarely()
        live = given.pop("live", False)
        if not Interview(content, lang, asks=_should_ask(ask)).run(kind, given, live=live):
            sys.exit(REFUSED)

    parameters: list[click.Parameter] = [
        click.Option(
            [f"--{each.option}", each.name],
            multiple=each.many,
            help=f"{each.words.en}.",
        )
        for each in QUESTIONS[kind]
    ]
    if kind == "event":
        told = "Publish at the next build; without this it is a draft."
        parameters.append(click.Option(["--live"], is_flag=True, help=told))
    command = click.Command(kind, params=parameters, callback=run, help=NEW_KINDS[kind])
    return speaks(Content(Lang(Ask(command))))
