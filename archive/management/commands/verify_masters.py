"""Read every master again and compare it with what was deposited (R-01, R-02)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.services.fixity import audit


class Command(BaseCommand):
    help = (
        "Re-hash every master and name those that are missing or damaged, and stored bytes that "
        "no record names. Ends with status 1 if any master is damaged."
    )

    def handle(self, *_: Any, **__: Any) -> None:
        checked = damaged = 0
        for finding in audit():
            checked += finding.is_master
            damaged += finding.is_master and bool(finding.trouble)
            if finding.trouble:
                self.stderr.write(f"{finding.name}: {finding.trouble}")
        if damaged:
            raise CommandError(
                f"{damaged} of {checked} masters are damaged: take them from the second copy."
            )
        self.stdout.write(f"{checked} masters are as they were deposited.")
