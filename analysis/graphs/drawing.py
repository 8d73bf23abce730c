"""Pictures of sound as files: waveforms as SVG or PNG, spectrograms as PNG; axes where wanted.

Nothing is burned into them but what is asked for: no mark of the house (S-25).
"""

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from analysis.graphs.columns import Wave
from analysis.graphs.png import LETTER_HEIGHT, Pixels, png, text_width, write_text
from analysis.graphs.ticks import clock, frequency, step, step_of_time, ticks

Theme = Literal["light", "dark", "auto"]
THEMES: tuple[Theme, ...] = ("light", "dark", "auto")
#: Room for the axes, in points: at the left, and below.
LEFT, BELOW = 52, 16
_GAP = 70

_Colour = tuple[int, int, int]
#: Of each theme: the extent, the power within it, the axes.
_INKS: dict[str, tuple[_Colour, _Colour, _Colour]] = {
    "light": ((122, 160, 152), (30, 92, 84), (90, 90, 84)),
    "dark": ((74, 122, 114), (143, 208, 196), (168, 166, 158)),
}
#: Every sixteenth of matplotlib's maps (CC0), straight lines between them; the player's colours.
_STOPS = {
    "magma": (
        "0000040b092420114b3b0f7057157e721f818c2981a8327dc43c75"
        "de4968f1605dfa7f5efe9f6dfebf84fddea0fcfdbf"
    ),
    "viridis": (
        "440154481a6c472f7d41448739568c31688e2a788e23888e1f988b"
        "22a88435b77954c5687ad151a5db36d2e21bfde725"
    ),
    "grey": "0b0f10f4f1ea",
}
COLOURS = tuple(_STOPS)


@dataclass(frozen=True)
class Frame:
    """The size of a picture in points, and which seconds of the sound it shows."""

    width: int
    height: int
    start_s: float
    end_s: float
    axis: bool = False

    @property
    def left(self) -> int:
        return LEFT if self.axis else 0

    @property
    def inner(self) -> tuple[int, int]:
        """Width and height of the picture within the axes."""
        below = BELOW if self.axis else 0
        return max(1, self.width - self.left), max(1, self.height - below)

    def times(self) -> list[tuple[float, str]]:
        """Return where along the picture marks stand, in points, and what they say."""
        width, _ = self.inner
        span = self.end_s - self.start_s
        by = step_of_time(span, max(1, width // _GAP))
        return [
            ((at - self.start_s) / span * width, clock(at, by))
            for at in ticks(self.start_s, self.end_s, by)
        ]


def waveform_svg(wave: Wave, frame: Frame, theme: Theme = "auto", title: str = "") -> str:
    """Return a waveform as SVG: the extent of the samples, and their power within it."""
    extent, power, ink = _INKS["dark" if theme == "dark" else "light"]
    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width} {frame.height}" '
        f'width="{frame.width}" height="{frame.height}" role="img">'
    ]
    if title:
        made.append(f"<title>{escape(title)}</title>")
    if theme == "auto":
        dark = _INKS["dark"]
        made.append(
            "<style>@media (prefers-color-scheme:dark){"
            f".e{{fill:{_hex(dark[0])}}}.p{{fill:{_hex(dark[1])}}}.t{{fill:{_hex(dark[2])}}}"
            "}</style>"
        )
    _, height = frame.inner
    middle = height / 2
    made.append(_band(wave.greatest, wave.least, frame, "e", extent))
    made.append(_band(wave.rms, -wave.rms, frame, "p", power))
    if frame.axis:
        made.append(f'<g class="t" fill="{_hex(ink)}" font-family="sans-serif" font-size="10">')
        made += [
            f'<text x="{frame.left + x:.1f}" y="{height + 12}" text-anchor="middle">{text}</text>'
            for x, text in frame.times()
        ]
        made += [
            f'<text x="{frame.left - 6}" y="{y:.1f}" text-anchor="end">{text}</text>'
            for y, text in ((9, "1"), (middle + 3.5, "0"), (height - 1, "-1"))
        ]
        made.append("</g>")
    made.append("</svg>")
    return "".join(made)


