"""The database under test is this run's own."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_role_is_no_superuser_and_the_extensions_are_there() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), rolsuper FROM pg_roles WHERE rolname = user")
        assert cursor.fetchone() == (f"test_sonotheque_{os.getpid()}", False)
        cursor.execute("SELECT extname FROM pg_extension")
        extensions = {name for (name,) in cursor.fetchall()}
    assert {"pg_trgm", "unaccent", "btree_gist", "ltree"} <= extensions
