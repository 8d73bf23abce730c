"""Results leave as files of other programs, and come back from them as they are (S-27, S-28, S-45).

The rule is asked at each request; what one may not see answers as what does not exist.
"""

import base64
import io
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import h5py
import nanoarrow
import numpy as np
import pytest

from analysis.delivery import exports
from analysis.delivery.exports import AT_ONCE
from analysis.delivery.made import slot
from analysis.exchange import FORMATS, Document
from analysis.models import Result
from analysis.runs.silencing import silence
from analysis.workers.passes import work_one
from archive.models import Item
from archive.services.deposit import deposit_sound
from archive.services.withholding import Stretch, withhold
from tests.analysis.delivery.test_views import Answer, ask, client_of
from tests.analysis.recordings import ARCHIVIST, recorded_item, sine, staff, write_wav
from tests.analysis.wide import analyse_widely, widely_analysed
from tests.graphql_api.asking import data_of

pytestmark = pytest.mark.usefixtures("house")
EVERYTHING = [each for each in FORMATS.values() if not each.holds_marks_only]
MARKS_ONLY = [each for each in FORMATS.values() if each.holds_marks_only]


@pytest.fixture
def item(tmp_path: Path) -> Item:
    return widely_analysed(tmp_path)


def result_of(item: Item, processor: str) -> Result:
    found = Result.objects.filter(item=item, computation__processor=processor)
    one: Result = found.order_by("pk")[0]
    return one


def read(answer: Answer, extension: str) -> tuple[Document, ...]:
    assert answer.status_code == 200, answer.body[:500]
    format_ = next(each for each in EVERYTHING if each.extension == extension)
    assert format_.read_all is not None
    return format_.read_all(answer.body)


def test_one_result_says_the_same_in_every_format(item: Item) -> None:
    result = result_of(item, "mel")
    told: dict[str, Document] = {}
    for format_ in EVERYTHING:
        answer = ask(f"/results/{result.pk}.{format_.extension}")
        assert answer.status_code == 200, answer.body[:500]
        assert answer.headers["Content-Type"].startswith(format_.mime_type)
        assert f"{item.code}_mel.{format_.extension}" in answer.headers["Content-Disposition"]
        told[format_.name] = format_.read(answer.body)
    one = told["hdf5"]
    assert all(each == one for each in told.values())
    assert (one.processor, one.title, one.params["bands"]) == ("mel", item.title, 32)
    assert one.iri.endswith(f"/results/{result.pk}")
    assert one.libraries
    stored = result.computation.outputs.get(kind="frames")
    frames = next(each for each in one.outputs if each.kind == "frames")
    assert list(frames.values.shape) == stored.shape
    assert (frames.unit, frames.period_s) == (stored.unit, stored.period_s)
    assert len(frames.axis) == 32
    whole = ask(f"/media/results/{result.pk}.h5").body
    with h5py.File(io.BytesIO(whole)) as file:
        np.testing.assert_array_equal(frames.values, file[stored.hdf5_path][()])


def test_marks_go_to_the_programs_that_show_marks(item: Item) -> None:
    """Sound, silence, sound: a second each, and the same for every program."""
    result = result_of(item, "silence")
    name = result.computation.outputs.get(kind="segments").name
    for format_ in MARKS_ONLY:
        answer = ask(f"/results/{result.pk}.{format_.extension}?output={name}")
        assert answer.status_code == 200, answer.body[:500]
        (layer,) = format_.read(answer.body).outputs
        assert [span.label for span in layer.spans] == ["sound", "silence", "sound"]
        starts = [span.start_s for span in layer.spans]
        assert starts == pytest.approx([0, 1, 2], abs=0.01), format_.name


def test_what_a_format_cannot_hold_is_said(item: Item) -> None:
    answer = ask(f"/results/{result_of(item, 'level').pk}.TextGrid")
    assert answer.status_code == 400
    assert b"level found neither events nor segments" in answer.body
    answer = ask(f"/items/{item.code}/results.lab")
    assert answer.status_code == 400
    assert b"choose one of" in answer.body
    assert ask(f"/items/{item.code}/results.lab?output=onset.onsets").status_code == 200
    assert ask(f"/items/{item.code}/results.lab?output=onset.nothing").status_code == 404


def test_an_item_gives_all_of_its_results_at_once(item: Item) -> None:
    several = {
        extension: read(ask(f"/items/{item.code}/results.{extension}"), extension)
        for extension in ("h5", "json", "csv", "xml", "npz", "jams")
    }
    assert len(several["h5"]) == 5
    for extension, documents in several.items():
        assert documents == several["h5"], extension
    tiers = FORMATS["textgrid"].read(ask(f"/items/{item.code}/results.TextGrid").body)
    assert {each.name.partition(".")[0] for each in tiers.outputs} == {"silence", "onset"}
    same_pass = read(ask(f"/results/{result_of(item, 'mel').pk}/pass.h5"), "h5")
    assert same_pass == several["h5"]


