"""A worked example of every mutation: its input, after those above it have been done.

`EXAMPLES` is in the order in which they run. A mutation that stands in neither table fails the
walk, so whoever adds one writes its example here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from strawberry import relay

from analysis.models import Computation
from archive.access import Actor
from archive.models import (
    Annotation,
    Item,
    Population,
    RelatedMedia,
    Request,
    Selection,
    SelectionEntry,
    Track,
)
from archive.services.requests import ask
from tests.graphql_api.asking import data_of
from tests.whole_archive import Whole


@dataclass
class Walked:
    """The archive, who asks, and what the mutations so far have given."""

    whole: Whole
    curator: Actor
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def item(self) -> str:
        return id_of("Item", self.whole.item.pk)

    @property
    def curator_name(self) -> str:
        return str(self.whole.curator.username)

    def history(self, place: int) -> str:
        """Return the moment of an entry of the item's history: 0 is the newest."""
        text = "query($i: ID!) { history(record: $i, first: 20) { nodes { moment } } }"
        entries = data_of(text, actor=self.curator, i=self.item)["history"]["nodes"]
        return str(entries[place]["moment"])

    def merge(self) -> str:
        """Return the id of the newest merge."""
        found = data_of("{ merges(first: 1) { nodes { id } } }", actor=self.curator)
        return str(found["merges"]["nodes"][0]["id"])


Example = Callable[[Walked], dict[str, Any]]


def id_of(type_name: str, key: UUID) -> str:
    return relay.to_base64(type_name, key)


def _request() -> str:
    return id_of("Request", Request.objects.get(words="She is my aunt.").pk)


def _comment(it: Walked) -> str:
    return str(it.made["writeComment"]["comment"]["id"])


def _list(it: Walked) -> str:
    return id_of("Selection", Selection.objects.get(title="On foot").pk)


def _lines(it: Walked) -> list[str]:
    rows = SelectionEntry.objects.filter(selection__title="On foot").order_by("position")
    return [id_of("SelectionEntry", row.pk) for row in rows]


def _open_request(it: Walked) -> str:
    """Return a request of the curator's own that nobody has decided."""
    subject = ("item", it.whole.item.pk)
    row, _ = ask(actor=it.curator, wish="correction", words="It is a horn.", subject=subject)
    return id_of("Request", row.pk)


def _copy(it: Walked) -> str:
    return id_of("Item", Item.objects.get(code="FULL-copy").pk)


def _track(it: Walked) -> str:
    return id_of("Track", Track.objects.get(title="Of the walk").pk)


def _annotation(it: Walked) -> str:
    return id_of("Annotation", Annotation.objects.get(text="Of the walk").pk)


def _media(it: Walked) -> list[str]:
    rows = RelatedMedia.objects.filter(item=it.whole.item).order_by("position", "pk")
    return [id_of("RelatedMedia", row.pk) for row in rows]


def _stale(it: Walked) -> dict[str, Any]:
    """Let a result of the item be of another version, and make it anew."""
    result = it.whole.item.results.filter(superseded_by=None, computation__processor="level")
    Computation.objects.filter(results__in=result).update(processor_version="0.0.1")
    return {"processors": ["level"]}


