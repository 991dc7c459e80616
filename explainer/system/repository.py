"""The host of the repository, where readers report mistakes and editors mend them.

Addresses are those that GitHub, GitLab and Gitea (with Forgejo) document for editing a file and for
a report with words in it already.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import quote, urlencode, urlsplit

from explainer.system.errors import ExplainerError

Host = Literal["github", "gitlab", "gitea"]


class RepositoryError(ExplainerError):
    """What the environment says of the repository cannot be used."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a host: its address without a slash at the end, and the branch to change."""

    url: str
    branch: str = "main"
    host: Host = "github"

    def edit(self, path: str, line: int | None = None) -> str:
        """Give the address on which a file (from the repository's root) is edited."""
        verb = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}[self.host]
        at = f"#L{line}" if line else ""
        return f"{self.url}/{verb}/{quote(self.branch)}/{quote(path)}{at}"

    def report(self, title: str) -> str:
        """Give the address of a report on a page; the page's own whole address comes at its end."""
        subject, said = f"تصحيح: {title}", f"الصفحة: {title}\n"
        if self.host == "github":  # the form in .github/ISSUE_TEMPLATE/report.yml
            return f"{self.url}/issues/new?{_query(template='report.yml', title=subject)}&page="
        if self.host == "gitlab":
            fields = _query(**{"issue[title]": subject, "issue[description]": said})
            return f"{self.url}/-/issues/new?{fields}"
        return f"{self.url}/issues/new?{_query(title=subject, body=said)}"


def _query(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)


def from_environment(environment: Mapping[str, str] = os.environ) -> Repository | None:
    """Read REPO_URL, REPO_BRANCH and REPO_HOST; None where no address is given.

    Raises RepositoryError for an address that readers must not or could not be sent to.
    """
    url = environment.get("REPO_URL", "").strip()
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") == "":
        raise RepositoryError(
            f"REPO_URL: {url!r} is no address of a repository, such as https://host.example/own/er"
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise RepositoryError("REPO_URL: an address without a name, a password or a query expected")
    host = environment.get("REPO_HOST", "").strip() or _guessed(parts.hostname)
    if host not in get_args(Host):
        raise RepositoryError(f"REPO_HOST: {host!r} is none of {', '.join(get_args(Host))}")
    branch = environment.get("REPO_BRANCH", "").strip() or "main"
    return Repository(url.rstrip("/").removesuffix(".git"), branch, host)  # type: ignore[arg-type]


def _guessed(name: str) -> str:
    """Guess the kind of host by its name."""
    near = {"gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea", "codeberg": "gitea"}
    return next((host for word, host in near.items() if word in name), "github")
