"""A Python of its own into which packages of processors are installed, beside this Sonotheque.

The throw-away environment sees the packages of ours and this tree, and says of Sonotheque what an
installed one says of itself: its entry points.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from dataclasses import dataclass
from pathlib import Path

from config import env

TEMPLATE = env.ROOT / "docs" / "plugin-template"


@dataclass(frozen=True)
class Plugged:
    """The environment's Python, and a folder for what is made for it."""

    python: Path
    folder: Path

    def install(self, package: Path) -> None:
        """Install a package as `pip install` does, without a network and without what it needs."""
        subprocess.run(
            [
                *(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-config"),
                *("--offline", "--no-deps", "--reinstall", "--python", str(self.python)),
                str(package),
            ],
            check=True,
            capture_output=True,
            text=True,
        )

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run this Python in its folder; Django's settings are only named where asked for."""
        bare = {name: value for name, value in os.environ.items() if not _is_of_pytest(name)}
        return subprocess.run(
            [str(self.python), *arguments],
            cwd=self.folder,
            env=bare | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def pytest(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        where = ("--rootdir", str(self.folder), "-c", os.devnull)
        return self.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *where, *arguments)

    def site(self, code: str) -> str:
        """Run code where the site is set up; return what it printed."""
        set_up = "import django; django.setup()\n"
        done = self.run("-c", set_up + code, DJANGO_SETTINGS_MODULE="config.settings")
        assert done.returncode == 0, done.stderr
        return done.stdout


def _is_of_pytest(name: str) -> bool:
    return name.startswith("PYTEST_") or name == "DJANGO_SETTINGS_MODULE"


def new_environment(folder: Path) -> Plugged:
    """Make the environment, with this tree installed as it stands."""
    made = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(made)], check=True)
    inside = next((made / "lib").glob("python*")) / "site-packages"
    ours = sysconfig.get_path("purelib")
    (inside / "sonotheque.pth").write_text(f"{ours}\n{env.ROOT}\n")
    _tell_of_sonotheque(inside)
    return Plugged(made / "bin" / "python", folder)


def _tell_of_sonotheque(inside: Path) -> None:
    project = tomllib.loads((env.ROOT / "pyproject.toml").read_text())["project"]
    told = inside / f"sonotheque-{project['version']}.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: sonotheque\nVersion: {project['version']}\n"
    )
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in points.items())]
    (told / "entry_points.txt").write_text("\n".join(lines) + "\n")


def copy_of_template(folder: Path, *changes: tuple[str, str], name: str = "brightness") -> Path:
    """Return a copy of the template with its processor changed, under another name if wanted."""
    made = folder / name
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(TEMPLATE, made, ignore=shutil.ignore_patterns("__pycache__"))
    source = made / "src" / "brightness" / "processor.py"
    text = source.read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    source.write_text(text)
    if name != "brightness":
        (made / "src" / "brightness").rename(made / "src" / name)
        project = made / "pyproject.toml"
        project.write_text(project.read_text().replace("brightness", name))
    return made
