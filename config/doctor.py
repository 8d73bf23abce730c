"""What is missing or wrong here, and how to mend it: `manage.py doctor`.

Each examination answers findings; none stops at the first, and none of them changes anything but
that it starts the cluster of our own when that is what the site would use.
"""

import os
import shutil
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages

from analysis.core import sandbox
from analysis.core.errors import SignalError
from analysis.core.registry import BUILT_IN, OPTIONAL, discover
from config import env, postgres
from config.postgres_programs import OLDEST
from config.postgres_setup import NEEDED, WELCOME

GIB = 2**30
#: A lease runs on the database's clock, so skew harms nothing but the dates people read.
SKEW_WARN_S, SKEW_FAIL_S = 2.0, 60.0


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    about: str
    state: State
    said: str
    mend: str = ""

    def as_dict(self) -> dict[str, str]:
        return {name: str(value) for name, value in asdict(self).items()}


def examine() -> Iterator[Finding]:
    """Look at everything in turn."""
    for examination in EXAMINATIONS:
        yield from examination()


def _ok(about: str, said: str) -> Finding:
    return Finding(about, State.OK, said)


def _warn(about: str, said: str, mend: str) -> Finding:
    return Finding(about, State.WARN, said, mend)


def _fail(about: str, said: str, mend: str) -> Finding:
    return Finding(about, State.FAIL, said, mend)


def database() -> Iterator[Finding]:
    """Its version, our role in it, its extensions, and what time it thinks it is."""
    try:
        url = postgres.ensure(settings.VAR)
        with psycopg.connect(url, connect_timeout=5) as connection:
            yield from _inside(connection)
    except postgres.PostgresTrouble as trouble:
        yield _fail("database", str(trouble), "See the log it names, then run this again.")
    except psycopg.Error as error:
        yield _fail(
            "database",
            f"It does not answer: {' '.join(str(error).split())}",
            "Start it, or correct DATABASE_URL (postgresql://user:password@host:port/name).",
        )


def _inside(connection: psycopg.Connection) -> Iterator[Finding]:
    version = connection.info.server_version // 10_000
    place = f"{connection.info.host}:{connection.info.port}/{connection.info.dbname}"
    yield (
        _ok("database", f"PostgreSQL {version} at {place}")
        if version >= OLDEST
        else _fail("database", f"PostgreSQL {version}", f"Use PostgreSQL {OLDEST} or newer.")
    )
    yield from _role(connection)
    rows = connection.execute("SELECT extname FROM pg_extension").fetchall()
    present = {str(row[0]) for row in rows}
    missing = [name for name in NEEDED if name not in present]
    if missing:
        names = "; ".join(f"CREATE EXTENSION {name}" for name in missing)
        yield _fail("extensions", f"missing: {', '.join(missing)}", f"As superuser: {names}")
    else:
        yield _ok("extensions", ", ".join(sorted(present - {"plpgsql"})))
    absent = [name for name in WELCOME if name not in present]
    if absent:
        yield _warn(
            "extensions",
            f"without {', '.join(absent)}",
            "Nothing depends on them; vectors and statement counts need them.",
        )
    yield _skew(connection)
    yield from _durability(connection)
    yield from _migrations(connection)


