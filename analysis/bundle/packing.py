"""What bundles and their results look like as files; standard library and `analysis.core` alone.

    X.zip        bundle.json  requirements.lock  README.txt  analysis/ (the runner)
    results.zip  results.json  files/{n}/… (result files and tiles of the n-th sound)

`results.json` holds the sha256 of every file beside it, and is sealed with the bundle's own key:
the archive that made the bundle finds out whether anything was changed on the way.
"""

import hashlib
import hmac
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from analysis.core.errors import SignalError
from analysis.core.job import EffectStep, Outcome
from analysis.core.wire import JSON, WireError, from_json, to_json

FORMAT = "sonotheque-bundle/1"
RESULTS_FORMAT = "sonotheque-bundle-results/1"
MANIFEST, RESULTS = "bundle.json", "results.json"
#: What a file of results may be, at most: its entries, their bytes, and how far they are packed.
MOST_ENTRIES = 500_000
MOST_BYTES = 1 << 40
MOST_MANIFEST = 256 << 20
HIGHEST_RATIO = 1000
_CHUNK = 1 << 20


class OddBundle(SignalError):
    """A bundle, or results of one, that cannot be used; the sentence says why."""


@dataclass(frozen=True)
class BundledNode:
    """A processor as the experience sets it."""

    processor: str
    version: str
    params: dict[str, JSON]
    effects: tuple[EffectStep, ...] = ()
    libraries: dict[str, str] = field(default_factory=dict)
    """Builds where the bundle was made; results tell those where it was run."""


@dataclass(frozen=True)
class Bundle:
    """An experience, packed for a site whose sounds may not leave."""

    id: str
    name: str
    slug: str
    version: int
    content_hash: str
    made_at: str
    made_by: str
    """The address of the archive that made it."""
    engine: str
    nodes: tuple[BundledNode, ...]
    key: str
    """Hex; seals the results."""
    left_out: tuple[str, ...] = ()
    """Processors of the experience that make copies of the sound."""
    format: str = FORMAT


@dataclass(frozen=True)
class Made:
    """What became of one sound: no name and no samples of it."""

    sha256: str
    byte_size: int
    folder: str = ""
    """Its files lie below it; empty where it could not be read."""
    rejected: str = ""
    outcome: Outcome | None = None
    libraries: tuple[dict[str, str], ...] = ()
    """By node: the builds that stand in its reuse key."""


@dataclass(frozen=True)
class BundleResults:
    """What a site made of a bundle."""

    bundle: str
    content_hash: str
    ran_at: str
    sounds: tuple[Made, ...]
    files: dict[str, str]
    """Name in the zip -> sha256."""
    format: str = RESULTS_FORMAT


def read_bundle(path: Path) -> Bundle:
    """Read what a bundle is.

    Raises
    ------
    OddBundle : it is none, or of another format.
    """
    with _opened(path) as zip_:
        bundle = _read(zip_, MANIFEST, Bundle)
    if bundle.format != FORMAT:
        raise OddBundle(f"{path.name} has the format {bundle.format!r}, and {FORMAT!r} is known.")
    return bundle


def write_results(path: Path, results: BundleResults, root: Path, key: str) -> None:
    """Pack results and their files, found below `root`, sealed with the bundle's key."""
    told = json.dumps(to_json(results), separators=(",", ":")).encode()
    sealed = {"seal": _seal(told, key), "results": told.decode()}
    coming = path.with_name(f".{path.name}.coming")
    with zipfile.ZipFile(coming, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(RESULTS, json.dumps(sealed))
        for name in results.files:
            zip_.write(root / name, name)
    coming.replace(path)


def read_results(path: Path, key_of: Callable[[str], str]) -> BundleResults:
    """Read results and see that nothing of them was changed.

    Parameters
    ----------
    key_of : gives the key that the bundle of that id was made with.

    Raises
    ------
    OddBundle : what lies there is none, or differs from what the site sealed.
    """
    with _opened(path) as zip_:
        _check_size(zip_)
        sealed = _json(zip_, RESULTS)
        if not isinstance(sealed, dict) or not isinstance(sealed.get("results"), str):
            raise OddBundle("This is no file of results of a bundle.")
        told = str(sealed["results"]).encode()
        try:
            results = from_json(BundleResults, json.loads(told))
        except (ValueError, WireError) as error:
            raise OddBundle(f"The results cannot be read: {error}.") from error
        if not hmac.compare_digest(_seal(told, key_of(results.bundle)), str(sealed.get("seal"))):
            raise OddBundle(
                "The seal does not fit: these results were changed, or belong to a bundle of "
                "another archive."
            )
        if results.format != RESULTS_FORMAT:
            raise OddBundle(f"The results have the format {results.format!r}, which is unknown.")
        _check_files(zip_, results)
    return results


def unpack(path: Path, names: Iterable[str], root: Path) -> None:
    """Put files of checked results below a folder."""
    with _opened(path) as zip_:
        for name in names:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with zip_.open(name) as source, target.open("wb") as written:
                while chunk := source.read(_CHUNK):
                    written.write(chunk)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise OddBundle(f"{path.name} cannot be opened as a zip file: {error}.") from error


def _check_size(zip_: zipfile.ZipFile) -> None:
    entries = zip_.infolist()
    packed = sum(entry.compress_size for entry in entries)
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or whole > MOST_BYTES or whole > HIGHEST_RATIO * (packed + 1024):
        raise OddBundle("The results are larger, or packed more densely, than can be.")


def _check_files(zip_: zipfile.ZipFile, results: BundleResults) -> None:
    there = {entry.filename for entry in zip_.infolist()} - {RESULTS}
    if there != set(results.files):
        odd = sorted(there ^ set(results.files))[0]
        raise OddBundle(f"The results and their list differ: {odd!r}.")
    for name, sha256 in results.files.items():
        parts = PurePosixPath(name).parts
        if PurePosixPath(name).is_absolute() or ".." in parts or "\\" in name:
            raise OddBundle(f"{name!r} leaves its folder.")
        with zip_.open(name) as source:
            if hash_of(source) != sha256:
                raise OddBundle(f"{name!r} is not what the site sealed.")


def hash_of(source: IO[bytes]) -> str:
    """Return the sha256, in hex, of what a binary file holds from where it is."""
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _read(zip_: zipfile.ZipFile, name: str, kind: type[Bundle]) -> Bundle:
    try:
        return from_json(kind, _json(zip_, name))
    except WireError as error:
        raise OddBundle(f"{name} cannot be read: {error}.") from error


def _json(zip_: zipfile.ZipFile, name: str) -> object:
    try:
        if zip_.getinfo(name).file_size > MOST_MANIFEST:
            raise OddBundle(f"{name} is too large.")
        return json.loads(zip_.read(name))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise OddBundle(f"There is no {name} that can be read in it.") from error


def _seal(told: bytes, key: str) -> str:
    return hmac.new(bytes.fromhex(key), told, hashlib.sha256).hexdigest()