def test_accept_chooses_where_the_address_does_not(item: Item) -> None:
    result = result_of(item, "level")
    for address in (f"/results/{result.pk}", f"/items/{item.code}/results"):
        answer = ask(address, headers={"accept": "text/csv;q=0.9, text/plain;q=0.1"})
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert "Accept" in answer.headers["Vary"]
    assert ask(f"/results/{result.pk}").headers["Content-Type"].startswith("text/html")
    turtle = ask(f"/results/{result.pk}", headers={"accept": "text/turtle, text/csv;q=0.5"})
    assert turtle.headers["Content-Type"].startswith("text/turtle")
    assert ask(f"/results/{result.pk}.ttl").headers["Content-Type"].startswith("text/turtle")
    assert (
        ask(f"/items/{item.pk}/results.csv")
        .headers["Location"]
        .endswith(f"/items/{item.code}/results.csv")
    )


def test_who_may_read_numbers_only_gets_no_curves(item: Item) -> None:
    """`metadata` opens what was measured of the whole, and no curve, event or segment."""
    address = f"/items/{item.code}/results.json"
    curve, number = result_of(item, "mel"), result_of(item, "level")
    staff = client_of(is_staff=True)
    Item.objects.filter(pk=item.pk).update(access="metadata")
    kinds = {told.kind for one in read(ask(address), "json") for told in one.outputs}
    assert kinds == {"value"}
    assert ask(f"/results/{number.pk}.json").status_code == 200
    nothing = ask(f"/results/{curve.pk}.npz")
    never = ask(f"/results/{uuid4()}.npz")
    assert (nothing.status_code, nothing.body) == (never.status_code, never.body)
    answer = ask(address, staff)
    assert answer.headers["Cache-Control"] == "private, no-store"
    kinds = {told.kind for one in read(answer, "json") for told in one.outputs}
    assert kinds >= {"value", "frames", "events", "segments", "vector"}
    Item.objects.filter(pk=item.pk).update(access="none")
    for url in (address, f"/results/{number.pk}.csv", f"/results/{number.pk}/pass.csv"):
        assert ask(url).status_code == 404
        assert ask(url, staff).status_code == 200
    assert ask(f"/results/{number.pk}", headers={"accept": "text/csv"}).status_code == 404


def test_withheld_stretches_are_in_no_export(tmp_path: Path) -> None:
    """Half a second of full scale is withheld: no number tells of it, before or after."""
    item = recorded_item(tmp_path, seconds=0.1)
    item.parts.all().delete()
    loud = np.concatenate([sine(1.0, level=0.1), sine(0.5, level=1.0), sine(1.0, level=0.1)])
    deposit_sound(write_wav(tmp_path / "loud.wav", loud), actor=ARCHIVIST, item=item)
    analyse_widely(item)
    address = f"/items/{item.code}/results.json?output=level.peak"

    def peak(answer: Answer) -> float | None:
        return next(one for one in read(answer, "json") if not one.effects).outputs[0].value

    assert peak(ask(address)) == pytest.approx(0.0, abs=0.01)
    was = [f"/results/{pk}.json" for pk in _ids(item)]
    withhold(actor=staff(), item_id=item.pk, ranges=[Stretch(0.9, 1.6)])
    assert {ask(url).status_code for url in [address, *was]} == {404}
    assert silence() == 1
    while work_one():
        continue
    assert peak(ask(address)) == pytest.approx(-20.0, abs=0.01)
    assert {ask(url).status_code for url in was} == {404}


def _ids(item: Item) -> list[UUID]:
    return list(Result.objects.filter(item=item).values_list("pk", flat=True))


def test_a_file_is_asked_for_again_in_ranges_and_by_its_tag(item: Item) -> None:
    address = f"/items/{item.code}/results.h5"
    whole = ask(address)
    part = ask(address, headers={"range": "bytes=100-299", "if-range": whole.headers["ETag"]})
    assert (part.status_code, part.body) == (206, whole.body[100:300])
    assert ask(address, headers={"if-none-match": whole.headers["ETag"]}).status_code == 304
    Item.objects.filter(pk=item.pk).update(title="Another title")
    assert ask(address).headers["ETag"] != whole.headers["ETag"]


def test_only_so_many_are_made_at_once(item: Item) -> None:
    address = f"/items/{item.code}/results.csv"
    with ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(slot("results", AT_ONCE))
        answer = ask(address)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert ask(address).status_code == 200


def test_parts_stand_on_the_timeline_of_their_item(item: Item, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "second.wav", np.concatenate([np.zeros(44_100), sine(1.0, 500.0)]))
    deposit_sound(path, actor=ARCHIVIST, item=item)
    analyse_widely(item)
    documents = read(ask(f"/items/{item.code}/results.json"), "json")
    assert sorted({(one.part, one.begins_s) for one in documents}) == [(1, 0.0), (2, 3.0)]
    tiers = FORMATS["textgrid"].read(ask(f"/items/{item.code}/results.TextGrid").body)
    layer = next(each for each in tiers.outputs if each.name.startswith("silence."))
    quiet = [span.start_s for span in layer.spans if span.label == "silence"]
    assert quiet == pytest.approx([1.0, 3.0], abs=0.02)


