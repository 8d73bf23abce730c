"""`manage.py demo`: ingest real recordings, analyse them on real workers, and serve the site."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config import demo, env, serving


class Command(BaseCommand):
    """Repeat it: it is quick and changes nothing. AUDIO=DIR adds a folder of one's own."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("ingest_demo", stdout=self.stdout)
        folder = env.env_str("AUDIO")
        if folder:
            call_command("ingest_folder", Path(folder).expanduser(), stdout=self.stdout)
        self.stdout.write(f"starting the site's processes (their logs: {settings.VAR / 'log'})")
        person = demo.staff(settings.VAR / "run")
        sys.exit(serving.serve(settings.VAR, lambda: demo.tour(person)))
