"""Notices of communities: what they say, where they stand, who has read them."""

from typing import Annotated

import strawberry

from archive.models import Label as LabelRow
from archive.services import labels
from graphql_api.context import Info
from graphql_api.inputs import access as inputs
from graphql_api.mutations.doing import attempt, edit, editing, make, making, named
from graphql_api.mutations.needing import LISTS, MANAGE
from graphql_api.mutations.standing import seen, standing
from graphql_api.payloads import access as payloads
from graphql_api.types.label import Label

SLUG = {"CODE_TAKEN": "slug"}


@strawberry.type
class LabelMutation:
    @strawberry.mutation(
        description="Describe a notice of a community for its recordings. For staff.",
        extensions=MANAGE,
    )
    def create_label(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateLabelInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> payloads.LabelResult:
        return make(
            info,
            Label,
            input,
            making(info, input, LabelRow, labels.create_label),
            lambda made: payloads.LabelPayload(label=made),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a label; who has read it is asked again. For staff.", extensions=MANAGE
    )
    def update_label(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateLabelInput,
            strawberry.argument(description="The label, and what is to change."),
        ],
    ) -> payloads.LabelResult:
        which = named(input, Label, slug=input.slug)
        return edit(
            info,
            which,
            editing(info, input, LabelRow, labels.update_label, which.words),
            lambda now: payloads.LabelPayload(label=now),
        )

    @strawberry.mutation(
        description="Let a collection or an item bear labels. For staff.", extensions=MANAGE
    )
    def put_labels(
        self,
        info: Info,
        input: Annotated[
            inputs.PutLabelsInput,
            strawberry.argument(description="Which record, and which labels."),
        ],
    ) -> payloads.RecordAccessResult:
        found: payloads.RecordAccessResult = standing(
            info,
            input.record,
            lambda kind, key: labels.put_labels(
                actor=info.context.actor,
                kind=kind,
                record_id=key,
                labels=input.labels,
                if_version=input.if_version,
                reason=input.reason or "",
            ),
        )
        return found

    @strawberry.mutation(
        description="Say that you have read a label, as its words are now.", extensions=LISTS
    )
    def acknowledge_label(
        self,
        info: Info,
        input: Annotated[
            inputs.AcknowledgeLabelInput, strawberry.argument(description="Which label you read.")
        ],
    ) -> payloads.AcknowledgeLabelResult:
        def work() -> payloads.LabelPayload:
            row = labels.acknowledge(actor=info.context.actor, label=input.label)
            return payloads.LabelPayload(label=seen(info, Label, row.pk))

        return attempt(work, about={"NOT_FOUND": "label"})
