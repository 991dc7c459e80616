"""What can be taken from a figure's page: its picture as SVG and PNG, and its table as CSV."""

from __future__ import annotations

from explainer.site import addresses
from explainer.site.views.figure_pictures import HistoryPicture, history_picture
from explainer.site.views.publication import Publication
from explainer.site.views.rival_pictures import RivalPicture, rival_picture
from explainer.site.views.wording import Link

TAKEN_FORMATS = ("svg", "png", "csv")


def figure_picture(
    publication: Publication, figure_id: str
) -> HistoryPicture | RivalPicture | None:
    """Give the picture of a figure's page: over time, else rival beside rival; None of neither."""
    card = publication.figures.card(figure_id)
    return history_picture(publication, card) or rival_picture(publication, figure_id)


def takes(publication: Publication, figure_id: str) -> tuple[Link, ...]:
    """Link to the files of a figure's picture; to none where it has no picture."""
    if figure_picture(publication, figure_id) is None:
        return ()
    return tuple(
        Link(each.upper(), addresses.figure_file(figure_id, each)) for each in TAKEN_FORMATS
    )
