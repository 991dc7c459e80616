"""What `--help` prints where Arabic was asked for; in English Click writes it."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from explainer.cli.options import language, told
from explainer.messages import say
from explainer.messages.help_words import HELP_IN_ARABIC


class HelpContext(click.Context):
    """Gives a command's help in the language that was asked for."""

    def get_help(self) -> str:
        """Write the help of the command."""
        return super().get_help() if language() == "en" else "\n".join(_lines(self))


def speaks(command: click.Command) -> click.Command:
    """Let a command, and those within it, give their help in two languages."""
    command.context_class = HelpContext
    for inner in getattr(command, "commands", {}).values():
        speaks(inner)
    return command


def arabic(english: str) -> str:
    """Give the Arabic of what a command or option is for."""
    return HELP_IN_ARABIC.get(english) or _of_questions().get(english) or english


def _of_questions() -> dict[str, str]:
    """Give the words of `new`'s options by their English."""
    from explainer.editors.new.plan import QUESTIONS

    return {f"{q.words.en}.": f"{q.words.ar}." for each in QUESTIONS.values() for q in each}


def _lines(context: click.Context) -> Iterator[str]:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield told(say("run.usage", usage=usage))
    yield from ("", arabic(_whole(command)))
    if isinstance(command, click.Group):
        yield from ("", told(say("run.commands")))
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            yield f"  {name}: {arabic(_whole(inner))}"
    yield from ("", told(say("run.options")))
    for each in command.get_params(context):
        record = each.get_help_record(context)
        if record and isinstance(each, click.Option):
            yield f"  {record[0]}: {arabic(each.help or '')}"


def _whole(command: click.Command | None) -> str:
    return cleandoc(command.help or "") if command else ""
