import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.events import last_position, sequence
from ontology.drift import measure
from ontology.sync import wait_until_applied


class Command(BaseCommand):
    """Compare the RDF store with the catalogue, thing by thing."""

    help = "Print how far the RDF store differs from the catalogue; fails if it does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--wait", type=float, default=5.0, help="seconds to wait for events under way"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sequence()
        wait_until_applied(last_position(), options["wait"])
        drift = measure()
        self.stdout.write(
            f"drift: {drift.triples} triples in {drift.things} of {drift.examined} things"
        )
        for iri in drift.examples:
            self.stdout.write(f"  {iri}")
        if drift.triples:
            self.stdout.write("`manage.py rdf_rebuild` makes the store anew.")
            sys.exit(1)
