"""What crosses the wall comes back as it was, or not at all."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.job import (
    Job,
    Limits,
    Node,
    NodeOutcome,
    Outcome,
    Output,
    SoundInfo,
    read_job,
    read_outcome,
    write_job,
    write_outcome,
)
from analysis.core.wire import WireError, from_json, to_json

text = st.text(max_size=20)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
nodes = st.builds(
    Node, key=text, processor=text, version=text, params=st.dictionaries(text, json_values)
)
finite = st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.builds(
        Job,
        nodes=st.lists(nodes, max_size=3).map(tuple),
        work=text,
        start_frame=st.integers(0, 2**40),
        end_frame=st.none() | st.integers(0, 2**40),
        limits=st.builds(Limits, base_s=finite),
    )
)
def test_a_job_survives_the_way_through_json(job: Job) -> None:
    assert read_job(json.loads(json.dumps(write_job(job)))) == job


outputs = st.builds(
    Output,
    name=text,
    kind=st.sampled_from(["value", "label", "frames", "tiles", "media"]),
    value=st.none() | finite,
    shape=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    data=st.dictionaries(text, json_values),
    files=st.lists(text, max_size=3).map(tuple),
)


@given(st.lists(outputs, max_size=3).map(tuple), finite)
def test_an_outcome_survives_the_way_through_json(made: tuple[Output, ...], seconds: float) -> None:
    sound = SoundInfo("wav", "pcm_s16", 44_100, 2, 16, 100, seconds)
    node = NodeOutcome("k", "level", "1.0.0", {}, "done", outputs=made)
    outcome = Outcome(sound, 0, 100, (node,), timings={"cpu": seconds})
    assert read_outcome(json.loads(json.dumps(write_outcome(outcome), allow_nan=False))) == outcome


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_json_cannot_say_becomes_null(number: float) -> None:
    assert to_json({"x": [number]}) == {"x": [None]}


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"nodes": []}, r"\$: 'work' is missing"),
        ({"nodes": [], "work": 3}, r"\$\.work: expected str, found 3"),
        ({"nodes": [{"key": "a"}], "work": ""}, r"\$\.nodes\[0\]: 'processor' is missing"),
        ({"nodes": [], "work": "", "wrk": 1}, r"'wrk' is not known here"),
        ({"nodes": [], "work": "", "start_frame": True}, r"start_frame: expected int"),
        ({"nodes": [], "work": "", "end_frame": 1.5}, r"end_frame: expected int"),
        ({"nodes": "none", "work": ""}, r"\$\.nodes: expected"),
        ([], r"expected the fields of Job"),
    ],
)
def test_a_wrong_job_is_refused_with_the_place(data: object, complaint: str) -> None:
    with pytest.raises(WireError, match=complaint):
        read_job(data)


def test_a_closed_set_stays_closed() -> None:
    with pytest.raises(WireError, match="'lost' is not one of"):
        from_json(
            NodeOutcome,
            {"key": "", "processor": "", "version": "", "params": {}, "status": "lost"},
        )
