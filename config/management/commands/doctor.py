"""`manage.py doctor`: say what is missing or wrong, and how to mend it."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config import doctor


class Command(BaseCommand):
    """One line for each thing that was looked at; exit code 1 if any has failed."""

    help = __doc__
    # What Django would refuse to start on is what we are asked to tell about.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON array")

    def handle(self, *args: Any, **options: Any) -> None:
        found = []
        for finding in doctor.examine():
            found.append(finding)
            if not options["json"]:
                self.stdout.write(f"{finding.state:<5} {finding.about}: {finding.said}")
                if finding.mend:
                    self.stdout.write(f"      -> {finding.mend}")
        if options["json"]:
            self.stdout.write(json.dumps([finding.as_dict() for finding in found], indent=1))
        if any(finding.state is doctor.State.FAIL for finding in found):
            sys.exit(1)
