"""The kinds of record that the archive describes: one list for history, merges, forms and doors.

A kind is the word in events, in old codes and in addresses; it tells the model and the column
that people cite.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models

from archive.errors import NotFound
from archive.models import (
    Accession,
    Agent,
    Agreement,
    Carrier,
    CodePolicy,
    Collection,
    Community,
    Concept,
    Corpus,
    EditorGroup,
    ExtraField,
    Fonds,
    Holder,
    Instrument,
    Item,
    Label,
    Language,
    Place,
    Population,
    Protocol,
    PublicationRule,
    ReadingRoom,
    Scheme,
)


@dataclass(frozen=True)
class Kind:
    """One kind of record."""

    name: str
    model: type[models.Model]
    #: The column that stands in its address.
    cited_by: str
    #: Whether it is a level of description: with a state, a level of access, and satellites.
    is_level: bool = False
    #: Whether it is a term that records point to: with names, matches, and merges.
    is_term: bool = False
    #: The column that names within what it is cited, where that is not unique by itself.
    cited_within: str = ""

    @property
    def rows(self) -> Any:
        """Return the model's manager; every kind's has `visible_to`."""
        return self.model._default_manager

    @property
    def to_be_named(self) -> Any:
        """Return the rows of all, with what their names and addresses need read along."""
        within = [self.cited_within.removesuffix("_id")] if self.cited_within else []
        rows = self.model._base_manager.all()
        return rows.select_related(*within) if within else rows

    def old_code(self, cited: str, within: object = None) -> str:
        """Return under what a code that it bore is kept in OldCode (as the trigger writes it)."""
        return f"{within}/{cited}" if self.cited_within else cited


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("fonds", Fonds, "code", is_level=True),
        Kind("corpus", Corpus, "code", is_level=True),
        Kind("collection", Collection, "code", is_level=True),
        Kind("item", Item, "code", is_level=True),
        Kind("place", Place, "slug", is_term=True),
        Kind("instrument", Instrument, "slug", is_term=True),
        Kind("population", Population, "slug", is_term=True),
        Kind("language", Language, "slug", is_term=True),
        Kind("agent", Agent, "slug", is_term=True),
        Kind("concept", Concept, "slug", is_term=True, cited_within="scheme_id"),
        Kind("scheme", Scheme, "slug"),
        Kind("holder", Holder, "slug"),
        Kind("agreement", Agreement, "code"),
        Kind("accession", Accession, "code"),
        Kind("carrier", Carrier, "code"),
        Kind("extra_field", ExtraField, "slug"),
        Kind("code_policy", CodePolicy, "slug"),
        Kind("community", Community, "slug"),
        Kind("protocol", Protocol, "slug"),
        Kind("label", Label, "slug"),
        Kind("reading_room", ReadingRoom, "slug"),
        Kind("publication_rule", PublicationRule, "slug"),
        Kind("editor_group", EditorGroup, "slug"),
    )
}


def kind_named(name: str) -> Kind:
    """Return the kind of that name.

    Raises
    ------
    NotFound : there is none.
    """
    if name not in KINDS:
        raise NotFound(f"There is no kind of record called {name[:40]!r}.")
    return KINDS[name]


def kind_of(record: models.Model) -> Kind:
    """Return the kind that a row is of."""
    return next(kind for kind in KINDS.values() if isinstance(record, kind.model))
