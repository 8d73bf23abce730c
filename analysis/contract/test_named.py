"""What `pytest --processor ID` runs; collected by `analysis.contract.plugin` alone."""

from analysis.contract import ProcessorContract


class TestNamedProcessors(ProcessorContract):
    """Those that the command line names."""
