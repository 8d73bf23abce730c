"""One who knows where the cluster listens, but no password."""

import itertools

import psycopg

from config.postgres_programs import SUPERUSER
from config.postgres_setup import ROLE

USERS = (SUPERUSER, ROLE, "nobody")
DATABASES = ("postgres", "template1", "sonotheque")
PASSWORDS = (None, "", "postgres", "sonotheque")


def doors_open(port: int) -> tuple[int, list[str]]:
    """Try to get in; return how many doors were tried, and those that stood open."""
    tried, entered = 0, []
    for user, database, password in itertools.product(USERS, DATABASES, PASSWORDS):
        tried += 1
        try:
            psycopg.connect(
                host="127.0.0.1",
                port=port,
                user=user,
                dbname=database,
                password=password,
                passfile="/nonexistent",
            ).close()
        except psycopg.OperationalError:
            continue
        entered.append(f"{user}@{database}")
    return tried, entered
