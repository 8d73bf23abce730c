"""Items that sound alike are found, among those that one may derive from and no others."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analysis.core.job import NodeOutcome, Output
from analysis.core.wire import JSON
from analysis.models import Computation, Preset
from analysis.results import alike
from analysis.results.alike import nearest, with_alike
from analysis.runs.services import start_run
from analysis.workers.passes import _embedding, work_one
from archive.access import PUBLIC, Actor
from archive.models import Item
from archive.services.deposit import deposit_sound
from tests import signals
from tests.analysis.recordings import ARCHIVIST, RATE, new_item, staff, write_wav
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def heard(tmp_path: Path) -> dict[str, Item]:
    """Two tones of one timbre, a hidden third, and noise, each analysed."""
    tones = {"tone": (220.0, 0.9), "other tone": (247.0, 0.3), "hidden": (233.0, 0.6)}
    made = {}
    for name, (frequency, gain) in tones.items():
        made[name] = new_item(access="none" if name == "hidden" else "full")
        signal = gain * signals.harmonic(frequency, 1.5)[0].astype(np.float64)
        deposit_sound(write_wav(tmp_path / f"{name}.wav", signal), actor=ARCHIVIST, item=made[name])
    made["noise"] = new_item()
    noise = signals.noise(1.5)[0].astype(np.float64)
    deposit_sound(write_wav(tmp_path / "n.wav", noise), actor=ARCHIVIST, item=made["noise"])
    nodes = [{"processor": "embedding", "params": {}}]
    Preset.objects.update_or_create(slug="alike", defaults={"name": "Alike", "nodes": nodes})
    start_run(actor=staff(), items=list(made.values()), preset="alike")
    while work_one():
        continue
    assert Computation.objects.exclude(embedding=None).count() == 4
    assert RATE == signals.RATE
    return made


def found(item: Item, actor: Actor, first: int = 5) -> list[tuple[str, float]]:
    rows = with_alike(actor, [item.pk], first)
    titles = {other.pk: other.title for other in Item.objects.all()}
    near = nearest(rows, first).get(item.pk, [])
    return [(titles[pk], similarity) for pk, similarity in near]


@pytest.mark.parametrize("by_vectors", [True, False], ids=["pgvector", "arrays"])
def test_the_nearest_come_first_and_hidden_ones_not(
    heard: dict[str, Item], monkeypatch: pytest.MonkeyPatch, *, by_vectors: bool
) -> None:
    if by_vectors and not alike.has_vectors():
        pytest.skip("this database has no pgvector")
    monkeypatch.setattr(alike, "has_vectors", lambda: by_vectors)
    public = found(heard["tone"], PUBLIC)
    assert [title for title, _ in public] == [heard["other tone"].title, heard["noise"].title]
    ours = found(heard["tone"], staff())
    assert {title for title, _ in ours[:2]} == {heard["other tone"].title, heard["hidden"].title}
    for title, similarity in (*public, *ours):
        assert (similarity > 0.8) == (title != heard["noise"].title)
    points = {
        row.results.get().item_id: np.array(row.embedding)
        for row in Computation.objects.exclude(embedding=None)
    }
    expected = points[heard["tone"].pk] @ points[heard["noise"].pk]
    assert dict(public)[heard["noise"].title] == pytest.approx(expected, abs=1e-5)


def test_what_one_may_not_derive_from_is_like_nothing(heard: dict[str, Item]) -> None:
    assert found(heard["hidden"], PUBLIC) == []
    assert found(heard["hidden"], staff()) != []


def test_other_versions_and_effects_are_not_compared(heard: dict[str, Item]) -> None:
    rows = Computation.objects.filter(results__item=heard["other tone"])
    rows.update(processor_version="0.0.9")
    assert [title for title, _ in found(heard["tone"], PUBLIC)] == [heard["noise"].title]
    rows.update(
        processor_version=Computation.objects.get(results__item=heard["tone"]).processor_version
    )
    rows.update(effects=[{"effect": "gain", "params": {}}])
    assert [title for title, _ in found(heard["tone"], PUBLIC)] == [heard["noise"].title]


def test_graphql_gives_them_with_their_items(heard: dict[str, Item]) -> None:
    question = """query($code: String!) { item(code: $code) {
      soundsLike(first: 1) { similarity item { code title } } } }"""
    (near,) = data_of(question, code=heard["tone"].code)["item"]["soundsLike"]
    assert near["item"]["code"] == heard["other tone"].code
    assert 0.8 < near["similarity"] <= 1


def test_a_vector_that_is_not_of_length_one_is_not_taken() -> None:
    """A hijacked child could otherwise have its sound come first everywhere."""
    point = np.full(60, 60**-0.5).tolist()
    output = Output("vector", "vector", data={"values": [*point]})
    node = NodeOutcome("k", "embedding", "1.0.0", {}, "done", outputs=(output,))
    assert _embedding(node) == pytest.approx(point)
    forgeries: list[JSON] = [[9.0] * 60, [*point[:59]], [*point[:59], None], "x"]
    for values in forgeries:
        forged = replace(node, outputs=(replace(output, data={"values": values}),))
        assert _embedding(forged) is None
    assert _embedding(replace(node, processor="mfcc")) is None
    assert _embedding(replace(node, status="failed")) is None
