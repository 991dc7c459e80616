"""The commands of the copy guard: which texts it keeps the hashes of."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from explainer.cli.options import Content, LangAlone, Now, tell, told
from explainer.messages import say


@click.group()
@LangAlone
def guard() -> None:
    """Keep hashes of sources' texts, never the texts, so that no run of their words is published.

    To take a text out, delete its file from content/guard/.
    """


@guard.command()
@Content
@Now
@click.option("--source", required=True, help="Where the text is from: a name or an address.")
@click.argument("file", type=click.File("rb", lazy=True))
@LangAlone
def add(content: Path, source: str, file: IO[bytes]) -> None:
    """Add a text, a UTF-8 file or - for standard input, to those that may not be copied."""
    from explainer.content.guard import kept
    from explainer.content.guard.shingles import LIMIT, SIZE
    from explainer.system import clock

    if not (content / "site.yml").is_file():
        raise click.UsageError(told(say("guard.no-content", folder=content)))
    if not source.strip() or not source.isprintable():
        raise click.UsageError(told(say("guard.no-source")))
    new = kept.Kept.of(_text(file), source, f"{clock.now():%Y-%m-%d}")
    if new.words < LIMIT:
        raise click.ClickException(told(say("guard.few", words=new.words, limit=LIMIT)))
    for path, old in kept.every(content):
        if old and old.check == new.check:
            tell(say("guard.known", file=path.name, source=old.source))
            return
    text = new.text()
    if len(text.encode()) > kept.MAX_BYTES:
        raise click.ClickException(told(say("guard.many", words=new.words)))
    path = content / kept.FOLDER / new.file_name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    shingles = new.words - SIZE + 1
    tell(say("guard.added", file=path.name, words=new.words, shingles=shingles))


def _text(file: IO[bytes]) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(told(say("guard.encoding"))) from error


@guard.command("list")
@Content
@LangAlone
def listed(content: Path) -> None:
    """List the texts whose hashes are kept: file, words, day, source."""
    from explainer.content.guard import kept

    for path, each in kept.every(content):
        if each is None:
            tell(say("guard.damaged", file=path.name))
            continue
        values = {"words": each.words, "day": each.added, "source": each.source}
        tell(say("guard.listed", file=path.name, **values))
