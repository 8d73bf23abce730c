"""Stretches that are withheld: silent in every copy, tile, curve, value and transcript (issue 4).

A tone of 440 Hz; from 4 to 6 s another of 3 kHz, which is withheld. Whatever the public is given
must not tell of it, before, while and after it is made anew; the master stays as it is.
"""

import io
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import soundfile
from django.db.models import Q
from django.test import Client

from analysis.delivery.sounds import playable
from analysis.models import Output, Result, Status
from analysis.querysets import ResultQuerySet
from analysis.runs.services import start_run
from analysis.runs.silencing import silence, unsilenced_items
from analysis.workers.passes import work_one
from archive.access import PUBLIC, Act, Actor
from archive.errors import OddValue
from archive.models import Annotation, Item, Part, Track, WithheldRange
from archive.scopes import Scope
from archive.services.deposit import deposit_sound
from archive.services.timed_text import export_track
from archive.services.withholding import Stretch, withhold
from archive.withholding import hears_whole
from tests.analysis.recordings import ARCHIVIST, RATE, new_item, sine, staff, write_wav
from tests.factories import MEMBER

pytestmark = pytest.mark.usefixtures("house")
SECRET = (4.0, 6.0)


@pytest.fixture
def item(tmp_path: Path) -> Item:
    made = new_item()
    tone = np.concatenate([sine(4.0), sine(2.0, 3000.0, 0.9), sine(4.0)])
    deposit_sound(write_wav(tmp_path / "tone.wav", tone), actor=ARCHIVIST, item=made)
    work(start_run(actor=staff(), items=[made]))
    return made


def fetched(url: str) -> tuple[int, bytes]:
    answer = Client().get(url)
    content = b"".join(answer) if answer.streaming else answer.content
    answer.close()
    return answer.status_code, content


def work(run: Any = None) -> None:
    while work_one():
        pass
    if run is not None:
        run.refresh_from_db()
        assert run.status == Status.DONE


def withheld(item: Item, *ranges: tuple[float, float]) -> Item:
    return withhold(actor=staff(), item_id=item.pk, ranges=[Stretch(*each) for each in ranges])


def values(item: Item, actor: Actor) -> dict[str, float | None]:
    rows = Result.objects.allowing(actor, Act.SUMMARY).filter(item=item, superseded_by=None)
    outputs = Output.objects.filter(computation__in=rows.values("computation"), kind="value")
    return {f"{row.computation.processor}.{row.name}": row.value for row in outputs}


def silent_part(sound: np.ndarray[Any, Any], rate: int) -> float:
    """Return the peak of what lies well within the stretch (a codec rings at its edges)."""
    start, end = (round(second * rate) for second in (SECRET[0] + 0.1, SECRET[1] - 0.1))
    return float(np.abs(sound[start:end]).max())


def heard(item: Item, actor: Actor = PUBLIC) -> tuple[np.ndarray[Any, Any], int]:
    found = playable(item.pk, actor)
    assert found is not None
    status, content = fetched(found.url)
    assert status == 200, found.url
    data, rate = soundfile.read(io.BytesIO(content))
    return data, rate


def test_with_the_commit_nothing_that_was_made_of_it_is_given(item: Item) -> None:
    before = values(item, PUBLIC)
    urls = doors(item)
    assert all(fetched(url)[0] == 200 for url in urls)
    withheld(item, SECRET)
    assert playable(item.pk, PUBLIC) is None
    assert values(item, PUBLIC) == values(item, MEMBER) == {}
    answers = {url: fetched(url)[0] for url in urls}
    print(f"{len(answers)} addresses closed")
    assert len(answers) >= 5
    assert set(answers.values()) == {404}, answers
    assert values(item, staff()) == before, "staff still reads what was measured of the whole"


def doors(item: Item) -> list[str]:
    """Return the addresses of all that was made of an item's sound."""
    tiles = [
        f"/media/items/{item.pk}/tiles/{row.content_hash}/0/0"
        for row in Output.objects.filter(computation__results__item=item, kind="tiles")
    ]
    files = [f"/media/results/{row.pk}.h5" for row in Result.objects.filter(item=item)]
    found = [*tiles, f"/media/items/{item.pk}/parts/1/sound"]
    return [*found, *(url for url in files if fetched(url)[0] == 200)]


def test_what_is_made_anew_is_silent_there(item: Item) -> None:
    loud = values(item, PUBLIC)
    withheld(item, SECRET)
    assert unsilenced_items() == [item.pk]
    assert silence() == 1
    assert silence() == 0, "it is asked for once"
    work()
    sound, rate = heard(item)
    assert silent_part(sound, rate) < 1e-3
    assert np.abs(sound[: round(3.5 * rate)]).max() > 0.4, "and what is not withheld is heard"
    said = values(item, PUBLIC)
    assert said.keys() == loud.keys()
    assert said["level.peak"] == pytest.approx(20 * np.log10(0.5), abs=0.05)
    assert loud["level.peak"] == pytest.approx(20 * np.log10(0.9), abs=0.05)
    assert values(item, staff()) == loud
    assert frames_within(item, "pitch", "f0") == 0
    assert energy_in_tiles(item) == 0


