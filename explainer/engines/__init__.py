"""Adapters: each hands the same files and navigation to one engine."""

from explainer.system.errors import ExplainerError


class EngineError(ExplainerError):
    """An engine did not build the site; the last one stands as it was."""


def file_of(address: str) -> str:
    """Name the Markdown file that an engine reads for a page: '/events/x/' is 'events/x.md'."""
    return f"{address.strip('/') or 'index'}.md"