EXAMPLES: Mapping[str, Example] = {
    # What records point to.
    "createPlace": lambda it: {
        "name": "Bandiagara of the walk",
        "parents": ["mali"],
        "names": [{"name": "Falaise", "language": "fr"}],
    },
    "updatePlace": lambda it: {"slug": "bandiagara-of-the-walk", "note": "A cliff."},
    "createInstrument": lambda it: {"name": "Lute of the walk", "hornbostelSachs": "321.3"},
    "updateInstrument": lambda it: {"slug": "lute-of-the-walk", "note": "Plucked."},
    "createPopulation": lambda it: {"name": "Walkers"},
    "updatePopulation": lambda it: {"slug": "walkers", "note": "On foot."},
    "createLanguage": lambda it: {"slug": "qwk", "name": "Walkish"},
    "updateLanguage": lambda it: {"slug": "qwk", "note": "Spoken on the way."},
    "createAgent": lambda it: {"name": "Walker", "kind": "PERSON", "lived": "1900/1980"},
    "updateAgent": lambda it: {"slug": "walker", "note": "Walked."},
    "createScheme": lambda it: {"title": "Ways of walking", "slug": "ways-of-walking"},
    "updateScheme": lambda it: {"slug": "ways-of-walking", "description": "How one walks."},
    "createConcept": lambda it: {"scheme": "ways-of-walking", "name": "Ambling"},
    "updateConcept": lambda it: {
        "scheme": "ways-of-walking",
        "slug": "ambling",
        "note": "Without haste.",
    },
    "mergeTerms": lambda it: {
        "source": id_of("Population", Population.objects.get(slug="walkers").pk),
        "target": id_of("Population", Population.objects.get(slug="dogon").pk),
    },
    "undoMerge": lambda it: {"merge": it.merge()},
    # Who keeps them, and what was agreed.
    "createHolder": lambda it: {"slug": "house-of-walks", "name": "House of Walks"},
    "updateHolder": lambda it: {"slug": "house-of-walks", "address": "1, the Way"},
    "createAgreement": lambda it: {"code": "AGR-W", "title": "To be heard", "kind": "CONSENT"},
    "updateAgreement": lambda it: {"code": "AGR-W", "publicSummary": "May be heard."},
    "createAccession": lambda it: {"code": "ACC-W", "boxes": 2},
    "updateAccession": lambda it: {"code": "ACC-W", "boxes": 3},
    "createCarrier": lambda it: {"code": "TAPE-W", "title": "A tape"},
    "updateCarrier": lambda it: {"code": "TAPE-W", "shelf": "Shelf 1"},
    "createExtraField": lambda it: {
        "slug": "gait",
        "level": "ITEM",
        "kind": "LINE",
        "label": "Gait",
    },
    "updateExtraField": lambda it: {"slug": "gait", "help": "How it moves."},
    "deleteExtraField": lambda it: {"slug": "gait"},
    "createCodePolicy": lambda it: {
        "slug": "of-walks",
        "title": "Of walks",
        "level": "ITEM",
        "template": "{collection}_{number:3}",
    },
    "updateCodePolicy": lambda it: {"slug": "of-walks", "description": "Three digits."},
    # The four levels.
    "createFonds": lambda it: {"code": "F-W", "title": "A fonds", "state": "PUBLISHED"},
    "updateFonds": lambda it: {"code": "F-W", "holder": "house-of-walks"},
    "duplicateFonds": lambda it: {"code": "F-W", "newCode": "F-W2", "include": ["AGENTS"]},
    "createCorpus": lambda it: {"code": "K-W", "title": "A corpus", "fonds": ["F-W"]},
    "updateCorpus": lambda it: {"code": "K-W", "recorded": "1960/1962"},
    "duplicateCorpus": lambda it: {"code": "K-W", "newCode": "K-W2", "include": ["PARENTS"]},
    "createCollection": lambda it: {"code": "C-W", "title": "Walks", "corpora": ["K-W"]},
    "updateCollection": lambda it: {
        "code": "C-W",
        "translations": [{"field": "title", "language": "fr", "text": "Promenades"}],
    },
    "duplicateCollection": lambda it: {"code": "C-W", "newCode": "C-W2", "include": ["PARENTS"]},
    "createItem": lambda it: {
        "code": "I-W",
        "title": "A walk",
        "collection": "C-W",
        "agents": [{"agent": "walker", "role": "RECORDIST", "audience": "PUBLIC"}],
        "performances": [{"instrument": "lute-of-the-walk", "players": [{"agent": "walker"}]}],
        "concepts": [{"use": "keyword", "concept": "ritual"}],
        "identifiers": [{"value": "W-1"}],
    },
    "updateItem": lambda it: {
        "code": "FULL",
        "summary": "What the walk says.",
        "translations": [{"field": "title", "language": "es", "text": "Lo que se recorre"}],
        "reason": "Walked by.",
    },
    "duplicateItem": lambda it: {
        "code": "FULL",
        "newCode": "FULL-copy",
        "include": ["PERFORMANCES", "KEYWORDS"],
    },
    # What hangs on an item.
    "updatePart": lambda it: {"item": it.item, "position": 1, "label": "side B"},
    "createTrack": lambda it: {"item": it.item, "kind": "MARKERS", "title": "Of the walk"},
    "updateTrack": lambda it: {"id": _track(it), "language": "fr"},
    "createAnnotation": lambda it: {"track": _track(it), "start": 1.0, "text": "Of the walk"},
    "updateAnnotation": lambda it: {"id": _annotation(it), "end": 2.0},
    "deleteAnnotation": lambda it: {"id": _annotation(it)},
    "deleteTrack": lambda it: {"id": _track(it)},
    "addRelatedMedia": lambda it: {
        "record": it.item,
        "url": "https://example.org/walk",
        "title": "A walk",
    },
    "updateRelatedMedia": lambda it: {"id": _media(it)[-1], "title": "Another walk"},
    "reorderRelatedMedia": lambda it: {"record": it.item, "order": _media(it)[::-1]},
    "removeRelatedMedia": lambda it: {"id": _media(it)[-1]},
    # Their life.
    "publishRecord": lambda it: {"id": _copy(it)},
    "withdrawRecord": lambda it: {"id": _copy(it), "isAnnounced": True},
    "deleteRecord": lambda it: {"id": _copy(it)},
    "restoreRecord": lambda it: {"id": _copy(it)},
    "restoreVersion": lambda it: {"id": it.item, "to": it.history(3)},
    "undoChange": lambda it: {"moment": it.history(0)},
    # Who may know what.
    "createCommunity": lambda it: {"slug": "walkers-of-sanga", "name": "Walkers of Sanga"},
    "updateCommunity": lambda it: {"slug": "walkers-of-sanga", "contact": "At the well."},
    "joinCommunity": lambda it: {
        "slug": "walkers-of-sanga",
        "person": it.curator_name,
        "standing": "STEWARD",
    },
    "createProtocol": lambda it: {
        "slug": "steps",
        "name": "Of the steps",
        "communities": ["walkers-of-sanga"],
    },
    "updateProtocol": lambda it: {
        "slug": "steps",
        "description": "Who may follow.",
        "admits": "ALL",
    },
    "admitToProtocol": lambda it: {
        "slug": "steps",
        "person": it.curator_name,
        "standing": "STEWARD",
    },
    "placeUnderProtocols": lambda it: {"record": it.item, "protocols": ["steps"]},
    "createLabel": lambda it: {"slug": "tk-walks", "name": "TK Walks", "text": "Walk slowly."},
    "updateLabel": lambda it: {"slug": "tk-walks", "community": "walkers-of-sanga"},
    "putLabels": lambda it: {"record": it.item, "labels": ["tk-walks"]},
    "acknowledgeLabel": lambda it: {"label": "tk-walks"},
    "createReadingRoom": lambda it: {
        "slug": "walking-room",
        "name": "Walking room",
        "networks": ["203.0.113.0/24"],
    },
    "updateReadingRoom": lambda it: {"slug": "walking-room", "networks": ["203.0.113.0/25"]},
    "createEditorGroup": lambda it: {"slug": "walk-editors", "name": "Editors of walks"},
    "updateEditorGroup": lambda it: {"slug": "walk-editors", "collections": ["C-W"]},
    "joinEditorGroup": lambda it: {"slug": "walk-editors", "person": it.curator_name},
    "createPublicationRule": lambda it: {"slug": "old", "title": "Old enough", "years": 70},
    "updatePublicationRule": lambda it: {"slug": "old", "years": 71},
    "giveAccess": lambda it: {
        "person": it.curator_name,
        "record": it.item,
        "gives": "LISTEN",
        "reason": "To walk along.",
    },
    "takeBackAccess": lambda it: {"id": it.made["giveAccess"]["grant"]["id"]},
    "withholdRanges": lambda it: {"id": it.item, "ranges": [{"start": 0.1, "end": 0.2}]},
    # People.
    "createApiToken": lambda it: {"name": "a walk", "scopes": ["READ"], "days": 1},
    "revokeApiToken": lambda it: {"id": it.made["createApiToken"]["token"]["id"]},
    "updateProfile": lambda it: {"displayName": "Who walked", "isListed": True},
    "createSelection": lambda it: {"title": "On foot", "shared": "PUBLIC"},
    "updateSelection": lambda it: {"id": _list(it), "description": "Songs of walking."},
    "addToSelection": lambda it: {
        "id": _list(it),
        "entries": [{"item": it.item, "title": "First step"}, {"item": it.item, "start": 0.1}],
    },
    "updateSelectionEntry": lambda it: {"entry": _lines(it)[1], "text": "From there on."},
    "moveInSelection": lambda it: {
        "id": _list(it),
        "entries": [_lines(it)[1]],
        "before": _lines(it)[0],
    },
    "removeFromSelection": lambda it: {"id": _list(it), "entries": [_lines(it)[1]]},
    "duplicateSelection": lambda it: {"id": _list(it), "title": "On foot again"},
    "freezeSelection": lambda it: {"id": it.made["duplicateSelection"]["selection"]["id"]},
    "deleteSelection": lambda it: {"id": _list(it)},
    "restoreSelection": lambda it: {"id": _list(it)},
    "writeComment": lambda it: {"record": it.item, "text": "One hears the steps."},
    "updateComment": lambda it: {"id": _comment(it), "text": "One hears two steps."},
    "hideComment": lambda it: {"id": _comment(it), "reason": "Of the walk."},
    "withdrawComment": lambda it: {"id": _comment(it)},
    "askArchive": lambda it: {"wish": "NAMING", "words": "She is my aunt.", "record": it.item},
    "decideRequest": lambda it: {"id": _request(), "isApproved": True, "answer": "She is named."},
    "takeBackRequest": lambda it: {"id": _open_request(it)},
    "readNotices": lambda it: {},
    "hideRecord": lambda it: {"id": id_of("Item", it.whole.item.pk), "reason": "She asked."},
    "requestErasure": lambda it: {"record": it.item, "reason": "Her family asked."},
    "refuseErasure": lambda it: {"id": it.made["requestErasure"]["erasure"]["id"]},
    # Work.
    "createPreset": lambda it: {
        "name": "Of the walk",
        "nodes": [{"processor": "level"}],
        "idempotencyKey": "preset",
    },
    "updatePreset": lambda it: {
        "id": it.made["createPreset"]["preset"]["id"],
        "description": "On foot.",
    },
    "createExperience": lambda it: {
        "name": "Walking",
        "steps": [
            {"preset": it.made["createPreset"]["preset"]["id"]},
            {"node": {"processor": "onset"}},
        ],
    },
    "updateExperience": lambda it: {
        "id": it.made["createExperience"]["experience"]["id"],
        "description": "On foot.",
        "isPublic": True,
    },
    "startRun": lambda it: {"items": [it.item], "preset": "default"},
    "recompute": _stale,
    "cancelRun": lambda it: {"run": it.made["startRun"]["run"]["id"]},
    "retryRun": lambda it: {"run": it.made["startRun"]["run"]["id"], "reason": "For the walk."},
}

