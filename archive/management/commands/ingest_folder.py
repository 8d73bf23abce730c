"""`manage.py ingest_folder DIR`: each sound file of the folder becomes a public item."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.errors import ArchiveError
from archive.importers.folder import import_folder


class Command(BaseCommand):
    """Ingest a folder of one's own; `DIR/x.wav` becomes item `LOCAL_x`."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="its subfolders are not read")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_folder(options["folder"], say=self.stdout.write)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        for problem in report.refused:
            self.stderr.write(f"refused {problem.label}: {problem.reason}")
        self.stdout.write(
            f"folder: {len(report.created)} taken, {len(report.unchanged)} there already, "
            f"{len(report.refused)} refused"
        )
        if not report.created and not report.unchanged:
            raise CommandError(f"Nothing in {options['folder']} could be taken in.")
