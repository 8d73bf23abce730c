"""What codes look like, and what is to be said of one."""

from typing import Any, Self

import strawberry
from django.db.models import QuerySet

from archive.access import Actor
from archive.codes import Template
from archive.models import CodePolicy as Row
from archive.services.numbering import Remark
from graphql_api.peers import Peers
from graphql_api.types.extra_field import RecordLevel
from graphql_api.types.node import Resource
from graphql_api.types.said import said
from ontology.iris import base


@strawberry.type(description="What the codes of one level look like, as data. For staff.")
class CodePolicy(Resource):
    row: strawberry.Private[Any]

    slug: str = said("slug", description="The short name by which holders and collections cite it.")
    title: str = said("title", description="Whose codes these are, for people.")
    level: RecordLevel = said(
        "level", RecordLevel, description="Of the records of which level it judges the codes."
    )
    template: str = said(
        "template",
        description=(
            "What a code looks like, such as CNRSMH_I_{year}_{number:3} or "
            "{collection}_{number:2-3}[_{digits:2-3}]; what stands in brackets may be left out."
        ),
    )
    is_strict: bool = said(
        "is_strict", description="Whether other codes are refused; else they are only remarked on."
    )
    description: str | None = said(
        "description", description="How the codes came about, for archivists."
    )
    version: int = said(
        "version",
        description="Rises by one with each change of the policy: pass it as `ifVersion`.",
    )

    @classmethod
    def visible(cls, actor: Actor) -> "QuerySet[Any]":
        rows: QuerySet[Any] = Row.objects.visible_to(actor)
        return rows

    @classmethod
    def of(cls, row: Any, peers: Peers) -> Self:
        return cls(id=row.pk, iri=f"{base()}/code-policies/{row.pk}", peers=peers, row=row)

    @strawberry.field(description="What its codes look like in a sentence, in English.")
    def in_words(self) -> str:
        return Template.read(self.row.template).in_words()

    @strawberry.field(description="A code as it should be: a real one where one was given.")
    def example(self) -> str:
        return str(self.row.example) or Template.read(self.row.template).example()


@strawberry.type(description="The code that the next record would get. It is not reserved.")
class NextCode:
    code: str | None = strawberry.field(
        description="The code, padded as its neighbours are; null where none can be minted."
    )
    why_not: str | None = strawberry.field(
        description="Why no code can be minted there, in a sentence; null where one can."
    )
    template: str | None = strawberry.field(
        description="What codes look like there, as policies write it; null if nothing says so."
    )
    policy: str | None = strawberry.field(
        description="The slug of the policy that says so; null where it is the house's own custom."
    )


@strawberry.type(description="What is to be said of a code before a record bears it.")
class CodeRemark:
    policy: str = strawberry.field(description="The slug of the policy that wants another.")
    sentence: str = strawberry.field(description="What a code looks like there, in a sentence.")
    example: str = strawberry.field(description="A code that would do.")
    is_refused: bool = strawberry.field(
        description="Whether the policy is strict, so that no record can bear the code."
    )

    @classmethod
    def of(cls, remark: Remark | None) -> "CodeRemark | None":
        if remark is None:
            return None
        return cls(
            policy=remark.policy,
            sentence=remark.sentence,
            example=remark.example,
            is_refused=remark.is_refused,
        )
