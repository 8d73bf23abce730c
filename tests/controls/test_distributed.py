"""Control of analysis/workers/test_distributed.py: a worker that reads another's file is noted."""

import os
import subprocess
import sys
from pathlib import Path

from config import env

READ = """
import pathlib, sys
from tests.analysis import distant_worker
for name in sys.argv[1:]:
    pathlib.Path(name).read_text()
"""


def test_a_file_of_another_that_is_read_is_noted(tmp_path: Path) -> None:
    own, other, outside = tmp_path / "own", tmp_path / "other", tmp_path.parent / "outside"
    own.mkdir()
    other.mkdir()
    notes = own / "opened"
    files = [own / "a", other / "b", outside]
    for path in files:
        path.write_text("x")
    subprocess.run(
        [sys.executable, "-c", READ, *map(str, files)],
        cwd=env.ROOT,
        env=os.environ | {"OPENED": str(notes), "OPENED_BELOW": f"{tmp_path}/"},
        check=True,
    )
    noted = notes.read_text().splitlines()
    strange = [path for path in noted if not path.startswith(f"{own}/")]
    print(f"3 files read, {len(noted)} noted, {len(strange)} of another's place")
    assert noted == [str(own / "a"), str(other / "b")]
    assert strange == [str(other / "b")]
