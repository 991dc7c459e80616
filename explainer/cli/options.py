"""What several commands are asked, and how they end."""

from __future__ import annotations

from pathlib import Path

import click

from explainer.system.folders import ROOT

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
    from explainer.system import clock

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


def number_of(problems: int) -> str:
    """Say how many problems there are."""
    return f"{problems} problem{'s' if problems != 1 else ''}; nothing was published"
