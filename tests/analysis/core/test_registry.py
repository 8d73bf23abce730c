"""Processors are found without installation, and a broken one disturbs nobody (S-04)."""

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from analysis.core import registry
from analysis.core.errors import UnknownProcessor
from analysis.core.registry import BUILT_IN, OPTIONAL, builds_of, discover, load, load_only, targets

PLUGINS = "tests.analysis.plugins"


def test_the_built_in_list_is_that_of_the_project_file() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())
    announced = project["project"]["entry-points"]["sonotheque.processors"]
    assert announced == BUILT_IN | OPTIONAL


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no.such.module:X", "ModuleNotFoundError: No module named 'no'"),
        (f"{PLUGINS}:Nobody", "AttributeError"),
        (f"{PLUGINS}:NoId", "TypeError: NoId does not declare 'id'"),
        (f"{PLUGINS}:Evil", "TypeError: the id 'level' is already taken"),
        ("tests.analysis.plugins", "AttributeError"),
    ],
)
def test_a_broken_plugin_is_listed_with_its_reason(target: str, reason: str) -> None:
    found = load({"level": BUILT_IN["level"], "theirs": target, "onset": BUILT_IN["onset"]})
    assert set(found.processors) == {"level", "onset"}
    (broken,) = found.broken
    assert (broken.name, broken.target) == ("theirs", target)
    assert broken.reason.startswith(reason)
    assert found.get("level").version == "1.0.0"
    with pytest.raises(UnknownProcessor) as unknown:
        found.get("theirs")
    assert broken.reason in str(unknown.value)


def test_an_entry_point_of_another_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = [
        EntryPoint("counting", f"{PLUGINS}:Counting", registry.ENTRY_POINT_GROUP),
        EntryPoint("level", f"{PLUGINS}:Evil", registry.ENTRY_POINT_GROUP),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: theirs)
    discover.cache_clear()
    try:
        found = discover()
    finally:
        discover.cache_clear()
    assert found.get("counting").label == "Counting"
    assert found.get("level").__module__ == "analysis.processors.level"
    broken = [b.target for b in found.broken if b.name not in OPTIONAL]
    assert broken == [f"{PLUGINS}:Evil"]


def test_a_child_imports_only_what_it_runs() -> None:
    assert set(load_only({"level", "no_such_thing"}).processors) == {"level"}
    assert set(targets()) >= set(BUILT_IN)


def test_library_builds_are_told_for_the_reuse_key() -> None:
    builds = builds_of(discover().get("pitch"))
    assert set(builds) >= {"essentia", "numpy", "scipy", "av", "soundfile"}
    assert all(version[0].isdigit() for version in builds.values())
    assert "essentia" not in builds_of(discover().get("level"))
