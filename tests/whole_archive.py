"""An archive in which every column of every table says something: what the fill walk looks at.

One rich record of everything, its sounds analysed; then each column that is still empty in the
first row of its table is given a value of its kind, so that a column that comes later is filled
as well.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Now

from analysis.core.registry import discover
from analysis.models import Computation, Output, Result, Run, RunItem, RunItemComputation
from analysis.results.comparing import note_changes
from analysis.runs.recipes import create_experience, create_preset, freeze
from archive.access import Actor
from archive.audiences import NOT_DESCRIPTION
from archive.identifiers import new_id
from archive.kinds import KINDS
from archive.models import (
    AccessEntry,
    AgreementParty,
    ApiToken,
    CodePolicy,
    Collection,
    Comment,
    Community,
    CommunityMember,
    Concept,
    Editor,
    EditorCollection,
    EditorGroup,
    EditorGroupEdge,
    Erasure,
    ExtraField,
    ExtraValue,
    Grant,
    Holder,
    Instrument,
    Item,
    Label,
    LanguageMatch,
    LevelAgent,
    Notice,
    PopulationMatch,
    Profile,
    Protocol,
    ProtocolCommunity,
    ProtocolInSet,
    ProtocolMember,
    ProtocolSet,
    PublicationRule,
    ReadingRoom,
    RecordConcept,
    RecordIdentifier,
    RecordLabel,
    RelatedMedia,
    Request,
    Scheme,
    Selection,
    SelectionEntry,
    StagedUpload,
    User,
    WithheldRange,
)
from archive.models.belonging import LEVELS
from archive.models.extra import FieldKind
from archive.services.departures import line
from archive.services.shapes import SHAPES
from archive.services.translations import TRANSLATABLE
from tests.factories import make_file, make_instrument, make_item, make_part, make_user
from tests.graphql_api.world import CURVE, World
from tests.ontology.whole import concept, whole_archive

#: Columns that stay as they are: what they would say takes something away.
LEFT = {
    "embargo_until",
    "code_policy",
    "template",
    "example",
    "access",
    "state",
    "copy_of",
    "country_code",
    "end_s",
    "end_frame",
    "withheld_key",
    "is_open_to_all",
    "admits",
}

_BY_KIND: dict[str, dict[str, Any]] = {
    FieldKind.LINE: {"text": "a line", "language": "fr"},
    FieldKind.TEXT: {"text": "A line.\nAnother.", "language": "fr"},
    FieldKind.NUMBER: {"number": 7.5},
    FieldKind.DATE: {"text": "1960~"},
    FieldKind.BOOLEAN: {"boolean": True},
    FieldKind.LINK: {"text": "https://example.org/more"},
}


@dataclass(frozen=True)
class Whole:
    """What the walks name."""

    item: Item
    curator: User
    world: World


def whole() -> Whole:
    """Return the archive; all of it is reached from what it names."""
    world = World().grow_to(2)
    item = whole_archive()
    keyword = concept("keywords", "Wedding of the walk")
    number = concept("identifier-types", "Field number of the walk")
    for level in LEVELS:
        owner = _owner(item, level)
        for kind in FieldKind:
            _extra(level, owner, kind, item)
        RecordConcept.objects.create(use="keyword", concept=keyword, **owner)
        RecordIdentifier.objects.create(
            value=f"BM.{level}", type=number, valid="1960", note="Noted.", **owner
        )
        RelatedMedia.objects.create(url="https://example.org/film", title="Film", **owner)
        agent = item.agent_links.order_by("pk")[0].agent
        if level != "item":
            LevelAgent.objects.get_or_create(
                agent=agent, role="funder", defaults={"audience": "public"}, **owner
            )
    curator = make_user("curator-of-the-walk", is_staff=True)
    _besides(item, curator)
    _permits(item, curator)
    _called()
    _people(item, curator)
    _work_done(world)
    _made_anew(world)
    _erasures(item, curator)
    for model in _models():
        _fill(model)
    _renamed()
    item.refresh_from_db()
    return Whole(item, curator, world)


def _called() -> None:
    """Give each term its own name as the one to show in English."""
    for shape in SHAPES.values():
        for term in shape.kind.rows.all():
            owner = {shape.owner_of_names: term.pk}
            shape.names._default_manager.get_or_create(
                name=term.name, language="en", **owner, defaults={"kind": "preferred"}
            )


def _besides(item: Item, curator: User) -> None:
    """What the archive around the item does not hold by itself."""
    make_item(code="EMBARGOED", embargo_until=datetime(2060, 1, 1, tzinfo=UTC))
    make_item(code="BINNED", state="deleted")
    Instrument.objects.filter(slug="horn-0").update(hornbostel_sachs="423")
    make_instrument("Small trompe", parents=[Instrument.objects.get(slug="trompe")])
    plain = make_item(code="HEARD", collection=item.collection)
    make_part(plain, file=make_file(format="wav", codec="pcm_s16"))
    make_part(item, start_frame=10, end_frame=1000)
    of_items = CodePolicy.objects.create(
        slug="of-items",
        title="Of items",
        level="item",
        template="{collection}_{number:3}",
        is_strict=False,
    )
    of_collections = CodePolicy.objects.create(
        slug="of-collections", title="CREM's", level="collection",
        template="CNRSMH_I_{year}_{digits:3}", example="CNRSMH_I_1960_001",
    )  # fmt: skip
    Collection.objects.filter(pk=item.collection_id).update(code_policy=of_items)
    Holder.objects.filter(slug="crem").update(code_policy=of_collections)
    agent = item.agent_links.order_by("pk")[0].agent
    assert item.agreement is not None
    AgreementParty.objects.create(agreement=item.agreement, agent=agent, role="depositor")
    LanguageMatch.objects.create(language=item.languages.all()[0], iri="https://glottolog.org/dts")
    for group in item.populations.all():
        PopulationMatch.objects.create(population=group, iri="https://example.org/dogon")
    Concept.objects.filter(slug="ritual").update(translations={"note": {"fr": "Pour les morts"}})
    Scheme.objects.filter(slug="keywords").update(source="https://example.org/words")
    ExtraField.objects.filter(slug="moon").update(
        group="Night", help="How the moon stood.", unit="h", translations={"label": {"fr": "Lune"}}
    )
    StagedUpload.objects.create(
        user=curator, sha256="ef" * 32, byte_size=9, storage_name="ef/ef.wav", original_name="a",
        mime_type="audio/wav", format="wav", codec="pcm_s16", sample_rate=44_100, channels=1,
        bit_depth=16, duration_s=1.0, refusal="It ends in the middle.",
        judged_at=datetime(2020, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    StagedUpload.objects.create(
        user=curator, sha256=item.parts.order_by("position")[0].file.sha256, byte_size=9,
        storage_name="there", mime_type="audio/wav", format="wav",
    )  # fmt: skip


def _permits(item: Item, curator: User) -> None:
    """Who may know what, so that nothing of it closes anything to staff."""
    community = Community.objects.create(slug="dogon", name="Dogon", is_listed=True)
    protocol = Protocol.objects.create(slug="greeting", name="Of greeting", admits="all")
    ProtocolCommunity.objects.create(protocol=protocol, community=community)
    under = ProtocolSet.objects.create(id=new_id())
    ProtocolInSet.objects.create(protocol_set=under, protocol=protocol)
    label = Label.objects.create(slug="tk", name="TK", text="Listen.", community=community)
    RecordLabel.objects.create(item=item, label=label)
    RecordLabel.objects.create(collection=item.collection, label=label)
    PublicationRule.objects.create(slug="aged", title="Aged", years=60, description="A law.")
    WithheldRange.objects.create(item=item, start_s=0.1, end_s=0.2, reason="A name.")
    room = ReadingRoom.objects.create(
        slug="paris",
        name="Paris",
        networks=["192.0.2.0/24"],
        holder=item.holder,
        until=datetime(2060, 1, 1, tzinfo=UTC),
    )
    group = EditorGroup.objects.create(slug="mali", name="Mali", description="Of Mali.")
    EditorCollection.objects.create(group=group, collection=item.collection)
    outer = EditorGroup.objects.create(slug="west-africa", name="West Africa")
    EditorGroupEdge.objects.create(parent=outer, child=group)
    until = datetime(2060, 1, 1, tzinfo=UTC)
    CommunityMember.objects.create(
        community=community, user=curator, standing="steward", until=until
    )
    ProtocolMember.objects.create(protocol=protocol, user=curator, standing="steward")
    Editor.objects.create(group=group, user=curator)
    Grant.objects.create(user=curator, item=item, reason="A thesis.", until=until)
    Grant.objects.create(room=room, collection=item.collection, reason="To be heard here.")
    Grant.objects.create(community=community, item=item, reason="It is theirs.")
    _lists(item, curator, group)


def _lists(item: Item, curator: User, group: EditorGroup) -> None:
    """A list of a stretch and of another list, which a grant opens; one that is live."""
    of_walks = Selection.objects.create(
        owner=curator,
        title="Of walks",
        description="Steps.",
        shared="group",
        group=group,
        frozen_at=Now(),
    )
    live = Selection.objects.create(
        owner=curator, title="Live", shared="public", live_filter={"text": "song"}
    )
    SelectionEntry.objects.create(
        selection=of_walks, position=1, item=item, start_s=0.1, end_s=0.2, title="A", text="B"
    )
    SelectionEntry.objects.create(selection=of_walks, position=2, inner=live)
    Grant.objects.create(user=curator, selection=of_walks, reason="To walk along.")


def _people(item: Item, curator: User) -> None:
    """A card, a key, what was said and given, and requests: one that was approved, one open."""
    said = Comment.objects.create(
        author=curator,
        subject_kind="item",
        subject_id=item.pk,
        text="One hears steps.",
        is_removed=True,
        withdrawn_at=Now(),
    )
    Comment.objects.create(
        author=curator, subject_kind="item", subject_id=item.pk, text="Whose?", answers=said
    )
    room = ReadingRoom.objects.get(slug="paris")
    AccessEntry.objects.create(
        item_id=item.pk, act="listen", door="sound", user_id=curator.pk, was_given=True
    )
    AccessEntry.objects.create(
        item_id=item.pk, act="listen", door="sound", room_id=room.pk, was_given=True
    )
    Request.objects.create(wish="correction", words="It is a run.", stage="open")
    Run.objects.create(requested_by=curator, preset="default", nodes=[])
    Profile.objects.create(
        user=curator,
        display_name="Who walks",
        institution="House of Walks",
        department="Ways",
        function="Walker",
        address="1, the Way",
        telephone="+33 1",
        about="Walks.",
        web_page="https://example.org/walker",
        is_listed=True,
    )
    ApiToken.objects.create(
        user=curator, name="A walk", digest="w" * 64, expires_at=Now(), last_used_at=Now()
    )
    asked = Request.objects.create(
        wish="access",
        gives="listen",
        subject_kind="item",
        subject_id=item.pk,
        asked_by=curator,
        name="Who walks",
        email="walker@example.org",
        words="To walk along.",
        stage="approved",
        answer="Walk.",
        decided_at=Now(),
        grant=Grant.objects.filter(user=curator).first(),
        digest=hashlib.sha256(b"a walk").hexdigest(),
    )
    Notice.objects.create(
        user=curator,
        about="request.approved",
        subject_kind="request",
        subject_id=asked.pk,
        read_at=Now(),
    )


def _erasures(item: Item, curator: User) -> None:
    """One that waits, of something within a record; one that was refused; one that was done."""
    other = make_user("second-of-the-walk", is_staff=True)
    now = datetime(2020, 1, 1, tzinfo=UTC)
    said = Comment.objects.create(
        author=curator, subject_kind="item", subject_id=item.pk, text="Her name is"
    )
    asked: dict[str, Any] = {"reason": "Her family asked.", "asked_by": other.pk}
    decided = {"decided_by": curator.pk, "decided_at": now}
    Erasure.objects.create(
        subject_kind="comment", subject_id=said.pk, scope={"items": 0, "sounds": 0}, **asked
    )
    Erasure.objects.create(
        subject_kind="item", subject_id=new_id(), stage="refused", refusal="Kept.",
        **asked, **decided,
    )  # fmt: skip
    left = line(
        "given", first=now, last=now, act="listen", door="sound", user=curator.pk, subject=item.pk
    )
    Erasure.objects.create(
        subject_kind="item", subject_id=new_id(), stage="done", is_announced=True, code="GONE",
        catching_up=["files"], **asked, **decided,
        report={
            "left": [left],
            "erased": {"rows": 1},
            "kept": [["item", str(item.pk)]],
            "mentions": [["item", str(item.pk)]],
        },
    )  # fmt: skip


def _recipes(owner: User) -> None:
    """Make an experience of a preset, another experience and a processor, used once."""
    actor = Actor(user_id=owner.pk, is_member=True, is_staff=True)
    louder = [{"effect": "gain", "params": {"gain_db": 3.0}}]
    node = {"processor": "mel", "params": {"bands": 24}, "effects": louder}
    preset = create_preset(
        actor=actor, name="Of one's own", nodes=[node], description="Bands.", is_public=True
    )
    inner = create_experience(actor=actor, name="Within", steps=[{"processor": "level"}])
    outer = create_experience(
        actor=actor,
        name="In an order",
        steps=[{"preset": preset.pk}, {"experience": inner.pk}, node],
        description="All three.",
        is_public=True,
    )
    freeze(outer)


def _work_done(world: World) -> None:
    """A run that has ended, and one that is under way."""
    now = datetime(2020, 1, 1, tzinfo=UTC)
    done, going = Run.objects.filter(requested_by=world.user).order_by("pk")
    Run.objects.filter(pk=done.pk).update(
        status="failed", error="1 item is not done.", started_at=now, finished_at=now
    )
    _recipes(world.user)
    Run.objects.filter(pk=done.pk).update(recipe_hash="0" * 64)
    Run.objects.filter(pk=going.pk).update(
        status="running", stage="analysing", speed=12.0, eta_s=3.0, started_at=now
    )
    RunItem.objects.filter(run=done).update(
        status="failed", error="It could not be read.", finished_at=now
    )
    RunItem.objects.filter(run=going).update(status="running", stage="analysing")
    Computation.objects.filter(file__parts__item=world.items[0]).update(finished_at=now)
    for item in world.items:  # whose sounds are alike
        one = Computation.objects.filter(file__parts__item=item, effects=[]).order_by("processor")[
            0
        ]
        Computation.objects.filter(pk=one.pk).update(embedding=[0.6, 0.8])
    Output.objects.filter(name="peak").update(label="loud")


def _made_anew(world: World) -> None:
    """Let a version have risen: one result is stale, one was made anew and compared."""
    anew, stale = (
        item.results.select_related("computation").get(computation__processor="level")
        for item in world.items
    )
    Computation.objects.filter(results__in=[anew, stale]).update(processor_version="0.0.1")
    old = anew.computation
    new = Computation.objects.create(
        key="a" * 64,
        file_id=old.file_id,
        processor=old.processor,
        processor_version=discover().get(old.processor).version,
        effects=old.effects,
        status="done",
        hdf5_name=old.hdf5_name,
    )
    for made in (old, new):
        Output.objects.create(
            computation=made, name="curve", kind="frames", unit="dBFS", hdf5_path=CURVE,
            shape=[1000], dtype="float32", t0_s=0.0, period_s=0.01,
        )  # fmt: skip
    Output.objects.create(
        computation=new, name="peak", kind="value", value=-3.0, unit="dBFS", label="less loud"
    )
    Output.objects.create(computation=new, name="rms", kind="value", value=-9.0, unit="dBFS")
    run_item = RunItem.objects.filter(item=world.items[0]).order_by("run")[0]
    RunItemComputation.objects.create(run_item=run_item, part=anew.part, computation=new)
    stands = Result.objects.create(item=world.items[0], part=anew.part, computation=new)
    Result.objects.filter(pk=anew.pk).update(superseded_by=stands)
    assert note_changes() == 1


def _renamed() -> None:
    """Let each record have borne another name: its old address leads to it."""
    for kind in KINDS.values():
        old = {"code": "was-{}", "slug": "was-{}"}.get(kind.cited_by, "")
        if kind.name in {"language", "concept"}:
            continue
        for row in kind.rows.exclude(**{kind.cited_by: None})[:500]:
            name = getattr(row, kind.cited_by)
            kind.rows.filter(pk=row.pk).update(**{kind.cited_by: old.format(name)[:60]})
            kind.rows.filter(pk=row.pk).update(**{kind.cited_by: name})
    Concept.objects.filter(slug="ritual").update(slug="was-ritual")
    Concept.objects.filter(slug="was-ritual").update(slug="ritual")


def _owner(item: Item, level: str) -> dict[str, Any]:
    corpus = item.collection.corpora.order_by("pk")[0]
    held = {
        "item": item,
        "collection": item.collection,
        "corpus": corpus,
        "fonds": corpus.fonds.order_by("pk")[0],
    }
    return {level: held[level]}


def _extra(level: str, owner: dict[str, Any], kind: FieldKind, item: Item) -> None:
    scheme = concept("walked", f"Term of {level}").scheme if kind == FieldKind.CONCEPT else None
    field = ExtraField.objects.create(
        slug=f"walk-{level}-{kind}", level=level, kind=kind, label=f"Walk {kind}", scheme=scheme
    )
    said = _BY_KIND.get(kind, {})
    if kind == FieldKind.CONCEPT and scheme:
        said = {"concept": scheme.concepts.get(name=f"Term of {level}")}
    elif kind == FieldKind.AGENT:
        said = {"agent": item.agent_links.order_by("pk")[0].agent}
    elif kind == FieldKind.PLACE:
        said = {"place": item.place}
    ExtraValue.objects.create(field=field, **owner, **said)


def _models() -> Iterator[type[models.Model]]:
    for model in apps.get_app_config("archive").get_models():
        if model.__name__ not in NOT_DESCRIPTION and not model.__name__.endswith("Edge"):
            yield model


def _fill(model: type[models.Model]) -> None:
    """Let the first row of a table, and the ones that the archive was built around, say all."""
    rows: Any = model._default_manager.order_by("pk")
    for row in (rows.last(), rows.filter(pk__in=_central(model)).first()):
        if row is None:
            continue
        changed = []
        for field in model._meta.concrete_fields:
            if field.primary_key or field.name in LEFT:
                continue
            if getattr(row, field.attname) in (None, "", {}, []):
                value = _sample(model, field)
                if value is not None:
                    setattr(row, field.attname, value)
                    changed.append(field.name)
        if changed and model.__name__ not in {"ExtraValue", "VernacularName", "ExtraField"}:
            row.save(update_fields=changed)


def _central(model: type[models.Model]) -> list[Any]:
    """Return the ids of the rows at the archive's centre."""
    item = Item.objects.filter(code="FULL").first()
    if item is None or model.__name__ not in {"Item", "Collection", "Corpus", "Fonds"}:
        return []
    owner: Any = next(iter(_owner(item, str(model._meta.model_name)).values()))
    return [owner.pk]


