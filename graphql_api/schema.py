"""The one schema. Building a second from the same types would fail (spec/graphql.md, fact 10)."""

from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext, ExecutionResult

from graphql_api.context import Context
from graphql_api.errors import Masked, mask
from graphql_api.executor import Executor
from graphql_api.limits import Guard
from graphql_api.mutations.coding import CodingMutation
from graphql_api.mutations.comment import CommentMutation
from graphql_api.mutations.communities import CommunityMutation
from graphql_api.mutations.erasure import ErasureMutation
from graphql_api.mutations.holdings import HoldingsMutation
from graphql_api.mutations.item import ItemMutation
from graphql_api.mutations.labels import LabelMutation
from graphql_api.mutations.levels import LevelMutation
from graphql_api.mutations.life import LifeMutation
from graphql_api.mutations.merge import MergeMutation
from graphql_api.mutations.people import PeopleMutation
from graphql_api.mutations.permits import PermitMutation
from graphql_api.mutations.recipe import RecipeMutation
from graphql_api.mutations.related import RelatedMediaMutation
from graphql_api.mutations.request import RequestMutation
from graphql_api.mutations.run import RunMutation
from graphql_api.mutations.selection import SelectionMutation
from graphql_api.mutations.terms import TermMutation
from graphql_api.mutations.track import PartMutation, TrackMutation
from graphql_api.mutations.upload import UploadMutation
from graphql_api.mutations.withholding import WithholdingMutation
from graphql_api.queries.access import AccessQuery
from graphql_api.queries.analysis import AnalysisQuery
from graphql_api.queries.archive import ArchiveQuery
from graphql_api.queries.coding import CodingQuery
from graphql_api.queries.comment import CommentQuery
from graphql_api.queries.erasure import ErasureQuery
from graphql_api.queries.history import HistoryQuery
from graphql_api.queries.holdings import HoldingsQuery
from graphql_api.queries.merge import MergeQuery
from graphql_api.queries.node import RESOURCES, NodeQuery
from graphql_api.queries.request import RequestQuery
from graphql_api.queries.search import SearchQuery
from graphql_api.queries.selection import SelectionQuery
from graphql_api.queries.stale import StaleQuery
from graphql_api.queries.suggest import SuggestQuery
from graphql_api.queries.terms import TermQuery
from graphql_api.queries.upload import UploadQuery
from graphql_api.subscriptions import Subscription
from graphql_api.types.scalars import SCALARS


@strawberry.type(description="What one may ask of the archive.")
class Query(
    NodeQuery,
    ArchiveQuery,
    TermQuery,
    SuggestQuery,
    SearchQuery,
    AnalysisQuery,
    StaleQuery,
    UploadQuery,
    HistoryQuery,
    HoldingsQuery,
    CodingQuery,
    MergeQuery,
    AccessQuery,
    RequestQuery,
    SelectionQuery,
    CommentQuery,
    ErasureQuery,
):
    pass


@strawberry.type(description="What one may do; each takes one input and calls one service.")
class Mutation(
    RunMutation,
    RecipeMutation,
    ItemMutation,
    TermMutation,
    LevelMutation,
    UploadMutation,
    RelatedMediaMutation,
    LifeMutation,
    HoldingsMutation,
    TrackMutation,
    PartMutation,
    CodingMutation,
    MergeMutation,
    CommunityMutation,
    LabelMutation,
    PermitMutation,
    WithholdingMutation,
    PeopleMutation,
    RequestMutation,
    SelectionMutation,
    CommentMutation,
    ErasureMutation,
):
    pass


class Schema(strawberry.Schema):
    """strawberry's, with every way out of it masked."""

    def execute_sync(  # type: ignore[override]  # the context is ours, and named
        self, query: str, *, context_value: Context, **kwargs: Any
    ) -> ExecutionResult:
        result = super().execute_sync(query, context_value=context_value, **kwargs)
        assert isinstance(result, ExecutionResult)  # noqa: S101 (it gives nothing else)
        mask(result, context_value.request_id)
        return result

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Leave the log to `errors.Masked`, which knows what is worth a line."""


schema = Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=RESOURCES,
    extensions=[Masked, Guard],
    execution_context_class=Executor,
    config=StrawberryConfig(scalar_map=SCALARS),
)
