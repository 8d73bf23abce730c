"""An item whose results are of every kind."""

from pathlib import Path
from typing import Any

import numpy as np

from analysis.models import Preset
from analysis.runs.services import start_run
from analysis.workers.passes import work_one
from archive.models import Item
from archive.services.deposit import deposit_sound
from tests.analysis.recordings import ARCHIVIST, new_item, sine, staff, write_wav

NODES: list[dict[str, Any]] = [
    {"processor": "silence", "params": {}},
    {"processor": "onset", "params": {}},
    {"processor": "mel", "params": {"bands": 32}},
    {"processor": "level", "params": {}},
    {
        "processor": "level",
        "params": {},
        "effects": [{"effect": "gain", "params": {"gain_db": -6.0}}],
    },
]


def widely_analysed(folder: Path) -> Item:
    """Return an item with a second of sound, one of silence and one of sound, analysed."""
    item = new_item()
    signal = np.concatenate([sine(1.0), np.zeros(44_100), sine(1.0, 330.0)])
    deposit_sound(write_wav(folder / "x.wav", signal), actor=ARCHIVIST, item=item)
    analyse_widely(item)
    return item


def analyse_widely(item: Item) -> None:
    Preset.objects.update_or_create(slug="wide", defaults={"name": "Wide", "nodes": NODES})
    start_run(actor=staff(), items=[item], preset="wide")
    while work_one():
        continue
