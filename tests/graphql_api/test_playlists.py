"""Lists as files: each reader gets what they may see and hear, and nothing runs (issue 4, point 6).

The controls stand in tests/controls/test_playlists.py.
"""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from rdflib import Graph, Namespace, URIRef

from archive.actors import actor_of_user
from archive.models import Item, Selection, User
from archive.services.lifecycle import withdraw
from archive.services.selection_entries import Line, add_entries
from archive.services.selections import create_selection
from ontology.namespaces import ACO, SCHEMA
from tests.archive.test_notices import labelled
from tests.archive.views.test_stream import body, sound_of
from tests.factories import STAFF, hidden_item, make_collection, make_item, make_user
from tests.graphql_api.asking import data_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

BASE = "http://localhost:8000"
FORMATS = ("csv", "m3u8", "jspf", "jsonld")


def list_of(owner: User, *lines: Line, shared: str = "public", title: str = "Songs") -> Selection:
    actor = actor_of_user(owner)
    row = create_selection(actor=actor, title=title, shared=shared)
    add_entries(actor=actor, record_id=row.pk, lines=list(lines))
    return row


def heard(folder: Path, **values: Any) -> Item:
    """An item with a sound of ten seconds that the public hears."""
    return sound_of(make_item(**values), folder, frames=80_000).item


def got(row: Selection, extension: str, user: User | None = None) -> tuple[int, str]:
    client = Client()
    if user is not None:
        client.force_login(user)
    answer = client.get(f"/selections/{row.pk}.{extension}")
    return answer.status_code, body(answer).decode()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_list_is_taken_away_as_each_of_its_files(tmp_path: Path) -> None:
    song, silent = heard(tmp_path, code="SONG", title="Olu boy"), make_item(access="metadata")
    row = list_of(
        make_user("ana"),
        Line(item_id=song.pk, start_s=1.5, end_s=4.0, title="The cry", text="Listen\nto the end."),
        Line(item_id=song.pk),
        Line(item_id=silent.pk),
    )
    sound = f"{BASE}/media/items/{song.pk}/parts/1/sound"
    lines = table(got(row, "csv")[1])
    assert [each["number"] for each in lines] == ["1", "2", "3"]
    assert lines[0] == {
        "number": "1",
        "title": "The cry",
        "code": "SONG",
        "item": f"{BASE}/items/SONG",
        "start_s": "1.5",
        "end_s": "4",
        "length_s": "2.5",
        "sound": f"{sound}#t=1.5,4",
        "text": "Listen\nto the end.",
    }
    assert (lines[1]["title"], lines[1]["sound"]) == ("Olu boy", sound)
    assert lines[2]["sound"] == ""
    played = got(row, "m3u8")[1].splitlines()
    assert played[:4] == ["#EXTM3U", "#PLAYLIST:Songs", "#EXTINF:2.5,The cry", f"{sound}#t=1.5,4"]
    assert len(played) == 6, "what one does not hear is no line of a playlist"
    assert body(Client().get(sound.removeprefix(BASE))), "and it is heard there"
    tracks = json.loads(got(row, "jspf")[1])["playlist"]["track"]
    assert [each.get("location") for each in tracks] == [[f"{sound}#t=1.5,4"], [sound], None]
    assert tracks[0]["duration"] == 2500


@pytest.mark.parametrize("extension", FORMATS)
def test_a_public_list_is_the_same_file_with_and_without_what_is_hidden(
    tmp_path: Path, extension: str
) -> None:
    ana, secret = make_user("ana"), hidden_item(title="Forbidden rite", code="SECRET")
    row = list_of(ana, Line(item_id=heard(tmp_path).pk), Line(item_id=make_item().pk))
    private = list_of(make_user("ben"), shared="private")
    private.entries.create(position=1, item=secret)
    before = {name: got(row, extension, user) for name, user in (("", None), ("ana", ana))}
    row.entries.create(position=1, item=secret, title="0zq rite")
    row.entries.create(position=99_999, inner=private)
    for name, user in (("", None), ("ana", ana)):
        assert got(row, extension, user) == before[name]
    seen = got(row, extension, make_user("curator", is_staff=True))[1]
    assert ("SECRET" in seen) is (extension != "m3u8"), "it has no sound"


def test_lists_on_a_list_stand_in_their_place_and_a_live_one_is_what_it_finds_now(
    tmp_path: Path,
) -> None:
    ana, collection = make_user("ana"), make_collection(code="C")
    first, second = make_item(code="A", collection=collection), make_item(code="B")
    inner = list_of(ana, Line(item_id=second.pk), title="Inner")
    outer = list_of(ana, Line(inner_id=inner.pk), Line(item_id=first.pk))
    assert [each["code"] for each in table(got(outer, "csv")[1])] == ["B", "A"]
    inner.entries.create(position=99_999, inner=outer)
    codes = [each["code"] for each in table(got(outer, "csv")[1])]
    assert codes == ["B", "A"], "a ring is walked once"
    live = create_selection(
        actor=actor_of_user(ana), title="L", shared="public", live_filter={"collection": "C"}
    )
    assert [each["code"] for each in table(got(live, "csv")[1])] == ["A"]
    withdraw("item", record_id=first.pk, actor=STAFF, is_announced=False)
    assert table(got(live, "csv")[1]) == []
    Selection.objects.filter(pk=live.pk).update(live_filter={"moon": "full"})
    assert got(live, "csv")[0] == 400


