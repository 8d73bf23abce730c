"""Controls of tests/doors and tests/archive/test_access.py: without the rule, all shows."""

from pathlib import Path

import pytest
from django.db.models import Q
from django.test import Client

from archive import querysets
from archive.access import PUBLIC, Act, Actor, may
from archive.models import Agent, Instrument, Item, Language, Place, Population
from archive.views import stream
from tests.archive.test_access import COLLECTION_LEVELS, ITEM_LEVELS, TERMS, users_of
from tests.archive.views.test_stream import body, sound_of, url
from tests.factories import ROLES, hidden_item, make_collection, make_item

pytestmark = pytest.mark.django_db


def everything_is_allowed(actor: Actor, act: Act, path: str = "") -> Q:
    """Stand in for the rule."""
    return Q()


def test_without_the_rule_the_public_may_do_what_the_page_forbids(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    items = [
        make_item(collection=make_collection(access=outer), access=inner)
        for outer in COLLECTION_LEVELS
        for inner in ITEM_LEVELS
    ]
    cases = [(actor, act, item.pk) for actor in ROLES.values() for act in Act for item in items]
    refused = [case for case in cases if not may(*case)]
    monkeypatch.setattr(querysets, "item_rule", everything_is_allowed)
    opened = [case for case in refused if may(*case)]
    print(
        f"{len(cases)} cases, {len(refused)} refused, {len(opened)} of these open without the rule"
    )
    assert len(refused) >= 150
    assert opened == refused


@pytest.mark.usefixtures("store")
def test_without_the_rule_hidden_sound_is_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts = [
        sound_of(make_item(collection=make_collection(access=outer), access=inner), tmp_path)
        for outer in COLLECTION_LEVELS
        for inner in ITEM_LEVELS
    ]
    client = Client()
    silent = [part for part in parts if not _is_sent(client, url(part))]
    monkeypatch.setattr(stream, "item_rule", everything_is_allowed)
    sent = [part for part in silent if _is_sent(client, url(part))]
    print(f"{len(parts)} sounds, {len(silent)} silent, {len(sent)} of these sent without the rule")
    assert len(silent) >= 13
    assert sent == silent


def _is_sent(client: Client, address: str) -> bool:
    response = client.get(address)
    return bool(body(response)) and response.status_code == 200


def test_without_the_rule_hidden_names_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for term, (_, make) in TERMS.items():
        users_of(term, hidden_item(), make())
    models = (Agent, Instrument, Language, Place, Population)
    assert sum(model.objects.visible_to(PUBLIC).count() for model in models) == 0
    monkeypatch.setattr(querysets, "item_rule", everything_is_allowed)
    found = sum(model.objects.visible_to(PUBLIC).count() for model in models)
    print(f"{found} of {Item.objects.count()} hidden records betrayed by a name")
    assert found >= 5
