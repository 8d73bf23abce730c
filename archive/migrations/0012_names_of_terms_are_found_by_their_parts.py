"""Trigrams of every name of every term: what `named` filters and `suggest` ask (T-12).

Each index is of the very expression that archive/search.py's `Fold` makes.
"""

from django.db import migrations

TABLES = [
    table
    for kind in ("place", "instrument", "population", "language", "agent", "concept")
    for table in (f"archive_{kind}", f"archive_{kind}name")
]


class Migration(migrations.Migration):
    dependencies = [("archive", "0011_staged_uploads_are_judged_whole")]

    operations = [
        migrations.RunSQL(
            f"CREATE INDEX {table.removeprefix('archive_')}_found ON {table}"
            " USING gin (archive_fold(name) gin_trgm_ops)",
            f"DROP INDEX {table.removeprefix('archive_')}_found",
        )
        for table in TABLES
    ]
