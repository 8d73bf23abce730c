"""The checks as a class of tests, to be inherited by the tests of a package of processors."""

from pathlib import Path
from typing import ClassVar

from analysis.contract import checks


class ProcessorContract:
    """Every check for each id in `processors`, which a subclass states."""

    processors: ClassVar[tuple[str, ...]] = ()

    def test_it_loads_and_declares_itself(self, processor: str) -> None:
        checks.declares_itself(processor)

    def test_its_parameters_have_a_schema_that_their_defaults_keep(self, processor: str) -> None:
        checks.parameters_keep_their_schema(processor)

    def test_results_do_not_depend_on_the_block_size(self, processor: str) -> None:
        for channels in (1, 2, 9):
            checks.results_do_not_depend_on_the_block_size((processor,), channels)

    def test_odd_sounds_are_done_or_skipped_with_a_sentence(self, processor: str) -> None:
        for sound in checks.ODD_SOUNDS.values():
            checks.odd_sound_is_done_or_skipped((processor,), *sound)

    def test_what_it_finds_lies_within_the_sound(self, processor: str) -> None:
        checks.findings_lie_within_the_sound((processor,))

    def test_samples_that_are_no_numbers_spoil_nothing(
        self, processor: str, tmp_path: Path
    ) -> None:
        checks.no_numbers_spoil_nothing((processor,), tmp_path)

    def test_it_works_behind_the_wall(self, processor: str, tmp_path: Path) -> None:
        checks.works_behind_the_wall(processor, tmp_path)

    def test_its_memory_does_not_grow_with_the_sound(self, processor: str, tmp_path: Path) -> None:
        checks.memory_does_not_grow(processor, tmp_path)
