"""Read every master again and compare it with what was deposited (R-01, R-02)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.services.fixity import Finding, audit, remove_unnamed


class Command(BaseCommand):
    help = (
        "Re-hash every master and name those that are missing or damaged, and stored bytes that "
        "no record names. Ends with status 1 if any master is damaged."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove-orphans",
            action="store_true",
            help="also remove bytes that no record names and that came more than a day ago",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        checked = damaged = 0
        for finding in audit():
            checked += finding.is_master
            damaged += finding.is_master and bool(finding.trouble)
            if finding.trouble:
                self.stderr.write(self._said(finding, removes=options["remove_orphans"]))
        if damaged:
            raise CommandError(
                f"{damaged} of {checked} masters are damaged: take them from the second copy."
            )
        self.stdout.write(f"{checked} masters are as they were deposited.")

    @staticmethod
    def _said(finding: Finding, *, removes: bool) -> str:
        said = f"{finding.name}: {finding.trouble}"
        if not removes or finding.is_master:
            return said
        if not finding.is_removable:
            return f"{said}; it came less than a day ago and stays"
        return f"{said}; {'removed' if remove_unnamed(finding.name) else 'named since: it stays'}"
