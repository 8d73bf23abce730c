"""Forget old events; clients that come back later begin anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.events import prune


class Command(BaseCommand):
    help = "Forget events older than so many days. Cursors of clients last as long."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=30, help="how many days are kept (30)")

    def handle(self, *_: Any, **options: Any) -> None:
        try:
            gone = prune(older_than_days=options["days"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{gone} events forgotten.")