def _role(connection: psycopg.Connection) -> Iterator[Finding]:
    row = connection.execute(
        "SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if row and row[1]:
        yield _warn(
            "role",
            f"{row[0]} is a superuser",
            "Give the site a role that owns its database and is no more than that.",
        )
    elif row:
        yield _ok("role", f"{row[0]}, no superuser")


def _skew(connection: psycopg.Connection) -> Finding:
    before = time.time()
    row = connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8").fetchone()
    after = time.time()
    skew = float(row[0]) - (before + after) / 2 if row else 0.0
    said = f"{skew:+.3f} s between the database and this machine"
    if abs(skew) < SKEW_WARN_S:
        return _ok("clock of the database", said)
    mend = "Let both keep time by NTP; embargoes end by the database's clock."
    bad = abs(skew) >= SKEW_FAIL_S
    return Finding("clock of the database", State.FAIL if bad else State.WARN, said, mend)


def _durability(connection: psycopg.Connection) -> Iterator[Finding]:
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
        if row and row[0] == "off":
            yield _fail("durability", f"{name} is off", f"Set {name} = on: a crash loses commits.")


def _migrations(connection: psycopg.Connection) -> Iterator[Finding]:
    known = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
    if known is None or known[0] is None:
        yield _warn("migrations", "the database is empty", "Run manage.py migrate (`up` does).")
        return
    from django.db.migrations.loader import MigrationLoader  # needs the apps, which are loaded

    rows = connection.execute("SELECT app, name FROM django_migrations").fetchall()
    applied = {(str(app), str(name)) for app, name in rows}
    on_disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    waiting = [f"{app}.{name}" for app, name in on_disk if (app, name) not in applied]
    if waiting:
        yield _warn(
            "migrations", f"{len(waiting)} wait: {waiting[0]}", "Run manage.py migrate (`up` does)."
        )
    else:
        yield _ok("migrations", f"all {len(on_disk)} applied")
        yield _open_to_all(connection)


#: One join of everything, and not a call for each row: a million items take about a second.
_TOLD_WRONG = """
    WITH opening AS MATERIALIZED (SELECT archive_admitted_sets(NULL, false) AS id)
    SELECT count(*) FROM archive_item AS i JOIN archive_collection AS c ON c.id = i.collection_id
    WHERE i.is_open_to_all <> (
        i.state = 'published' AND c.state = 'published'
        AND coalesce(i.access IN ('metadata', 'full'), true)
        AND c.access IN ('metadata', 'mixed', 'full')
        AND (i.protocol_set_id IS NULL OR i.protocol_set_id IN (SELECT id FROM opening))
        AND (c.protocol_set_id IS NULL OR c.protocol_set_id IN (SELECT id FROM opening)))
"""


def _open_to_all(connection: psycopg.Connection) -> Finding:
    """Look whether the column that visitors' lists ask is true (archive/open_to_all.py)."""
    row = connection.execute(_TOLD_WRONG).fetchone()
    if row and row[0]:
        return _fail(
            "access",
            f"{row[0]} items are told open to all, or closed, and are not (triggers stood still?)",
            "UPDATE archive_item SET is_open_to_all = NOT is_open_to_all: each is looked at anew.",
        )
    return _ok("access", "what is open to all is told right of every item")


def broker() -> Iterator[Finding]:
    """What carries wake-ups to the workers."""
    if not settings.REDIS_URL:
        folder = settings.VAR / "broker"
        yield from _writable("broker", folder, f"files in {folder} (REDIS_URL is unset)")
        return
    import redis  # only where it is used

    try:
        client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=3)
        version = client.info("server")["redis_version"]
        policy = client.config_get("maxmemory-policy")["maxmemory-policy"]
        kept = client.config_get("appendonly")["appendonly"]
    except redis.RedisError as error:
        yield _fail(
            "broker", f"Redis: {error}", "Start it or correct REDIS_URL (redis://host:6379/0)."
        )
        return
    yield _ok("broker", f"Redis {version}")
    if policy != "noeviction":
        yield _warn(
            "broker", f"maxmemory-policy is {policy}", "Set noeviction: eviction breaks queues."
        )
    if kept != "yes":
        yield _warn(
            "broker",
            "appendonly is off",
            "Set appendonly yes, or wake-ups wait for the sweeper after its restart.",
        )