#: Mutations whose example stands elsewhere, with the reason.
ELSEWHERE: Mapping[str, str] = {
    "stageUpload": "needs a multipart request: tests/graphql_api/test_uploads.py",
    "fetchRemote": "needs another site: tests/graphql_api/test_remote.py",
    "attachUpload": "needs what was staged: tests/graphql_api/test_uploads.py",
    "discardUpload": "needs what was staged: tests/graphql_api/test_uploads.py",
    "confirmErasure": "takes history away, and needs another: tests/graphql_api/test_erasure.py",
    "importTrack": "needs a file: tests/graphql_api/test_tracks.py",
}

#: What a mutation does not leave, with the reason.
_WORK = "work is no description: its rows are their own record, and no curator's change"
_RECIPE = "a recipe keeps its own versions; nothing of the catalogue changes"
_SECRET = "a key is a secret: its row is its own record, and no news for others"
_ERASURE = "an erasure is its own record: who asked, who decided, why"
LEAVES_NO_HISTORY: Mapping[str, str] = {
    "requestErasure": _ERASURE,
    "refuseErasure": _ERASURE,
    "readNotices": "whether somebody read a line is kept on the line alone",
    "createPreset": _RECIPE,
    "updatePreset": _RECIPE,
    "createExperience": _RECIPE,
    "updateExperience": _RECIPE,
    "startRun": _WORK,
    "cancelRun": _WORK,
    "retryRun": _WORK,
    "recompute": _WORK,
    "acknowledgeLabel": "who read a notice is kept as it was written, and never changes",
    "createApiToken": _SECRET,
    "revokeApiToken": _SECRET,
}
_PERMIT = "no mirror shows who was given what; each door asks the grant itself"
_BETWEEN = "what people ask is between them and staff: no news for others"
LEAVES_NO_EVENT: Mapping[str, str] = {
    "createPreset": _RECIPE,
    "updatePreset": _RECIPE,
    "createExperience": _RECIPE,
    "updateExperience": _RECIPE,
    "updateProfile": "what somebody says of themselves is no news of the catalogue",
    "acknowledgeLabel": "nobody else sees it",
    "giveAccess": _PERMIT,
    "takeBackAccess": _PERMIT,
    "createApiToken": _SECRET,
    "revokeApiToken": _SECRET,
    "askArchive": _BETWEEN,
    "decideRequest": _BETWEEN,
    "takeBackRequest": _BETWEEN,
    "readNotices": _BETWEEN,
}
