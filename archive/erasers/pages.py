"""The database's own leavings: dead rows, and samples of columns that its planner keeps.

PostgreSQL marks a deleted row as dead and gives its place away later. `VACUUM` of the tables that
were touched frees it at once, indexes included, and `ANALYZE` draws new samples, of which the
former may quote a title. The freed bytes stay on the disk until something is written over them;
`VACUUM FULL`, the log of writes and backups are the operator's (docs/curators/erasure.md).
"""

from django.apps import apps
from django.db import connection

from archive.erasing import Finisher, decided
from archive.models import Erasure


def vacuum(erasure: Erasure, seconds: float) -> bool:
    """Free what the erasure left behind in every table that erasures empty."""
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        for table in sorted(tables()):
            cursor.execute(f"VACUUM (ANALYZE) {connection.ops.quote_name(table)}")
    return True


def tables() -> set[str]:
    """Return the tables that erasers take something out of."""
    return {apps.get_model(label)._meta.db_table for label in decided()}


PAGES = Finisher("database pages", vacuum, is_slow=True)
