"""The site while an editor works on it: pages made as they are asked for, edits seen at once."""

from explainer.live.server import serve

__all__ = ["serve"]
