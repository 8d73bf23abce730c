"""Every installation has the schemes of `archive/vocabularies.py`; those that are there stay.

The list may grow: a later migration then calls `make_schemes` again.
"""

from typing import Any

from django.db import migrations

from archive.identifiers import new_id
from archive.vocabularies import SCHEMES


def make_schemes(apps: Any, schema_editor: Any) -> None:
    scheme = apps.get_model("archive", "Scheme")
    present = set(scheme.objects.values_list("slug", flat=True))
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM archive_event)")
        (was_told,) = cursor.fetchone()
        scheme.objects.bulk_create(
            scheme(
                id=new_id(),
                slug=each.slug,
                title=each.title.en,
                description=each.description,
                translations={"title": each.title.others},
            )
            for each in SCHEMES
            if each.slug not in present
        )
        if not was_told:
            # A new installation: nobody has heard of anything, and whoever comes reads it all.
            cursor.execute("SELECT set_config('archive.prune', 'on', true)")
            cursor.execute("DELETE FROM archive_event")
            cursor.execute("SELECT set_config('archive.prune', 'off', true)")


class Migration(migrations.Migration):
    dependencies = [("archive", "0007_a_clients_own_key_for_a_request")]

    operations = [migrations.RunPython(make_schemes, migrations.RunPython.noop)]
