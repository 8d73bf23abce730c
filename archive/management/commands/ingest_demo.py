"""`manage.py ingest_demo`: take the demo's records and sounds into the catalogue."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.errors import ArchiveError
from archive.importers.batch import import_records, sound_files
from archive.sounds import fetch, read_list


class Command(BaseCommand):
    """Ingest the demo's records; run again, it changes nothing."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        fixtures = settings.ROOT / "fixtures"
        parser.add_argument("--records", type=Path, default=fixtures / "records")
        parser.add_argument("--list", type=Path, default=fixtures / "sounds.toml")
        parser.add_argument("--sounds", type=Path, default=settings.VAR / "sounds")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Write the records' values over what curators changed since.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            wheels = read_list(options["list"])
            fetch(wheels, options["sounds"], say=self.stdout.write)
            report = import_records(
                options["records"],
                sound_files(wheels, options["sounds"]),
                overwrite=options["overwrite"],
                say=self.stdout.write if options["verbosity"] > 1 else lambda _line: None,
            )
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        for problem in report.problems:
            self.stderr.write(f"{problem.label}: {problem.reason}")
        self.stdout.write(f"records: {report.summary()}")
        if report.problems:
            raise CommandError("Some records were not taken; the others were. See above.")
