"""PNG with a palette (ISO/IEC 15948), and letters for axes: what pictures of sound need."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

#: Letters of 5 by 7 points, a number of 5 bits for each row from the top.
_LETTERS: dict[str, tuple[int, ...]] = {
    "0": (14, 17, 19, 21, 25, 17, 14),
    "1": (4, 12, 4, 4, 4, 4, 14),
    "2": (14, 17, 1, 2, 4, 8, 31),
    "3": (31, 2, 4, 2, 1, 17, 14),
    "4": (2, 6, 10, 18, 31, 2, 2),
    "5": (31, 16, 30, 1, 1, 17, 14),
    "6": (6, 8, 16, 30, 17, 17, 14),
    "7": (31, 1, 2, 4, 8, 8, 8),
    "8": (14, 17, 17, 14, 17, 17, 14),
    "9": (14, 17, 17, 15, 1, 2, 12),
    ".": (0, 0, 0, 0, 0, 12, 12),
    ":": (0, 12, 12, 0, 12, 12, 0),
    "-": (0, 0, 0, 31, 0, 0, 0),
    "H": (17, 17, 17, 31, 17, 17, 17),
    "k": (16, 16, 18, 20, 24, 20, 18),
    "s": (0, 0, 14, 16, 14, 1, 30),
    "z": (0, 0, 31, 2, 4, 8, 31),
    " ": (0, 0, 0, 0, 0, 0, 0),
}
LETTER_WIDTH, LETTER_HEIGHT = 6, 7


def png(pixels: Pixels, palette: NDArray[np.uint8]) -> bytes:
    """Return a picture as a PNG file.

    Parameters
    ----------
    pixels : (height, width), each the number of a colour.
    palette : (colours, 4), red, green, blue and opacity of each; at most 256.
    """
    height, width = pixels.shape
    lines = np.zeros((height, width + 1), np.uint8)  # each begins with its filter: 0, none
    lines[:, 1:] = pixels
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette[:, :3].astype(np.uint8).tobytes()),
            _chunk(b"tRNS", palette[:, 3].astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(lines.tobytes(), 6)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def write_text(pixels: Pixels, x: int, y: int, text: str, colour: int) -> None:
    """Write a line with its upper left corner at (x, y); what does not fit is cut."""
    height, width = pixels.shape
    for letter in text:
        rows = _LETTERS[letter]
        for row, bits in enumerate(rows):
            for column in range(5):
                inside = 0 <= y + row < height and 0 <= x + column < width
                if inside and bits & (16 >> column):
                    pixels[y + row, x + column] = colour
        x += LETTER_WIDTH


def text_width(text: str) -> int:
    """Return how many points wide a line is."""
    return len(text) * LETTER_WIDTH - 1
