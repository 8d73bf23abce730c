from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ontology.imports import KINDS, OddVocabulary, import_concepts, read_file


class Command(BaseCommand):
    """Import a SKOS vocabulary as places, instruments, groups or languages."""

    help = "Import the concepts of a SKOS file as terms."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--kind", choices=sorted(KINDS), required=True)
        parser.add_argument("--language", default="en", help="of the preferred labels")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            graph = read_file(options["file"])
            count = import_concepts(graph, options["kind"], language=options["language"])
        except OddVocabulary as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} concepts imported as terms of kind {options['kind']}.")
