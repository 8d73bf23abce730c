"""Forget who was given restricted material long ago; beat does it every day."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.services.access_log import forget


class Command(BaseCommand):
    help = "Forget entries of the access log older than so many days (ACCESS_LOG_DAYS)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        days = settings.ACCESS_LOG_DAYS
        parser.add_argument("--days", type=int, default=days, help=f"how many are kept ({days})")

    def handle(self, *_: Any, **options: Any) -> None:
        try:
            gone = forget(older_than_days=options["days"])
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{gone} entries forgotten.")
