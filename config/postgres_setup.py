"""What a cluster of our own holds before the application sees it: role, database, extensions.

Migrations need no superuser (design D-03), so everything that takes one is done here, in the
application's database and in template1, from which test databases are made.
"""

import os
import secrets
from pathlib import Path

import psycopg
from psycopg import sql

from config.postgres_programs import SUPERUSER

ROLE = "sonotheque"
DATABASE = "sonotheque"
NEEDED = ("pg_trgm", "unaccent", "btree_gist", "ltree")
WELCOME = ("pg_stat_statements", "vector")
#: Kept in the data folder once all of it is there, so that attaching costs no connection.
STAMP = "sonotheque.prepared"
EXPECTED = f"1 {ROLE} {DATABASE} {' '.join((*NEEDED, *WELCOME))}"


def prepare(home: Path, port: int) -> str:
    """Bring role, database and extensions to what the application expects; return its URL."""
    password = secret_file(home, ROLE).read_text(encoding="ascii")
    stamp = home / "data" / STAMP
    if not stamp.exists() or stamp.read_text(encoding="ascii") != EXPECTED:
        with _connect(home, port, "template1") as connection:
            _make_role(connection, password)
            _make_extensions(connection)
            _make_database(connection)
        with _connect(home, port, DATABASE) as connection:
            _make_extensions(connection)
        stamp.write_text(EXPECTED, encoding="ascii")
    return f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/{DATABASE}"


def secret_file(home: Path, role: str) -> Path:
    """Return the file (mode 0600) that holds the role's password, making it on first use."""
    path = home / f"{role}.secret"
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(32))
    return path


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def _connect(home: Path, port: int, database: str) -> psycopg.Connection:
    return psycopg.connect(
        host="127.0.0.1",
        port=port,
        user=SUPERUSER,
        password=secret_file(home, SUPERUSER).read_text(encoding="ascii"),
        dbname=database,
        connect_timeout=10,
        autocommit=True,
    )


def _make_role(connection: psycopg.Connection, password: str) -> None:
    exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone()
    statement = "ALTER ROLE {role} {rights}" if exists else "CREATE ROLE {role} {rights}"
    # CREATEDB lets the test suite make its databases; the role is nothing more than that.
    rights = sql.SQL("LOGIN NOSUPERUSER NOCREATEROLE CREATEDB PASSWORD {}").format(password)
    connection.execute(sql.SQL(statement).format(role=sql.Identifier(ROLE), rights=rights))


def _make_database(connection: psycopg.Connection) -> None:
    exists = connection.execute(
        "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
    ).fetchone()
    if not exists:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(DATABASE), sql.Identifier(ROLE)
            )
        )


def _make_extensions(connection: psycopg.Connection) -> None:
    rows = connection.execute("SELECT name FROM pg_available_extensions").fetchall()
    available = {str(row[0]) for row in rows}
    for name in (*NEEDED, *(name for name in WELCOME if name in available)):
        connection.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name))
        )
    if "pg_stat_statements" in available:
        # The suite counts statements; it may begin its count anew.
        connection.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO {}").format(
                sql.Identifier(ROLE)
            )
        )
