"""Tracks by GraphQL: timed text in and out, markers, windows of time; and stems."""

from typing import Any

import pytest

from archive.access import PUBLIC, Actor
from archive.models import Annotation, Concept, Scheme, Track, User
from archive.services.annotating import AnnotationPart
from archive.services.tracks import create_track
from tests.factories import (
    MEMBER,
    STAFF,
    make_collection,
    make_file,
    make_item,
    make_part,
    make_user,
)
from tests.graphql_api.asking import ask, data_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curator")]

LRC = "[ti:Berceuse]\n[00:12.00]Dodo\n[00:15.00]l'enfant\n"

IMPORT = """mutation($input: ImportTrackInput!) { importTrack(input: $input) { __typename
  ... on ImportTrackPayload { cueCount problemCount problems { line message }
    track { id kind title format version annotations { totalCount nodes { start end text } } } }
  ... on BadCues { goodCount problemCount problems { line message } }
  ... on Error { code message path } } }"""


@pytest.fixture
def curator() -> User:
    """Give STAFF an account: a track names its author."""
    return make_user("curator", id=STAFF.user_id, is_staff=True)


def global_id(code: str) -> str:
    return str(
        data_of("query($c: String!) { item(code: $c) { id } }", actor=STAFF, c=code)["item"]["id"]
    )


def test_lyrics_are_taken_in_from_text() -> None:
    make_item(code="X_1")
    item = global_id("X_1")
    said = {"item": item, "kind": "LYRICS", "text": LRC, "language": "fr"}
    taken = data_of(IMPORT, actor=STAFF, input=said)["importTrack"]
    assert (taken["cueCount"], taken["problemCount"]) == (2, 0)
    track = taken["track"]
    assert (track["title"], track["format"]) == ("Berceuse", "LRC")
    assert track["annotations"]["nodes"] == [
        {"start": 12.0, "end": 15.0, "text": "Dodo"},
        {"start": 15.0, "end": None, "text": "l'enfant"},
    ]
    again = {"track": track["id"], "text": "WEBVTT\n\n00:01.000 --> 00:02.000\nAutre\n"}
    replaced = data_of(IMPORT, actor=STAFF, input=again)["importTrack"]["track"]
    assert (replaced["id"], replaced["format"]) == (track["id"], "WEBVTT")
    assert [row["text"] for row in replaced["annotations"]["nodes"]] == ["Autre"]
    assert replaced["version"] > track["version"]


def test_bad_cues_are_data_line_by_line() -> None:
    make_item(code="X_1")
    said = {"item": global_id("X_1"), "kind": "LYRICS", "text": LRC + "no time\n"}
    bad = data_of(IMPORT, actor=STAFF, input=said)["importTrack"]
    assert (bad["__typename"], bad["code"], bad["path"]) == (
        "BadCues",
        "BAD_CUES",
        ["input", "text"],
    )
    assert (bad["goodCount"], bad["problemCount"]) == (2, 1)
    assert bad["problems"][0]["line"] == 4
    assert not Track.objects.exists()
    good = data_of(IMPORT, actor=STAFF, input=said | {"leaveOutBad": True})["importTrack"]
    assert (good["cueCount"], good["problemCount"]) == (2, 1)


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ({"text": "just words"}, "NOT_TIMED_TEXT", ["input", "text"]),
        ({"text": LRC, "kind": None}, "ODD_VALUE", ["input", "kind"]),
        ({"text": LRC, "language": "the French"}, "ODD_VALUE", ["input", "language"]),
        ({"text": LRC, "format": "TTML"}, "NOT_TIMED_TEXT", ["input", "text"]),
    ],
)
def test_odd_imports_are_refused(said: dict[str, Any], code: str, path: list[str]) -> None:
    make_item(code="X_1")
    given = {"item": global_id("X_1"), "kind": "LYRICS"} | said
    refused = data_of(IMPORT, actor=STAFF, input=given)["importTrack"]
    assert (refused["code"], refused["path"]) == (code, path)
    assert not Track.objects.exists()


def test_a_key_takes_a_file_in_once() -> None:
    make_item(code="X_1")
    said = {"item": global_id("X_1"), "kind": "LYRICS", "text": LRC, "idempotencyKey": "mine"}
    first, second = (data_of(IMPORT, actor=STAFF, input=said)["importTrack"] for _ in range(2))
    assert first["track"]["id"] == second["track"]["id"]
    assert (second["cueCount"], Track.objects.count()) == (2, 1)


