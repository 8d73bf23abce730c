"""Every page of the admin answers an operator, and nobody else; what it writes is signed."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.messages import get_messages
from django.db import models
from django.forms import model_to_dict
from django.test import Client, RequestFactory
from django.urls import reverse

from archive.admin.base import REASON, LedgerAdmin
from archive.history import Change
from archive.models import CodePolicy, Collection, Item, OldCode, Place, PlaceEdge, User
from tests.archive.admin.filling import filled
from tests.factories import make_collection, make_item, make_place, make_user

pytestmark = pytest.mark.django_db

#: Kept by triggers, and read through the terms that they are about.
CLOSURES = {
    "PlaceClosure",
    "InstrumentClosure",
    "PopulationClosure",
    "ConceptClosure",
    "EditorGroupClosure",
}
LEAST = 50


def operator() -> User:
    return make_user(is_staff=True, is_superuser=True)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def registered() -> list[type[models.Model]]:
    return [model for model in admin.site._registry if model._meta.app_label == "archive"]


def pages(model: type[models.Model]) -> list[str]:
    """Return the addresses that the model has in the admin, for the row that `filled` gives."""
    options = model._meta
    name = f"admin:{options.app_label}_{options.model_name}"
    row = filled(model)
    found = [
        reverse(f"{name}_changelist"),
        f"{reverse(f'{name}_changelist')}?q=row",
        reverse(f"{name}_change", args=[row.pk]),
        reverse(f"{name}_history", args=[row.pk]),
    ]
    is_ledger = isinstance(admin.site._registry[model], LedgerAdmin)
    return found if is_ledger else [*found, reverse(f"{name}_add")]


def test_every_model_has_its_pages() -> None:
    known = {model.__name__ for model in registered()}
    there = {
        model.__name__
        for model in apps.get_app_config("archive").get_models()
        if model._meta.managed
    }
    assert there - known == CLOSURES & there
    assert len(known) >= LEAST


def test_every_page_answers_an_operator() -> None:
    """Issue 3, row 7: changelist, search, add, change and history of every model."""
    client = client_of(operator())
    asked = 0
    for model in registered():
        for path in pages(model):
            response = client.get(path)
            assert response.status_code == 200, (path, response.status_code)
            policy = response.headers["Content-Security-Policy"]
            assert "unsafe-inline" not in policy
            assert "<script>" not in response.content.decode(), path
            asked += 1
    print(f"{asked} pages of {len(registered())} models")
    assert asked >= 4 * LEAST
    assert client.get("/admin/").status_code == 200


def test_nobody_else_is_let_in() -> None:
    asked = 0
    others = {"member": make_user(), "staff": make_user(is_staff=True)}
    sample = [path for model in registered()[::6] for path in pages(model)] + ["/admin/"]
    for path in sample:
        response = Client().get(path)
        assert response.status_code == 302
        assert response.headers["Location"].startswith(("/admin/login/", "/login")), path
        for user in others.values():
            answer = client_of(user).get(path, follow=True)
            assert answer.status_code == 403, path
            asked += 1
    sent = Client().get("/admin/login/?next=/admin/")
    assert (sent.status_code, sent.headers["Location"]) == (302, "/login?next=/admin/")
    print(f"{asked} pages refused")
    assert asked >= LEAST


def posted(client: Client, path: str, **changes: Any) -> Any:
    """Send a change form back as it came, but for what is changed."""
    shown = client.get(path).context
    form, formsets = shown["adminform"].form, shown["inline_admin_formsets"]
    data = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    data = {name: value for name, value in data.items() if value is not False}
    for each in formsets:
        prefix = each.formset.prefix
        count = len(each.formset.initial_forms)
        data |= {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": count}
        for row in each.formset.initial_forms:
            data |= {
                row.add_prefix(name): "" if row[name].value() is None else row[name].value()
                for name in row.fields
            }
    data["translations"] = "{}"
    return client.post(path, {**data, **changes})


def test_a_change_bears_the_operator_s_name() -> None:
    user, item = operator(), make_item(title="Before", code="X_1")
    client = client_of(user)
    path = reverse("admin:archive_item_change", args=[item.pk])
    response = posted(client, path, title="After", recorded="196X")
    assert response.status_code == 302, response.context["adminform"].form.errors
    item.refresh_from_db()
    assert (item.title, str(item.recorded_from), str(item.recorded_to)) == (
        "After",
        "1960-01-01",
        "1969-12-31",
    )
    change = Change.objects.filter(subject_id=item.pk, operation="UPDATE").latest("pk")
    assert (change.author_id, change.reason) == (user.pk, REASON)
    assert "After" in client.get(path.replace("change", "history")).content.decode()


def test_what_a_service_would_refuse_is_refused_here() -> None:
    client, item = client_of(operator()), make_item(code="X_1")
    OldCode.objects.create(kind="item", code="X_0", subject_id=make_item(code="X_2").pk)
    path = reverse("admin:archive_item_change", args=[item.pk])
    for field, value in (
        ("recorded", "the other day"),
        ("code", "no spaces here"),
        ("code", "X_0"),
        ("title", ""),
        ("translations", '{"access": {"fr": "x"}}'),
        ("translations", '["x"]'),
    ):
        response = posted(client, path, **{field: value})
        assert response.status_code == 200, (field, value)
        assert field in response.context["adminform"].form.errors
    item.refresh_from_db()
    assert item.version == 1


def test_a_strict_code_policy_is_heeded_here_too() -> None:
    """The admin was the one road on which a code asked no policy."""
    policy = CodePolicy.objects.create(
        slug="strict", title="Strict", level="item", template="S_{digits:3}", is_strict=True
    )
    collection = make_collection(code="C", code_policy=policy)
    item = make_item(code="S_001", collection=collection)
    request = RequestFactory().get("/")
    request.user = operator()
    form_of = admin.site._registry[Item].get_form(request, item, change=True)

    def errors_of(code: str) -> Any:
        given = model_to_dict(item) | {"code": code}
        form = form_of({k: v for k, v in given.items() if v is not None}, instance=item)
        return form.errors.get("code", [])

    assert errors_of("S_002") == []
    assert "such as S_" in str(errors_of("WRONG"))


def test_a_refusal_of_the_database_is_a_sentence() -> None:
    client = client_of(operator())
    low, high = make_place(), make_place()
    PlaceEdge.objects.create(parent=high, child=low)
    path = reverse("admin:archive_placeedge_add")
    response = client.post(path, {"parent": low.pk, "child": high.pk})
    assert response.status_code == 302
    (message,) = [str(each) for each in get_messages(response.wsgi_request)]
    assert "its own ancestor" in message
    assert PlaceEdge.objects.count() == 1


def test_terms_are_deleted_together_and_levels_never() -> None:
    user = operator()
    client = client_of(user)
    places = [make_place(), make_place()]
    path = reverse("admin:archive_place_changelist")
    given = {"action": "delete_selected", "_selected_action": [place.pk for place in places]}
    assert client.post(path, given | {"post": "yes"}).status_code == 302
    assert not Place.objects.filter(pk__in=[place.pk for place in places]).exists()
    gone = Change.objects.filter(operation="DELETE", subject_kind="place")
    assert {(each.author_id, each.reason) for each in gone} == {(user.pk, REASON)}
    collection = make_collection()
    assert (
        client.post(
            reverse("admin:archive_collection_delete", args=[collection.pk]), {"post": "yes"}
        ).status_code
        == 403
    )
    assert Collection.objects.filter(pk=collection.pk).exists()


def test_ledgers_are_read_only() -> None:
    client, item = client_of(operator()), make_item()
    change = Change.objects.filter(subject_id=item.pk).latest("pk")
    for action in ("change", "delete"):
        path = reverse(f"admin:archive_change_{action}", args=[change.pk])
        assert client.post(path, {"post": "yes", "reason": "x"}).status_code == 403
    assert Item.objects.filter(pk=item.pk).exists()
