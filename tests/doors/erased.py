"""What an erasure must leave nothing of: canaries in every column, file, tag and answer.

Whose rows are whose is written down here again, and not asked of the erasure: a table that the
erasure forgets is looked for all the same. Every text of these rows says a canary, then another, so
that rows and history each hold their own; files hold canaries in their bytes. `places` yields all
bytes that this installation keeps; `heard` tells which canaries are in them.
"""

import hashlib
import io
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import psycopg
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from psycopg import sql

from analysis.models import Computation, Output, Pass, Result, Run, RunItem, RunItemComputation
from archive.access import Actor
from archive.events import emit
from archive.history import changing
from archive.models import (
    Agent,
    AgentName,
    Carrier,
    CarrierContent,
    Comment,
    Digitisation,
    Item,
    Notice,
    Part,
    RelatedMedia,
    Request,
    RequestKey,
    Selection,
    SelectionEntry,
    StagedUpload,
    Tombstone,
    User,
)
from archive.services.deposit import deposit_sound
from archive.services.merge import merge
from archive.services.translations import TRANSLATABLE
from archive.storage import RELATED, RESULTS, STAGED, keep, keep_folder, staged
from tests.factories import make_agent
from tests.sounds import write_wav

_TOKEN = re.compile(rb"erq7(\d{4})z")
#: A number that stands nowhere else, for columns of numbers.
NUMBER = 20731.25073
_NUMBER = b"20731.25073"
#: Columns that hold no words of anybody, or only such as the database checks.
_FORMAL = {
    "sha256", "storage_name", "hdf5_name", "content_hash", "withheld_key", "key", "digest",
    "processor", "processor_version", "mutation", "kind", "subject_kind", "use", "hdf5_path",
    "document_storage_name", "document_sha256", "name", "slug", "field", "preset",
    "idempotency_key", "object_id", "change_message",
}  # fmt: skip
_NAMES = {"AgentName", "Agent"}


OF_ITEM = (
    "ItemPopulation", "ItemLanguage", "ItemAgent", "Performance", "PerformancePlayer",
    "RecordConcept", "RecordIdentifier", "RelatedMedia", "ExtraValue", "Part", "Track",
    "Annotation", "CarrierContent", "RecordLabel", "WithheldRange", "Grant", "SelectionEntry",
)  # fmt: skip


@dataclass
class Canaries:
    """Which canary was put where."""

    said: dict[int, str] = field(default_factory=dict)

    def new(self, where: str) -> str:
        number = len(self.said) + 1
        self.said[number] = where
        return f"erq7{number:04d}z"

    def where(self, numbers: set[int]) -> list[str]:
        return sorted({self.said.get(number, "?") for number in numbers})


def rows_of_item(key: Any) -> Mapping[str, Any]:
    """Return the rows that are of an item, by table: what is theirs by foreign key or by id."""
    mine = {"item": key}
    files = Part.objects.filter(item=key).values("file")
    requests = Request.objects.filter(subject_id=key)
    return {
        "Item": Item.objects.filter(pk=key),
        **{name: apps.get_model("archive", name)._base_manager.filter(**mine) for name in OF_ITEM},
        "File": apps.get_model("archive.File").objects.filter(pk__in=files),
        "Digitisation": Digitisation.objects.filter(file__in=files),
        "Comment": Comment.objects.filter(subject_id=key),
        "Request": requests,
        "Tombstone": Tombstone.objects.filter(subject_id=key),
        "StagedUpload": StagedUpload.objects.filter(sha256__in=files.values("file__sha256")),
        "Computation": Computation.objects.filter(file__in=files),
        "Output": Output.objects.filter(computation__file__in=files),
        "Pass": Pass.objects.filter(file__in=files),
        "RunItem": RunItem.objects.filter(item=key),
    }


def sing(rows: Mapping[str, Any], canaries: Canaries, actor: Actor) -> int:
    """Let every text of the rows say a canary, twice; return how many columns sing."""
    columns = 0
    for name, found in rows.items():
        for turn in ("first", "second"):
            with changing(actor, reason=canaries.new(f"{name} reason")):
                for key in list(found.values_list("pk", flat=True)):
                    said = _words(found.model, canaries, f"{name} {turn}")
                    if said:
                        found.model._base_manager.filter(pk=key).update(**said)
                        columns += len(said)
    return columns


