from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ontology import writer
from ontology.errors import StoreBusy


class Command(BaseCommand):
    """Keep the RDF store like the catalogue, for ever."""

    help = "Keep the RDF store like the catalogue: the one process that writes it."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            writer.main()
        except StoreBusy as error:
            raise CommandError(str(error)) from error
