"""Where the program's own folders are: templates, handwritten pages, schemas, settings."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds templates/, docs/, schemas/, cms/ and mkdocs.yml."""
