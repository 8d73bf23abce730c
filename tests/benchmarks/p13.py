"""P-13: `make demo` from a bare checkout to the first page, packages cached."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measures import Measure
from tests.e2e import demo


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="sono thèque ") as folder:
        clone = demo.clone(Path(folder) / "main")
        with demo.running(clone) as first:
            assert first.get("/").status == 200
            cold = first.ready_after_s
        yield Measure(
            "P-13", cold, "s", "clean clone, make demo, until ready; caches of pip and npm warm"
        )