def _band(
    above: NDArray[np.float32], below: NDArray[np.float32], frame: Frame, name: str, ink: _Colour
) -> str:
    """Return the area between two curves as a path; a line where there is next to nothing."""
    width, height = frame.inner
    held = ~np.isnan(above)
    if not held.any():
        return ""
    middle, reach = height / 2, height / 2 - 0.5
    high = np.minimum(middle - above * reach, middle - 0.25)
    low = np.maximum(middle - below * reach, middle + 0.25)
    step_x = width / len(above)
    made = []
    edges = np.flatnonzero(np.diff(np.r_[False, held, False].astype(int)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        x = frame.left + (np.arange(first, last) + 0.5) * step_x
        forth = " ".join(f"{a:.1f} {b:.1f}" for a, b in zip(x, high[first:last], strict=True))
        back = " ".join(
            f"{a:.1f} {b:.1f}" for a, b in zip(x[::-1], low[first:last][::-1], strict=True)
        )
        made.append(f"M{forth}L{back}Z")
    return f'<path class="{name}" fill="{_hex(ink)}" d="{"".join(made)}"/>'


def _hex(colour: _Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def waveform_png(wave: Wave, frame: Frame, theme: Theme = "light") -> bytes:
    """Return a waveform as PNG on nothing: what is behind it shines through."""
    inks = _INKS["dark" if theme == "dark" else "light"]
    width, height = frame.inner
    pixels = np.zeros((frame.height, frame.width), np.uint8)
    picture = pixels[:height, frame.left :]
    rows = np.arange(height)[:, None] + 0.5
    middle, reach = height / 2, height / 2
    for number, (above, below) in enumerate(
        ((wave.greatest, wave.least), (wave.rms, -wave.rms)), 1
    ):
        held = ~np.isnan(above)
        high = np.where(held, np.minimum(middle - above * reach, middle - 0.5), np.inf)
        low = np.where(held, np.maximum(middle - below * reach, middle + 0.5), -np.inf)
        picture[(rows >= high[None, :width]) & (rows <= low[None, :width])] = number
    if frame.axis:
        for y, text in ((0, "1"), (height // 2 - 3, "0"), (height - LETTER_HEIGHT, "-1")):
            write_text(pixels, frame.left - 4 - text_width(text), y, text, 3)
        _write_times(pixels, frame, 3)
    palette = np.array([(0, 0, 0, 0), *((*ink, 255) for ink in inks)])
    return png(pixels, palette)


def _write_times(pixels: Pixels, frame: Frame, colour: int) -> None:
    _, height = frame.inner
    for x, text in frame.times():
        at = frame.left + round(x) - text_width(text) // 2
        at = min(max(at, 0), frame.width - text_width(text))
        write_text(pixels, at, height + 5, text, colour)


#: Levels of the palette that axes take: the loudest two are drawn as one.
_INK = 255


def spectrogram_png(
    levels: NDArray[np.uint8], frame: Frame, *, nyquist: float, colours: str, dark: bool
) -> bytes:
    """Return a spectrogram as PNG, low frequencies below.

    Parameters
    ----------
    levels : (bands, columns), 0 to 255 from the least level to 0 dB.
    """
    width, height = frame.inner
    bands, columns = levels.shape
    pixels = np.zeros((frame.height, frame.width), np.uint8)
    if frame.axis:
        pixels[:] = 254  # the ground of the axes, which nothing else has
    edges = np.floor(np.arange(height) * bands / height).astype(int)
    rows = (
        np.maximum.reduceat(levels, edges, axis=0)[::-1]
        if height < bands
        else (levels[edges][::-1])
    )
    across = np.minimum(np.arange(width) * columns // width, columns - 1)
    pixels[:height, frame.left :] = np.minimum(rows[:, across], 253)
    palette = _palette(colours)
    if frame.axis:
        ink = _INKS["dark" if dark else "light"][2]
        palette[254], palette[_INK] = (0, 0, 0, 0), (*ink, 255)
        by = step(nyquist, max(1, height // 24))
        for at in ticks(0, nyquist, by):
            y = min(max(0, round(height - at / nyquist * height) - 3), height - LETTER_HEIGHT)
            text = frequency(at)
            write_text(pixels, frame.left - 4 - text_width(text), y, text, _INK)
        _write_times(pixels, frame, _INK)
    return png(pixels, palette)


def _palette(colours: str) -> NDArray[np.uint8]:
    stops = np.frombuffer(bytes.fromhex(_STOPS[colours]), np.uint8).reshape(-1, 3)
    # A quiet recording is seen too: the map spans the upper two thirds of what tiles hold.
    places = np.clip((np.arange(256) - 80) / 160, 0, 1) * (len(stops) - 1)
    made = np.full((256, 4), 255, np.uint8)
    for part in range(3):
        made[:, part] = np.rint(np.interp(places, np.arange(len(stops)), stops[:, part]))
    return made
