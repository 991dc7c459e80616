"""The page with the CMS, its settings, and the host that it saves to. Needs npm to install it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from explainer.content.library import Library
from explainer.content.model import Name, all_models, record_fields
from explainer.editors.cms.form import NAMED_ONLY, Form
from explainer.system.errors import ExplainerError

Review = Literal["ask", "always", "never"]
REVIEWS: dict[Review, str] = {"ask": "", "always": "editorial_workflow", "never": "simple"}
"""When a change waits for a review -> the CMS's mode; where it is to ask, the page sets it."""

FORM_MARK = "explainer's form\n"
"""What marks its folder: it takes no site's place, and no site takes its."""


@dataclass(frozen=True, slots=True)
class Backend:
    """Where the content lives: a host's name (github, gitlab, gitea), a repository, a branch."""

    name: str
    repo: str
    branch: str
    api: str = ""
    """Address of the host's API where it is not the usual one."""
    review: Review = "ask"
    """Whether a change waits for a review: the branch is asked, or it is said beforehand."""

    def settings(self) -> dict[str, Any]:
        """Write it as the CMS reads it; editors enter with a token, without anybody between."""
        found = {"name": self.name, "repo": self.repo, "branch": self.branch}
        if self.api:
            found |= {"api_root": self.api}
        return {**found, "auth_methods": ["token"], "commit_messages": MESSAGES}

    def branch_address(self) -> str:
        """Give where the host tells whether the branch takes changes that nobody has reviewed.

        It is empty where the CMS has no review on that host.
        """
        repo, branch = quote(self.repo, safe=""), quote(self.branch, safe="")
        known = {
            "github": f"{self._api}/repos/{self.repo}/branches/{branch}",
            "gitlab": f"{self._api}/projects/{repo}/repository/branches/{branch}",
        }
        return known.get(self.name, "")

    def origins(self) -> list[str]:
        """List the addresses that the page may ask."""
        return ["/".join(self._api.split("/")[:3])]

    @property
    def _api(self) -> str:
        return (self.api or USUAL_API[self.name]).rstrip("/")


USUAL_API = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com/api/v4",
    "gitea": "https://gitea.com/api/v1",
}


MESSAGES = {
    "create": "أضف {{collection}}: {{slug}}",
    "update": "عدّل {{collection}}: {{slug}}",
    "delete": "احذف {{collection}}: {{slug}}",
}


def settings(library: Library, backend: Backend) -> dict[str, Any]:
    """Make what cms/page.js reads: the CMS's own settings, and what they leave out."""
    form = Form(tuple(sorted(_languages(library))), library.kinds)
    return {
        "fields": {
            "many": _typed("one or many"),
            "text": _typed("one or pair"),
            "named": _typed("name or whole"),
            "name": NAMED_ONLY,
        },
        "origins": backend.origins(),
        "branch": backend.branch_address() if backend.review == "ask" else "",
        "config": {
            "load_config_file": False,
            "app_title": library.site.title,
            "backend": backend.settings(),
            "publish_mode": REVIEWS[backend.review],
            "media_folder": "docs/assets",
            "show_preview_links": False,
            "editor": {"preview": False},
            "slug": {"encoding": "ascii"},
            "output": {"omit_empty_optional_fields": True},
            "collections": list(form.collections()),
        },
    }


def _languages(library: Library) -> set[str]:
    """List the languages of names beside Arabic and English."""
    registries = (library.actors, library.places, library.publishers)
    names: list[Name] = [record.name for each in registries for record in each.values()]
    return {language for name in names for language, _ in name.others()} - {"en"}


def _typed(ways: str) -> list[str]:
    """List the fields that may be typed in two ways, by their names."""
    found = {
        name
        for each in all_models()
        for name, field in record_fields(each).items()
        if field.either and field.either.ways == ways
    }
    return sorted(found)


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self' {origins}; "
    "base-uri 'none'; form-action 'none'"
)
"""Looser than the site's own: the CMS sets its styles in the page. It holds for this page alone."""

OWN = ("page.js", "records.js")


def write(library: Library, backend: Backend, source: Path, out: Path) -> None:
    """Write the page with the CMS into a folder; `source` is cms/, with its packages installed."""
    packages = installed(source)
    out.mkdir(parents=True, exist_ok=True)
    made = settings(library, backend)
    (out / "settings.json").write_text(json.dumps(made, ensure_ascii=False, indent=1), "utf-8")
    policy = POLICY.format(origins=" ".join(backend.origins()))
    title = html.escape(f"تحرير: {library.site.title}")
    page = (source / "index.html").read_text("utf-8")
    page = page.replace("{policy}", policy).replace("{title}", title)
    (out / "index.html").write_text(page, "utf-8")
    for name in OWN:
        shutil.copyfile(source / name, out / name)
    _write_cms(packages / "@sveltia/cms", source / "ar.json", out)
    shutil.copytree(packages / "yaml/browser", out / "yaml", dirs_exist_ok=True)
    shutil.copyfile(packages / "yaml/LICENSE", out / "yaml/LICENSE")


def _write_cms(package: Path, ours: Path, out: Path) -> None:
    """Write the CMS with its fonts beside it, and its Arabic with our words in the gaps."""
    script = (package / "dist/sveltia-cms.mjs").read_text("utf-8")
    (out / "fonts").mkdir(exist_ok=True)
    for address, file in _fonts(script, package / "npm/assets"):
        script = script.replace(address, f"fonts/{file.name}")
        for each in (file, *file.parent.glob(f"{file.name.split('-latin')[0]}.LICENSE*")):
            shutil.copyfile(each, out / "fonts" / each.name)
    (out / "sveltia-cms.mjs").write_text(script.rsplit("//# sourceMappingURL", 1)[0], "utf-8")
    shutil.copyfile(package / "LICENSE.txt", out / "sveltia-cms.LICENSE.txt")
    words = json.loads((package / "locales/ar.json").read_text("utf-8"))
    _add(words, json.loads(ours.read_text("utf-8")))
    (out / "ar.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")


FONT = re.compile(r"https://[a-z.]+/fontsource/fonts/([a-z0-9-]+)[^)\"'`\s]*\.woff2")


def _fonts(script: str, assets: Path) -> Iterator[tuple[str, Path]]:
    """Pair each font that the CMS would fetch from elsewhere with its file in the package."""
    for found in FONT.finditer(script):
        yield found[0], next(assets.glob(f"{found[1]}-*.woff2"))


def _add(words: dict[str, Any], ours: dict[str, Any]) -> None:
    """Put our words where the CMS's Arabic has none yet."""
    for name, word in ours.items():
        if isinstance(word, dict):
            _add(words.setdefault(name, {}), word)
        else:
            words.setdefault(name, word)


def installed(source: Path) -> Path:
    """Install the CMS's packages by their lock, where they are not there. Needs npm."""
    packages = source / "node_modules"
    lock = packages / ".package-lock.json"
    if not lock.is_file() or lock.stat().st_mtime < (source / "package-lock.json").stat().st_mtime:
        npm = shutil.which("npm")
        if npm is None:
            raise CmsError("npm is missing: install Debian's packages `nodejs` and `npm`")
        arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        try:
            subprocess.run([npm, *arguments], cwd=source, check=True)  # noqa: S603 - by its lock
        except (OSError, subprocess.CalledProcessError) as error:
            raise CmsError(f"npm did not install the form's packages: {error}") from error
    return packages


class CmsError(ExplainerError):
    """The page cannot be made on this machine."""
