"""P-2: peak memory of the child over ten hours against ten minutes; nothing grows but disk."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from analysis.core.job import Job, Node
from analysis.core.sandbox import run_pass
from tests.benchmarks import longsounds
from tests.benchmarks.measures import Measure
from tests.benchmarks.p1 import PRODUCTS

_LONG_MINUTES = 600


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        short = _peak(longsounds.write(Path(folder) / "short.wav", 10))
        long = _peak(longsounds.write(Path(folder) / "long.rf64", _LONG_MINUTES))
    how = f"peak resident memory of the child, {', '.join((*PRODUCTS, 'pitch'))}, stereo 44.1 kHz"
    yield Measure("P-2a", long, "MB", f"{how}, 10 h against 10 min", short, "itself")
    yield Measure("P-2b", long, "MB", f"{how}, 10 h")


def _peak(path: Path) -> float:
    with tempfile.TemporaryDirectory() as work:
        nodes = tuple(Node(p, p) for p in (*PRODUCTS, "pitch"))
        return run_pass(Job(nodes, work), path).timings["max_rss_mb"]
