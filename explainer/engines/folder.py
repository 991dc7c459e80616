"""A folder as the engine's input: Markdown files with front matter, for Zensical and its like."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from explainer.engines import file_of
from explainer.site.addresses import published
from explainer.site.output import NavItem, Output

OVERRIDES = "overrides"
HEAD_TEMPLATE = """\
{% extends "base.html" %}
{% block extrahead %}{% if page.meta and page.meta.head %}{{ page.meta.head | safe }}{% endif %}
{% endblock %}
"""
"""Puts the lines that a page has for its head there."""


def write(output: Output, folder: Path, *, site_url: str) -> Path:
    """Write docs/ and an engine's settings into `folder`; returns the settings file.

    The settings hold only what every engine of this family reads.
    """
    docs = folder / "docs"
    _write(folder / OVERRIDES / "main.html", HEAD_TEMPLATE.encode())
    for page in output.pages:
        text = published(page.markdown(from_file=True), site_url)
        _write(docs / file_of(page.address), text.encode())
    for file in output.files:
        _write(docs / file.path, file.published(site_url))
    settings = folder / "mkdocs.yml"
    _write(settings, _settings(output, site_url).encode())
    return settings


def _settings(output: Output, site_url: str) -> str:
    data: dict[str, Any] = {
        "site_name": output.title,
        "site_description": output.description,
        "site_url": site_url,
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "custom_dir": OVERRIDES,
            "language": "ar",
            "direction": "rtl",
            "font": False,
        },
        "nav": [_nav(item) for item in output.nav],
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "toc"],
    }
    return yaml.safe_dump(json.loads(json.dumps(data)), allow_unicode=True, sort_keys=False)


def _nav(item: NavItem) -> dict[str, Any]:
    return {
        item.title: file_of(item.address)
        if item.address
        else [_nav(child) for child in item.children]
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
