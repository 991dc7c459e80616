"""The pictures of the figures as files that stand alone, and their tables as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.exports.csv_tables import table
from explainer.site.output import File
from explainer.site.pictures.standalone import PictureSheet, SheetRow, SheetText
from explainer.site.views.figure_files import figure_picture
from explainer.site.views.figure_pictures import HistoryPicture
from explainer.site.views.figure_words import FigureCard, said_at
from explainer.site.views.publication import Publication
from explainer.site.views.rival_pictures import RivalPicture

TOLD_COLUMNS = (
    "القائل", "العدد", "الأدنى", "الأرجح", "الأعلى", "الوحدة", "عن", "قيل في", "الدرجة", "الناشرون",
)  # fmt: skip
"""What a figure's table has in a spreadsheet."""


def files(publication: Publication) -> Iterator[File]:
    """Make figures/ID/ID.svg and .csv for every figure that has a picture.

    The PNG beside each is drawn from its SVG (`pictures.pixels`).
    """
    for figure_id in publication.library.figures:
        if picture := figure_picture(publication, figure_id):
            card = publication.figures.card(figure_id)
            yield File(_path(figure_id, "svg"), sheet(publication, card, picture).encode())
            yield table(_path(figure_id, "csv"), TOLD_COLUMNS, _rows(publication, card))


def sheet(
    publication: Publication, card: FigureCard, picture: HistoryPicture | RivalPicture
) -> str:
    """Set a picture on a sheet of its own, with what is counted and where it is from."""
    made = PictureSheet()
    made.write(SheetText(picture.title, 22, bold=True), after=2)
    about = picture.sub if card.title in f"{picture.title}{picture.sub}" else None
    made.write(SheetText(about or f"{card.title}، {picture.sub}", 15, "quiet"))
    if isinstance(picture, HistoryPicture):
        made.plot(picture.plot)
        keys = [f"{key}." for key in picture.keys]
    else:
        made.rows([_row(picture, index) for index in range(len(picture.lines))], picture.scale)
        keys = [f"{picture.denial}."] if picture.denial else []
    known = publication.words.when(publication.library.site.as_of).prose
    source = f"المصدر: {publication.title}، عما نُقل عن كل قائل، {known}. من اليمين إلى اليسار."
    made.write(SheetText(" ".join([*keys, source]), 13, "quiet"))
    return made.svg(picture.title)


def _row(picture: RivalPicture, index: int) -> SheetRow:
    line = picture.lines[index]
    who = " و".join(link.text for link in line.who)
    when = f"، {line.when.compact}" if line.when else ""
    return SheetRow(f"{who}{when}", line.value, line.mark, line.line)


def _rows(publication: Publication, card: FigureCard) -> Iterator[tuple[object, ...]]:
    for told in sorted(card.values, key=lambda each: said_at(each.value), reverse=True):
        value = told.value
        yield (
            " و".join(link.text for link in told.speakers), told.text,
            value.low, value.best, value.high, card.unit, told.about.compact,
            publication.words.when(value.as_of).compact, told.status.word,
            "، ".join(source.publisher.text for source in told.sources),
        )  # fmt: skip


def _path(figure_id: str, ending: str) -> str:
    return addresses.figure_file(figure_id, ending).removeprefix("/")
