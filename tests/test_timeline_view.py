"""What the timeline's page is told of its list."""

from __future__ import annotations

import pytest

from explainer.content.library import Library
from explainer.site.views import timeline
from explainer.site.views.publication import Publication


@pytest.mark.parametrize(("more", "long"), [(0, False), (-1, True)])
def test_only_a_list_of_more_than_so_many_is_long(
    library: Library, monkeypatch: pytest.MonkeyPatch, *, more: int, long: bool
) -> None:
    monkeypatch.setattr(timeline, "LONG", len(library.live) + more)
    [page] = timeline.pages(Publication(library))
    assert page.data["long"] is long
