"""F-11: sounds broken on purpose, each through a sandboxed child with every processor there is.

500 files of a fixed seed (`FAULT_PERCENT=2000` makes 10,000 of it): no child may crash or hang,
and each file is ok, partial with a reason, or rejected with a sentence. The plan and the injuries
stand in `tests/analysis/fuzzed.py`. F-11c counts what was read in spite of its injury: without
that, the processors were never asked.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis.core.registry import BUILT_IN
from tests.analysis.fuzzed import CLASSES, FAULTS, SEED, Examined, examine, fuzzed_sounds
from tests.benchmarks.measures import Measure
from tests.faults.place import share

FILES = 500


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="fuzzed-") as made:
        folder = Path(made)
        folder.chmod(0o711)
        examined = examine(fuzzed_sounds(share(FILES)), folder, processors=tuple(BUILT_IN))
    found = Counter(each.verdict for each in examined)
    counts = ", ".join(f"{name} {found[name]}" for name in (*CLASSES, *FAULTS))
    slowest = max(each.took_s for each in examined)
    how = f"{len(examined)} files, seed {SEED}, {len(BUILT_IN)} processors: {counts}"
    yield Measure("F-11a", float(sum(found[name] for name in FAULTS)), "files", how)
    unclassified = len(examined) - sum(found[name] for name in CLASSES)
    yield Measure("F-11b", float(unclassified), "files", f"without a class; {_by_injury(examined)}")
    yield Measure("F-11c", float(found["ok"] + found["partial"]), "files", f"were read, of {how}")
    yield Measure("F-11d", slowest, "s", f"the slowest, of {how}")


def _by_injury(examined: list[Examined]) -> str:
    """Return the counts by injury, and the sentence of each fault, as JSON."""
    table: dict[str, Counter[str]] = {}
    for each in examined:
        table.setdefault(each.broken.injury, Counter())[each.verdict] += 1
    faults = {e.broken.name: f"{e.verdict}: {e.said}" for e in examined if e.verdict in FAULTS}
    return json.dumps({"by injury": table, "faults": faults})
