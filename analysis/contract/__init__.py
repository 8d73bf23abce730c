"""The contract of a processor as tests, for ours and for those of other packages.

A package of processors tests them with

    from analysis.contract import ProcessorContract

    class TestBrightness(ProcessorContract):
        processors = ("brightness",)

or, without a file, `pytest --processor brightness`: `analysis.contract.plugin` is a pytest
plug-in (entry point group `pytest11`). Needs pytest and jsonschema (extra `contract`).
"""

import pytest

pytest.register_assert_rewrite("analysis.contract.checks")

from analysis.contract import signals  # noqa: E402 (rewritten first)
from analysis.contract.suite import ProcessorContract  # noqa: E402

__all__ = ["ProcessorContract", "signals"]
