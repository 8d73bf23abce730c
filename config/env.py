"""Typed readers of the environment: the only place that looks at os.environ.

Every variable is listed in the README with its default. An odd value is refused at
start with a sentence that names the variable, what it held and what it may hold.
"""

import os
import secrets
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class OddSetting(ValueError):
    """A variable of the environment holds something that cannot be used."""


def env_str(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def env_bool(name: str, *, default: bool) -> bool:
    raw = env_str(name).lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise OddSetting(f"{name} is {raw!r}: use 1 or 0.")


def env_int(name: str, default: int, *, low: int, high: int) -> int:
    raw = env_str(name)
    if not raw:
        return default
    try:
        value = int(raw)
    except ValueError:
        raise OddSetting(f"{name} is {raw!r}: use a whole number.") from None
    if not low <= value <= high:
        raise OddSetting(f"{name} is {value}: use a number from {low} to {high}.")
    return value


def env_list(name: str, default: list[str]) -> list[str]:
    raw = env_str(name)
    return [part.strip() for part in raw.split(",") if part.strip()] if raw else default


def env_networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Return the networks that a list of addresses or CIDR blocks names."""
    try:
        return [ip_network(part) for part in env_list(name, [])]
    except ValueError as error:
        raise OddSetting(f"{name}: {error}. Use addresses such as 10.0.0.0/8.") from None


def env_path(name: str, default: Path) -> Path:
    raw = env_str(name)
    return Path(raw).expanduser().resolve() if raw else default


def env_url(name: str, default: str = "", *, schemes: tuple[str, ...] = ("http", "https")) -> str:
    raw = env_str(name, default)
    if raw and raw.split("://", 1)[0] not in schemes:
        raise OddSetting(f"{name} is {raw!r}: use a URL that begins with {' or '.join(schemes)}.")
    return raw.rstrip("/")


def var_dir() -> Path:
    """Return the folder under which everything is written."""
    return env_path("SONOTHEQUE_VAR", ROOT / "var")


def env_secret(name: str, *, made_at: Path | None = None) -> str:
    """Return a secret from NAME, from the file NAME_FILE, or from a file made on first use."""
    value = env_str(name)
    if value:
        return value
    named = env_str(f"{name}_FILE")
    if named:
        try:
            return Path(named).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise OddSetting(f"{name}_FILE is {named!r}: {error.strerror}.") from error
    return _kept_secret(made_at) if made_at else ""


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


def database_url() -> str:
    """Return DATABASE_URL, else what `config.postgres` left for this var folder, else nothing."""
    given = env_url("DATABASE_URL", schemes=("postgres", "postgresql"))
    if given:
        return given
    kept = var_dir() / "run" / "database_url"
    return kept.read_text(encoding="utf-8").strip() if kept.exists() else ""


def oidc_apps() -> list[dict[str, object]]:
    """Return the OpenID Connect provider that people may sign in with, as allauth takes it."""
    issuer = env_url("OIDC_ISSUER")
    if not issuer:
        return []
    client, secret = env_str("OIDC_CLIENT_ID"), env_secret("OIDC_CLIENT_SECRET")
    if not (client and secret):
        raise OddSetting("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it.")
    return [
        {
            "provider_id": "oidc",
            "name": env_str("OIDC_NAME", "OpenID Connect"),
            "client_id": client,
            "secret": secret,
            "settings": {"server_url": issuer},
        }
    ]


def served_port() -> int:
    """Return PORT, else the port this var folder was last served at, else 8000."""
    kept = var_dir() / "run" / "port"
    last = int(kept.read_text(encoding="ascii")) if kept.exists() else 8000
    return env_int("PORT", last, low=1, high=65535)


def base_url() -> str:
    """Return the public base of every IRI, without a slash at its end."""
    given = env_url("BASE_URL")
    if given:
        return given
    host = env_str("HOST", "127.0.0.1")
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host  # noqa: S104 (names, no binding)
    return f"http://{shown}:{served_port()}"
