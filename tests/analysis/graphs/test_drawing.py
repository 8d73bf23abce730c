"""Pictures of sound show what the tiles hold, where it is (S-25, T-23)."""

import struct
import zlib
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.core.pipe import array_decoder, spectrogram, waveform
from analysis.graphs.columns import Wave, spectrum_of, wave_of
from analysis.graphs.drawing import Frame, spectrogram_png, waveform_png, waveform_svg
from analysis.graphs.ticks import clock, frequency, step, step_of_time, ticks
from tests import signals

RATE = signals.RATE


def pixels_of(data: bytes) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Read a PNG back: (height, width) numbers of colours, and the palette with its opacities."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, chunks = 8, {}
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + body), kind
        chunks[kind] = body
        at += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, colour) == (8, 3)
    lines = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, width + 1)
    palette = np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3)
    opacity = np.frombuffer(chunks[b"tRNS"], np.uint8)
    return lines[:, 1:], np.column_stack([palette, opacity])


def parsed(text: str) -> Any:
    return ElementTree.fromstring(text)  # noqa: S314 - our own


def loud_in_the_middle() -> NDArray[np.float32]:
    """A second of silence, one of a tone of -6 dB, one of silence."""
    quiet = signals.silence(1)
    return np.concatenate([quiet, signals.sine(1000, 1, db=-6.02), quiet], axis=1)


def wave(width: int, start: float = 0.0, end: float = 3.0) -> Wave:
    found = (array_decoder(loud_in_the_middle(), RATE) | waveform).run()["waveform"]
    folder = found["tiles"].directory
    tiles = {str(p).rpartition(f"{folder}/")[2]: p.read_bytes() for p in found.files("tiles")}
    return wave_of(
        found["tiles"].data, lambda level, index: tiles[f"{level}/{index}"], start, end, width
    )


@pytest.mark.parametrize("width", [30, 300, 900])
def test_columns_hold_the_extremes_of_their_stretch(width: int) -> None:
    found = wave(width)
    third = width // 3
    for silent in (found.greatest[: third - 2], found.greatest[-third + 2 :]):
        assert np.abs(silent).max() < 1e-3
    loud = slice(third + 2, 2 * third - 2)
    assert found.greatest[loud] == pytest.approx(0.5, abs=0.01)
    assert found.least[loud] == pytest.approx(-0.5, abs=0.01)
    assert found.rms[loud] == pytest.approx(0.5 / np.sqrt(2), abs=0.02)


def test_a_stretch_is_as_wide_as_asked() -> None:
    found = wave(100, 1.25, 1.75)
    assert len(found.greatest) == 100
    assert found.greatest == pytest.approx(0.5, abs=0.01)


def test_a_waveform_is_drawn_where_it_is_loud() -> None:
    pixels, palette = pixels_of(waveform_png(wave(300), Frame(300, 100, 0, 3)))
    assert palette[0][3] == 0, "what is behind it shines through"
    heights = (pixels > 0).sum(axis=0)
    assert heights[:98].max() <= 2
    assert heights[202:].max() <= 2
    assert heights[110:190] == pytest.approx(50, abs=2)
    powers = (pixels[:, 110:190] == 2).sum(axis=0)
    assert powers == pytest.approx(100 * 0.5 / np.sqrt(2), abs=3)


def test_svg_says_the_same_in_lines() -> None:
    frame = Frame(300, 100, 0, 3, axis=False)
    root = parsed(waveform_svg(wave(300), frame, "light", 'A <song> & "more"'))
    assert root.findtext("{*}title") == 'A <song> & "more"'
    extent = next(each for each in root.iterfind("{*}path") if each.get("class") == "e")
    said = (extent.get("d") or "").strip("MZ").replace("L", " ").split()
    numbers = np.array(said, float).reshape(-1, 2)
    middle = numbers[(numbers[:, 0] > 110) & (numbers[:, 0] < 190)]
    assert middle[:, 1].min() == pytest.approx(50 - 0.5 * 49.5, abs=1)
    assert middle[:, 1].max() == pytest.approx(50 + 0.5 * 49.5, abs=1)


def test_axes_say_the_seconds_and_their_units() -> None:
    frame = Frame(800, 100, 0, 3, axis=True)
    root = parsed(waveform_svg(wave(748), frame))
    said = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert said[:4] == ["0.0 s", "0.5 s", "1.0 s", "1.5 s"]
    assert {"1", "0", "-1"} <= set(said)
    pixels, _ = pixels_of(waveform_png(wave(748), frame))
    assert (pixels[-12:] == 3).sum() > 100, "numbers stand below"
    assert (pixels[:, :50] == 3).any()


def test_a_spectrogram_shows_a_tone_at_its_frequency_and_time() -> None:
    found = (array_decoder(loud_in_the_middle(), RATE) | spectrogram).run()["spectrogram"]
    folder = found["tiles"].directory
    tiles = {str(p).rpartition(f"{folder}/")[2]: p.read_bytes() for p in found.files("tiles")}
    levels = spectrum_of(
        found["tiles"].data, lambda level, index: tiles[f"{level}/{index}"], 0.0, 3.0, 150
    )
    frame = Frame(150, 256, 0, 3)
    data = spectrogram_png(levels, frame, nyquist=RATE / 2, colours="grey", dark=False)
    pixels, palette = pixels_of(data)
    row, column = np.unravel_index(pixels.argmax(), pixels.shape)
    assert 50 <= column < 100
    assert (256 - row - 0.5) / 256 * RATE / 2 == pytest.approx(1000, abs=RATE / 512)
    assert pixels[:, :45].max() < pixels[row, 75]
    assert (palette[253][:3] > palette[0][:3]).all()


def test_sound_that_is_not_there_is_not_drawn() -> None:
    """A gap between parts is empty, in both kinds of picture."""
    gap = wave(300)
    for name in ("least", "greatest", "rms"):
        getattr(gap, name)[140:160] = np.nan
    frame = Frame(300, 100, 0, 3)
    assert (pixels_of(waveform_png(gap, frame))[0][:, 140:160] == 0).all()
    assert waveform_svg(gap, frame).count("M") == 2 * waveform_svg(wave(300), frame).count("M")


@pytest.mark.parametrize("span", [0.01, 0.7, 3, 61, 3000, 36_000, 360_000])
def test_ticks_are_round_and_not_too_many(span: float) -> None:
    by = step_of_time(span, 10)
    found = ticks(0, span, by)
    assert 1 <= len(found) <= 11
    assert len({clock(each, by) for each in found}) == len(found)
    assert step(span, 10) * 10 >= span * (1 - 1e-9)
    assert frequency(0) == "0 Hz"
