"""Bytes and what is measured of them: masters, stretches, curves, tiles, copies."""

import hashlib
import io
import tempfile
from pathlib import Path

import h5py
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from analysis.models import Computation, Output, Result, Run, RunItem
from archive.models import File, Part, WithheldRange
from archive.storage import MASTERS, RESULTS, keep_folder
from tests.doors.canaries import (
    EDIT,
    FIND,
    IN_HDF5,
    IN_SOUND,
    IN_TILE,
    LISTEN,
    Canary,
    key_of,
    sung,
)
from tests.doors.hidden import Hidden
from tests.doors.planting.ground import Ground
from tests.graphql_api.world import MANIFEST

SECONDS = 10.0


def sound_of(ground: Ground, one: Hidden) -> None:
    """One file of its own, with bytes that say so where it is one of the rich."""
    word = Canary(one.number, EDIT if one.is_withheld else LISTEN, IN_SOUND).text
    body = f"RIFF{word}".encode().ljust(64, b"\0")
    digest = hashlib.sha256(body).hexdigest()
    name = f"{digest[:2]}/{digest[2:4]}/{digest}.wav"
    if one.is_rich or one.number >= 600:
        storages[MASTERS].save(name, ContentFile(body))
    file = ground.add(
        sung(
            File,
            one.number,
            id=key_of("File", one.number),
            sha256=digest,
            byte_size=len(body),
            storage_name=name,
            mime_type="audio/wav",
            format="wav",
            codec="pcm_s16",
            sample_rate=44_100,
            channels=1,
            bit_depth=16,
            frame_count=int(44_100 * SECONDS),
            duration_s=SECONDS,
        )
    )
    ground.add(
        sung(
            Part, one.number, id=key_of("Part", one.number), item_id=one.key, file=file, position=1
        )
    )
    if one.is_withheld:
        ground.add(
            sung(
                WithheldRange,
                one.number,
                id=key_of("WithheldRange", one.number),
                item_id=one.key,
                start_s=2.0,
                end_s=4.0,
            )
        )


def measured(ground: Ground, one: Hidden) -> None:
    """Results as analysis leaves them: a file of curves, tiles, a listening copy."""
    number = one.number
    part = next(each for each in ground.rows[Part] if each.pk == key_of("Part", number))
    act = EDIT if one.is_withheld else LISTEN
    packed = io.BytesIO()
    with h5py.File(packed, "w") as file:
        file.attrs["item"] = Canary(number, act, IN_HDF5).text
        file["curve"] = [0.0, 1.0]
    hdf5 = f"sweep/{number:03d}.h5"
    storages[RESULTS].save(hdf5, ContentFile(packed.getvalue()))
    computation = ground.add(
        Computation(
            id=key_of("Computation", number),
            key=hashlib.sha256(f"sweep {number}".encode()).hexdigest(),
            file=part.file,
            processor="waveform",
            processor_version="1.0.0",
            status="done",
            hdf5_name=hdf5,
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        tile = Path(folder) / "0" / "0"
        tile.parent.mkdir()
        tile.write_bytes(Canary(number, act, IN_TILE).text.encode())
        tiles = keep_folder(RESULTS, Path(folder))
    copy = f"sweep/{number:03d}.ogg"
    storages[RESULTS].save(copy, ContentFile(Canary(number, act, IN_SOUND).text.encode()))
    ground.add(
        Output(
            computation=computation, name="tiles", kind="tiles", data=MANIFEST,
            content_hash=tile_hash(number), storage_name=tiles,
        )
    )  # fmt: skip
    ground.add(
        Output(
            computation=computation, name="audio", kind="media", storage_name=copy,
            data={"mimeType": "audio/ogg"}, content_hash=hashlib.sha256(copy.encode()).hexdigest(),
        )
    )  # fmt: skip
    ground.add(
        Output(
            computation=computation, name="mood", kind="value", value=float(number),
            label=Canary(number, EDIT if one.is_withheld else FIND, 991).text,
        )
    )  # fmt: skip
    ground.add(
        Result(id=key_of("Result", number), item_id=one.key, part=part, computation=computation)
    )
    run = ground.add(
        Run(id=key_of("Run", number), requested_by=ground.people["staff"], preset="default",
            nodes=[], status="failed")
    )  # fmt: skip
    ground.add(RunItem(run=run, item_id=one.key, status="failed",
                       error=Canary(number, FIND, 992).text))  # fmt: skip


def tile_hash(number: int) -> str:
    return hashlib.sha256(f"tiles {number}".encode()).hexdigest()
