"""One search over items and collections, best first."""

from typing import Annotated, Any

import strawberry
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.fields import TextField
from django.db.models.functions import Cast, Concat, Greatest, Round

from archive.access import Actor
from archive.models import Item as ItemRow
from archive.search import Fold
from graphql_api.connections import DEFAULT, MAXIMUM, After, Connection, First, Slice
from graphql_api.context import Info
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.types.item import Item
from graphql_api.types.levels import Collection
from graphql_api.types.search import Hit

WHOLE = 1_000_000
PURPOSE = "search"

COLLECTION_WORDS = Fold(
    Concat(
        F("title"),
        Value(" "),
        F("alternative_title"),
        Value(" "),
        F("code"),
        output_field=TextField(),
    )
)


@strawberry.type
class SearchQuery:
    @strawberry.field(
        description=(
            "Items and collections whose title, other title or code hold every word, whatever "
            "accents and case; the best fitting first."
        )
    )
    def search(
        self,
        info: Info,
        query: Annotated[str, strawberry.argument(description="A few words, or a code.")],
        first: First = DEFAULT,
        after: After = None,
    ) -> Connection[Hit]:
        return _Search(info.context.actor, query.strip(), first, after).connection()


class _Search:
    """One search: scores are whole millionths, so that a cursor compares exactly."""

    def __init__(self, actor: Actor, words: str, first: int, after: str | None) -> None:
        if not 0 <= first <= MAXIMUM:
            raise Refused(Code.BAD_INPUT, f"`first` is {first}: use a number from 0 to {MAXIMUM}.")
        self._actor, self._words, self._first, self._after = actor, words, first, after

    def connection(self) -> Connection[Hit]:
        kept: list[Slice] = []

        def read() -> Slice:
            if not kept:
                kept.append(self._page() if self._words else Slice())
            return kept[0]

        return Connection(read=read, count=self._count)

    def _count(self) -> int:
        return sum(rows.count() for rows in self._both()) if self._words else 0

    def _page(self) -> Slice:
        items, collections = (self._following(rows) for rows in self._both())
        found = list(
            items.union(collections, all=True).order_by("-score", "kind", "pk")[: self._first + 1]
        )
        shown = found[: self._first]
        nodes: dict[Any, Any] = {
            **Item.by_key(self._actor, (row["pk"] for row in shown if row["kind"] == 0)),
            **Collection.by_key(self._actor, (row["pk"] for row in shown if row["kind"] == 1)),
        }
        hits = [(row, nodes[row["pk"]]) for row in shown if row["pk"] in nodes]
        return Slice(
            nodes=[Hit(node=node, score=row["score"] / WHOLE) for row, node in hits],
            cursor=lambda i: seal(
                PURPOSE, [hits[i][0]["score"], hits[i][0]["kind"], str(hits[i][0]["pk"])]
            ),
            has_next=len(found) > self._first,
            has_previous=self._after is not None,
        )

    def _both(self) -> "tuple[QuerySet[Any], QuerySet[Any]]":
        items = ItemRow.objects.visible_to(self._actor).matching(self._words)
        collections = Collection.visible(self._actor).alias(words=COLLECTION_WORDS)
        for word in self._words.split():
            collections = collections.filter(words__contains=Fold(Value(word)))
        return self._scored(items, "original_title", 0), self._scored(
            collections, "alternative_title", 1
        )

    def _scored(self, rows: "QuerySet[Any]", other: str, kind: int) -> "QuerySet[Any]":
        folded = Fold(Value(self._words))
        likeness = Greatest(
            _likeness(folded, "title"),
            _likeness(folded, other),
        )
        score = Case(
            When(Q(code__iexact=self._words) | Q(title__iexact=self._words), then=Value(WHOLE)),
            default=Cast(Round(likeness * Value(WHOLE * 0.99)), IntegerField()),
            output_field=IntegerField(),
        )
        scored: QuerySet[Any] = rows.order_by().annotate(
            score=score, kind=Value(kind, output_field=IntegerField())
        )
        return scored

    def _following(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        if self._after is not None:
            values = unseal(PURPOSE, self._after)
            if not isinstance(values, list) or len(values) != 3:
                raise Refused(Code.BAD_CURSOR, "This cursor belongs to another list.")
            score, kind, pk = values
            rows = rows.filter(
                Q(score__lt=score)
                | Q(score=score, kind__gt=kind)
                | Q(score=score, kind=kind, pk__gt=pk)
            )
        return rows.values("pk", "score", "kind")


def _likeness(folded: Fold, column: str) -> TrigramWordSimilarity:
    """Return how like the words a column is; the stubs know plain texts alone."""
    return TrigramWordSimilarity(folded, Fold(F(column)))  # type: ignore[arg-type]
