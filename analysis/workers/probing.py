"""Tell the archive what a deposited file is: by decoding it in the walled child."""

from collections.abc import Callable
from pathlib import Path

from analysis.core import sandbox
from analysis.core.errors import ChildCrashed, ChildTimedOut, SourceRejected
from analysis.core.job import SoundInfo
from archive.errors import NotSound
from archive.sniffing import SoundFacts


def probe_in_child(path: Path) -> SoundFacts:
    """Answer the archive's question with what the sandbox says.

    Raises
    ------
    NotSound : no sound, or a file that brings its decoder down.
    """
    return _facts(sandbox.probe, path)


def glance_in_child(path: Path) -> SoundFacts:
    """Answer by the beginning of the file alone.

    Raises
    ------
    NotSound : as `probe_in_child`, as far as the beginning shows it.
    """
    return _facts(sandbox.glance, path)


def _facts(ask: Callable[[Path], SoundInfo], path: Path) -> SoundFacts:
    try:
        found = ask(path)
    except SourceRejected as rejected:
        raise NotSound(str(rejected)) from rejected
    except (ChildCrashed, ChildTimedOut) as failed:
        raise NotSound("The file cannot be read: its decoder gave up on it.") from failed
    return SoundFacts(
        format=found.format,
        codec=found.codec,
        mime_type=found.mime_type,
        sample_rate=found.sample_rate,
        channels=found.channels,
        bit_depth=found.bit_depth,
        frame_count=found.frames or None,
        duration_s=found.duration or None,
        is_whole=found.integrity == "ok",
        note=found.note,
    )
