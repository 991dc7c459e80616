"""Adapters: each hands the same files and navigation to one engine."""


class EngineError(Exception):
    """An engine did not build the site; the last one stands as it was."""