def disk() -> Iterator[Finding]:
    """Room for masters and results."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.VAR).free
    said = f"{free / GIB:.1f} GiB free for {settings.VAR}"
    mend = "Free some, or set SONOTHEQUE_VAR to a folder on a larger disk."
    if free < GIB:
        yield _fail("disk", said, mend)
    elif free < 5 * GIB:
        yield _warn("disk", said, mend)
    else:
        yield _ok("disk", said)
    inodes = os.statvfs(settings.VAR)
    if inodes.f_files and inodes.f_favail < 20_000:
        yield _warn("disk", f"{inodes.f_favail} files may still be made", mend)
    if not isinstance(storages["masters"], FileSystemStorage):
        yield from _object_storage()
    else:
        yield from _writable("storage", settings.MEDIA_DIR, f"files in {settings.MEDIA_DIR}")


def _object_storage() -> Iterator[Finding]:
    from botocore.exceptions import BotoCoreError, ClientError  # slow to load, seldom needed

    for alias in ("masters", "results"):
        try:
            storages[alias].exists("doctor")
        except (BotoCoreError, ClientError) as error:
            yield _fail("storage", f"{alias}: {error}", "Correct the S3_… variables (see README).")
        else:
            yield _ok("storage", f"{alias}: the bucket answers")


def _writable(about: str, folder: Path, said: str) -> Iterator[Finding]:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        yield _ok(about, said)
    else:
        yield _fail(about, f"{nearest} may not be written by us", f"chown or chmod {nearest}.")


def clock() -> Iterator[Finding]:
    """A machine without a battery wakes in 1970, and every date it writes is wrong."""
    newest = max(path.stat().st_mtime for path in (env.ROOT / "config").glob("*.py"))
    now = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    if time.time() < newest - 86_400:
        yield _fail("clock", f"{now}, older than this program", "Set the clock; keep it by NTP.")
    else:
        yield _ok("clock", now)


def base_url() -> Iterator[Finding]:
    """The address that is in every IRI: it should be the one people use, and last."""
    url = urlsplit(settings.BASE_URL)
    host = url.hostname or ""
    here = host in {"localhost", "127.0.0.1", "::1"}
    if not host or url.query or url.fragment:
        yield _fail("base URL", settings.BASE_URL, "Set BASE_URL to https://host, no more.")
        return
    if url.path:
        yield _fail(
            "base URL",
            f"{settings.BASE_URL} has a path",
            "Serve the site at the root of a host of its own: https://archive.example.org",
        )
    if here:
        yield _ok("base URL", f"{settings.BASE_URL} (this machine alone)")
        return
    if url.scheme != "https":
        yield _warn(
            "base URL",
            f"{settings.BASE_URL} is not https: passwords travel in the open",
            "Put a proxy that speaks TLS in front and set BASE_URL to https://…",
        )
    if "*" not in settings.ALLOWED_HOSTS and host not in settings.ALLOWED_HOSTS:
        yield _fail("base URL", f"{host} is refused", f"Add {host} to ALLOWED_HOSTS.")
    try:
        socket.getaddrinfo(host, None)
    except OSError:
        yield _warn("base URL", f"{host} has no address in the DNS", "Correct BASE_URL or the DNS.")
    else:
        yield _ok("base URL", settings.BASE_URL)


def codecs() -> Iterator[Finding]:
    """What sound can be read, and what listening copies can be made."""
    import av
    import soundfile

    ffmpeg = ".".join(map(str, av.library_versions["libavcodec"]))
    yield _ok("codecs", f"PyAV {av.__version__} (libavcodec {ffmpeg})")
    yield _ok("codecs", f"soundfile {soundfile.__version__} ({soundfile.__libsndfile_version__})")
    for name in ("libopus", "flac"):
        try:
            av.Codec(name, "w")
        except ValueError:
            yield _fail(
                "codecs", f"no encoder {name}", "Install the av wheel of requirements.lock."
            )
        else:
            yield _ok("codecs", f"encoder {name}")


def wall() -> Iterator[Finding]:
    """What stands between a decoder and everything else (design D-06)."""
    try:
        found = sandbox.wall()
    except (SignalError, OSError) as error:  # no wall, no child, or one that died
        yield _fail(
            "sandbox", f"{type(error).__name__}: {error}", "Sounds cannot be analysed here."
        )
        return
    said = f"{found.user}; files: {found.files}; network: {found.network}; {found.syscalls}"
    if found.stands:
        yield _ok("sandbox", said)
    else:
        yield _warn(
            "sandbox",
            said,
            "Run on a kernel with Landlock (6.7+) or with user namespaces allowed, or as root.",
        )


def processors() -> Iterator[Finding]:
    """What measures sounds here, and what was to and cannot be loaded."""
    found = discover()
    theirs = sorted(set(found.processors) - set(BUILT_IN) - set(OPTIONAL))
    named = f", of other packages: {', '.join(theirs)}" if theirs else ""
    yield _ok("processors", f"{len(found.processors)} can be run{named}")
    for broken in found.broken:
        if broken.name in OPTIONAL:
            yield _ok("processors", f"{broken.name} is not available: {broken.reason}")
            continue
        said = f"{broken.name} ({broken.target}) cannot be loaded: {broken.reason}"
        yield _warn("processors", said, "Install what it lacks, or uninstall its package.")


def secrets() -> Iterator[Finding]:
    """Files that only their owner may read."""
    var = settings.VAR
    named = ("secret_key", "database_url", "mark", "demo_password", "demo_token")
    files = [var / "run" / name for name in named] + sorted((var / "postgres").glob("*.secret"))
    there = [path for path in files if path.exists()]
    open_to_others = [path for path in there if stat.S_IMODE(path.stat().st_mode) & 0o077]
    for path in open_to_others:
        mode = stat.S_IMODE(path.stat().st_mode)
        yield _fail("secrets", f"{path} has mode {mode:04o}", f"chmod 600 '{path}'")
    if not open_to_others:
        yield _ok("secrets", f"{len(there)} files, readable by their owner alone")
    if settings.DEBUG:
        yield _fail("secrets", "DEBUG is on: errors show settings", "Unset DEBUG.")


def site() -> Iterator[Finding]:
    """The pages' own programs, built at set-up."""
    manifest = settings.SITE_DIR / "manifest.json"
    if manifest.exists():
        yield _ok("web site", f"built in {settings.SITE_DIR}")
    else:
        yield _fail("web site", "not built", "Run make setup.")
    yield _ok("Python", f"{sys.version.split()[0]} ({sys.executable})")


EXAMINATIONS: tuple[Callable[[], Iterator[Finding]], ...] = (
    database,
    broker,
    disk,
    clock,
    base_url,
    codecs,
    wall,
    processors,
    secrets,
    site,
)
