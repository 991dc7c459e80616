"""The newsroom's own pictures: what is refused, what readers get, and what never leaves."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from explainer.content.library import examine, load
from explainer.site import maker, media_copies
from explainer.site.output import Output
from tests.conftest import NOW, ROOT, TESTS

EVENT = "events/2020/2020-03-05-agreement.yml"
GPS = 0x8825
TURNED = 0x0112


def _picture(size: tuple[int, int] = (1200, 800), mode: str = "RGB") -> Image.Image:
    """Draw stripes of which no two copies can be taken for one another."""
    image = Image.linear_gradient("L").resize(size)
    return image.convert(mode)


def _exif(**tags: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Zq Camera"
    if "turned" in tags:
        exif[TURNED] = tags["turned"]
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    return exif


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    (tmp_path / "content/media").mkdir()
    return tmp_path / "content"


def _show(content: Path, name: str, file: str = EVENT) -> None:
    path = content / file
    fields = f"{{file: {name}, alt: رصيف الميناء, credit: مصور أول, licence: CC BY 4.0}}"
    path.write_text(f"{path.read_text('utf-8')}image: {fields}\n", "utf-8")


def _lines(content: Path) -> list[str]:
    examined = examine(content, NOW)
    return [str(each) for each in (*examined.problems, *examined.warnings)]


def _made(content: Path, tmp_path: Path) -> Output:
    cache = tmp_path / "cache"
    shutil.copytree(ROOT / ".cache/fonts", cache / "fonts", dirs_exist_ok=True)
    return maker.build(
        load(content, NOW), templates=ROOT / "templates", docs=TESTS / "docs", cache=cache
    )


def _body(output: Output, address: str) -> str:
    return next(page.body for page in output.pages if page.address == address)


def test_a_picture_stands_on_its_page_with_its_room_kept(content: Path, tmp_path: Path) -> None:
    _picture().save(content / "media/quay.jpg", exif=_exif())
    _show(content, "quay.jpg")
    output = _made(content, tmp_path)
    body = _body(output, "/events/2020-03-05-agreement/")
    tag = re.search(r"<img [^>]*>", body)
    assert tag
    assert 'alt="رصيف الميناء" width="960" height="640"' in tag[0]
    assert "مصور أول" in body
    assert "CC BY 4.0" in body
    widths = [int(each) for each in re.findall(r"\.webp (\d+)w", body)]
    assert widths == [480, 960, 1200]
    files = {file.path: file.content for file in output.files if file.path.startswith("media/")}
    assert len(files) == 4
    for path, data in files.items():
        with Image.open(io.BytesIO(data)) as copy:
            assert f".{copy.width}." in path
            assert path in body
            assert round(copy.width * 800 / 1200) == copy.height


def test_nothing_that_a_camera_wrote_is_published(content: Path, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name in ("a.jpg", "b.png", "c.webp"):
        _picture().save(content / "media" / name, exif=_exif(), icc_profile=profile)
    for name, file in (
        ("a.jpg", EVENT),
        ("b.png", "sections/building.yml"),
        ("c.webp", "site.yml"),
    ):
        _show(content, name, file)
    asked = [line for line in _lines(content) if "[W130]" in line]
    assert [re.findall(r"media/([^:]+):", line)[0] for line in asked] == [
        "a.jpg",
        "b.png",
        "c.webp",
    ]
    output = _made(content, tmp_path)
    drawn = [each.content for each in output.files if each.path.startswith("media/")]
    assert len(drawn) == 12
    for data in drawn:
        assert b"Zq Camera" not in data
        with Image.open(io.BytesIO(data)) as copy:
            assert not dict(copy.getexif())
            assert "icc_profile" not in copy.info


def test_a_picture_taken_upright_stands_upright(content: Path, tmp_path: Path) -> None:
    _picture((1200, 800)).save(content / "media/tall.jpg", exif=_exif(turned=6))
    _show(content, "tall.jpg")
    body = _body(_made(content, tmp_path), "/events/2020-03-05-agreement/")
    assert 'width="800" height="1200"' in body


def test_what_is_clear_stays_clear_or_becomes_white(content: Path, tmp_path: Path) -> None:
    clear = Image.new("RGBA", (640, 400), (0, 0, 0, 0))
    clear.save(content / "media/mark.png")
    clear.save(content / "media/mark2.webp")
    _show(content, "mark.png")
    _show(content, "mark2.webp", "site.yml")
    files = {f.path: f.content for f in _made(content, tmp_path).files if "media/" in f.path}
    for path, data in files.items():
        with Image.open(io.BytesIO(data)) as copy:
            corner = copy.convert("RGBA").getpixel((1, 1))
        assert isinstance(corner, tuple)
        assert corner[3] == 0 or (path.endswith(".jpg") and corner == (255, 255, 255, 255))


def test_copies_are_the_same_at_every_build_and_drawn_once(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _picture().save(content / "media/quay.jpg")
    _show(content, "quay.jpg")
    first = _made(content, tmp_path / "one").files
    second = _made(content, tmp_path / "two").files
    assert first == second
    monkeypatch.setattr(media_copies, "_drawn", lambda *_: pytest.fail("drawn again"))
    assert _made(content, tmp_path / "two").files == first


def _broken(content: Path, name: str) -> None:
    path = content / "media" / name
    match name:
        case "cut.jpg":
            _picture().save(path)
            path.write_bytes(path.read_bytes()[:3000])
        case "words.jpg":
            path.write_text("not a picture", "utf-8")
        case "empty.png":
            path.write_bytes(b"")
        case "small.jpg":
            _picture((200, 100)).save(path)
        case "huge.png":
            Image.new("1", (13_000, 400)).save(path)
        case "moves.webp":
            _picture().save(path, save_all=True, append_images=[_picture(mode="L").rotate(90)])
        case "other.gif":
            _picture().save(path)
        case "wrong.png":
            _picture().save(path, "JPEG")
        case "صورة.jpg":
            _picture().save(path, "JPEG")
        case "drawing.svg":
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
        case "link.jpg":
            path.symlink_to(TESTS / "conftest.py")
        case "folder.jpg":
            path.mkdir()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cut.jpg", "no picture, or a broken one"),
        ("words.jpg", "no picture, or a broken one"),
        ("empty.png", "no picture, or a broken one"),
        ("small.jpg", "is 200 by 100 pixels; expected from 320 to 12000"),
        ("huge.png", "is 13000 by 400 pixels"),
        ("moves.webp", "a moving picture"),
        ("other.gif", "a picture in the form GIF; expected"),
        ("wrong.png", "a picture in the form JPEG; expected"),
        ("صورة.jpg", "expected Latin letters"),
        ("drawing.svg", "no picture, or a broken one"),
        ("link.jpg", "link"),
        ("folder.jpg", "special file"),
    ],
)
def test_what_is_no_sound_picture_is_refused_by_name(content: Path, name: str, said: str) -> None:
    _broken(content, name)
    lines = [line for line in _lines(content) if f"media/{name}:" in line]
    assert len(lines) == 1
    assert ": error: file: " in lines[0]
    assert said in lines[0]


def test_two_names_that_differ_in_capitals_alone(content: Path) -> None:
    for name in ("Quay.jpg", "quay.jpg"):
        _picture().save(content / "media" / name)
    assert any("[E122]" in line for line in _lines(content))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("{file: quya.jpg, alt: رصيف, credit: مصور}", "did you mean 'quay.jpg'? [E501]"),
        ("{file: quay.jpg, credit: مصور}", "image.alt: is missing"),
        ("{file: quay.jpg, alt: رصيف}", "image.credit: is missing"),
        ("{file: media/quay.jpg, alt: رصيف, credit: مصور}", "such as quay.jpg [E307]"),
        ("{file: quay.gif, alt: رصيف, credit: مصور}", "that ends in jpg, png or webp"),
        ("{file: ../site.yml, alt: رصيف, credit: مصور}", "such as quay.jpg [E307]"),
        ('{file: quay.jpg, alt: "", credit: مصور}', "image.alt"),
    ],
)
def test_a_record_s_picture_is_judged(content: Path, fields: str, said: str) -> None:
    _picture().save(content / "media/quay.jpg")
    path = content / EVENT
    path.write_text(f"{path.read_text('utf-8')}image: {fields}\n", "utf-8")
    lines = _lines(content)
    assert any(said in line and f"{EVENT}:" in line for line in lines), lines


def test_a_picture_that_nothing_shows_is_asked_about(content: Path) -> None:
    _picture().save(content / "media/quay.jpg")
    assert [line for line in _lines(content) if "[W131]" in line]
    _show(content, "quay.jpg")
    assert not _lines(content)


def test_without_pictures_nothing_is_loaded_for_them(output: Output) -> None:
    assert not [file for file in output.files if file.path.startswith("media/")]
    assert not [page for page in output.pages if "x-photo" in page.body]
