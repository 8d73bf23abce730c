"""`manage.py fetch_sounds`: see to it that the demo's recordings lie in var/sounds."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.errors import ArchiveError
from archive.sounds import fetch, read_list


class Command(BaseCommand):
    """Fetch, check and unpack the recordings that fixtures/sounds.toml lists."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--list", type=Path, default=settings.ROOT / "fixtures" / "sounds.toml", help="TOML"
        )
        parser.add_argument("--into", type=Path, default=settings.VAR / "sounds")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = fetch(read_list(options["list"]), options["into"], say=self.stdout.write)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"sounds: {len(done.unpacked)} unpacked, {len(done.present)} already there"
        )
