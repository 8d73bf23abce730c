"""Run a bundle over a folder of sounds: `python -m analysis.bundle run X.zip FOLDER --out Y.zip`.

Needs Python and the libraries of the bundle's requirements.lock; no Django, no database.
"""

import argparse
import sys
from pathlib import Path

from analysis.bundle.packing import OddBundle
from analysis.bundle.running import run_bundle


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m analysis.bundle", description=__doc__)
    run = parser.add_subparsers(dest="what", required=True).add_parser("run")
    run.add_argument("bundle", type=Path)
    run.add_argument("folder", type=Path)
    run.add_argument("--out", type=Path, default=Path("results.zip"))
    asked = parser.parse_args(arguments)
    try:
        run_bundle(asked.bundle, asked.folder, asked.out.resolve(), _say)
    except OddBundle as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
