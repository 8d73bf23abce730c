"""Measure, and print or write docs/detection.md."""

import sys

from analysis.core.registry import discover
from archive.sounds import fetch, read_list
from config import env
from tests.analysis.detection.likeness import Likeness, likeness
from tests.analysis.detection.material import Material, material
from tests.analysis.detection.measures import Measured, framewise, note_wise, pitch_wise
from tests.analysis.detection.scoring import BASELINES

PAGE = env.ROOT / "docs" / "detection.md"
SEEDS = range(1000, 1020)
SECONDS = 60.0

_HEAD = """# How well the detectors detect

`python -m tests.analysis.detection write` measures this anew: {count} scenes of {seconds:g} s for
each question, seeds {first} to {last}, mixed from the demo's own recordings of speech, music and
animals (`fixtures/sounds.toml`) with known boundaries, at 5 to 30 dB over pink noise, and from
melodies whose notes are known, at 10 to 40 dB. Frames are of 50 ms; those within 0.1 s of a
boundary are not scored. `tests/analysis/detection/` says how, and a small version of it runs with
the tests.

Baselines stand in the same run: *constant* always says yes; *shuffled* gives the detector's own
answers in another order; *energy* is the level alone at whichever threshold does best afterwards,
which is more than any detector is given. A detector that does not beat all three in every measure
is **experimental**: no preset of the house takes it, and it says so.

The recordings are few, the models may have heard similar ones, and melodies made here are easier
than the field. Read the table as *better than nothing by so much*, not as a promise. Singing is
not scored: no recording of the demo is sung. The cards of the models stand in
[models.md](models.md).

## Frame by frame

| what | processor | | F1 | balanced accuracy | AUC |
|---|---|---|---|---|---|
"""


def page(sounds: Material) -> str:
    """Return the whole page."""
    processors = discover().processors
    told = [_HEAD.format(count=len(SEEDS), seconds=SECONDS, first=SEEDS[0], last=SEEDS[-1])]
    for measured in framewise(sounds, SEEDS, SECONDS):
        told += _lines(measured, experimental=processors[measured.processor].experimental)
    told.append(
        "\n## Note by note, and pitch\n\nNotes: F1, the semitone right and the beginning within "
        "50 ms. Pitch: share of the frames with one voice that are right within half a semitone."
        "\n\n| what | processor | detector | constant | shuffled | energy |\n"
        "|---|---|---|---|---|---|\n"
    )
    rows = {("notes", "notes"): note_wise(SEEDS, SECONDS)} | {
        ("pitch", name): pitch_wise(SEEDS, SECONDS, name) for name in ("pitch", "pitch_swift")
    }
    for (what, processor), scores in rows.items():
        figures = " | ".join(f"{scores[name]:.3f}" for name in ("detector", *BASELINES))
        told.append(f"| {what} | `{processor}` | {figures} |\n")
    told.append(_likeness(likeness(sounds)))
    return "".join(told)


def _likeness(found: Likeness) -> str:
    return f"""
## Sounds like this

`embedding`: of {found.excerpts} excerpts of 1.2 s of the demo's recordings, three of each that is
long enough, each with its own gain and its own noise (15 to 35 dB below), the nearest other excerpt

| is of | share | by chance |
|---|---|---|
| the same recording | {found.recording:.2f} | {found.recording_by_chance:.2f} |
| the same kind (speech, music, animals) | {found.kind:.2f} | {found.kind_by_chance:.2f} |

The demo has one recording of each species, so whether two animals of one kind are found by each
other is not measured here.
"""


def _lines(measured: Measured, *, experimental: bool) -> list[str]:
    mark = " (experimental)" if experimental else ""
    made = []
    for name in ("detector", *BASELINES):
        found = measured.scores[name]
        first = f"{measured.what} | `{measured.processor}`{mark} | **detector**"
        who = first if name == "detector" else f" | | {name}"
        made.append(f"| {who} | {found.f1:.3f} | {found.balanced:.3f} | {found.auc:.3f} |\n")
    return made


def main(arguments: list[str]) -> int:
    folder = env.ROOT / "var" / "sounds"
    fetch(read_list(env.ROOT / "fixtures" / "sounds.toml"), folder)
    made = page(material(folder))
    if arguments == ["write"]:
        PAGE.write_text(made, encoding="utf-8")
    else:
        sys.stdout.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
