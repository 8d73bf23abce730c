"""`manage.py load_lists languages|countries`: take ISO's and the UN's lists into the catalogue."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.access import HOUSE
from archive.errors import ArchiveError
from archive.importers.countries import LISTS, load_countries
from archive.importers.languages import NAMED_IN, load_languages


class Command(BaseCommand):
    """Load the languages of ISO 639-3, or the countries of ISO 3166 with UN M49's regions."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("lists", nargs="+", choices=["languages", "countries"])
        parser.add_argument(
            "--from",
            dest="table",
            type=Path,
            default=LISTS / "country-codes.csv",
            help="a newer country-codes.csv",
        )
        parser.add_argument(
            "--named-in",
            default=",".join(NAMED_IN),
            help="languages, such as fr,es,de, in which languages are to be named beside English",
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Write the lists' names over what curators changed since.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for name in options["lists"]:
            try:
                if name == "countries":
                    report = load_countries(
                        options["table"],
                        actor=HOUSE,
                        overwrite=options["overwrite"],
                        say=self.stdout.write,
                    )
                else:
                    report = load_languages(
                        actor=HOUSE,
                        named_in=[tag for tag in options["named_in"].split(",") if tag],
                        overwrite=options["overwrite"],
                        say=self.stdout.write,
                    )
            except ArchiveError as error:
                raise CommandError(str(error)) from error
            for problem in report.problems:
                self.stderr.write(f"{problem.label}: {problem.reason}")
            self.stdout.write(f"{name}: {report.summary()}")
