"""Make the virtual environment from the hashed lock files: `python3 -I config/bootstrap.py`.

It runs before anything is installed, on whatever Python the machine calls `python3`: standard
library only, and no grammar younger than Python 3.6, or the sentence that says what is missing
would never be read. Run again with unchanged lock files it does nothing.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
ROOT = Path(__file__).resolve().parent.parent
LOCKS = (
    ROOT / "requirements-bootstrap.lock",
    ROOT / "requirements.lock",
    ROOT / "requirements-models.lock",  # wheels that models are taken from, without dependencies
)
#: What pip was told about where packages are; uv reads variables of its own.
INDEXES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
}


def use_a_new_python() -> None:
    """Go on under a Python that is new enough, or say that there is none."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, "-I", __file__])  # noqa: S606 (the same script, newer Python)
    sys.exit(
        f"Sonotheque needs Python 3.11 or newer; {sys.executable} is "
        f"{sys.version_info[0]}.{sys.version_info[1]}. Install one, or name it: "
        "make PYTHON=/path/to/python3.11"
    )


def var_folder() -> Path:
    given = os.environ.get("SONOTHEQUE_VAR", "").strip()
    return Path(given).expanduser().resolve() if given else ROOT / "var"


def digest_of_locks() -> str:
    digest = hashlib.sha256(f"{sys.version_info[0]}.{sys.version_info[1]}".encode())
    for lock in LOCKS:
        digest.update(lock.read_bytes())
    return digest.hexdigest()


def run(argv, why, **variables) -> None:  # type: ignore[no-untyped-def]
    """Run a command that must succeed; its own words are shown, then what they mean."""
    done = subprocess.run(argv, cwd=ROOT, env=dict(os.environ, **variables), check=False)
    if done.returncode != 0:
        sys.exit(f"{why} Above are its own words.")


def make_environment(folder: Path) -> None:
    try:
        import ensurepip  # noqa: F401 (Debian ships a Python without it)
    except ImportError:
        sys.exit(
            "This Python cannot make virtual environments: its venv module is incomplete. On "
            f"Debian and Ubuntu: apt install python3.{sys.version_info[1]}-venv"
        )
    sys.stderr.write(f"Making the virtual environment in {folder}\n")
    run(
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        f"The virtual environment could not be made in {folder}.",
    )


def pip_configuration(python: Path):  # type: ignore[no-untyped-def]
    """Return for uv where this machine's pip finds packages, unless uv was told itself."""
    listed = subprocess.run(
        [str(python), "-m", "pip", "config", "list"], stdout=subprocess.PIPE, text=True, check=False
    ).stdout
    variables = {}
    for name, value in re.findall(r"^[\w:]+\.([\w-]+)='(.*)'$", listed, re.MULTILINE):
        wanted = INDEXES.get(name)
        if wanted and wanted not in os.environ:
            variables[wanted] = " ".join(value.replace("\\n", " ").split())
    return variables


def cache(var: Path):  # type: ignore[no-untyped-def]
    """Return where uv keeps what it fetches: the person's own cache where there is a home."""
    home = Path(os.environ.get("HOME", "/nonexistent"))
    return {} if os.access(str(home), os.W_OK) else {"UV_CACHE_DIR": str(var / "cache" / "uv")}


def install(python: Path, var: Path) -> None:
    offline = "Without a network, set-up can only repeat what an earlier one has fetched."
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    run(
        [*pip, "--require-hashes", "--no-deps", "-r", str(LOCKS[0])],
        f"pip could not install uv from {LOCKS[0].name}. {offline}",
    )
    sys.stderr.write("Installing the locked packages (1.2 GB the first time)\n")
    uv = [str(python), "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    # With several indexes any may serve, as with pip: the hashes decide, not who is asked first.
    run(
        [*uv, "--index-strategy", "unsafe-best-match", "--require-hashes", "-r", str(LOCKS[1])],
        f"uv could not install the packages of {LOCKS[1].name}. {offline}",
        **pip_configuration(python),
        **cache(var),
    )
    run(
        [
            *(*uv, "--index-strategy", "unsafe-best-match", "--require-hashes"),
            *("--no-deps", "-r", str(LOCKS[2])),
        ],
        f"uv could not install the packages of {LOCKS[2].name}. {offline}",
        **pip_configuration(python),
        **cache(var),
    )


def main() -> None:
    use_a_new_python()
    var = var_folder()
    folder = var / "venv"
    python = folder / "bin" / "python"
    stamp = folder / ".locks"
    wanted = digest_of_locks()
    usable = os.access(str(python), os.X_OK) and (folder / "pyvenv.cfg").exists()
    if usable and stamp.exists() and stamp.read_text() == wanted:
        return
    if not usable:
        make_environment(folder)
    install(python, var)
    stamp.write_text(wanted)


if __name__ == "__main__":
    main()
