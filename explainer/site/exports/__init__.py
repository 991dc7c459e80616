"""Every format that the data is published in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.site import search
<<<<<<< HEAD
from explainer.site.exports import address_list, csv_tables, json_data
=======
from explainer.site.exports import csv_tables, json_data, picture_files
>>>>>>> 3328f81e (Tell on a figure's page how the number moved, in a picture that can be taken)
from explainer.site.output import File
from explainer.site.views.publication import Publication

Export = Callable[[Publication], Iterator[File]]

<<<<<<< HEAD
EXPORTS: tuple[Export, ...] = (
    json_data.files,
    csv_tables.files,
    search.files,
    address_list.files,
)
=======
EXPORTS: tuple[Export, ...] = (json_data.files, csv_tables.files, picture_files.files, search.files)
>>>>>>> 3328f81e (Tell on a figure's page how the number moved, in a picture that can be taken)
