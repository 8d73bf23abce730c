"""Items with sound, for tests of runs, deposited as people deposit."""

import itertools
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive.access import Actor
from archive.models import Collection, Item, User
from archive.services.deposit import deposit_sound

RATE = 44_100
#: Who deposits; runs are asked by an account (`staff`).
ARCHIVIST = Actor(is_member=True, is_staff=True)
_numbers = itertools.count(1)


def staff() -> Actor:
    """Return somebody who may start runs."""
    user = User.objects.create(username=f"archivist-{next(_numbers)}", is_staff=True)
    return Actor(user_id=user.pk, is_member=True, is_staff=True)


def new_item(access: str = "full", **fields: object) -> Item:
    """Return an item without sound, in a collection that leaves its access to it."""
    collection, _ = Collection.objects.get_or_create(
        code="RUNS", defaults={"title": "For runs", "access": "mixed"}
    )
    number = next(_numbers)
    return Item.objects.create(
        code=f"RUN_{number:04}",
        title=f"Recording {number}",
        collection=collection,
        access=access,
        **fields,
    )


def sine(seconds: float, frequency: float = 440.0, level: float = 0.5) -> NDArray[np.float64]:
    return level * np.sin(2 * np.pi * frequency * np.arange(int(seconds * RATE)) / RATE)


def write_wav(path: Path, signal: NDArray[np.float64]) -> Path:
    """Write mono 16-bit PCM."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(signal, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def recorded_item(folder: Path, *, seconds: float = 1.0, access: str = "full") -> Item:
    """Return an item with a sine of its own, no two alike."""
    item = new_item(access)
    number = next(_numbers)
    path = write_wav(folder / f"{number}.wav", sine(seconds, 200.0 + number))
    deposit_sound(path, actor=ARCHIVIST, item=item)
    return item


def twin_of(item: Item, folder: Path, *, access: str = "full") -> Item:
    """Return another item with the same bytes."""
    from archive.storage import MASTERS, open_local

    part = item.parts.select_related("file").get()
    other = new_item(access)
    with open_local(MASTERS, part.file.storage_name) as path:
        copy = folder / f"{other.code}.wav"
        copy.write_bytes(path.read_bytes())
    deposit_sound(copy, actor=ARCHIVIST, item=other)
    return other
