"""The commands of the copy guard: which texts it keeps the hashes of."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from explainer.cli.options import Content, Now


@click.group()
def guard() -> None:
    """Keep hashes of sources' texts, never the texts, so that no run of their words is published.

    To take a text out, delete its file from content/guard/.
    """


@guard.command()
@Content
@Now
@click.option("--source", required=True, help="Where the text is from: a name or an address.")
@click.argument("file", type=click.File("rb"))
def add(content: Path, source: str, file: IO[bytes]) -> None:
    """Add a text, a UTF-8 file or - for standard input, to those that may not be copied."""
    from explainer.content.guard import kept
    from explainer.content.guard.shingles import LIMIT, SIZE
    from explainer.system import clock

    if not (content / "site.yml").is_file():
        raise click.UsageError(f"{content} is no content folder: it has no site.yml")
    if not source.strip() or not source.isprintable():
        raise click.UsageError("--source is empty or has signs that cannot be seen")
    new = kept.Kept.of(_text(file), source, f"{clock.now():%Y-%m-%d}")
    if new.words < LIMIT:
        raise click.ClickException(f"{new.words} words found; expected {LIMIT} or more")
    for path, old in kept.every(content):
        if old and old.check == new.check:
            click.echo(f"{path.name}: kept already, for {old.source}; nothing was changed")
            return
    text = new.text()
    if len(text.encode()) > kept.MAX_BYTES:
        raise click.ClickException(f"{new.words} words are too many; add the text in parts")
    path = content / kept.FOLDER / new.file_name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    click.echo(f"{path.name}: {new.words} words, {new.words - SIZE + 1} shingles")


def _text(file: IO[bytes]) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException("the text is not UTF-8; save it so, as plain text") from error


@guard.command("list")
@Content
def listed(content: Path) -> None:
    """List the texts whose hashes are kept: file, words, day, source."""
    from explainer.content.guard import kept

    for path, each in kept.every(content):
        told = f"{each.words} words, added {each.added}, {each.source}" if each else "is damaged"
        click.echo(f"{path.name}: {told}")
