"""What processors declare, as docs/processors.md and docs/models.md.

`python -m config.processor_docs write` writes both. Without `write` it only compares, and ends
with 1 where a page is not what they declare.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from config import env

PAGE = env.ROOT / "docs" / "processors.md"
MODELS_PAGE = env.ROOT / "docs" / "models.md"
TESTS = env.ROOT / "tests" / "analysis" / "processors"

#: Which processors of the predecessors each of ours answers (spec/timeside.md section 1.2, 1.3).
FAMILIES = {
    "technical": "Telemeta's analysis table: format, resolution, rate, channels, duration (S-63)",
    "level": "level, mean_dc_shift",
    "loudness": "loudness_itu",
    "waveform": "waveform_analyzer, waveform_simple",
    "spectrogram": "spectrogram_analyzer, spectrogram_analyzer_buffer, spectrogram_lin",
    "mel": "aubio_melenergy",
    "mfcc": "aubio_mfcc, yaafe MFCC",
    "chroma": "yaafe and Vamp chroma",
    "spectral": "aubio_specdesc, vamp_crest, vamp_flatness, vamp_kurtosis, vamp_spectral_*",
    "onset": "onset_detection_function, aubio_temporal.onset",
    "tempo": "aubio_temporal.beat and bpm, vamp_tempo, irit_tempogram",
    "silence": "aubio_silence",
    "pitch": "aubio_pitch",
    "pitch_histogram": "asked for by ethnomusicologists; Tarsos, Dunya's tonic",
    "tuning": "vamp_tuning",
    "key": "asked for in TimeSide's thread 79",
    "chords": "WASABI's chords tab (S-67)",
    "dissonance": "essentia_dissonance, essentia_dissonance_value",
    "saturation": "archive quality control: saturation",
    "clicks": "archive quality control: clicks, discontinuities",
    "gaps": "archive quality control: gaps",
    "noise_bursts": "archive quality control: noise bursts",
    "hum": "archive quality control: hum",
    "cuts": "archive quality control: start and stop cuts",
    "false_stereo": "archive quality control: false stereo",
    "noise_level": "archive quality control: SNR",
    "segmentation": "irit_diverg, Vamp segmenters",
    "harmonic_percussive": "KAMoulox's separation of what lasts and what strikes (S-72)",
    "constant_q": "Vamp constant-Q spectrogram",
    "harmonics": "Timbre Toolbox: inharmonicity, tristimulus, odd to even, noisiness (S-22)",
    "attack": "Timbre Toolbox: log attack time, temporal centroid, effective duration (S-22)",
    "speech_music": "irit_speech_4hz, irit_speech_entropy, irit_music_sln, irit_music_snb, "
    "labri_speech_music, irit_singing",
    "speech_silero": "limsi_sad: a second opinion",
    "pitch_swift": "aubio_pitch, irit_singing's pitch",
    "notes": "asked for by transcribers; aubio_temporal's notes",
    "polyphony": "irit_monopoly",
    "melody": "Melodia of Vamp packs; essentia vibrato",
    "fingerprint": "near-duplicates, as Chromaprint finds them",
    "embedding": "asked for in Freesound and Dunya: sounds like this",
    "listening_copy": "vorbis_encoder, opus_encoder for the web",
}

_HEAD = """# Processors

This page is made of what the processors declare: `python -m config.processor_docs write`.
Which of them a run takes is said by its preset (`graphql { presets { slug nodes } }`); parameters,
with units and ranges, stand in their JSON Schema (`graphql { processors { id parameters } }`).
*Exact* means equal bits from equal samples, parameters and libraries, whatever the block size.

"""


_MODELS_HEAD = """# Trained models

Some processors work with a model that somebody trained. This page is made of their cards:
`python -m config.processor_docs write`. The same cards stand in the provenance of every result
file (`/meta`, `models`) and in `graphql { processors { models { … } } }`.

A model file comes in a package of the index, pinned by hash in `requirements.lock` or, where the
package asks for torch or TensorFlow, without its dependencies in `requirements-models.lock`. It is
loaded only if its own checksum is that of its card, before the sandbox closes, on one thread. A
site without it works; the processor is then listed by `make doctor` and, for staff, by
`graphql { processorFailures { name reason } }`, and presets leave it out. How well the detectors
do, beside baselines, stands in [detection.md](detection.md).