def test_what_is_private_is_not_there_for_others() -> None:
    ana = make_user("ana")
    row = list_of(ana, Line(item_id=make_item().pk), shared="private")
    nothing = Selection(pk=make_item().pk)
    for extension in (*FORMATS, "exe"):
        assert got(row, extension, make_user()) == got(nothing, extension) == got(row, extension)
        assert got(row, extension)[0] == 404
        assert got(row, extension, ana)[0] == (404 if extension == "exe" else 200)
    client = Client()
    client.force_login(ana)
    assert client.get(f"/selections/{row.pk}.csv")["Cache-Control"] == "private, no-store"


def test_sound_behind_a_notice_has_no_address_before_the_notice_was_read(tmp_path: Path) -> None:
    song, user = heard(tmp_path), make_user("ben")
    labelled(song)
    row = list_of(make_user("ana"), Line(item_id=song.pk))
    assert "/media/" not in got(row, "m3u8", user)[1]
    data_of(
        'mutation { acknowledgeLabel(input: {label: "tk-women"}) { __typename } }',
        actor=actor_of_user(user),
    )
    assert "/media/" in got(row, "m3u8", user)[1]


def test_no_title_becomes_a_formula_or_an_address(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://example.org")'
    item = heard(tmp_path, title="Song\nhttps://example.org/evil.mp3")
    row = list_of(
        make_user("ana"),
        *(Line(item_id=item.pk, title=title) for title in (formula, "+1", "-1", "@x", " =1")),
        Line(item_id=item.pk, text="=1+1"),
    )
    # The forms take no such title; an import may have brought it.
    Selection.objects.filter(pk=row.pk).update(title="#EXTM3U\nhttps://example.org/evil.mp3")
    for line in table(got(row, "csv")[1]):
        for cell in (line["title"], line["text"]):
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@"))
    assert table(got(row, "csv")[1])[0]["title"] == f"'{formula}"
    played = got(row, "m3u8")[1].splitlines()
    assert "#EXTINF:10,Song https://example.org/evil.mp3" in played
    assert not [each for each in played if each.startswith("https://example.org")]
    answer = Client().get(f"/selections/{row.pk}.csv")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; ")


# rdflib's own JSON-LD parser still uses what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_list_is_a_document_of_linked_data_at_its_own_address(tmp_path: Path) -> None:
    """T-19: read by somebody else's program, it gives the items, their order and the stretches."""
    song, silent = heard(tmp_path, code="SONG", title="Olu boy"), make_item(access="metadata")
    row = list_of(
        make_user("ana"),
        Line(item_id=song.pk, start_s=1.5, end_s=4.0, title="The cry", text="Listen."),
        Line(item_id=silent.pk),
        Line(item_id=song.pk),
    )
    row.entries.create(position=9, item=hidden_item(code="SECRET"))
    address = f"/selections/{row.pk}"
    asked = Client().get(address, headers={"Accept": "application/ld+json"})
    assert (asked.status_code, asked.headers["Location"]) == (303, f"{address}.jsonld")
    assert "Accept" in asked.headers["Vary"]
    assert Client().get(address, headers={"Accept": "text/html,*/*"}).status_code == 200
    answer = Client().get(asked.headers["Location"])
    assert answer.headers["Content-Type"] == "application/ld+json"
    said = body(answer).decode()
    assert "SECRET" not in said
    graph = Graph(bind_namespaces="none").parse(data=said, format="json-ld")
    the_list = URIRef(f"{BASE}{address}")
    ore, aco = Namespace("http://www.openarchives.org/ore/terms/"), ACO
    held = {f"{BASE}/items/SONG", f"{BASE}{silent.get_absolute_url()}"}
    assert {str(each) for each in graph.objects(the_list, ore.aggregates)} == held
    node, order = graph.value(the_list, aco.firstNode), []
    while node is not None:
        content, sound = graph.value(node, aco.nodeContent), graph.value(node, SCHEMA.contentUrl)
        order.append((str(content), str(sound) if sound else None))
        node = graph.value(node, aco.nextNode)
    played = f"{BASE}/media/items/{song.pk}/parts/1/sound"
    assert order == [
        (f"{BASE}/items/SONG#t=1.5,4", f"{played}#t=1.5,4"),
        (f"{BASE}{silent.get_absolute_url()}", None),
        (f"{BASE}/items/SONG", played),
    ]
    private = list_of(make_user("bela"), Line(item_id=song.pk), shared="private")
    assert got(private, "jsonld")[0] == 404