#: Columns whose values no rule below guesses.
_SAMPLES = {"Track.format": "webvtt", "Agent.lived": "1900/1970"}


def _sample(model: type[models.Model], field: Any) -> Any:
    if f"{model.__name__}.{field.name}" in _SAMPLES:
        return _SAMPLES[f"{model.__name__}.{field.name}"]
    if isinstance(field, models.ForeignKey):
        rows: Any = field.related_model._default_manager
        alone = {"fonds", "corpus", "collection", "item", "carrier"} & {
            each.name for each in model._meta.fields
        }
        belongs = len(alone) > 1 and field.name in alone  # exactly one of these is said
        return None if belongs else rows.order_by("pk").values_list("pk", flat=True).first()
    if field.choices:
        return field.choices[0][0]
    if field.name == "translations":
        return {name: {"fr": "En français."} for name in TRANSLATABLE.get(model.__name__, ())[:1]}
    if "EDTF" in field.help_text:
        return "1960-11"
    if "BCP 47" in field.help_text:
        return "en"
    if "SPDX" in field.help_text or field.name == "licence":
        return "CC-BY-4.0"
    return _OF_TYPE.get(field.get_internal_type(), lambda _: None)(field)


def _words(field: Any) -> str:
    if isinstance(field, models.EmailField):
        return "archive@example.org"
    if isinstance(field, models.URLField):
        return f"https://example.org/{field.name}"
    return f"said of {field.name}"[: field.max_length or 100]


_OF_TYPE: dict[str, Any] = {
    "CharField": _words,
    "TextField": _words,
    "URLField": _words,
    "EmailField": _words,
    "FloatField": lambda _: 0.5,
    "IntegerField": lambda _: 3,
    "PositiveIntegerField": lambda _: 3,
    "PositiveSmallIntegerField": lambda _: 3,
    "BigIntegerField": lambda _: 3,
    "BooleanField": lambda _: True,
    "DateField": lambda _: "1960-11-01",
    "DateTimeField": lambda _: "2020-01-01T00:00:00Z",
}
