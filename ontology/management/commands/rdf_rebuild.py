import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ontology import iris, writer
from ontology.errors import StoreBusy
from ontology.store import LiveStore
from ontology.sync import Projector


class Command(BaseCommand):
    """Make the RDF store anew: here, or in the writer where one is running."""

    help = "Make the RDF store anew from the catalogue."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--timeout", type=float, default=600.0, help="seconds to wait")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with LiveStore(Path(settings.RDF_DIR), iris.public_graph()) as store:
                count = Projector(store).refill()
        except StoreBusy:
            self._ask_the_writer(options["timeout"])
            self.stdout.write("The writer has filled the RDF store anew.")
        else:
            self.stdout.write(f"The RDF store was filled anew: {count} quads.")

    def _ask_the_writer(self, timeout_s: float) -> None:
        writer.ask_for_refill()
        until = time.monotonic() + timeout_s
        while writer.asked_for().exists():
            if time.monotonic() > until:
                raise CommandError(
                    f"The writer has not filled the store within {timeout_s:.0f} s: see its log."
                )
            time.sleep(0.1)
