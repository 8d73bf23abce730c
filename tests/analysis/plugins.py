"""Processors that misbehave, loaded into a child by `Job.plugins` as a plug-in of strangers is."""

import ctypes
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from analysis.core.needs import Need, Samples, Stft, View
from analysis.core.params import Params, param
from analysis.core.processor import Outputs, Processor, Provides
from analysis.core.signal import Sound

ATTEMPTS = (
    "read_beside",
    "read_passwd",
    "read_parent_environment",
    "connect_tcp",
    "connect_unix",
    "make_socket",
    "signal_parent",
    "start_program",
    "fork",
    "write_outside",
)


@dataclass(frozen=True)
class IntruderParams(Params):
    beside: str = param("", "A file in the folder of the sound.")
    port: int = param(0, "Where somebody listens on 127.0.0.1.")
    unix: str = param("", "Where somebody listens on a socket file.")
    parent: int = param(0, "Process id of the parent.")


class Intruder(Processor[IntruderParams]):
    """Tries what a hijacked decoder would try, and tells what came of it."""

    Params: ClassVar[type[Params]] = IntruderParams
    id = "intruder"
    version = "1.0.0"
    kind = "analyzer"
    label = "Intruder"
    description = "Tries to get out."
    provides: ClassVar[tuple[Provides, ...]] = (
        *(Provides(name, "label", name) for name in ATTEMPTS),
        Provides("environment", "label", "Names in the environment"),
        Provides("descriptors", "value", "Open descriptors", "1"),
    )

    def open(self, sound: Sound, out: Outputs) -> None:
        self._out = out

    def close(self, frames: int) -> None:
        for name in ATTEMPTS:
            self._out.label(name, _attempt(getattr(self, f"_{name}")))
        self._out.label("environment", " ".join(sorted(os.environ)) or "none")
        self._out.value("descriptors", sum(_is_open(number) for number in range(1024)))

    def _read_beside(self) -> str:
        return Path(self.params.beside).read_text()

    def _read_passwd(self) -> str:
        return Path("/etc/passwd").read_text()[:20]

    def _read_parent_environment(self) -> str:
        environment = Path(f"/proc/{self.params.parent}/environ").read_bytes()
        return f"{environment.count(bytes(1))} variables"

    def _connect_tcp(self) -> str:
        with socket.socket(socket.AF_INET) as connection:
            connection.settimeout(2)
            connection.connect(("127.0.0.1", self.params.port))
            return connection.recv(5).decode()

    def _connect_unix(self) -> str:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(self.params.unix)
            return connection.recv(5).decode()

    def _make_socket(self) -> str:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
        return "made"

    def _signal_parent(self) -> str:
        os.kill(self.params.parent, 0)
        return "sent"

    def _start_program(self) -> str:
        return str(os.posix_spawn("/bin/true", ["true"], {}))

    def _fork(self) -> str:
        child = os.fork()
        if not child:
            os._exit(0)
        os.waitpid(child, 0)
        return "forked"

    def _write_outside(self) -> str:
        path = Path(self.params.beside).with_name("written")
        path.write_text("x")
        return "written"


def _attempt(attempt: Callable[[], str]) -> str:
    try:
        return f"GOT THROUGH: {attempt()}"
    except OSError as error:
        return f"refused: {error}"


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


class _Misbehaving(Processor[Params]):
    version = "1.0.0"
    kind = "analyzer"
    label = "Misbehaving"
    description = "Misbehaves."
    needs: ClassVar[tuple[Need[Any], ...]] = (Samples(),)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("curve", "frames", "Curve", "1"),
        Provides("found", "value", "Found", "1"),
    )

    def open(self, sound: Sound, out: Outputs) -> None:
        self.out = out
        self.curve = out.curve("curve", hop=1024)

    def block(self, view: View) -> None:
        self.curve.append(np.ones(10, np.float32))
        if view.start > 0 or view.last:
            self.misbehave()

    def misbehave(self) -> None:
        raise NotImplementedError


class Failing(_Misbehaving):
    """Raises in its second block, after it wrote something of every kind."""

    id = "failing"
    provides: ClassVar[tuple[Provides, ...]] = (
        *_Misbehaving.provides,
        Provides("picture", "tiles", "Picture"),
        Provides("audio", "media", "Audio"),
    )

    def open(self, sound: Sound, out: Outputs) -> None:
        super().open(sound, out)
        self.picture = out.spectrogram("picture", hop=512, bands=256, min_db=-120.0)
        self.audio = out.opus("audio", input_rate=44_100, channels=1, bit_rate=64_000, data={})

    def block(self, view: View) -> None:
        self.picture.append(np.ones((2000, 256), np.uint8))
        self.audio.append(np.zeros((1, 44_100), np.float32))
        super().block(view)

    @classmethod
    def preload(cls) -> None:
        from analysis.io import encode

        encode.preload()

    def misbehave(self) -> None:
        raise ValueError("I never could count")

    def abort(self) -> None:
        raise KeyError("nor end")


class Undeclared(_Misbehaving):
    """Hands over what it does not declare."""

    id = "undeclared"

    def misbehave(self) -> None:
        self.out.value("something_else", 1.0)


class Scribbler(_Misbehaving):
    """Writes into the samples that others will read."""

    id = "scribbler"

    def block(self, view: View) -> None:
        view[Samples()][:] = 0


class Crashing(_Misbehaving):
    """Reads from address 0."""

    id = "crashing"

    def misbehave(self) -> None:
        ctypes.string_at(0)


class Sleeping(_Misbehaving):
    """Holds the interpreter, as essentia does for a whole call (X-16)."""

    id = "sleeping"

    def misbehave(self) -> None:
        ctypes.PyDLL(None).usleep(60_000_000)


class Dawdling(_Misbehaving):
    """Takes 50 ms for each block."""

    id = "dawdling"

    def misbehave(self) -> None:
        time.sleep(0.05)


class Hungry(_Misbehaving):
    """Asks for more memory than it may have."""

    id = "hungry"

    def misbehave(self) -> None:
        np.ones(8 << 30, np.uint8)


class Counting(Processor[Params]):
    """Says how many rows of the shared STFT it was given, and whose array it was."""

    id = "counting"
    version = "1.0.0"
    kind = "analyzer"
    label = "Counting"
    description = "Counts rows."
    needs: ClassVar[tuple[Need[Any], ...]] = (Stft(2048, 512),)
    provides: ClassVar[tuple[Provides, ...]] = (
        Provides("rows", "value", "Rows", "1"),
        Provides("arrays", "label", "Addresses"),
    )

    def open(self, sound: Sound, out: Outputs) -> None:
        self.out, self.rows, self.arrays = out, 0, list[str]()

    def block(self, view: View) -> None:
        spectra = view[Stft(2048, 512)]
        self.rows += len(spectra)
        self.arrays.append(str(spectra.ctypes.data))

    def close(self, frames: int) -> None:
        self.out.value("rows", self.rows)
        self.out.label("arrays", " ".join(self.arrays))


class NoId:
    """No processor at all."""


class Evil(Processor[Params]):
    """Under the id of one of ours."""

    id = "level"
    version = "9.0.0"
    kind = "analyzer"
    label = "Level"
    description = "Not the level."
    provides: ClassVar[tuple[Provides, ...]] = ()
