"""compose.yaml holds to its schema, and starts what `make up` starts."""

import copy
import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import yaml

from config import env, postgres_setup
from config.processes import at

APPLICATION = {process.name for process in at("0.0.0.0", 8000)}  # noqa: S104


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((env.ROOT / "compose.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schema() -> Any:
    """The compose specification's own schema, as check-jsonschema ships it."""
    folder = files("check_jsonschema.builtin_schemas.vendor")
    return json.loads((folder / "compose-spec.json").read_text(encoding="utf-8"))


def test_it_is_valid_by_the_compose_specification(compose: Any, schema: Any) -> None:
    jsonschema.validate(compose, schema)


@pytest.mark.parametrize(
    ("service", "key", "value"),
    [("web", "comand", ["x"]), ("redis", "healthcheck", "ping"), ("postgres", "ports", 5432)],
)
def test_the_schema_bites(compose: Any, schema: Any, service: str, key: str, value: object) -> None:
    wrong = copy.deepcopy(compose)
    wrong["services"][service][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema)


@pytest.mark.parametrize("process", at("0.0.0.0", 8000), ids=lambda process: process.name)  # noqa: S104
def test_each_process_is_a_service_with_the_same_command(compose: Any, process: Any) -> None:
    assert compose["services"][process.name]["command"] == ["python", *process.arguments]


def test_there_is_nothing_else_but_the_database_the_broker_and_the_migration(compose: Any) -> None:
    assert set(compose["services"]) == APPLICATION | {"postgres", "redis", "migrate"}


def test_no_process_of_ours_is_root_or_may_become_it(compose: Any) -> None:
    for name in APPLICATION | {"migrate"}:
        service = compose["services"][name]
        assert service["user"].split(":")[0] not in {"", "0", "root"}
        assert service["cap_drop"] == ["ALL"]
        assert service["read_only"] is True
        assert "no-new-privileges:true" in service["security_opt"]


def test_the_database_gets_the_extensions_that_the_embedded_one_gets() -> None:
    script = (env.ROOT / "deploy" / "postgres-init.sh").read_text(encoding="utf-8")
    listed = re.search(r"for extension in (.*); do", script)
    assert listed
    assert set(postgres_setup.NEEDED) <= set(listed.group(1).split())


def test_the_image_is_made_from_the_hashed_lock_and_runs_as_nobody_special() -> None:
    lines = (env.ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8").splitlines()
    installs = [line for line in lines if "pip install" in line]
    assert len(installs) == 3, "what installs, the packages, and the wheels that models are out of"
    assert all("--require-hashes" in line for line in installs)
    assert [line for line in lines if line.startswith("USER ")] == ["USER 10001:10001"]
