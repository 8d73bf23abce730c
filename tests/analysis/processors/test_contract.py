"""What every processor of ours keeps: the contract that plug-ins are held to (`analysis.contract`).

All run in one pass wherever they can, as on a site.
"""

from pathlib import Path

import pytest

from analysis.contract import checks
from analysis.core.registry import BUILT_IN, OPTIONAL, discover

EVERY = tuple(sorted(BUILT_IN))


def test_all_built_in_processors_load() -> None:
    found = discover()
    assert [each for each in found.broken if each.name not in OPTIONAL] == []
    assert set(EVERY) <= set(found.processors)


@pytest.mark.parametrize("name", EVERY)
def test_a_processor_declares_itself(name: str) -> None:
    checks.declares_itself(name)


@pytest.mark.parametrize("name", EVERY)
def test_parameters_have_a_schema_that_their_defaults_keep(name: str) -> None:
    checks.parameters_keep_their_schema(name)


@pytest.mark.parametrize("channels", [1, 2, 9])
def test_results_do_not_depend_on_the_block_size(channels: int) -> None:
    """Bit for bit: every dataset, every tile and the encoded copies (G6)."""
    assert checks.results_do_not_depend_on_the_block_size(EVERY, channels) >= 4


@pytest.mark.parametrize("sound", checks.ODD_SOUNDS)
def test_odd_sounds_are_done_or_skipped_with_a_sentence(sound: str) -> None:
    checks.odd_sound_is_done_or_skipped(EVERY, *checks.ODD_SOUNDS[sound])


def test_frames_lie_within_the_sound_on_their_time_axis() -> None:
    assert checks.findings_lie_within_the_sound(EVERY) >= 5


def test_samples_that_are_no_numbers_spoil_nothing(tmp_path: Path) -> None:
    checks.no_numbers_spoil_nothing(EVERY, tmp_path)
