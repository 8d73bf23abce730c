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
from graphql_api.connections import Connection
from graphql_api.context import Info
from graphql_api.cursors import seal, unseal
from graphql_api.errors import Code, Refused
from graphql_api.paging import After, Before, First, Last, Page, Slice
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
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Hit]:
        page = Page(first, after, last, before)
        return _Search(info.context.actor, query.strip(), page).connection()


class _Search:
    """One search: scores are whole millionths, so that a cursor compares exactly."""

    def __init__(self, actor: Actor, words: str, page: Page) -> None:
        self._actor, self._words, self._page = actor, words, page

    def connection(self) -> Connection[Hit]:
        kept: list[Slice] = []

        def read() -> Slice:
            if not kept:
                kept.append(self._read() if self._words else Slice())
            return kept[0]

        return Connection(read=read, count=self._count)

    def _count(self) -> int:
        return sum(rows.count() for rows in self._both()) if self._words else 0

    def _read(self) -> Slice:
        items, collections = (self._within(rows) for rows in self._both())
        backward = self._page.is_backward
        order = ("score", "-kind", "-pk") if backward else ("-score", "kind", "pk")
        found = list(items.union(collections, all=True).order_by(*order)[: self._page.wanted])
        shown = self._page.shown(found)
        nodes: dict[Any, Any] = {
            **Item.by_key(self._actor, (row["pk"] for row in shown if row["kind"] == 0)),
            **Collection.by_key(self._actor, (row["pk"] for row in shown if row["kind"] == 1)),
        }
        hits = [(row, nodes[row["pk"]]) for row in shown if row["pk"] in nodes]
        return self._page.slice(
            [Hit(node=node, score=row["score"] / WHOLE) for row, node in hits],
            lambda i: seal(
                PURPOSE, [hits[i][0]["score"], hits[i][0]["kind"], str(hits[i][0]["pk"])]
            ),
            is_more=len(found) > len(shown),
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

    def _within(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        if self._page.after is not None:
            score, kind, pk = _place(self._page.after)
            rows = rows.filter(
                Q(score__lt=score)
                | Q(score=score, kind__gt=kind)
                | Q(score=score, kind=kind, pk__gt=pk)
            )
        if self._page.before is not None:
            score, kind, pk = _place(self._page.before)
            rows = rows.filter(
                Q(score__gt=score)
                | Q(score=score, kind__lt=kind)
                | Q(score=score, kind=kind, pk__lt=pk)
            )
        return rows.values("pk", "score", "kind")


def _place(cursor: str) -> list[Any]:
    values = unseal(PURPOSE, cursor)
    if not isinstance(values, list) or len(values) != 3:
        raise Refused(Code.BAD_CURSOR, "This cursor belongs to another list.")
    return values


def _likeness(folded: Fold, column: str) -> TrigramWordSimilarity:
    """Return how like the words a column is; the stubs know plain texts alone."""
    return TrigramWordSimilarity(folded, Fold(F(column)))  # type: ignore[arg-type]
