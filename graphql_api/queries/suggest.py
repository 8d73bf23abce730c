"""Suggestions while somebody types: the few that fit best, accents and case aside (T-12)."""

from typing import Annotated, Any
from uuid import UUID

import strawberry
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Length

from archive.access import Actor
from archive.search import Fold
from archive.services.shapes import SHAPES
from graphql_api.context import Info
from graphql_api.errors import Code, Refused
from graphql_api.types.accession import Accession
from graphql_api.types.agent import Agent
from graphql_api.types.agreement import Agreement
from graphql_api.types.carrier import Carrier
from graphql_api.types.code_policy import CodePolicy
from graphql_api.types.community import Community
from graphql_api.types.concept import Concept
from graphql_api.types.holder import Holder
from graphql_api.types.instrument import Instrument
from graphql_api.types.item import Item
from graphql_api.types.kind import RecordKind
from graphql_api.types.language import Language
from graphql_api.types.levels import Collection, Corpus, Fonds
from graphql_api.types.names import shown_names
from graphql_api.types.node import Resource
from graphql_api.types.permit import EditorGroup
from graphql_api.types.place import Place
from graphql_api.types.population import Population
from graphql_api.types.scheme import Scheme
from graphql_api.types.term import Term

TERMS: dict[str, type[Term]] = {
    "place": Place,
    "instrument": Instrument,
    "population": Population,
    "language": Language,
    "agent": Agent,
    "concept": Concept,
}
#: What is found by what people cite, or by what it is called: the columns of both.
CITED: dict[str, tuple[type[Resource], str, str]] = {
    "item": (Item, "code", "title"),
    "collection": (Collection, "code", "title"),
    "corpus": (Corpus, "code", "title"),
    "fonds": (Fonds, "code", "title"),
    "scheme": (Scheme, "slug", "title"),
    "holder": (Holder, "slug", "name"),
    "agreement": (Agreement, "code", "title"),
    "accession": (Accession, "code", "title"),
    "carrier": (Carrier, "code", "title"),
    "code_policy": (CodePolicy, "slug", "title"),
    "community": (Community, "slug", "name"),
    "editor_group": (EditorGroup, "slug", "name"),
}
MOST = 20
LONGEST = 100


@strawberry.type(description="Something that may be meant by what was typed.")
class Suggestion:
    value: str = strawberry.field(
        description="The code or slug, as filters and inputs of mutations take it."
    )
    label: str = strawberry.field(description="What people call it: its name or its title.")
    matched: str | None = strawberry.field(
        description="The other name that fits what was typed; null where the label itself does."
    )
    node: Resource = strawberry.field(description="The thing itself.")


@strawberry.type
class SuggestQuery:
    @strawberry.field(
        description=(
            "What of a kind may be meant by the beginning of a word, the best fitting first: by "
            "names, codes and titles, whatever accents and case."
        )
    )
    def suggest(
        self,
        info: Info,
        kind: Annotated[
            RecordKind,
            strawberry.argument(
                description="Of which kind: terms, levels, holdings, groups; not extra fields."
            ),
        ],
        prefix: Annotated[
            str, strawberry.argument(description="What has been typed; nothing gives nothing.")
        ],
        first: Annotated[
            int, strawberry.argument(description="How many at most, from 0 to 20.")
        ] = 10,
        scheme: Annotated[
            str | None,
            strawberry.argument(description="Of concepts: only those of this vocabulary's slug."),
        ] = None,
        in_use: Annotated[
            bool | None, strawberry.argument(description="Of terms: only those that a record uses.")
        ] = None,
    ) -> list[Suggestion]:
        typed = " ".join(prefix.split())[:LONGEST]
        first = max(0, min(first, MOST))
        if not typed or not typed.isprintable() or not first:
            return []
        actor = info.context.actor
        name = str(kind.value)
        if name in TERMS:
            of = TERMS[name]
            rows = of.visible(actor)
            if in_use:
                rows = rows.filter(of.model.objects.used_by_visible(actor))  # type: ignore[attr-defined]  # each term's manager has it
            if scheme is not None:
                if of is not Concept:
                    raise Refused(Code.BAD_INPUT, "Only concepts belong to a scheme.")
                rows = rows.filter(scheme__slug=scheme if scheme.isprintable() else "")
            return _terms(of, rows, typed, first, actor)
        if name in CITED:
            return _cited(*CITED[name], actor, typed, first)
        known = ", ".join(name.upper() for name in (*TERMS, *CITED))
        raise Refused(Code.BAD_INPUT, f"Nothing is suggested of that kind: use {known}.")


def _terms(
    of: type[Term], rows: "QuerySet[Any]", typed: str, first: int, actor: Actor
) -> list[Suggestion]:
    shape = SHAPES[of.__name__.lower()]
    words = Fold(Value(typed))
    others = shape.names._default_manager.alias(folded=Fold("name")).filter(folded__contains=words)
    begins = Exists(
        others.filter(**{shape.owner_of_names: OuterRef("pk")}, folded__startswith=words)
    )
    found = (
        rows.alias(folded=Fold("name"))
        .filter(
            Q(folded__contains=words)
            | Q(slug=typed.lower())
            | Q(pk__in=others.values(shape.owner_of_names))
        )
        .annotate(
            fit=Case(
                When(Q(slug=typed.lower()), then=0),
                When(Q(folded__startswith=words), then=1),
                When(begins, then=2),
                default=3,
                output_field=IntegerField(),
            )
        )
        .order_by("fit", Length("name"), "name", "pk")[:first]
    )
    nodes = of.all_of(found)
    matched = _matched(shape, others.filter(shown_names(actor)), [node.id for node in nodes])
    return [
        Suggestion(
            value=node.slug,
            label=node.name,
            matched=matched.get(node.id) if node.row.fit >= 2 else None,
            node=node,
        )
        for node in nodes
    ]


def _matched(shape: Any, names: "QuerySet[Any]", ids: list[UUID]) -> dict[UUID, str]:
    """Return the shortest of each term's names that fit."""
    owner = shape.owner_of_names
    rows = names.filter(**{f"{owner}__in": ids}).order_by(Length("name").desc(), "-name")
    return dict(rows.values_list(owner, "name"))


def _cited(
    of: type[Resource], by: str, called: str, actor: Actor, typed: str, first: int
) -> list[Suggestion]:
    words = Fold(Value(typed))
    found = (
        _findable(of, actor)
        .alias(folded=Fold(called))
        .filter(Q(**{f"{by}__icontains": typed}) | Q(folded__contains=words))
        .annotate(
            fit=Case(
                When(Q(**{f"{by}__istartswith": typed}), then=0),
                When(Q(folded__startswith=words), then=1),
                default=2,
                output_field=IntegerField(),
            )
        )
        .order_by("fit", by, "pk")[:first]
    )
    rows = list(found)
    return [
        Suggestion(
            value=getattr(row, by) or str(row.pk),
            label=getattr(row, called) or getattr(row, by),
            matched=None,
            node=node,
        )
        for row, node in zip(rows, of.all_of(rows), strict=True)
    ]


def _findable(of: type[Resource], actor: Actor) -> "QuerySet[Any]":
    """Return what may be found by its code and title; an agreement's are for staff."""
    rows: QuerySet[Any] = of.visible(actor)
    return rows.none() if of is Agreement and not actor.is_staff else rows
