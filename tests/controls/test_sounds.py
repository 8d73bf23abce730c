"""Control of tests/archive/test_sounds.py: without a check, what it refuses gets in."""

from pathlib import Path

import pytest

from archive import sounds
from archive.sounds import OddSoundList, SoundDiffers, fetch, path_of, read_list
from tests.archive.test_sounds import CALL, LINE, TONE, sound, wheel_of, write_wheel

OTHER = [TONE[:-1] + b"x", CALL + bytes(len(TONE) - len(CALL)), bytes(len(TONE))]


def test_without_the_checksum_of_the_file_another_one_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wheel is the promised one, the file in it is not."""
    entered = 0
    for number, inside in enumerate(OTHER):
        into = tmp_path / str(number)
        path = write_wheel(into / "wheels", {"a/tone.wav": inside})
        wheel = wheel_of(path, sound("tone.wav", "a/tone.wav", TONE))
        with pytest.raises(SoundDiffers):
            fetch([wheel], into)
        with monkeypatch.context() as without:
            without.setattr(
                sounds, "_member", lambda archive, listed, _wheel: archive.read(listed.path)
            )
            fetch([wheel], into)
        entered += path_of("tone.wav", into).read_bytes() == inside
    print(f"{entered} of {len(OTHER)} files got in")
    assert entered >= 3


def test_without_the_check_of_names_a_list_reaches_outside_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["../x", "../../x", "a/../../x", "/x", ".."]
    listed = tmp_path / "sounds.toml"
    for name in names:
        listed.write_text(LINE.format(digest="0" * 64, name=name, size=1), encoding="utf-8")
        with pytest.raises(OddSoundList):
            read_list(listed)
    monkeypatch.setattr(sounds, "_matching", lambda _pattern, value: value)
    folder = (tmp_path / "var" / "sounds").resolve()
    outside = [
        name
        for name in names
        if not path_of(name, folder).resolve().is_relative_to(folder / "files")
    ]
    print(f"{len(outside)} of {len(names)} names reached outside")
    assert len(outside) >= 5