def _words(model: type[models.Model], canaries: Canaries, where: str) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for each in model._meta.concrete_fields:
        formal = each.name in _FORMAL and not (
            each.name == "name" and model.__name__ in _NAMES | {"Request"}
        )
        about = f"{each.help_text}"
        if each.name == "translations":
            first = TRANSLATABLE.get(model.__name__, ("title",))[0]
            said[each.name] = {first: {"fr": canaries.new(f"{where}.{each.name}")}}
        elif each.choices or formal or "EDTF" in about or "BCP 47" in about:
            continue
        elif isinstance(each, models.URLField):
            said[each.name] = f"https://example.org/{canaries.new(f'{where}.{each.name}')}"
        elif isinstance(each, models.EmailField):
            said[each.name] = f"{canaries.new(f'{where}.{each.name}')}@example.org"
        elif isinstance(each, models.CharField | models.TextField) and (
            each.max_length is None or each.max_length >= 10
        ):
            said[each.name] = canaries.new(f"{where}.{each.name}")
        elif each.name == "approximate_duration_s":
            said[each.name] = NUMBER
    if model.__name__ == "RelatedMedia":
        said.pop("url", None)
    return said


def plant_item(item: Item, curator: User, canaries: Canaries, room: Path) -> int:
    """Give an item all that an item can have, singing; return how many columns sing."""
    actor = Actor(user_id=curator.pk, is_member=True, is_staff=True)
    item.parts.all().delete()
    _sound(item, actor, canaries, room)
    _pictures(item, canaries, room)
    tape = Carrier.objects.order_by("pk")[0]
    content = CarrierContent.objects.filter(item=item).first()
    if content is None:
        CarrierContent.objects.create(carrier=tape, item=item)
    listed = Selection.objects.create(owner=curator, title="Theirs", shared="public")
    SelectionEntry.objects.create(selection=listed, position=1, item=item)
    gone = SelectionEntry.objects.create(
        selection=listed, position=2, item=item, title=canaries.new("line of a list, taken out")
    )
    gone.delete()
    Notice.objects.create(
        user=curator, about="x", subject_kind="item", subject_id=item.pk,
        data={"said": canaries.new("Notice.data")},
    )  # fmt: skip
    RequestKey.objects.create(
        user_id=curator.pk, key=f"key of {item.pk}", mutation="createItem",
        digest=hashlib.sha256(b"what was asked").hexdigest(), subject_id=item.pk,
    )  # fmt: skip
    Tombstone.objects.create(kind="item", code=item.code or "", subject_id=item.pk)
    emit(
        "item.told", subject_kind="item", subject_id=item.pk, item_id=item.pk,
        data={"said": canaries.new("Event.data")},
    )  # fmt: skip
    LogEntry.objects.create(
        user=curator, content_type=ContentType.objects.get_for_model(Item), action_flag=CHANGE,
        object_id=str(item.pk), object_repr=canaries.new("LogEntry.object_repr"),
        change_message=canaries.new("LogEntry.change_message"),
    )  # fmt: skip
    return sing(rows_of_item(item.pk), canaries, actor)


def _sound(item: Item, actor: Actor, canaries: Canaries, room: Path) -> None:
    path = tagged_wav(room / f"{item.pk}.wav", canaries.new("tag in the sound"))
    part = deposit_sound(
        path, actor=actor, item=item, original_name=f"{canaries.new('name of the file')}.wav"
    )
    Digitisation.objects.create(carrier=Carrier.objects.order_by("pk")[0], file=part.file)
    with staged(path, STAGED) as coming:
        StagedUpload.objects.create(
            user=User.objects.get(pk=str(actor.user_id)),
            sha256=coming.sha256,
            byte_size=coming.byte_size,
            storage_name=keep(STAGED, coming, ""),
            mime_type="audio/wav",
            format="wav",
        )
    _results(item, part, actor, canaries, room)


