"""The commands that make something to be read: build, serve, cms."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from explainer.cli.options import Content, Lang, LangAlone, Now, tell, worded
from explainer.messages import say
from explainer.system.errors import REFUSED
from explainer.system.folders import ROOT
from explainer.system.stages import stage

if TYPE_CHECKING:
    from explainer.messages import MessageLanguage


DIFFERENCES = {
    "missing": "run.missing",
    "changed": "run.changed",
    "foreign": "run.foreign",
    "unread": "run.unread",
}
"""What may be with a file of a site -> the words for it."""


@click.command()
@Content
@Now
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=ROOT / "site",
    show_default="site",
    help="The folder to publish into; replaced whole, or left as it was.",
)
@click.option(
    "--allow-removal",
    "allowed",
    multiple=True,
    metavar="ID",
    help="Let what was published before vanish: an id or a path; may be repeated.",
)
@click.option(
    "--last",
    metavar="DIR|URL",
    show_default="the folder that is replaced",
    help="What was published last, so that nothing of it vanishes unsaid; 'none' looks at nothing.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Say where the time goes, by stage, and write it for speedscope.",
)
@LangAlone
def build(
    content: Path, out: Path, allowed: tuple[str, ...], last: str | None, profile: Path | None
) -> None:
    """Build the site and publish it into a folder."""
    from explainer.cli.measuring import measured

    with measured(profile) as clock:
        with stage("start"):
            from explainer.publish import program
        done = program.build_site(content, out, allowed=allowed, last=last)
    tell(
        say(
            "run.built",
            out=out,
            pages=done.pages,
            files=done.files,
            changed=done.changed,
            size=f"{done.size / 1_000_000:.1f}",
            seconds=f"{clock.whole:.1f}",
        )
    )


@click.command()
@click.argument("site", metavar="DIR|URL")
@LangAlone
def verify(site: str) -> None:
    """Compare a published site with the hashes of its files; prints what differs."""
    from explainer.publish.last_site import is_address
    from explainer.site import manifest

    if is_address(site):
        _verify_at(site)
        return
    found = list(manifest.differences(Path(site)))
    for kind, path in found:
        tell(say(DIFFERENCES[kind], path=path))
    if found:
        sys.exit(REFUSED)
    tell(say("run.whole", folder=site, files=len(manifest.read(Path(site)))))


def _verify_at(address: str) -> None:
    """Compare what a host serves with the site's list."""
    from explainer.publish.verified import verify_at

    files, found = verify_at(address)
    for each in found:
        why = f" ({worded(each.why)})" if each.why else ""
        tell(say(DIFFERENCES[each.kind], path=f"{each.path}{why}"))
    if found:
        sys.exit(REFUSED)
    tell(say("run.whole", folder=address, files=files))


@click.command()
@Content
@Now
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.option("--drafts", is_flag=True, help="Show what readers do not see yet, marked as such.")
@Lang
def serve(content: Path, address: str, drafts: bool, lang: MessageLanguage) -> None:
    """Show the site in a browser; edits of content, templates and docs appear at once."""
    from explainer import live

    try:
        live.serve(ROOT, content, address, language=lang, say=click.echo, drafts=drafts)
    except (OSError, ValueError, OverflowError) as error:
        raise click.UsageError(f"cannot listen at {address}: {error}") from error


@click.command()
@Content
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=ROOT / "site-cms",
    show_default="site-cms",
    help="The folder to write the page into; replaced whole, or left as it was.",
)
@click.option(
    "--backend",
    "name",
    type=click.Choice(["github", "gitlab", "gitea"]),
    default="github",
    show_default=True,
    help="The kind of host that the repository is on.",
)
@click.option("--repo", envvar="GITHUB_REPOSITORY", required=True, help="OWNER/NAME of it.")
@click.option("--branch", default="main", show_default=True, help="Where changes go.")
@click.option("--api", default="", help="The address of the host's API, where it is a host's own.")
@click.option(
    "--review",
    type=click.Choice(["ask", "always", "never"]),
    default="ask",
    show_default=True,
    help="Whether a change waits for a review: as the branch asks, always, never.",
)
@LangAlone
def cms(content: Path, out: Path, **host: Any) -> None:
    """Write the page on which editors change content in the browser, without git."""
    from explainer.content.library import load
    from explainer.editors.cms import form_page
    from explainer.publish.exchange import replacing

    backend = form_page.Backend(**host)
    if backend.review == "always" and not backend.branch_address():
        raise click.UsageError(
            "--review always: the form can propose changes on github and gitlab alone"
        )
    with replacing(out, form_page.FORM_MARK) as aside:
        form_page.write(load(content), backend, ROOT / "cms", aside)
    tell(say("run.form", out=out, repo=backend.repo, branch=backend.branch))


@click.command()
@Content
@click.option(
    "--format",
    "form",
    type=click.Choice(["nginx", "caddy"]),
    required=True,
    help="For which server; hosts that read a file find _headers in the site.",
)
@LangAlone
def headers(content: Path, form: str) -> None:
    """Write what a server before the site is to send with each page, as it reads it."""
    from explainer.content.library import load
    from explainer.site import host_files, policy
    from explainer.site.maker import folders

    write = {"nginx": host_files.nginx, "caddy": host_files.caddy}[form]
    click.echo(write(policy.rules(folders(load(content), ROOT / "docs"))), nl=False)
