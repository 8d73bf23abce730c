"""A page with one synthetic sound, served as the house serves them: for the player's own tests.

The tiles follow the contract byte for byte (design section 5, Tiles): waveform buckets of 256
samples, factor 4, 4096 a tile, planes min, max, RMS; spectrogram columns of 256 bands.
"""

import io
import json
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
from numpy.typing import NDArray

BASE, FACTOR, WAVE_TILE = 256, 4, 4096
HOP, BANDS, SPECTRUM_TILE = 512, 256, 256
PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Player</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body {{ margin: 24px; background: Canvas; }}</style>
<script type="module" src="/static/sound-player.js"></script></head>
<body><main><h1>A player</h1><sound-player {attributes}>
<script type="application/json">{source}</script>
</sound-player></main></body></html>"""


@dataclass(frozen=True)
class Synthetic:
    """Calls of a known pitch over noise, with a click exactly on each whole second."""

    seconds: float = 30.0
    sample_rate: int = 32_000
    channels: int = 2
    time_factor: float = 1.0
    attributes: str = ""
    language: str = "en"
    with_tiles: bool = True
    asked: list[str] = field(default_factory=list)

    @cached_property
    def samples(self) -> NDArray[np.float32]:
        """(channels, n) in +-1."""
        n = int(self.seconds * self.sample_rate)
        t = np.arange(n) / self.sample_rate
        swell = np.clip(np.sin(2 * np.pi * t / 7.0), 0, 1)
        pitch = 900 + 500 * np.sin(2 * np.pi * t / 3.0)
        call = sum(
            np.sin(2 * np.pi * k * np.cumsum(pitch) / self.sample_rate) / k for k in (1, 2, 3, 5)
        )
        noise = np.random.default_rng(7).standard_normal(n) * 0.003
        mono = 0.35 * swell * call + noise
        mono[:: self.sample_rate] += 0.6
        both = [mono, 0.5 * np.roll(mono, self.sample_rate // 3)]
        return np.asarray(np.clip(both[: self.channels], -1, 1), np.float32)

    @cached_property
    def waveform(self) -> list[NDArray[np.float32]]:
        """Levels of (channels, 3, buckets): min, max, RMS."""
        x = self.samples
        n = -(-x.shape[1] // BASE)
        padded = np.pad(x, ((0, 0), (0, n * BASE - x.shape[1])), mode="edge")
        cut = padded.reshape(self.channels, n, BASE)
        level = np.stack([cut.min(2), cut.max(2), np.sqrt((cut**2).mean(2))], axis=1)
        levels = [level.astype(np.float32)]
        while levels[-1].shape[2] > WAVE_TILE:
            last = levels[-1]
            n = -(-last.shape[2] // FACTOR)
            padded = np.pad(last, ((0, 0), (0, 0), (0, n * FACTOR - last.shape[2])), mode="edge")
            fours = padded.reshape(self.channels, 3, n, FACTOR)
            rms = np.sqrt((fours[:, 2] ** 2).mean(2))
            levels.append(np.stack([fours[:, 0].min(2), fours[:, 1].max(2), rms], axis=1))
        return levels

    @cached_property
    def spectrogram(self) -> list[NDArray[np.uint8]]:
        """Levels of (columns, bands)."""
        mono = self.samples.mean(0)
        window = np.hanning(2 * HOP)
        columns = mono.size // HOP
        padded = np.pad(mono, (HOP, 2 * HOP))
        frames = np.stack([padded[k * HOP : k * HOP + 2 * HOP] for k in range(columns)])
        spectrum = np.abs(np.fft.rfft(frames * window, axis=1))[:, 1:] / (window.sum() / 2)
        pooled = spectrum.reshape(columns, BANDS, -1).max(2)
        decibels = 20 * np.log10(np.maximum(pooled, 1e-9))
        levels = [np.round(np.clip((decibels + 120) / 120, 0, 1) * 255).astype(np.uint8)]
        while levels[-1].shape[0] > SPECTRUM_TILE:
            last = levels[-1]
            n = -(-last.shape[0] // FACTOR)
            padded = np.pad(last, ((0, n * FACTOR - last.shape[0]), (0, 0)), mode="edge")
            levels.append(padded.reshape(n, FACTOR, BANDS).max(1))
        return levels

    def tile(self, kind: str, level: int, index: int) -> bytes:
        if kind == "waveform":
            part = self.waveform[level][:, :, index * WAVE_TILE : (index + 1) * WAVE_TILE]
            planes = []
            for channel in np.round(part * 32767):
                planes += [
                    channel[0].astype("<i2"),
                    channel[1].astype("<i2"),
                    channel[2].astype("<u2"),
                ]
            return b"".join(plane.tobytes() for plane in planes)
        return self.spectrogram[level][
            index * SPECTRUM_TILE : (index + 1) * SPECTRUM_TILE
        ].tobytes()

    @cached_property
    def wav(self) -> bytes:
        """The sound as it is heard: slower by the time factor where it has one."""
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(self.channels)
            file.setsampwidth(2)
            file.setframerate(int(self.sample_rate / self.time_factor))
            file.writeframes(np.round(self.samples.T * 32767).astype("<i2").tobytes())
        return out.getvalue()

    def manifest(self, kind: str) -> dict[str, object]:
        wave_kind = kind == "waveform"
        levels = self.waveform if wave_kind else self.spectrogram
        return {
            "kind": kind,
            "base": BASE if wave_kind else HOP,
            "factor": FACTOR,
            "tile": WAVE_TILE if wave_kind else SPECTRUM_TILE,
            "levels": [level.shape[2 if wave_kind else 0] for level in levels],
            "channels": self.channels if wave_kind else 1,
            "sampleRate": self.sample_rate,
            "hop": HOP,
            "bands": BANDS,
            "minDb": -120,
            "duration": self.seconds,
        }

    def page(self) -> str:
        pyramids = {
            kind: {"manifest": self.manifest(kind), "tiles": f"/tiles/{kind}/{{level}}/{{index}}"}
            for kind in ("waveform", "spectrogram")
        }
        source = {
            "label": "A synthetic sound",
            "facts": f"{self.sample_rate / 1000:g} kHz · 16 bit",
            "duration": self.seconds,
            "audio": {"url": "/sound.wav", "mimeType": "audio/wav", "timeFactor": self.time_factor},
            **(pyramids if self.with_tiles else {}),
        }
        return PAGE.format(
            source=json.dumps(source), attributes=self.attributes, language=self.language
        )


def _handler(sound: Synthetic, site: Path) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            sound.asked.append(self.path)
            path = self.path.partition("?")[0]
            if path == "/":
                self._answer(sound.page().encode(), "text/html; charset=utf-8")
            elif path.startswith("/static/"):
                file = site / path.removeprefix("/static/")
                self._answer(file.read_bytes(), "text/javascript")
            elif path.startswith("/tiles/"):
                kind, level, index = path.removeprefix("/tiles/").split("/")
                self._answer(sound.tile(kind, int(level), int(index)), "application/octet-stream")
            elif path == "/sound.wav":
                self._range(sound.wav)
            else:
                self._answer(b"", "text/plain", 404)

        def _answer(self, body: bytes, kind: str, status: int = 200, **more: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in more.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def _range(self, body: bytes) -> None:
            wanted = self.headers.get("Range")
            if not wanted:
                self._answer(body, "audio/wav", Accept_Ranges="bytes")
                return
            first, _, last = wanted.removeprefix("bytes=").partition("-")
            start, end = int(first), int(last) if last else len(body) - 1
            self._answer(
                body[start : end + 1],
                "audio/wav",
                206,
                Content_Range=f"bytes {start}-{end}/{len(body)}",
                Accept_Ranges="bytes",
            )

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: pytest shows what failed."""

    return Handler


@contextmanager
def served(sound: Synthetic, site: Path) -> Iterator[str]:
    """Serve the sound's page on a free port; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(sound, site))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
