"""What a visitor may drop into a folder: sounds, damaged sounds, and files that are none."""

from pathlib import Path

import numpy as np
import soundfile

RATE = 22_050
SECRET = "this file must not be opened"

#: File -> words of the sentence that refuses it.
REFUSED = {
    "letter.wav": "not",
    "playlist.wav": "not",
    "empty.wav": "empty",
    "silence of nothing.wav": "no sample",
}
TAKEN = ("LOCAL_flute", "LOCAL_cut_short", "LOCAL_not_numbers", "LOCAL_ete_a_Sanga")


def write_own_sounds(folder: Path) -> Path:
    """Write the folder and return it."""
    folder.mkdir(parents=True)
    time = np.arange(RATE * 3) / RATE
    tone = (0.5 * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
    soundfile.write(folder / "flute.wav", tone, RATE)
    soundfile.write(folder / "été à Sanga.flac", tone, RATE)

    noise = np.random.default_rng(1960).normal(0, 0.1, RATE * 3).astype(np.float32)
    whole = folder / "cut short.flac"
    soundfile.write(whole, noise, RATE)
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    broken = tone.copy()
    broken[1000:2000] = np.nan
    soundfile.write(folder / "not numbers.wav", broken, RATE, subtype="FLOAT")

    (folder / "letter.wav").write_text("Dear archive, the tape is in the post.", encoding="utf-8")
    other = folder.parent / "other.wav"
    soundfile.write(other, tone, RATE)
    (folder / "playlist.wav").write_text(
        f"ffconcat version 1.0\nfile '{other}'\n", encoding="utf-8"
    )
    (folder / "empty.wav").write_bytes(b"")
    soundfile.write(folder / "silence of nothing.wav", np.zeros(0, dtype=np.float32), RATE)
    return folder