`analysis/core/note_creation.py` is a port of code by Spotify AB under the Apache License 2.0
(*Basic Pitch, Copyright 2022 Spotify AB. This product includes software developed at Spotify AB.*);
the licence's text is in the installed package `basic-pitch`.
"""


def models_page() -> str:
    """Return the page of the model cards."""
    from analysis.core.model_cards import CARDS
    from analysis.core.registry import BUILT_IN, discover

    found = discover().processors
    told = [_MODELS_HEAD]
    for card in CARDS:
        users = ", ".join(f"`{name}`" for name in BUILT_IN if card in found[name].models)
        told += [
            f"\n## {card.name}\n\n",
            "| | |\n|---|---|\n",
            f"| used by | {users} |\n",
            f"| file | `{card.package}/{card.file}` of {card.distribution} {card.version} |\n",
            f"| sha256 | `{card.sha256}` |\n",
            f"| licence | {card.licence} |\n",
            f"| source | {card.source} |\n",
            f"| built as | {card.architecture} |\n",
            f"| trained on | {card.training} |\n",
            f"| meant for | {card.intended} |\n",
            f"| known limits | {card.limits} |\n",
        ]
    return "".join(told)


def page() -> str:
    """Return the whole page."""
    from analysis.core.effects import effects
    from analysis.core.registry import BUILT_IN, discover

    processors = discover().processors
    told = [_HEAD, "## At a glance\n\n", *_table(processors[name] for name in BUILT_IN)]
    told += ["\n## One by one\n", *(_section(processors[name]) for name in BUILT_IN)]
    told += ["\n## Effects\n\n", "What a sound can go through before a processor hears it.\n\n"]
    for effect in effects().values():
        told.append(f"- **`{effect.id}`** {effect.version}: {effect.description}\n")
    return "".join(told)


def _table(processors: Any) -> Iterator[str]:
    yield "| id | version | answers | determinism | under the sound | known answers |\n"
    yield "|---|---|---|---|---|---|\n"
    for each in processors:
        lanes = ", ".join(sorted({_LANES[told.kind] for told in each.provides})) or "none"
        yield (
            f"| [`{each.id}`](#{each.id}) | {each.version} | {FAMILIES[each.id]} "
            f"| {each.determinism} | {lanes} | {', '.join(known_answers(each.id))} |\n"
        )


_LANES = {
    "value": "value in the table",
    "label": "value in the table",
    "vector": "bars",
    "frames": "curve or rows",
    "events": "marks",
    "segments": "segments",
    "tiles": "picture",
    "media": "what is heard",
}


def _section(each: Any) -> str:
    from ontology.mappings.analysis import FEATURES

    libraries = ", ".join(("numpy", *each.libraries))
    told = [f"\n### {each.id}\n\n", f"**{each.label}.** {_paragraphs(each.__doc__)}\n\n"]
    if each.reference:
        told.append(f"Reference: {each.reference}.\n\n")
    if each.models:
        named = ", ".join(model.name for model in each.models)
        told.append(f"Trained model: {named} ([card](models.md)).\n\n")
    if each.merge:
        told.append(f"In stretches: {each.merge}\n\n")
    if each.experimental:
        told.append("Experimental: in no preset of the house.\n\n")
    told.append(
        f"Libraries: {libraries}. Licence: {each.licence}. Cost: about {each.cost:g} s of stereo "
        "sound in a CPU second, beyond what is shared.\n\n"
    )
    told += ["| output | kind | unit | what | RDF |\n", "|---|---|---|---|---|\n"]
    for output in each.provides:
        classes = FEATURES.get(f"{each.id}.{output.name}", ())
        term = ", ".join(f"afv:{str(of).rpartition('#')[2]}" for of in classes)
        general = "" if output.kind in ("tiles", "media") else "afo:AudioFeature"
        what = " ".join(filter(None, (f"{output.title}.", output.description)))
        words = f" Labels: {', '.join(output.labels)}." if output.labels else ""
        told.append(
            f"| `{output.name}` | {output.kind} | {output.unit} | {what}{words} "
            f"| {term or general} |\n"
        )
    return "".join(told)


def _paragraphs(docstring: str | None) -> str:
    lines = (line.strip() for line in (docstring or "").strip().splitlines())
    return re.sub(r"(?<!\n) (?=\n)|(?<!\n)\n(?!\n)", " ", "\n".join(lines))


def known_answers(processor: str) -> list[str]:
    """Return the tests that ask a processor about sounds whose answers are known."""
    imported = re.compile(
        rf"^(from analysis\.core\.pipe import .*|    ){processor}\b", re.MULTILINE
    )
    return [
        f"`{path.relative_to(env.ROOT)}`"
        for path in sorted(TESTS.glob("test_*.py"))
        if imported.search(path.read_text(encoding="utf-8"))
    ]


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is what the processors declare."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    differs = False
    for path, made in ((PAGE, page()), (MODELS_PAGE, models_page())):
        if arguments == ["write"]:
            path.write_text(made, encoding="utf-8")
        elif not Path(path).exists() or path.read_text(encoding="utf-8") != made:
            sys.stderr.write(f"docs/{path.name} is not what the processors declare.\n")
            differs = True
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
