"""`python -m tests.benchmarks [P-13 …]`: one JSON line for each measure."""

import sys

import tests.benchmarks
from tests.benchmarks import measures

if __name__ == "__main__":
    sys.exit(measures.run(tests.benchmarks, sys.argv[1:]))
