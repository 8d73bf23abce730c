"""The template of a package of processors: installed, tested and listed as a stranger's (S-04)."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from analysis.core.registry import OPTIONAL
from config import env
from tests.analysis.plugged import TEMPLATE, Plugged, copy_of_template, new_environment

pytestmark = pytest.mark.slow
LIST = """
import json
from config import doctor
from graphql_api.schema import schema
from archive.access import PUBLIC, Actor
from graphql_api.context import Context
query = "{ processors { id version parameters } processorFailures { name reason } }"
actors = {"visitor": PUBLIC, "archivist": Actor(is_member=True, is_staff=True)}
told = {who: schema.execute_sync(query, context_value=Context(actor=actor)).data
        for who, actor in actors.items()}
told["doctor"] = [found.as_dict() for found in doctor.processors()]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def plugged(tmp_path_factory: pytest.TempPathFactory) -> Plugged:
    made = new_environment(tmp_path_factory.mktemp("plugged"))
    made.install(copy_of_template(made.folder))
    return made


def passed(said: str) -> int:
    found = re.search(r"(\d+) passed", said)
    return int(found.group(1)) if found else 0


def test_its_own_tests_pass_where_it_is_installed(plugged: Plugged) -> None:
    shutil.copytree(TEMPLATE / "tests", plugged.folder / "tests", dirs_exist_ok=True)
    done = plugged.pytest("tests")
    assert done.returncode == 0, done.stdout + done.stderr
    print(f"{passed(done.stdout)} tests of the template passed")
    assert passed(done.stdout) == 8 + 11


def test_the_contract_alone_is_asked_for_by_name(plugged: Plugged) -> None:
    done = plugged.pytest("--processor", "brightness")
    assert done.returncode == 0, done.stdout + done.stderr
    assert passed(done.stdout) >= 8
    unknown = plugged.pytest("--processor", "no_such_thing", "-k", "declares")
    assert unknown.returncode == 1
    assert "'no_such_thing' is not installed" in unknown.stdout


def test_the_site_lists_it_and_says_why_another_cannot_be_loaded(plugged: Plugged) -> None:
    broken = copy_of_template(
        plugged.folder, ("import numpy as np", "import nothing_of_the_kind"), name="broken_one"
    )
    plugged.install(broken)
    told = json.loads(plugged.site(LIST))
    for who in ("visitor", "archivist"):
        ours = {found["id"]: found for found in told[who]["processors"]}
        assert ours["brightness"]["version"] == "1.0.0"
        assert ours["brightness"]["parameters"]["properties"]["above_hz"]["x-unit"] == "Hz"
        assert "broken_one" not in ours
    failures = told["archivist"]["processorFailures"]
    (failure,) = [each for each in failures if each["name"] not in OPTIONAL]
    assert failure["name"] == "broken_one"
    assert failure["reason"] == ("ModuleNotFoundError: No module named 'nothing_of_the_kind'")
    assert told["visitor"]["processorFailures"] == []
    bad = [found for found in told["doctor"] if found["state"] == "warn"]
    assert "aubio_pitch" not in " ".join(found["said"] for found in bad)
    assert [found["about"] for found in bad] == ["processors"]
    assert "broken_one" in bad[0]["said"]
    assert "nothing_of_the_kind" in bad[0]["said"]


def test_the_contract_is_shipped_as_a_pytest_plug_in() -> None:
    project = tomllib.loads((env.ROOT / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["pytest11"] == {"sonotheque": "analysis.contract.plugin"}
    assert {"pytest", "jsonschema"} <= {
        re.split(r"\W", needed)[0] for needed in project["optional-dependencies"]["contract"]
    }
    template = tomllib.loads((TEMPLATE / "pyproject.toml").read_text())["project"]
    assert Path(TEMPLATE, template["readme"]).exists()
