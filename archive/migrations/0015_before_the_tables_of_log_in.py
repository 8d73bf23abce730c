"""Let allauth's tables come after the accounts that they point to.

They depend on the first migration of the app that holds the accounts, which here only makes
extensions. Nothing is changed.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("archive", "0014_what_is_withheld")]
    run_before = [("account", "0001_initial"), ("socialaccount", "0001_initial")]
    operations: list[migrations.operations.base.Operation] = []
