"""Take a folder of records into the catalogue: the good ones in, the others beside them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveError
from archive.importers.records import Problem, label_of, read_records
from archive.services.ingest import SoundFile, keep
from archive.services.reconcile import Outcome
from archive.sounds import Wheel, path_of


@dataclass(frozen=True)
class Report:
    """What became of each record: `done` in order, `problems` with their reasons."""

    done: tuple[tuple[str, Outcome], ...]
    problems: tuple[Problem, ...]

    def count(self, outcome: Outcome) -> int:
        return Counter(each for _label, each in self.done)[outcome]

    def summary(self) -> str:
        """Return one sentence of counts, such as ``3 created, 2 unchanged, 1 failed``."""
        counts = [(self.count(outcome), outcome.value) for outcome in Outcome]
        counts.append((len(self.problems), "failed"))
        return ", ".join(f"{number} {word}" for number, word in counts if number) or "nothing to do"


def import_records(
    folder: Path,
    sounds: Mapping[str, SoundFile],
    *,
    overwrite: bool = False,
    say: Callable[[str], None] = lambda _line: None,
) -> Report:
    """Read the folder and keep each record in its own transaction.

    Raises
    ------
    OddRecord : the folder holds no records at all.
    """
    records, problems = read_records(folder)
    done: list[tuple[str, Outcome]] = []
    for record in records:
        label = label_of(record)
        try:
            outcome = keep(record, sounds, overwrite=overwrite)
        except ArchiveError as error:
            problems.append(Problem(label, str(error)))
            continue
        done.append((label, outcome))
        if outcome is not Outcome.UNCHANGED:
            say(f"{label}: {outcome}")
    return Report(tuple(done), tuple(problems))


def sound_files(wheels: tuple[Wheel, ...], folder: Path) -> dict[str, SoundFile]:
    """Return the fetched sounds by the names that records give them."""
    return {
        sound.name: SoundFile(
            path_of(sound.name, folder),
            Path(sound.path).name,
            sound.licence,
            sound.credit,
            f"{sound.source} ({wheel.package} {wheel.version})",
        )
        for wheel in wheels
        for sound in wheel.sounds
    }