def _results(item: Item, part: Part, actor: Actor, canaries: Canaries, room: Path) -> None:
    """Results as analysis leaves them: a file of curves, tiles, a listening copy, a run."""
    packed = io.BytesIO()
    with h5py.File(packed, "w") as file:
        file.attrs["said"] = canaries.new("HDF5")
        file["curve"] = [0.0, 1.0]
    worked = Pass.objects.create(file=part.file, status="done")
    computation = Computation.objects.create(
        key=hashlib.sha256(str(part.pk).encode()).hexdigest(), file=part.file, status="done",
        processor="waveform", processor_version="1", worked_in=worked,
        hdf5_name=_kept(RESULTS, packed.getvalue(), "h5", room),
    )  # fmt: skip
    folder = room / f"tiles of {part.pk}"
    (folder / "0").mkdir(parents=True)
    (folder / "0" / "0").write_bytes(canaries.new("tile").encode())
    Output.objects.create(
        computation=computation, name="tiles", kind="tiles",
        storage_name=keep_folder(RESULTS, folder),
    )  # fmt: skip
    copy = canaries.new("listening copy").encode()
    Output.objects.create(
        computation=computation, name="audio", kind="media",
        storage_name=_kept(RESULTS, copy, "ogg", room),
    )  # fmt: skip
    Result.objects.create(item=item, part=part, computation=computation)
    run = Run.objects.create(requested_by_id=actor.user_id, preset="default", nodes=[])
    run_item = RunItem.objects.create(run=run, item=item, status="failed")
    RunItemComputation.objects.create(run_item=run_item, part=part, computation=computation)


def _pictures(item: Item, canaries: Canaries, room: Path) -> None:
    """One that is there, and one that was taken away: its bytes are named by the history alone."""
    for position, where in ((8, "picture"), (9, "picture, taken away")):
        name = _kept(RELATED, b"\x89PNG" + canaries.new(where).encode(), "png", room)
        made = RelatedMedia.objects.create(item=item, position=position, storage_name=name)
        if position == 9:
            made.delete()


def _kept(alias: str, data: bytes, extension: str, room: Path) -> str:
    path = room / hashlib.sha256(data).hexdigest()
    path.write_bytes(data)
    with staged(path, alias) as coming:
        return keep(alias, coming, extension)


def tagged_wav(path: Path, title: str) -> Path:
    """Write a WAV whose LIST INFO chunk bears a title, as recorders write it."""
    data = write_wav(path).read_bytes()
    text = title.encode() + b"\0"
    text += b"\0" * (len(text) % 2)
    info = b"INFO" + b"INAM" + struct.pack("<I", len(text)) + text
    chunk = b"LIST" + struct.pack("<I", len(info)) + info
    body = data[8:] + chunk
    path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


def plant_agent(canaries: Canaries, actor: Actor, item: Item) -> Agent:
    """Return a person who sang in an item, and into whom another entry was merged."""
    agent = make_agent(canaries.new("Agent.name"))
    other = make_agent(canaries.new("merged Agent.name"))
    for each in (agent, other):
        AgentName.objects.create(agent=each, name=canaries.new("AgentName"))
    item.agent_links.create(agent=other, role="performer", audience="staff")
    merge("agent", other.pk, agent.pk, actor=actor, reason=canaries.new("merge reason"))
    Agent.objects.filter(pk=agent.pk).update(slug=canaries.new("slug").lower())
    Agent.objects.filter(pk=agent.pk).update(
        slug=canaries.new("slug again").lower(), note=canaries.new("note")
    )
    agent.refresh_from_db()
    return agent


def places(store: Path, rdf: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all bytes that are kept: every table, what the planner sampled, every file."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        tables = [row[0] for row in cursor.fetchall()]
    parameters = connection.get_connection_params()
    known = ("dbname", "user", "password", "host", "port")
    with psycopg.connect(**{name: parameters[name] for name in known if name in parameters}) as own:
        for table in tables:
            copy = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
            with own.cursor() as reading, reading.copy(copy) as rows:
                yield f"table {table}", b"".join(bytes(row) for row in rows)
        said = own.execute("SELECT to_jsonb(s)::text FROM pg_stats AS s").fetchall()
        yield "samples of the planner", "\n".join(str(row[0]) for row in said).encode()
    for root in (store, rdf):
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield f"file {path.relative_to(root.parent)}", path.read_bytes()


def heard(data: bytes) -> set[int]:
    found = {int(number) for number in _TOKEN.findall(data)}
    return found | ({0} if _NUMBER in data else set())
