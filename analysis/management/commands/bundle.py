"""Bundles: an experience for a site whose sounds may not leave, and its results back.

manage.py bundle make EXPERIENCE --out X.zip
manage.py bundle take results.zip
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from analysis.bundle.packing import OddBundle
from analysis.errors import AnalysisError
from analysis.runs.bundles import Taken, make_bundle, take_results


class Command(BaseCommand):
    """Make a bundle, or take its results."""

    help = __doc__ or ""

    def add_arguments(self, parser: Any) -> None:
        what = parser.add_subparsers(dest="what", required=True)
        make = what.add_parser("make", help="pack an experience, or a preset, by its slug")
        make.add_argument("experience")
        make.add_argument("--out", type=Path, required=True)
        take = what.add_parser("take", help="take in what a site made of a bundle")
        take.add_argument("results", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["what"] == "make":
                self._make(options["experience"], options["out"])
            else:
                self._take(take_results(options["results"]))
        except (OddBundle, AnalysisError) as error:
            raise CommandError(str(error)) from error

    def _make(self, slug: str, out: Path) -> None:
        bundle = make_bundle(slug, out)
        self.stdout.write(f"{out}: {bundle.name}, version {bundle.version}, {bundle.content_hash}")
        for processor in bundle.left_out:
            self.stdout.write(f"Left out: {processor} makes copies of the sound.")

    def _take(self, taken: Taken) -> None:
        for checksum in taken.unmatched:
            self.stdout.write(f"Not matched: no item shows the whole of {checksum}.")
        for checksum, reason in taken.rejected.items():
            self.stdout.write(f"Not read at the site: {checksum}: {reason}")
        again = " These results were taken before." if taken.was_taken else ""
        self.stdout.write(
            f"{len(taken.matched)} sounds matched, {len(taken.unmatched)} not; {taken.made} "
            f"results are new, {taken.known} were there.{again}"
        )
        if taken.run is not None:
            self.stdout.write(f"run: {taken.run.pk}")
