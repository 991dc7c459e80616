"""The host of the repository, where readers report mistakes and editors mend them.

Addresses are those that GitHub, GitLab and Gitea (with Forgejo) document for editing a file and for
a report with words in it already.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args
from urllib.parse import quote, urlencode

from explainer.system.environment import WrongEnvironmentError, setting, web_address

Host = Literal["github", "gitlab", "gitea"]

NO_BRANCH = re.compile(r"^[-/.]|[\s\x00-\x1f\x7f~^:?*\[\\]|\.\.|//|/\.|@\{|[/.]$|\.lock(/|$)|^@$")
"""What git lets no branch be named (git-check-ref-format)."""


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


def mail(email: str, title: str) -> str:
    """Give the address of a letter about a page; the page's own whole address comes at its end."""
    return f"mailto:{email}?{_query(subject=f'تصحيح: {title}', body=f'الصفحة: {title}' + chr(10))}"


def _query(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)


def from_environment(environment: Mapping[str, str] = os.environ) -> Repository | None:
    """Read REPO_URL, REPO_BRANCH and REPO_HOST; None where no address is given.

    Raises WrongEnvironmentError for an address that readers must not or could not be sent to.
    """
    such_as = "https://host.example/own/er"
    parts = web_address("REPO_URL", such_as, environment)
    if parts is None:
        return None
    url = parts.geturl().rstrip("/").removesuffix(".git")
    if not parts.path.strip("/"):
        raise WrongEnvironmentError("REPO_URL", url, f"an address of a repository, as {such_as} is")
    host = setting("REPO_HOST", environment) or _guessed(parts.hostname or "")
    if host not in get_args(Host):
        raise WrongEnvironmentError("REPO_HOST", host, f"one of {', '.join(get_args(Host))}")
    branch = setting("REPO_BRANCH", environment) or "main"
    if NO_BRANCH.search(branch):
        raise WrongEnvironmentError("REPO_BRANCH", branch, "a branch's name, such as main")
    return Repository(url, branch, host)  # type: ignore[arg-type]


def _guessed(name: str) -> str:
    """Guess the kind of host by its name."""
    near = {"gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea", "codeberg": "gitea"}
    return next((host for word, host in near.items() if word in name), "github")
