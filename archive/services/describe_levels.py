"""Describe the levels above the item: fonds, corpora, collections.

Each makes the record of that code or brings it in line; the same words again change nothing. What
is left out (None) stays as it is; parents that are given replace those that were there.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import models, transaction

from archive.access import Actor
from archive.errors import NotAllowed, OddValue
from archive.identifiers import check_code
from archive.models import Collection, CollectionCorpus, Corpus, CorpusFonds, Fonds
from archive.services.describe import record_ids
from archive.services.fields import checked
from archive.services.reconcile import Reconciliation

_L = TypeVar("_L", bound=models.Model)


def describe_fonds(
    *,
    actor: Actor,
    code: str,
    title: str | None = None,
    description: str | None = None,
    access: str | None = None,
) -> Fonds:
    """Describe a fonds. A new one needs a title.

    Raises
    ------
    NotAllowed : not staff.
    OddCode, OddValue : `OddValue.field` names the field.
    """
    values = {"title": title, "description": description, "access": access}
    with transaction.atomic():
        return _level(actor, Reconciliation(overwrite=True), Fonds, code, values)


def describe_corpus(
    *,
    actor: Actor,
    code: str,
    title: str | None = None,
    description: str | None = None,
    access: str | None = None,
    fonds: Sequence[str] | None = None,
) -> Corpus:
    """Describe a corpus; `fonds` are codes of those that it stands in."""
    values = {"title": title, "description": description, "access": access}
    bring = Reconciliation(overwrite=True)
    with transaction.atomic():
        corpus = _level(actor, bring, Corpus, code, values)
        if fonds is not None:
            ids = record_ids(Fonds, fonds, "fonds", key="code")
            bring.links(CorpusFonds, {"corpus_id": corpus.pk}, [{"fonds_id": each} for each in ids])
    return corpus


def describe_collection(
    *,
    actor: Actor,
    code: str,
    title: str | None = None,
    alternative_title: str | None = None,
    description: str | None = None,
    access: str | None = None,
    corpora: Sequence[str] | None = None,
) -> Collection:
    """Describe a collection; `corpora` are codes of those that it stands in."""
    values = {
        "title": title,
        "alternative_title": alternative_title,
        "description": description,
        "access": access,
    }
    bring = Reconciliation(overwrite=True)
    with transaction.atomic():
        collection = _level(actor, bring, Collection, code, values)
        if corpora is not None:
            ids = record_ids(Corpus, corpora, "corpora", key="code")
            links = [{"corpus_id": each} for each in ids]
            bring.links(CollectionCorpus, {"collection_id": collection.pk}, links)
    return collection


def _level(
    actor: Actor, bring: Reconciliation, model: type[_L], code: str, values: Mapping[str, Any]
) -> _L:
    if not actor.is_staff:
        raise NotAllowed("Only staff may describe fonds, corpora and collections.")
    given = {name: value for name, value in values.items() if value is not None}
    check_code(code)
    if "title" not in given and not model._default_manager.filter(code=code).exists():
        raise OddValue("title", "Title cannot be empty.")
    return bring.row(model, {"code": code}, checked(model, given))
