"""docs/processors.md, made of what processors declare: `python -m config.processor_docs [write]`.

Without `write` it only compares, and ends with 1 where the page is not what they declare.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from config import env

PAGE = env.ROOT / "docs" / "processors.md"
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
    "listening_copy": "vorbis_encoder, opus_encoder for the web",
}

_HEAD = """# Processors

This page is made of what the processors declare: `python -m config.processor_docs write`.
Which of them a run takes is said by its preset (`graphql { presets { slug nodes } }`); parameters,
with units and ranges, stand in their JSON Schema (`graphql { processors { id parameters } }`).
*Exact* means equal bits from equal samples, parameters and libraries, whatever the block size.

"""


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
    made = page()
    if arguments == ["write"]:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if not Path(PAGE).exists() or PAGE.read_text(encoding="utf-8") != made:
        sys.stderr.write("docs/processors.md is not what the processors declare.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
