"""Analyse every sound that lacks results of the default preset; asked again, it does nothing."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from analysis.runs.services import RunState, ensure_presets, follow, start_run
from analysis.runs.unanalysed import unanalysed_items
from archive.access import Actor

_WIDTH = 40


class Command(BaseCommand):
    """Ask for one run over them, and follow it to its end where asked to."""

    help = __doc__ or ""

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--follow", action="store_true", help="stay until it is done")

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_presets()
        items = unanalysed_items()
        if not items:
            self.stdout.write("Every sound has been analysed.")
            return
        run = start_run(actor=Actor(is_member=True, is_staff=True), items=items)
        self.stdout.write(f"run: {run.pk} ({len(items)} items)")
        if options["follow"]:
            for state in follow(run.pk):
                self._draw(state)
            run.refresh_from_db()
            self.stdout.write(f"\n{run.status}. {run.error}".rstrip())

    def _draw(self, state: RunState) -> None:
        if not sys.stdout.isatty():
            return
        done = round(_WIDTH * state.progress)
        speed = f" {state.speed:.0f}x realtime" if state.speed else ""
        bar = "█" * done + "░" * (_WIDTH - done)
        self.stdout.write(f"\r{bar} {state.progress:4.0%}{speed}   ", ending="")
        self.stdout.flush()
