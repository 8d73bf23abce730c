"""Results of every kind by GraphQL: spans, marks, vectors, rows of values (S-26)."""

import base64
from pathlib import Path

import numpy as np
import pytest

from archive.models import Item
from tests.analysis.recordings import ARCHIVIST
from tests.analysis.wide import widely_analysed
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def item(tmp_path: Path) -> Item:
    return widely_analysed(tmp_path)


QUESTION = """query($code: String!) { item(code: $code) {
  segments: results(first: 6, processor: "silence", kinds: [SEGMENTS]) {
    name kind spans(first: 2) { nodes { start end label value confidence } totalCount
      pageInfo { hasNextPage } }
    marks(maxMarks: 10) { total count labels starts labelNumbers }
    frames { count } vector { values } }
  silent: results(first: 6, processor: "silence", kinds: [SEGMENTS]) {
    spans(first: 5, label: "silence") { nodes { label } totalCount } }
  mean: results(first: 6, processor: "mel", kinds: [VECTOR]) {
    vector { axis { unit places } values } }
  wide: results(first: 6, processor: "mel", kinds: [FRAMES]) {
    axis { unit places } frames(maxPoints: 4) { count width values }
    spans(first: 1) { totalCount } }
  level: results(first: 6, processor: "level", kinds: [VALUE]) { name effects }
} }"""


def test_all_of_it_is_asked_for_by_graphql(item: Item) -> None:
    told = data_of(QUESTION, code=item.code)["item"]
    (segments,) = told["segments"]
    assert segments["spans"]["totalCount"] == 3
    assert segments["spans"]["pageInfo"]["hasNextPage"]
    assert [node["label"] for node in segments["spans"]["nodes"]] == ["sound", "silence"]
    assert segments["frames"] is None
    assert segments["vector"] is None
    starts = np.frombuffer(base64.b64decode(segments["marks"]["starts"]), "<f8")
    assert starts.tolist() == pytest.approx([0, 1, 2], abs=0.01)
    numbers = np.frombuffer(base64.b64decode(segments["marks"]["labelNumbers"]), "<i4")
    assert [segments["marks"]["labels"][n] for n in numbers] == ["sound", "silence", "sound"]
    assert told["silent"][0]["spans"]["totalCount"] == 1
    (mean,) = told["mean"]
    assert mean["vector"]["axis"]["unit"] == "Hz"
    assert len(mean["vector"]["values"]) == len(mean["vector"]["axis"]["places"]) == 32
    (wide,) = told["wide"]
    assert wide["frames"]["width"] == 32
    values = np.frombuffer(base64.b64decode(wide["frames"]["values"]), "<f4")
    assert len(values) == wide["frames"]["count"] * 32
    assert wide["spans"] is None
    assert sorted(len(each["effects"]) for each in told["level"]) == [0, 0, 0, 1, 1, 1]


def test_who_may_not_have_curves_has_neither_marks_nor_vectors(item: Item) -> None:
    """Summaries of metadata-only items are shown; what draws the sound is not (design: derive)."""
    Item.objects.filter(pk=item.pk).update(access="metadata")
    told = data_of(QUESTION, code=item.code)["item"]
    (segments,) = told["segments"]
    assert segments["spans"] is None
    assert segments["marks"] is None
    assert told["mean"][0]["vector"] is None
    assert told["wide"][0]["axis"] is None
    heard = data_of(QUESTION, actor=ARCHIVIST, code=item.code)["item"]
    assert heard["segments"][0]["marks"]["total"] == 3
