"""The commands, and how a run of one ends."""

from __future__ import annotations

import click

from explainer.cli import guarding, looking, making, new
from explainer.cli.options import NOT_PUBLISHED, OUR_BUG, REFUSED, number_of
from explainer.messages.problems import ContentRefused

__all__ = ["OUR_BUG", "cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn curated events in YAML into a right-to-left Arabic explainer site."""


COMMANDS = (
    looking.check, looking.radar, looking.links, looking.date,
    making.build, making.serve, making.cms,
    new.new, guarding.guard,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


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
    click.echo(number_of(len(refused.problems)), err=True)


def _failed(error: Exception) -> int:
    """Tell a site that could not be published from a mistake in this program."""
    from explainer.editors.cms.form_page import CmsError
    from explainer.engines import EngineError
    from explainer.publish.exchange import NotPublishedError
    from explainer.site.handwritten import HandwrittenError
    from explainer.site.render import RenderError
    from explainer.site.verify import BrokenOutputError
    from explainer.system.repository import RepositoryError

    expected = (
        NotPublishedError,
        EngineError,
        RenderError,
        BrokenOutputError,
        HandwrittenError,
        CmsError,
        RepositoryError,
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
