"""The engine's theme as we take it: our templates, its icons where they include them, no more."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from explainer.site import policy
from explainer.site.compiled_templates import COMPILED_TEMPLATES


class UnlistedLoader(FileSystemLoader):
    """Finds a template by its name, and lists none."""

    def list_templates(self) -> list[str]:
        """List nothing: some 10,000 files of the theme would only be left out again."""
        return []


class UnpublishedTheme(Theme):
    """A theme whose own files are not published: no script, no style, no icon."""

    def get_env(self) -> Environment:
        """Return what the engine renders with; a template is compiled once a run."""
        env = super().get_env()
        env.loader = UnlistedLoader(self.dirs)
        env.bytecode_cache = COMPILED_TEMPLATES
        return bounded(env)


def unpublished(theme: Theme) -> Theme:
    """Let a theme keep its own files to itself."""
    theme.__class__ = UnpublishedTheme
    return theme


def bounded(env: Environment) -> Environment:
    """Let the frame say what a browser may do with a page."""
    env.globals |= {"page_policy": policy.IN_PAGE, "referrer_policy": policy.REFERRER}
    return env
