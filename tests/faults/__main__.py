"""`python -m tests.faults [F-01 …]`: break things on purpose; one JSON line for each fault."""

import sys

import tests.faults
from tests.benchmarks import measures

if __name__ == "__main__":
    sys.exit(measures.run(tests.faults, sys.argv[1:]))
