"""Set-up: what a stranger's machine lacks is said plainly; what is done is not done again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap, env

SCRIPT = env.ROOT / "config" / "bootstrap.py"


def _run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script as `python3 -I` would, after `code`."""
    program = f"import runpy, sys\n{code}\nrunpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-I", "-c", program],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_is_told_which_one_is_needed() -> None:
    done = _run("sys.version_info = (3, 8, 10, 'final', 0)", PATH="/nonexistent")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "is 3.8" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_the_script_holds_no_grammar_that_an_old_python_cannot_read() -> None:
    import ast

    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    young = (ast.NamedExpr, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, young)]


def test_a_python_without_venv_is_told_what_to_install(tmp_path: Path) -> None:
    done = _run("sys.modules['ensurepip'] = None", SONOTHEQUE_VAR=str(tmp_path))
    assert done.returncode != 0
    assert f"apt install python3.{sys.version_info[1]}-venv" in done.stderr


def test_an_environment_of_these_locks_is_left_alone(tmp_path: Path) -> None:
    """Offline the second time: nothing is even asked for."""
    environment = tmp_path / "venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "pyvenv.cfg").write_text("")
    python = environment / "bin" / "python"
    python.write_text("#!/bin/sh\nexit 9\n")
    python.chmod(0o755)
    (environment / ".locks").write_text(bootstrap.digest_of_locks())
    done = _run("", SONOTHEQUE_VAR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    (environment / ".locks").write_text("another")
    assert _run("", SONOTHEQUE_VAR=str(tmp_path)).returncode != 0


def test_every_locked_package_has_a_hash_and_no_host_is_named() -> None:
    for lock in bootstrap.LOCKS:
        text = lock.read_text(encoding="utf-8")
        blocks = text.replace("\\\n", " ").splitlines()
        packages = [line for line in blocks if "==" in line]
        assert packages
        assert all("--hash=sha256:" in line for line in packages)
        assert "://" not in text


def test_pips_indexes_are_handed_on_to_uv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Uv reads none of pip's configuration, and a house may have a mirror of its own."""
    configuration = tmp_path / "pip.conf"
    configuration.write_text(
        "[global]\nindex-url = https://mirror.invalid/simple\n"
        "extra-index-url =\n  file:///one\n  file:///two\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX"):
        monkeypatch.delenv(name, raising=False)
    told = bootstrap.pip_configuration(Path(sys.executable))
    assert told["UV_DEFAULT_INDEX"] == "https://mirror.invalid/simple"
    assert told["UV_INDEX"].split()[-2:] == ["file:///one", "file:///two"]
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://own.invalid/")
    assert "UV_DEFAULT_INDEX" not in bootstrap.pip_configuration(Path(sys.executable))
