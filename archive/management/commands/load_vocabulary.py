"""`manage.py load_vocabulary PATH --into NAME`: take a SKOS file into the catalogue."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.access import HOUSE
from archive.errors import ArchiveError
from archive.importers.skos import load_skos


class Command(BaseCommand):
    """Load a vocabulary in SKOS (Turtle, N-Triples, RDF/XML, JSON-LD); again, nothing changes."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument(
            "--into",
            required=True,
            help="instruments, populations, or the slug of a vocabulary such as keywords",
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Write the file's names and notes over what curators changed since.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_skos(
                options["path"],
                options["into"],
                actor=HOUSE,
                overwrite=options["overwrite"],
                say=self.stdout.write,
            )
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        for problem in report.problems:
            self.stderr.write(f"{problem.label}: {problem.reason}")
        self.stdout.write(f"{options['into']}: {report.summary()}")
