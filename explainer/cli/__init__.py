"""The commands, and how a run of one ends."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path

import click

from explainer.cli import adding, guarding, looking, making
from explainer.cli.help_pages import speaks
from explainer.cli.options import LangAlone, begin_language, language, told, worded
from explainer.messages import say
from explainer.messages.problems import ContentRefused
from explainer.system import signals, terminal
from explainer.system.errors import NOT_PUBLISHED, OUR_BUG, ExplainerError

__all__ = ["OUR_BUG", "cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@LangAlone
def cli() -> None:
    """Turn curated events in YAML into a right-to-left Arabic explainer site."""


COMMANDS = (
    looking.check, looking.radar, looking.links, looking.date, looking.brief,
    making.build, making.verify, making.serve, making.cms, making.headers,
    adding.new, guarding.guard,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)
speaks(cli)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code and never lets a traceback of bad content through.

    0 done, 1 content refused, 2 usage, 3 could not publish, 70 a bug of ours, 128 and its number
    for a signal; that of SIGPIPE too where whoever read the words has gone.
    """
    terminal.speak_utf8()
    with signals.heeded():
        try:
            code = _ended(sys.argv[1:] if arguments is None else arguments)
            terminal.flush()
        except BrokenPipeError:
            code = signals.BEYOND + signal.SIGPIPE
        except OSError:  # no room for the words
            code = NOT_PUBLISHED
        terminal.fall_silent()
    begin_language(())
    return code


def _ended(arguments: list[str]) -> int:
    """Run a command to its end, be it a bad one, and say what stopped it. Raises BrokenPipeError.

    Click's own `main` is passed by: it takes a reader who has gone for content that is refused.
    """
    begin_language(arguments)
    try:
        with cli.make_context(Path(sys.argv[0]).name, arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        return _signalled(signals.BEYOND + signal.SIGINT)
    except SystemExit as stop:
        return _signalled(stop.code) if isinstance(stop.code, int) else OUR_BUG
    except Exception as error:
        return _stopped(error)
    return 0


class _InLanguage(logging.Filter):
    """Lets what the program warns of be said in the language that was asked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = worded(record.getMessage()), ()
        return True


logging.getLogger("explainer").addFilter(_InLanguage())


def _show(error: click.ClickException) -> None:
    """Say what is wrong with a command, and how it is used."""
    if language() == "en":
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        usage = context.get_usage().partition(":")[2].strip()
        click.echo(told(say("run.usage", usage=usage)), err=True)
        click.echo(told(say("run.help", command=context.command_path)), err=True)
    click.echo(told(say("run.error", why=worded(error.format_message()))), err=True)


def _signalled(code: int) -> int:
    """Say which signal ended a run, if one did."""
    if name := signals.name_of(code):
        click.echo(worded(f"stopped by {name}"), err=True)
    return code


def _stopped(error: Exception) -> int:
    """Say what stopped a run, in lines for people; returns its exit code."""
    if isinstance(error, BrokenPipeError):
        raise error
    if isinstance(error, ExplainerError):
        return _refused(error)
    return _failed(error) if isinstance(error, OSError) else _bug(error)


def _refused(error: ExplainerError) -> int:
    if isinstance(error, ContentRefused):
        number = len(error.problems)
        lines = [each.text(language()) for each in error.problems]
        lines.append(told(say("run.refused", number=number)))
    else:
        lines = [
            worded(f"{'not published' if error.exit_code == NOT_PUBLISHED else 'Error'}: {error}")
        ]
        lines += [each.text(language()) for each in getattr(error, "problems", ())]
    for line in lines:
        click.echo(line, err=True)
    return error.exit_code


def _failed(error: OSError) -> int:
    """Say what the machine refused: a full disk, a folder that may not be written."""
    where = f"{error.filename}: " if error.filename else ""
    click.echo(
        f"{worded('Error: ').strip()} {where}{worded(error.strerror or str(error))}", err=True
    )
    return NOT_PUBLISHED


def _bug(error: Exception) -> int:
    """Show what we did not foresee, with the way it took."""
    import traceback

    traceback.print_exception(error)
    said = "This is a mistake in the program, not in the content. Nothing was published."
    click.echo(worded(said), err=True)
    return OUR_BUG
