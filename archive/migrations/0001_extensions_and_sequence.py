"""What the tables stand on: trusted extensions (no superuser needed) and the order of events."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

FOLD = """
CREATE OR REPLACE FUNCTION archive_fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(
            "CREATE SEQUENCE IF NOT EXISTS archive_event_position",
            "DROP SEQUENCE IF EXISTS archive_event_position",
        ),
        # unaccent() itself is only STABLE: an index needs the dictionary to be named.
        migrations.RunSQL(FOLD, "DROP FUNCTION IF EXISTS archive_fold(text)"),
    ]