def frames_within(item: Item, processor: str, name: str) -> int:
    """Return how many frames of a curve are voiced well within the stretch."""
    row = Result.objects.allowing(PUBLIC, Act.DERIVE).get(
        item=item, computation__processor=processor, superseded_by=None
    )
    output = row.computation.outputs.get(name=name)
    status, content = fetched(f"/media/results/{row.pk}.h5")
    assert status == 200
    with h5py.File(io.BytesIO(content)) as file:
        curve = np.asarray(file[output.hdf5_path])
    times = (output.t0_s or 0.0) + np.arange(len(curve)) * (output.period_s or 0.0)
    within = curve[(times > SECRET[0] + 0.2) & (times < SECRET[1] - 0.2)]
    assert len(within) > 10
    assert np.isfinite(curve).sum() > 10
    return int(np.isfinite(within).sum())


def energy_in_tiles(item: Item) -> int:
    """Return the largest value that the finest waveform tile has well within the stretch."""
    row = Result.objects.allowing(PUBLIC, Act.DERIVE).get(
        item=item, computation__processor="waveform", superseded_by=None
    )
    output = row.computation.outputs.get(kind="tiles")
    status, content = fetched(f"/media/items/{item.pk}/tiles/{output.content_hash}/0/0")
    assert status == 200
    planes = np.frombuffer(content, "<i2")
    buckets = planes.reshape(3, -1)
    per_s = RATE / 256
    first, last = round((SECRET[0] + 0.1) * per_s), round((SECRET[1] - 0.1) * per_s)
    assert np.abs(buckets[:2, : first // 2]).max() > 10_000
    return int(np.abs(buckets[:, first:last].astype(int)).max())


def test_a_range_or_a_part_that_moves_closes_it_again(item: Item) -> None:
    withheld(item, SECRET)
    silence()
    work()
    assert playable(item.pk, PUBLIC) is not None
    Part.objects.filter(item=item).update(starts_at_s=0.5)  # by no service at all
    assert playable(item.pk, PUBLIC) is None
    assert values(item, PUBLIC) == {}
    Part.objects.filter(item=item).update(starts_at_s=None)
    assert playable(item.pk, PUBLIC) is not None
    WithheldRange.objects.create(item=item, start_s=0, end_s=1)
    assert playable(item.pk, PUBLIC) is None
    WithheldRange.objects.filter(item=item).delete()
    sound, rate = heard(item)
    assert silent_part(sound, rate) > 0.8, "taken back, the master plays again"


def test_a_token_that_is_not_for_listening_is_no_way_round(item: Item) -> None:
    """Staff's rights to the whole go with LISTEN: without it, sound is as the public has it."""
    withheld(item, SECRET)
    deaf = replace(staff(), scopes=frozenset({Scope.READ}))
    assert playable(item.pk, staff()) is not None
    assert playable(item.pk, deaf) is None
    assert not Result.objects.allowing(deaf, Act.DERIVE).filter(item=item).exists()
    assert not Part.objects.filter(hears_whole(deaf, "item__"), item=item).exists()


def test_nobody_writes_a_key_that_is_not_so(item: Item) -> None:
    withheld(item, SECRET)
    Item.objects.filter(pk=item.pk).update(withheld_key="")
    item.refresh_from_db()
    assert item.withheld_key.startswith("4/6@")
    assert playable(item.pk, PUBLIC) is None


def test_what_is_said_there_is_not_read_either(item: Item) -> None:
    track = Track.objects.create(item=item, kind="transcript", audience="public", title="Words")
    lines = {"before": (1, 2), "across": (3.5, 4.5), "within": (5, 5.5), "at its end": (6, 7)}
    for text, (start, end) in lines.items():
        Annotation.objects.create(track=track, item=item, text=text, start_s=start, end_s=end)
    Annotation.objects.create(track=track, item=item, text="a moment", start_s=4.0)
    withheld(item, SECRET)
    seen = set(Annotation.objects.visible_to(PUBLIC).values_list("text", flat=True))
    assert seen == {"before", "at its end"}
    written = export_track(actor=PUBLIC, record_id=track.pk, to="webvtt")
    assert [word in written for word in ("before", "across", "within", "a moment")] == [
        True,
        False,
        False,
        False,
    ]
    assert Annotation.objects.visible_to(staff()).count() == 5


@pytest.mark.parametrize(
    ("ranges", "field"),
    [
        ([(9.0, 10.5)], "ranges.0.end_s"),
        ([(1.0, 2.0), (3.0, 3.0)], "ranges.1.end_s"),
        ([(-1.0, 2.0)], "ranges.0.start_s"),
        ([(float("nan"), 2.0)], "ranges.0.start_s"),
    ],
    ids=["beyond the end", "empty", "before the start", "no number"],
)
def test_odd_ranges_are_refused(item: Item, ranges: list[tuple[float, float]], field: str) -> None:
    with pytest.raises(OddValue) as refused:
        withheld(item, *ranges)
    assert refused.value.field == field
    assert not item.withheld.exists()


def test_control_without_the_rule_of_keys_the_secret_is_given(
    item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    withheld(item, SECRET)
    monkeypatch.setattr(
        ResultQuerySet, "allowing", lambda self, actor, act: self.filter(Q(item=item))
    )
    assert values(item, PUBLIC)["level.peak"] == pytest.approx(20 * np.log10(0.9), abs=0.05)
    assert len(list(itertools.islice(doors(item), 3))) == 3
