"""Every field of the schema says something of some archive: none is a promise (G-02).

The control stands in tests/controls/test_fill_and_mutation_walks.py.
"""

from graphql import get_named_type

from analysis.models import Run
from archive.access import Actor
from archive.models import Erasure, Instrument, Selection
from tests.graphql_api.filling import Found, walk
from tests.graphql_api.test_mutation_walk import walk as walk_mutations
from tests.graphql_api.walks import SCHEMA, object_types
from tests.graphql_api.worked_examples import EXAMPLES, Walked, id_of
from tests.whole_archive import whole

#: Fields that stay silent in a test archive, with the reason.
SILENT: dict[str, str] = {
    "Access.opensOn": "nothing in it ages: tests/graphql_api/test_access.py",
    "Coordinates.grid": "staff see every place exactly: tests/archive/test_locating.py",
    "Coordinates.uncertainty": "staff see every place exactly: tests/archive/test_locating.py",
    "Query.runEstimate": "it is for an input: tests/graphql_api/test_runs.py",
    "Item.unreadLabels": "staff are asked to read nothing: tests/graphql_api/test_access.py",
    "Language.askedByOldCode": "a language's code is ISO 639-3's: the archive does not rename it",
}

#: What is done to the archive first, for its history to tell.
BEFORE = (
    "createPlace",
    "createInstrument",
    "updateInstrument",
    "createPopulation",
    "mergeTerms",
    "undoMerge",
    "updateItem",
    "undoChange",
)

#: Types that only a mutation answers with.
OF_ANSWERS = {
    "ChangeObstacle": "why a change cannot be taken back: tests/graphql_api/test_history.py",
    "RunEstimate": "a union with its refusals: tests/graphql_api/test_runs.py",
    "ProcessorEstimate": "a part of an estimate: tests/graphql_api/test_runs.py",
    "AnalysisQuota": "a part of an estimate: tests/graphql_api/test_runs.py",
    "CueProblem": "a line of an imported track that was left out: tests/graphql_api/test_tracks.py",
}

EXAMINED_AT_LEAST = 600


def not_asked_for() -> frozenset[str]:
    """Return types that no query leads to: what mutations and subscriptions answer with."""
    return frozenset(
        of.name
        for of in object_types()
        if of.name.endswith("Payload")
        or any(interface.name == "Error" for interface in of.interfaces)
        or of.name in _of_subscriptions()
    )


def _of_subscriptions() -> set[str]:
    root = SCHEMA.subscription_type
    assert root is not None
    return {get_named_type(field.type).name for field in root.fields.values()}


def arguments_of(it: Walked) -> dict[str, str]:
    """Return what the fields need that name one thing; by a name that it bore, where it has one."""
    selection = id_of("Selection", Selection.objects.get(title="Of walks").pk)
    run = id_of("Run", Run.objects.order_by("pk")[0].pk)
    erasure = id_of("Erasure", Erasure.objects.get(stage="done").pk)
    source, target = (
        id_of("Instrument", Instrument.objects.get(slug=slug).pk) for slug in ("trompe", "horn-0")
    )
    return {
        "Query.item": 'code: "was-FULL"',
        "Query.collection": 'code: "was-C"',
        "Query.corpus": 'code: "was-K"',
        "Query.fonds": 'code: "was-F"',
        "Query.place": 'slug: "was-mali"',
        "Query.instrument": 'slug: "was-trompe"',
        "Query.population": 'slug: "was-dogon"',
        "Query.language": 'slug: "dts"',
        "Query.agent": 'slug: "was-gilbert-rouget"',
        "Query.scheme": 'slug: "was-keywords"',
        "Query.concept": 'scheme: "keywords", slug: "was-ritual"',
        "Query.holder": 'slug: "crem"',
        "Query.opening": 'by: "2061-01-01"',
        "Query.agreement": 'code: "AGR-1"',
        "Query.accession": 'code: "ACC-1"',
        "Query.carrier": 'code: "TAPE-1"',
        "Query.extraField": 'slug: "moon"',
        "Query.requestAnswer": 'secret: "a walk"',
        "Query.accessLog": f'record: "{it.item}"',
        "Query.selection": f'id: "{selection}"',
        "Query.run": f'id: "{run}"',
        "Query.runChanges": f'run: "{run}"',
        "Query.erasure": f'id: "{erasure}"',
        "Query.search": 'query: "song"',
        "Query.node": f'id: "{it.item}"',
        "Query.nodes": f'ids: ["{it.item}"]',
        "Query.suggest": 'kind: PLACE, prefix: "soud"',
        "Query.history": f'record: "{it.item}"',
        "Query.diff": f'record: "{it.item}", since: "{it.history(1)}"',
        "Query.community": 'slug: "dogon"',
        "Query.protocol": 'slug: "greeting"',
        "Query.label": 'slug: "tk"',
        "Query.readingRoom": 'slug: "paris"',
        "Query.editorGroup": 'slug: "mali"',
        "Query.publicationRule": 'slug: "aged"',
        "Query.codePolicy": 'slug: "of-items"',
        "Query.nextItemCode": 'collection: "C"',
        "Query.nextCode": 'level: COLLECTION, holder: "crem", year: 1960',
        "Query.codeRemark": 'level: ITEM, code: "FULL", collection: "C"',
        "Query.mergePreview": f'input: {{ source: "{source}", target: "{target}" }}',
    }


def walked(it: Walked) -> Found:
    """Walk an archive in which something was changed, and taken back."""
    traces = walk_mutations(it, {name: EXAMPLES[name] for name in BEFORE})
    assert not traces.refused
    return walk(it.curator, arguments_of(it), not_asked_for())


def test_every_field_says_something_as_staff_reads_it(own_database: str) -> None:
    it = whole()
    found = walked(Walked(it, Actor(user_id=it.curator.pk, is_member=True, is_staff=True)))
    print(f"{found.examined} fields examined, {len(found.filled)} say something")
    assert not found.failed
    assert found.unreached == set(OF_ANSWERS)
    assert sorted(found.empty - set(SILENT)) == []
    assert not set(SILENT) & found.filled, "these say something now: take them off the list"
    assert found.examined >= EXAMINED_AT_LEAST
