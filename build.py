"""The door: `python build.py …` is the command; mkdocs.yml names this file as its hook."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

if __name__ == "__main__":
    from explainer.cli import main

    sys.exit(main())
else:
    from explainer.publish.program import hooks

    on_startup = hooks.on_startup
    on_config = hooks.on_config
    on_files = hooks.on_files
    on_pre_page = hooks.on_pre_page
    on_env = hooks.on_env
    on_post_build = hooks.on_post_build
