"""The archive and the signal code agree on what a browser plays."""

import itertools

from analysis.io import formats
from archive.models import File
from archive.playable import plays_in_browser


def test_both_sides_of_the_wall_have_one_rule() -> None:
    kinds = [each for each in vars(formats).values() if isinstance(each, formats.Format)]
    codecs = set().union(*(kind.browser_codecs for kind in kinds)) | {"pcm_f64", "adpcm", ""}
    grid = itertools.product(
        kinds, sorted(codecs), (4_000, 8_000, 44_100, 48_000, 96_000), (1, 2, 3)
    )
    checked = playable = 0
    for kind, codec, rate, channels in grid:
        file = File(format=kind.name, codec=codec, sample_rate=rate, channels=channels)
        expected = formats.plays_in_browser(kind, codec, rate, channels)
        assert plays_in_browser(file) is expected, (kind.name, codec, rate, channels)
        checked += 1
        playable += expected
    assert checked > 1_000
    assert playable > 50


def test_what_is_not_known_is_not_playable() -> None:
    assert not plays_in_browser(File(format="wav", codec="pcm_s16", sample_rate=None, channels=1))
    assert not plays_in_browser(
        File(format="wav", codec="pcm_s16", sample_rate=8_000, channels=None)
    )
