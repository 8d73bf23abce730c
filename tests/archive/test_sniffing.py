"""The archive alone tells a sound by its first bytes, and decodes nothing (R-21, R-22)."""

from pathlib import Path

import pytest

from archive.errors import NotSound
from archive.sniffing import by_first_bytes
from tests.sounds import write_wav

SOUNDS = {
    "flac": b"fLaC\0\0\0\x22" + bytes(34),
    "ogg": b"OggS\0\2" + bytes(22) + b"\x01\x1e\x01vorbis",
    "aiff": b"FORM\0\0\0\0AIFFCOMM",
    "caf": b"caff\0\1\0\0desc",
    "au": b".snd\0\0\0\x18",
    "mp3": b"ID3\x04\0\0\0\0\0\0" + bytes(20),
    "mp4": b"\0\0\0\x20ftypM4A \0\0\0\0",
}
OTHERS = {
    "letter": b"Dear archive,\n",
    "ffconcat": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "playlist": b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
    "empty": b"",
    "zeros": bytes(4096),
    "page": b"<!doctype html><title>x</title>",
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "film": b"RIFF\x24\0\0\0AVI LIST",
    "utf-16": "Dear archive".encode("utf-16"),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_known_by_its_beginning(tmp_path: Path, name: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(SOUNDS[name])
    assert by_first_bytes(path).format == name


def test_what_only_a_decoder_knows_stays_open(tmp_path: Path) -> None:
    facts = by_first_bytes(write_wav(tmp_path / "a.wav"))
    assert (facts.format, facts.mime_type) == ("wav", "audio/wav")
    assert (facts.codec, facts.sample_rate, facts.frame_count) == ("", None, None)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_sound_is_refused_and_no_path_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(OTHERS[name])
    with pytest.raises(NotSound, match=r"\.$") as refused:
        by_first_bytes(path)
    assert str(tmp_path) not in str(refused.value)
