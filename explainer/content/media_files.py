"""content/media/: pictures of the newsroom's own, looked at before anything is made of them.

Readers get copies that are drawn anew: what a camera wrote beside the picture stays behind.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from explainer.content import yaml_file
from explainer.content.static_files import SAFE_NAME
from explainer.messages import Message, say
from explainer.messages.problems import quoted

MEDIA_FOLDER: Final = "media"
FORMS: Final = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
"""The forms that are read, each with the endings of its files."""
LEAST_WIDTH: Final = 320
MOST_PIXELS: Final = 12_000
"""Of a side."""
MOST_MEGABYTES: Final = 25
GPS_TAG: Final = 0x8825
"""Where EXIF keeps the place."""
TURNED_TAG: Final = 0x0112
"""Where EXIF keeps how the camera was held; from 5 on, height and width change places."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A sound picture: its file, its size in pixels as it is seen, and the hash of its bytes."""

    path: Path
    width: int
    height: int
    digest: str


@dataclass
class MediaFiles:
    """What was found, by name; what refuses a build, and what wants a look."""

    files: dict[str, MediaFile] = field(default_factory=dict)
    problems: list[tuple[Path, Message]] = field(default_factory=list)
    warnings: list[tuple[Path, Message]] = field(default_factory=list)


def read_media(folder: Path) -> MediaFiles:
    """Look at every picture of the folder, which has no folders in it."""
    found = MediaFiles()
    try:
        paths = sorted(each for each in folder.iterdir() if not _is_left_alone(each.name))
    except OSError as error:
        found.problems.append((folder, yaml_file.not_opened(error)))
        return found
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.name.casefold(), path.name)
        wrong = _misnamed(path) or _twin(path.name, other) or _read(path, found)
        if wrong:
            found.problems.append((path, wrong))
    return found


def unused(media: Mapping[str, MediaFile], named: set[str]) -> Iterator[tuple[Path, Message]]:
    """Find pictures that nothing shows."""
    for name, file in media.items():
        if name not in named:
            yield file.path, say("W131", name=name)


def _is_left_alone(name: str) -> bool:
    return name.startswith(".") or name.endswith("~")


def _misnamed(path: Path) -> Message | None:
    if path.is_symlink():
        return yaml_file.IS_LINK
    if not path.is_file():
        return say("E108.special")
    if not SAFE_NAME.fullmatch(path.name):
        return say("E120.name", what=quoted(path.name), right=quoted("picture-1.jpg"))
    return None


def _twin(name: str, other: str) -> Message | None:
    return say("E122", other=quoted(other)) if other != name else None


def _read(path: Path, found: MediaFiles) -> Message | None:
    """Read one picture into `found`; says what is wrong with it, if anything is."""
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * 1_000_000:
            return say("E129.bytes", size=size // 1_000_000, most=MOST_MEGABYTES)
        data = path.read_bytes()
    except OSError as error:
        return yaml_file.not_opened(error)
    looked = _look(path, data)
    if isinstance(looked, Message):
        return looked
    width, height, has_place = looked
    found.files[path.name] = MediaFile(path, width, height, hashlib.sha256(data).hexdigest())
    if has_place:
        found.warnings.append((path, say("W130")))
    return None


def _look(path: Path, data: bytes) -> Message | tuple[int, int, bool]:
    """Give width, height and whether it tells where it was taken, or what is wrong."""
    from io import BytesIO  # noqa: PLC0415 - an explainer without pictures loads nothing for them

    from PIL import Image  # noqa: PLC0415 - the same

    try:
        with Image.open(BytesIO(data)) as image:
            wrong = _wrong_form(path, image) or _wrong_size(image)
            if wrong:
                return wrong
            exif = image.getexif()
            turned, has_place = exif.get(TURNED_TAG, 1), bool(exif.get_ifd(GPS_TAG))
            width, height = image.size
            image.draft("RGB", (width // 8, height // 8))  # as much as tells whether it is whole
            image.load()
    except Exception:
        return say("E128", what=say("no-picture"), right=f"{_stem(path)}.jpg")
    return (height, width, has_place) if turned in range(5, 9) else (width, height, has_place)


def _wrong_form(path: Path, image: Any) -> Message | None:
    """Refuse what moves, and what a browser may not show or a name says wrongly."""
    form = str(image.format)
    form = "JPEG" if form == "MPO" else form  # what phones take: a JPEG with more behind it
    moves = form in FORMS and getattr(image, "n_frames", 1) > 1 and image.format != "MPO"
    if moves:
        return say("E128", what=say("a-moving-picture"), right=f"{_stem(path)}.jpg")
    if form not in FORMS or path.suffix.lower() not in FORMS[form]:
        right = f"{_stem(path)}{FORMS.get(form, ('.jpg',))[0]}"
        return say("E128", what=say("a-picture-of", form=form), right=right)
    return None


def _wrong_size(image: Any) -> Message | None:
    width, height = image.size
    if LEAST_WIDTH <= width <= MOST_PIXELS and height <= MOST_PIXELS:
        return None
    return say("E129", width=width, height=height, least=LEAST_WIDTH, most=MOST_PIXELS)


def _stem(path: Path) -> str:
    return os.path.splitext(path.name)[0]  # noqa: PTH122 - of a name alone
