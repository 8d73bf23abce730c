"""`manage.py up`: serve the site, and keep it served, until Ctrl-C."""

import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import serving


class Command(BaseCommand):
    """Migrate, then run every process of the site."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        sys.exit(serving.serve(settings.VAR, self._tell_when_ready))

    def _tell_when_ready(self) -> None:
        serving.site().wait()
        self.stdout.write(f"ready: {settings.BASE_URL}\n")
        self.stdout.flush()
