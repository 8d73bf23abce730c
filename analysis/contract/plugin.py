"""The pytest plug-in: `pytest --processor ID` holds installed processors to the contract."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("sonotheque")
    group.addoption(
        "--processor",
        action="append",
        default=[],
        metavar="ID",
        help="hold the installed processor ID to the contract of Sonotheque (may be repeated)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("processor"):
        return
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args.clear()  # no tests were named: the contract alone
    config.args.append(str(HERE / "test_named.py"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give `processor` of a contract each id in turn."""
    from analysis.contract.suite import ProcessorContract

    tested = metafunc.cls
    if tested is None or not issubclass(tested, ProcessorContract):
        return
    if "processor" in metafunc.fixturenames:
        named = tuple(metafunc.config.getoption("processor", []))
        metafunc.parametrize("processor", tested.processors or named)
