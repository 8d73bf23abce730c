"""Every check that is no test, two at a time: `python -m config.check [NAME…]`."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from config import env

PYTHON = sys.executable


@dataclass(frozen=True)
class Check:
    """A command that must end with 0, and how to mend it when it does not."""

    name: str
    argv: tuple[str, ...]
    mend: str


@dataclass(frozen=True)
class Verdict:
    """How a check ended."""

    check: Check
    ok: bool
    said: str
    took_s: float


CHECKS = (
    Check("types", (PYTHON, "-m", "mypy", "."), "correct what mypy names above"),
    Check("front end", (PYTHON, "-m", "config.site", "check"), "npm run check names it above"),
    Check("lint", (PYTHON, "-m", "ruff", "check", "."), "ruff check --fix mends most of it"),
    Check("format", (PYTHON, "-m", "ruff", "format", "--check", "."), "run ruff format"),
    Check(
        "imports",
        (PYTHON, "-c", "from importlinter.cli import lint_imports_command as l; l()"),
        "knowledge flows downward (docs/architecture.md)",
    ),
    Check(
        "migrations",
        (PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"),
        "run manage.py makemigrations and name what it makes",
    ),
    Check("schema", (PYTHON, "-m", "config.schema"), "run make schema and read the difference"),
    Check(
        "processors",
        (PYTHON, "-m", "config.processor_docs"),
        "run python -m config.processor_docs write",
    ),
    Check("spec", (PYTHON, "-m", "tests.architecture.spec"), "correct tests/spec.toml"),
)


def run(check: Check) -> Verdict:
    begun = time.monotonic()
    done = subprocess.run(
        check.argv,
        cwd=env.ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Verdict(check, done.returncode == 0, done.stdout, time.monotonic() - begun)


def main(names: list[str]) -> int:
    unknown = set(names) - {check.name for check in CHECKS}
    if unknown:
        known = ", ".join(check.name for check in CHECKS)
        sys.stderr.write(f"No check is called {', '.join(sorted(unknown))}: there are {known}.\n")
        return 2
    chosen = [check for check in CHECKS if not names or check.name in names]
    failed = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for verdict in pool.map(run, chosen):
            if not verdict.ok:
                failed += 1
                sys.stdout.write(f"{verdict.said.rstrip()}\n")
            word = "ok" if verdict.ok else f"FAILED: {verdict.check.mend}"
            sys.stdout.write(f"{verdict.check.name:<11} {verdict.took_s:5.1f} s  {word}\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
