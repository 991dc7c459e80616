"""Curated events in YAML become a right-to-left Arabic explainer site."""

import os

# pydantic would look through every installed package for plugins of its own, before any record
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
