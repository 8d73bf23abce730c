"""Whoever adds a table says what an erasure does to it; the control stands in tests/controls."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models

from archive.erasing import (
    EMPTIED,
    GOES_WITH,
    ROOTS,
    SEEN_TO,
    decided,
    erasers,
    goes_with,
    named,
    pointers_to,
    without_content,
)

TABLES_AT_LEAST = 110
#: What is shared goes when nothing uses it any more.
GO_WHEN_UNUSED = ("archive.File", "analysis.Computation")
#: Pointers of upper packages to rows that go only when nothing needs them any more.
SEEN_TO_ABOVE = {
    "analysis.Pass.file",
    "analysis.Computation.file",
    "analysis.Result.computation",
}


def all_tables() -> list[type[models.Model]]:
    return list(apps.get_models(include_auto_created=True))


def undecided(tables: Iterable[type[models.Model]]) -> list[str]:
    """Return the tables that nobody decided about, and decisions about none."""
    labels = {table._meta.label for table in tables}
    return sorted(labels ^ ({*decided()} | {*without_content()}))


def reached() -> set[type[models.Model]]:
    """Return every table whose rows go with something that can be erased."""
    found: set[type[models.Model]] = set()
    tables = [*(root.model for root in ROOTS.values()), *GO_WHEN_UNUSED]
    waiting: list[Any] = [apps.get_model(table) for table in tables]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [other for other, pointer in pointers_to(model) if goes_with(other, pointer)]
    return found


def test_an_erasure_says_what_it_does_to_every_table() -> None:
    tables = all_tables()
    print(f"{len(tables)} tables examined")
    assert undecided(tables) == []
    assert not set(decided()) & set(without_content())
    assert len(tables) >= TABLES_AT_LEAST


def test_every_table_is_erased_by_an_eraser_that_there_is() -> None:
    assert set(decided().values()) == {each.name for each in erasers()}


def test_what_goes_with_a_record_is_said_to_be_erased() -> None:
    labels = {model._meta.label for model in reached()}
    print(f"{len(labels)} tables go with a record")
    assert labels - set(decided()) == set()


def test_what_points_to_what_goes_is_decided() -> None:
    """A pointer either goes along, or is emptied, or an eraser sees to it."""
    found = set()
    for model in reached():
        for other, pointer in pointers_to(model):
            name = named(other, pointer)
            nulls = pointer.remote_field.on_delete is models.SET_NULL
            if not goes_with(other, pointer) and not nulls:
                found.add(name)
    print(f"{len(found)} pointers examined")
    assert found - EMPTIED == SEEN_TO | SEEN_TO_ABOVE


def test_the_lists_name_pointers_that_there_are() -> None:
    there = {
        named(model, each)
        for model in apps.get_models()
        for each in model._meta.concrete_fields
        if isinstance(each, models.ForeignKey)
    }
    assert (GOES_WITH | EMPTIED | SEEN_TO) - there == set()
