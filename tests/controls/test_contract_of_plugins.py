"""Control of `analysis.contract`: a processor that breaks a clause is told so by its test."""

import pytest

from tests.analysis.plugged import Plugged, copy_of_template, new_environment

pytestmark = pytest.mark.slow
BREACHES = {
    "block size": (
        ("self._all += whole", "self._all += whole + len(power)"),
        "results_do_not_depend_on_the_block_size",
        "a block size changes the result",
    ),
    "lazy": (
        (
            "        power = view[Stft(2048, 512)]",
            "        import colorsys\n        power = view[Stft(2048, 512)]",
        ),
        "it_works_behind_the_wall",
        "colorsys",
    ),
    "memory": (
        (
            "        power = view[Stft(2048, 512)]",
            "        power = view[Stft(2048, 512)]\n"
            "        self.__dict__.setdefault('kept', []).append(power.copy())",
        ),
        "its_memory_does_not_grow",
        "MB at a minute",
    ),
    "odd sounds": (
        ("if whole else np.nan", "if whole else 1 / 0"),
        "odd_sounds_are_done_or_skipped",
        "ZeroDivisionError",
    ),
    "undeclared": (
        ('"mean_brightness", "value", "Brightness of the whole", "1"', '"m", "value", "M"'),
        "it_loads_and_declares_itself",
        "AssertionError",
    ),
    "time axis": (
        ('out.curve("brightness", hop=512)', 'out.curve("brightness", hop=512, t0_s=1.0)'),
        "what_it_finds_lies_within_the_sound",
        "AssertionError",
    ),
}


@pytest.fixture(scope="module")
def plugged(tmp_path_factory: pytest.TempPathFactory) -> Plugged:
    return new_environment(tmp_path_factory.mktemp("breaches"))


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_goes_red(plugged: Plugged, breach: str) -> None:
    change, clause, reason = BREACHES[breach]
    plugged.install(copy_of_template(plugged.folder, change))
    done = plugged.pytest(*("--processor", "brightness", "-k", clause))
    print(f"1 clause examined with a breach of it ({breach}): exit {done.returncode}")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed" in done.stdout
    assert reason in done.stdout
