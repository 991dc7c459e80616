"""The commands, and how a run of one ends."""

from __future__ import annotations

import click

from explainer.cli import adding, guarding, looking, making
from explainer.cli.options import forget_language, language, told
from explainer.messages import say
from explainer.messages.problems import ContentRefused
from explainer.system.errors import NOT_PUBLISHED, OUR_BUG, ExplainerError

__all__ = ["OUR_BUG", "cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn curated events in YAML into a right-to-left Arabic explainer site."""


COMMANDS = (
    looking.check, looking.radar, looking.links, looking.date,
    making.build, making.serve, making.cms,
    adding.new, guarding.guard,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code and never lets a traceback of bad content through.

    0 done, 1 content refused, 2 usage, 3 could not publish, 70 a bug of ours.
    """
    forget_language()
    try:
        cli.main(arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ExplainerError as error:
        return _stopped(error)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else OUR_BUG
    except Exception as error:
        return _bug(error)
    return 0


def _stopped(error: ExplainerError) -> int:
    """Say what stopped a run, in lines for people; returns the error's exit code."""
    if isinstance(error, ContentRefused):
        number = len(error.problems)
        lines = [each.text(language()) for each in error.problems]
        lines.append(told(say("run.refused", number=number)))
    else:
        lines = [f"{'not published' if error.exit_code == NOT_PUBLISHED else 'Error'}: {error}"]
    for line in lines:
        click.echo(line, err=True)
    return error.exit_code


def _bug(error: Exception) -> int:
    """Show what we did not foresee, with the way it took."""
    import traceback

    traceback.print_exception(error)
    click.echo(
        "This is a mistake in the program, not in the content. Nothing was published.", err=True
    )
    return OUR_BUG
