"""What several commands are asked, and how they end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from explainer.messages import Message, MessageLanguage
from explainer.messages.english_lines import in_arabic
from explainer.system.folders import ROOT

Content = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=ROOT / "content",
    show_default="content",
    help="The folder with site.yml, sections/, events/ and the registries.",
)

_chosen: list[MessageLanguage] = ["en"]


def language() -> MessageLanguage:
    """Tell which language was asked for; English where none was."""
    return _chosen[-1]


def begin_language(arguments: Sequence[str]) -> None:
    """Begin a run: look which language is asked for, so that a wrong option is told in it too."""
    together = f" {' '.join(arguments)} "
    _chosen[:] = ["ar" if " --lang ar " in together or " --lang=ar " in together else "en"]


def worded(english: str) -> str:
    """Give lines that the program has in English in the language that was asked for."""
    return in_arabic(english) if language() == "ar" else english


def tell(words: Message, *, err: bool = False) -> None:
    """Print words in the language that was asked for."""
    click.echo(getattr(words, language()), err=err)


def told(words: Message) -> str:
    """Give words in the language that was asked for."""
    return str(getattr(words, language()))


def _choose(_: click.Context, __: click.Parameter, chosen: MessageLanguage) -> MessageLanguage:
    _chosen.append(chosen)
    return chosen


Lang = click.option(
    "--lang",
    type=click.Choice(["en", "ar"]),
    default=language,
    show_default="en",
    is_eager=True,
    callback=_choose,
    help="The language of the messages.",
)

LangAlone = click.option(
    "--lang",
    type=click.Choice(["en", "ar"]),
    default=language,
    show_default="en",
    is_eager=True,
    expose_value=False,
    callback=_choose,
    help="The language of the messages.",
)
"""The same for a command that only prints by `tell`."""


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
