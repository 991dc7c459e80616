"""Copies of the newsroom's pictures for readers: three widths, and one for old browsers.

Each is drawn anew, so that nothing of what a camera wrote beside the picture is in it. Drawing
takes long: copies are kept in a cache folder by what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from explainer.content.media_files import MediaFile
from explainer.site.output import File
from explainer.system.kept_files import kept

WIDTHS: Final = (480, 960, 1600)
"""In pixels: a phone, a column, a screen of high density."""
FALLBACK_WIDTH: Final = 960
QUALITY: Final = 78
RECIPE: Final = f"1-{QUALITY}"
"""To be changed with how copies are drawn, since it names what is kept."""


@dataclass(frozen=True, slots=True)
class PictureCopy:
    """One copy: its path within the site, and its width in pixels."""

    path: str
    width: int
    height: int


def copies(name: str, file: MediaFile) -> tuple[tuple[PictureCopy, ...], PictureCopy]:
    """Name the WebP copies of a picture, the smallest first, and the one for old browsers."""
    widths = [width for width in WIDTHS if width < file.width]
    widths = sorted({*widths, min(file.width, WIDTHS[-1])})
    ending = "png" if name.endswith(".png") else "jpg"
    fallback = min(FALLBACK_WIDTH, file.width)
    return tuple(_copy(name, file, each, "webp") for each in widths), _copy(
        name, file, fallback, ending
    )


def _copy(name: str, file: MediaFile, width: int, ending: str) -> PictureCopy:
    stem = name.rsplit(".", 1)[0]
    height = max(1, round(file.height * width / file.width))
    return PictureCopy(f"media/{stem}.{file.digest[:8]}.{width}.{ending}", width, height)


def files(name: str, file: MediaFile, cache: Path) -> Iterator[File]:
    """Draw every copy of a picture, or take it from the cache."""
    several, fallback = copies(name, file)
    for each in (*several, fallback):
        yield File(each.path, _kept(file, each, cache))


def _kept(file: MediaFile, wanted: PictureCopy, cache: Path) -> bytes:
    ending = wanted.path.rsplit(".", 1)[1]
    place = cache / f"{file.digest}-{wanted.width}-{RECIPE}.{ending}"
    return kept(place, lambda: _drawn(file.path, wanted, ending))


def _drawn(source: Path, wanted: PictureCopy, ending: str) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - an explainer without pictures loads nothing

    with Image.open(source) as image:
        upright = _plain_colours(ImageOps.exif_transpose(image), keeps_clear=ending != "jpg")
    drawn = upright.resize((wanted.width, wanted.height), Image.Resampling.LANCZOS)
    out = BytesIO()
    if ending == "webp":
        drawn.save(out, "WEBP", quality=QUALITY, method=4)
    elif ending == "png":
        drawn.save(out, "PNG", optimize=True)
    else:
        drawn.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return out.getvalue()


def _plain_colours(image: Any, *, keeps_clear: bool) -> Any:
    """Turn a picture of any colour space into sRGB, on white where nothing may be clear."""
    from PIL import Image, ImageCms  # noqa: PLC0415 - as above

    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        with suppress(ImageCms.PyCMSError, OSError):
            image = ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
    is_clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if not is_clear:
        plain = image.convert("RGB")
    elif keeps_clear:
        plain = image.convert("RGBA")
    else:
        over = image.convert("RGBA")
        plain = Image.new("RGB", over.size, "white")
        plain.paste(over, mask=over.getchannel("A"))
    plain.info.clear()
    return plain