def test_annotations_are_read_in_windows_of_time_and_page_by_page() -> None:
    item = make_item(code="X_1")
    parts = [AnnotationPart(float(n), n + 1.5, str(n)) for n in range(300)]
    create_track(actor=STAFF, item=item.code, kind="labels", annotations=parts)
    query = (
        'query($start: Float, $end: Float, $after: String) { item(code: "X_1") {'
        " tracks(first: 1, kind: LABELS)"
        " { annotations(first: 100, start: $start, end: $end, after: $after)"
        " { totalCount pageInfo { hasNextPage endCursor } nodes { text } } } } }"
    )

    def asked(**said: Any) -> Any:
        return data_of(query, **said)["item"]["tracks"][0]["annotations"]

    window = asked(start=10.0, end=12.0)
    assert [row["text"] for row in window["nodes"]] == ["9", "10", "11"]
    seen, after = [], None
    while True:
        page = asked(after=after)
        seen += [row["text"] for row in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == [str(n) for n in range(300)]
    answer = ask(query.replace("first: 100", "first: 101"))
    assert answer.codes


def test_markers_are_added_moved_and_taken_away() -> None:
    """T-20."""
    item = make_item(code="X_1")
    track = create_track(actor=STAFF, item=item.code, kind="markers")
    query = '{ item(code: "X_1") { tracks { id version } } }'
    key = data_of(query)["item"]["tracks"][0]["id"]
    made = data_of(
        'mutation($t: ID!) { createAnnotation(input: {track: $t, start: 3.5, text: "here"}) {'
        " ... on AnnotationPayload { annotation { id start end text iri } track { version } } } }",
        actor=STAFF,
        t=key,
    )["createAnnotation"]
    assert made["annotation"]["start"] == 3.5
    assert made["annotation"]["iri"].endswith(
        f"/annotations/{track.pk}#{Annotation.objects.get().pk}"
    )
    assert made["track"]["version"] > track.version
    note = made["annotation"]["id"]
    moved = data_of(
        'mutation($a: ID!) { updateAnnotation(input: {id: $a, start: 4, end: 5, speaker: "Ana"}) {'
        " ... on AnnotationPayload { annotation { start end text speaker } } } }",
        actor=STAFF,
        a=note,
    )["updateAnnotation"]["annotation"]
    assert moved == {"start": 4.0, "end": 5.0, "text": "here", "speaker": "Ana"}
    odd = data_of(
        "mutation($a: ID!) { updateAnnotation(input: {id: $a, end: 1}) { ... on Error { path } } }",
        actor=STAFF,
        a=note,
    )["updateAnnotation"]
    assert odd == {"path": ["input", "end"]}
    node = data_of("query($a: ID!) { node(id: $a) { ... on Annotation { text speaker } } }", a=note)
    assert node["node"] == {"text": "here", "speaker": None}
    delete = "mutation($a: ID!) { deleteAnnotation(input: {id: $a}) { __typename } }"
    kinds = [data_of(delete, actor=STAFF, a=note)["deleteAnnotation"]["__typename"] for _ in "12"]
    assert kinds == ["DeleteAnnotationPayload", "NotFound"]


def test_a_track_is_made_changed_and_taken_away() -> None:
    make_item(code="X_1")
    made = data_of(
        'mutation($i: ID!) { createTrack(input: {item: $i, kind: TRANSCRIPT, title: "T",'
        " annotations:"
        ' [{start: 2, text: "b"}, {start: 1, end: 2, text: "a", speaker: "Ana"}]}) {'
        " ... on TrackPayload { track { id version author item { code }"
        " annotations { nodes { text speaker } } } } } }",
        actor=STAFF,
        i=global_id("X_1"),
    )["createTrack"]["track"]
    assert made["author"] == "curator"
    assert made["annotations"]["nodes"][0] == {"text": "a", "speaker": "Ana"}
    update = (
        "mutation($input: UpdateTrackInput!) { updateTrack(input: $input) {"
        " ... on TrackPayload { track { title audience version } } ... on Error { code path } } }"
    )
    said = {"id": made["id"], "ifVersion": made["version"], "title": None, "audience": "STAFF"}
    changed = data_of(update, actor=STAFF, input=said)["updateTrack"]["track"]
    assert (changed["title"], changed["audience"]) == (None, "STAFF")
    conflict = data_of(update, actor=STAFF, input=said | {"audience": "PUBLIC"})["updateTrack"]
    assert conflict["code"] == "VERSION_CONFLICT"
    odd = {"id": made["id"], "annotations": [{"start": 2.0, "end": 1.0}]}
    assert data_of(update, actor=STAFF, input=odd)["updateTrack"]["path"] == [
        "input",
        "annotations",
        "0",
        "end",
    ]
    delete = "mutation($input: DeleteTrackInput!) { deleteTrack(input: $input) { __typename } }"
    outcomes = [
        data_of(delete, actor=actor, input={"id": made["id"], "ifVersion": version})["deleteTrack"]
        for actor, version in (
            (MEMBER, None),
            (STAFF, 1),
            (STAFF, changed["version"]),
            (STAFF, None),
        )
    ]
    assert [outcome["__typename"] for outcome in outcomes] == [
        "NotFound",
        "VersionConflict",
        "DeleteTrackPayload",
        "NotFound",
    ]


@pytest.mark.parametrize("actor", [PUBLIC, MEMBER], ids=["public", "member"])
def test_who_may_not_hear_may_not_read_the_words(actor: Actor) -> None:
    closed = make_item(code="X_1", collection=make_collection(access="metadata"))
    for kind in ("lyrics", "markers"):
        create_track(
            actor=STAFF,
            item=closed.code,
            kind=kind,
            source="Ana, her daughter",
            annotations=[AnnotationPart(1.0, 2.0, "secret words", "Ana")],
        )
    query = (
        '{ item(code: "X_1") { tracks {'
        " id kind source author annotations { nodes { speaker } } } } }"
    )
    tracks = data_of(query, actor=actor)["item"]["tracks"]
    assert [track["kind"] for track in tracks] == ["MARKERS"]
    assert "Ana" not in str(tracks)
    for track in data_of(query, actor=STAFF)["item"]["tracks"]:
        node = data_of("query($t: ID!) { node(id: $t) { id } }", actor=actor, t=track["id"])["node"]
        assert (node is not None) == (track["kind"] == "MARKERS")


def test_stems_run_beside_the_items_timeline() -> None:
    """Stem 0 is what is heard first; each of the others has its own sound."""
    item = make_item(code="X_1")
    whole = {"codec": "pcm_s16", "format": "wav"}
    mix, voice, drums, coda = (make_file(**whole) for _ in range(4))
    make_part(item, file=voice, stem=1, label="voice")
    make_part(item, file=mix)
    make_part(item, file=drums, stem=2, starts_at_s=2.5)
    make_part(item, file=coda)
    asked = "audio { url } parts { position stem label startsAt duration audio { url } }"
    seen = data_of(f'{{ item(code: "X_1") {{ {asked} }} }}')["item"]
    assert [(part["stem"], part["label"], part["startsAt"]) for part in seen["parts"]] == [
        (1, "voice", 0.0),
        (0, None, 0.0),
        (2, None, 2.5),
        (0, None, 10.0),
    ]
    sounds = [part["audio"]["url"] for part in seen["parts"]]
    assert len(set(sounds)) == 4
    assert seen["audio"]["url"] == sounds[1]
    key = global_id("X_1")
    update = (
        "mutation($input: UpdatePartInput!) { updatePart(input: $input) {"
        " ... on PartPayload { item { parts { stem label startsAt } } } ... on Error { path } } }"
    )
    said = {"item": key, "position": 1, "stem": 3, "label": "choir", "startsAt": 1.0}
    parts = data_of(update, actor=STAFF, input=said)["updatePart"]["item"]["parts"]
    assert parts[0] == {"stem": 3, "label": "choir", "startsAt": 1.0}
    for odd, path in (
        ({"position": 9}, "position"),
        ({"newPosition": 5}, "newPosition"),
        ({"startsAt": -1.0}, "startsAt"),
        ({"stem": -1}, "stem"),
    ):
        refused = data_of(update, actor=STAFF, input=said | odd)["updatePart"]
        assert refused["path"] == ["input", path]
    assert data_of(update, actor=MEMBER, input=said)["updatePart"] == {"path": []}
    move = {"item": key, "position": 1, "newPosition": 3}
    parts = data_of(update, actor=STAFF, input=move)["updatePart"]["item"]["parts"]
    assert [(part["label"], part["startsAt"]) for part in parts] == [
        (None, 0.0),
        (None, 2.5),
        ("choir", 1.0),
        (None, 10.0),
    ]
    back = {"item": key, "position": 3, "newPosition": 1}
    parts = data_of(update, actor=STAFF, input=back)["updatePart"]["item"]["parts"]
    assert [part["label"] for part in parts] == ["choir", None, None, None]


LOSSES = """query($c: String!) { item(code: $c) { tracks {
  lrc: leftOut(format: LRC) { what count } vtt: leftOut(format: WEBVTT) { what count }
  ttml: leftOut(format: TTML) { what count } } } }"""


def test_who_exports_is_told_what_a_file_leaves_out() -> None:
    """Of what they may read: a visitor is not told that there are speakers."""
    item = make_item(code="X_1")
    concept = Concept.objects.create(
        scheme=Scheme.objects.create(slug="moods", title="Moods"), slug="calm", name="calm"
    )
    parts = [
        AnnotationPart(1.0, 3.0, "one\ntwo", "Ana", f"{concept.scheme.slug}/calm", 0.5),
        AnnotationPart(2.0, 4.0, "three", "Ana"),
        AnnotationPart(4.0, 5.0, "four"),
    ]
    create_track(actor=STAFF, item="X_1", kind="transcript", annotations=parts)
    create_track(actor=STAFF, item="X_1", kind="markers", annotations=[AnnotationPart(1.0)])

    def told(actor: Actor, alias: str) -> list[dict[str, int]]:
        tracks = data_of(LOSSES, actor=actor, c=item.code)["item"]["tracks"]
        return [{row["what"]: row["count"] for row in track[alias]} for track in tracks]

    everywhere = {"CONCEPT": 1, "CONFIDENCE": 1}
    for alias in ("vtt", "ttml"):
        assert told(STAFF, alias) == [everywhere, {}]
    assert told(STAFF, "lrc") == [
        everywhere | {"SPEAKER": 2, "LINE_BREAK": 1, "OVERLAP": 1},
        {},
    ]
    assert told(PUBLIC, "lrc") == [everywhere | {"LINE_BREAK": 1, "OVERLAP": 1}, {}]
