"""A page's script and what it imports become one file that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.site.script_bundle import ScriptBundleError, bundle
from tests.conftest import ROOT


def _scripts(folder: Path, **scripts: str) -> Path:
    for name, text in scripts.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


def test_each_file_stands_once_before_what_needs_it(tmp_path: Path) -> None:
    folder = _scripts(
        tmp_path,
        top=(
            'import { one, two as other } from "./one.js";\n'
            'import { low } from "./low.js";\nlow();\n'
        ),
        one='import { low } from "./low.js";\nexport const one = low;\nexport const two = 2;\n',
        low="// why\nconst own = 1;\nexport const low = () => own;\n",
    )
    assert bundle(folder, "top") == (
        "const $low = (() => {\nconst own = 1;\nconst low = () => own;\nreturn { low };\n})();\n"
        "const $one = (() => {\nconst { low } = $low;\nconst one = low;\nconst two = 2;\n"
        "return { one, two };\n})();\n"
        "const { one, two: other } = $one;\nconst { low } = $low;\nlow();\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        'import all from "./low.js";\n',
        'import "./low.js";\n',
        "export default 1;\n",
        "export {};\n",
    ],
)
def test_what_is_not_understood_stops_the_build(tmp_path: Path, text: str) -> None:
    with pytest.raises(ScriptBundleError, match=r"top\.js: not understood"):
        bundle(_scripts(tmp_path, top=text, low=""), "top")


def test_the_search_is_one_file() -> None:
    made = bundle(ROOT / "docs/assets/scripts", "search")
    assert 'from "./' not in made
    for name in ("fold", "normalise", "finder", "results", "facets", "recent", "count"):
        assert made.count(f"const ${name} = (() => {{") == 1