def test_the_api_says_where_files_are(item: Item) -> None:
    told: Mapping[str, Any] = data_of(
        """query($code: String!) { item(code: $code) { exports { format url mediaType }
             results(first: 100) { kind name exports { format title url } } } }""",
        code=item.code,
    )["item"]
    urls = {each["format"]: each["url"] for each in told["exports"]}
    assert urls["hdf5"] == f"/items/{item.code}/results.h5"
    for url in urls.values():
        assert ask(url).status_code == 200, url
    offered = {each["kind"]: each["exports"] for each in told["results"]}
    assert {each["format"] for each in offered["SEGMENTS"]} == set(FORMATS)
    assert {each["format"] for each in offered["FRAMES"]} == {one.name for one in EVERYTHING}
    for files in offered.values():
        for each in files:
            assert ask(each["url"]).status_code == 200, each


def test_what_a_format_is_too_small_for_is_not_offered(
    item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = """query($code: String!) { item(code: $code) { exports { format }
        results(first: 100) { name kind exports { format } } } }"""

    def offered() -> tuple[set[str], dict[str, set[str]]]:
        told = data_of(query, code=item.code)["item"]
        return {each["format"] for each in told["exports"]}, {
            each["kind"]: {one["format"] for one in each["exports"]} for each in told["results"]
        }

    assert "jams" in offered()[0]
    monkeypatch.setitem(exports._MOST, "jams", 50)
    of_all, by_kind = offered()
    assert of_all >= {"hdf5", "json"}
    assert "jams" not in of_all
    assert "jams" not in by_kind["FRAMES"]
    assert "jams" in by_kind["VALUE"]
    assert ask(f"/items/{item.code}/results.jams").status_code == 400


def test_documents_differ_where_results_do(item: Item) -> None:
    """The control of the tests above: equality of documents is not blind to their numbers."""
    (one,) = read(ask(f"/results/{result_of(item, 'mel').pk}.npz"), "npz")
    told = one.outputs[0]
    changed = replace(told, values=told.values + np.float32(1e-3))
    assert replace(one, outputs=(changed, *one.outputs[1:])) != one


def test_a_window_of_a_curve_is_what_graphql_says(item: Item) -> None:
    """Binary beside JSON: the same decimation, as .npy and as a stream of Arrow."""
    result = result_of(item, "mel")
    name = result.computation.outputs.get(kind="frames").name
    told = data_of(
        """query($id: ID!) { node(id: $id) { ... on Result {
             frames(start: 0.5, end: 2.5, maxPoints: 7) {
               t0 period count width values minima } } } }""",
        id=base64.b64encode(f"Result:{result.pk}#{name}".encode()).decode(),
    )["node"]["frames"]
    address = f"/results/{result.pk}/frames?output={name}&start=0.5&end=2.5&maxPoints=7"
    answer = ask(address)
    rows = np.load(io.BytesIO(answer.body), allow_pickle=False)
    assert len(rows) == told["count"] <= 7
    for field, key in (("value", "values"), ("least", "minima")):
        said = np.frombuffer(base64.b64decode(told[key]), "<f4").reshape(-1, told["width"])
        np.testing.assert_array_equal(rows[field], said)
    assert rows["time"] == pytest.approx(told["t0"] + np.arange(len(rows)) * told["period"])
    for url, headers in (
        (f"{address}&format=arrow", {}),
        (address, {"accept": "application/vnd.apache.arrow.stream, */*;q=0.1"}),
    ):
        answer = ask(url, headers=headers)
        assert answer.headers["Content-Type"] == "application/vnd.apache.arrow.stream"
        stream = nanoarrow.ArrayStream.from_readable(answer.body)
        unit = result.computation.outputs.get(name=name).unit
        assert dict(stream.schema.metadata)[b"unit"] == unit.encode()
        batch = stream.read_all()
        np.testing.assert_array_equal(batch.child(0).to_pylist(), rows["time"])
        np.testing.assert_array_equal(batch.child(1).to_pylist(), rows["value"])


def test_windows_are_asked_about_as_curves_are(item: Item) -> None:
    address = f"/results/{result_of(item, 'mel').pk}/frames"
    whole = ask(address)
    assert whole.status_code == 200
    assert ask(address, headers={"if-none-match": whole.headers["ETag"]}).status_code == 304
    for odd, word in (
        ("maxPoints=0", b"maxPoints is 0"),
        ("start=a", b"start is 'a'"),
        ("start=2&end=1", b"ends before it begins"),
        ("format=gif", b"give npy or arrow"),
    ):
        answer = ask(f"{address}?{odd}")
        assert answer.status_code == 400, odd
        assert word in answer.body
    assert ask(f"{address}?output=nothing").status_code == 404
    assert ask(f"/results/{result_of(item, 'level').pk}/frames").status_code == 404
    Item.objects.filter(pk=item.pk).update(access="metadata")
    assert ask(address).status_code == 404, "a curve is more than a number"
    assert ask(address, client_of(is_staff=True)).headers["Cache-Control"] == "private, no-store"
