"""A supervisor, as a program: `python -m tests.config.supervised VAR [database]`."""

import sys
from pathlib import Path

from config import supervisor
from config.postgres import Cluster
from config.processes import Process

#: It starts a child that leaves its session and will not hear SIGTERM: as stubborn as they come.
STUBBORN = """
import signal, subprocess, sys, time
subprocess.Popen([sys.executable, "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"],
    start_new_session=True)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
time.sleep(600)
"""
POLITE = "import time; time.sleep(600)"

PROCESSES = (
    Process("polite", ("-c", POLITE)),
    Process("stubborn", ("-c", STUBBORN), stop_s=0.5),
)


def main(var: Path, database: str = "") -> int:
    cluster = Cluster(var) if database else None
    try:
        with supervisor.sole(var):
            return supervisor.Supervisor(var, cluster).run(PROCESSES[:1] if cluster else PROCESSES)
    except supervisor.AlreadyServed as served:
        sys.stderr.write(f"{served}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
