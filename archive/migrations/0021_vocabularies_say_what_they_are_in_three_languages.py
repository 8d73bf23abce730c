"""The vocabularies that every archive starts with say in French and Spanish too what they are.

One whose description was changed, or that says it in another language already, stays as it is.
"""

from typing import Any

from django.db import migrations

from archive.vocabularies import SCHEME_BY_SLUG
from archive.vocabulary_words import DESCRIPTIONS


def describe(apps: Any, schema_editor: Any) -> None:
    scheme = apps.get_model("archive", "Scheme")
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM archive_event)")
        (was_told,) = cursor.fetchone()
        for row in scheme.objects.filter(slug__in=DESCRIPTIONS).order_by("pk"):
            ours = row.description == SCHEME_BY_SLUG[row.slug].description
            if ours and "description" not in row.translations:
                french, spanish = DESCRIPTIONS[row.slug]
                row.translations["description"] = {"fr": french, "es": spanish}
                row.save(update_fields=["translations"])
        if not was_told:
            # A new installation: nobody has heard of anything, and whoever comes reads it all.
            cursor.execute("SELECT set_config('archive.prune', 'on', true)")
            cursor.execute("DELETE FROM archive_event")
            cursor.execute("SELECT set_config('archive.prune', 'off', true)")


class Migration(migrations.Migration):
    dependencies = [("archive", "0020_what_erasures_leave")]

    operations = [migrations.RunPython(describe, migrations.RunPython.noop)]
