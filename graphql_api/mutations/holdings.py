"""Describing holders, agreements, accessions, carriers and fields of one's own."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar

import strawberry
from django.db import models
from strawberry import relay

from archive.errors import ArchiveError
from archive.models import Accession as AccessionRow
from archive.models import Agreement as AgreementRow
from archive.models import Carrier as CarrierRow
from archive.models import ExtraField as ExtraFieldRow
from archive.models import Holder as HolderRow
from archive.services import agreements, carriers, extra_fields, holders
from graphql_api.context import Info
from graphql_api.inputs.changes import Creation, Edit
from graphql_api.inputs.holdings import (
    CreateAccessionInput,
    CreateAgreementInput,
    CreateCarrierInput,
    CreateExtraFieldInput,
    CreateHolderInput,
    DeleteExtraFieldInput,
    UpdateAccessionInput,
    UpdateAgreementInput,
    UpdateCarrierInput,
    UpdateExtraFieldInput,
    UpdateHolderInput,
)
from graphql_api.mutations.doing import attempt, edit, editing, make, making, named
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads.holdings import (
    AccessionPayload,
    AccessionResult,
    AgreementPayload,
    AgreementResult,
    CarrierPayload,
    CarrierResult,
    DeleteExtraFieldPayload,
    DeleteExtraFieldResult,
    ExtraFieldPayload,
    ExtraFieldResult,
    HolderPayload,
    HolderResult,
)
from graphql_api.types.accession import Accession
from graphql_api.types.agreement import Agreement
from graphql_api.types.carrier import Carrier
from graphql_api.types.extra_field import ExtraField
from graphql_api.types.holder import Holder

V = TypeVar("V")

#: The inputs' words -> the columns' names, where they differ.
COLUMNS = {
    "new_code": "code",
    "new_slug": "slug",
    "duration": "duration_s",
    "tape_thickness": "tape_thickness_um",
}
#: The columns' names -> the inputs' words; an edit names the record by its code as it is.
IN_THE_INPUT: Mapping[str, str] = {
    "duration_s": "duration",
    "tape_thickness_um": "tape_thickness",
    "start_s": "start",
    "end_s": "end",
    "starts_at_s": "starts_at",
}
IN_AN_EDIT: Mapping[str, str] = dict(IN_THE_INPUT) | {"code": "new_code", "slug": "new_slug"}
#: How an error's own code leads to the part of a new record's input.
SLUG = {"CODE_TAKEN": "slug"}
NEW_SLUG = {"CODE_TAKEN": "newSlug"}
NEW_CODE = {"CODE_TAKEN": "newCode", "ODD_CODE": "newCode"}


@strawberry.type
class HoldingsMutation:
    @strawberry.mutation(
        description="Describe an institution that keeps holdings. For staff.", extensions=DESCRIBE
    )
    def create_holder(
        self,
        info: Info,
        input: Annotated[
            CreateHolderInput, strawberry.argument(description="What is to be said of it.")
        ],
    ) -> HolderResult:
        return make(
            info,
            Holder,
            input,
            _making(info, input, HolderRow, holders.create_holder),
            lambda holder: HolderPayload(holder=holder),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change what is said of an institution. For staff.", extensions=DESCRIBE
    )
    def update_holder(
        self,
        info: Info,
        input: Annotated[
            UpdateHolderInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> HolderResult:
        which = named(input, Holder, slug=input.slug)
        return edit(
            info,
            which,
            _editing(info, input, HolderRow, holders.update_holder, which.words),
            lambda holder: HolderPayload(holder=holder),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Describe an agreement that records can cite. For staff.", extensions=DESCRIBE
    )
    def create_agreement(
        self,
        info: Info,
        input: Annotated[
            CreateAgreementInput, strawberry.argument(description="What was agreed, and by whom.")
        ],
    ) -> AgreementResult:
        return make(
            info,
            Agreement,
            input,
            _making(info, input, AgreementRow, agreements.create_agreement),
            lambda agreement: AgreementPayload(agreement=agreement),
            about={"ODD_DATE": "signed", "NO_ROOM": "document"},
        )

    @strawberry.mutation(
        description="Change what is said of an agreement. For staff.", extensions=DESCRIBE
    )
    def update_agreement(
        self,
        info: Info,
        input: Annotated[
            UpdateAgreementInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> AgreementResult:
        which = named(input, Agreement, code=input.code)
        return edit(
            info,
            which,
            _editing(info, input, AgreementRow, agreements.update_agreement, which.words),
            lambda agreement: AgreementPayload(agreement=agreement),
            about=NEW_CODE | {"NO_ROOM": "document"},
        )

    @strawberry.mutation(
        description="Enter an arrival into the register. For staff.", extensions=DESCRIBE
    )
    def create_accession(
        self,
        info: Info,
        input: Annotated[
            CreateAccessionInput, strawberry.argument(description="What came, and from whom.")
        ],
    ) -> AccessionResult:
        return make(
            info,
            Accession,
            input,
            _making(info, input, AccessionRow, agreements.create_accession),
            lambda accession: AccessionPayload(accession=accession),
        )

    @strawberry.mutation(
        description="Change what the register says of an arrival. For staff.", extensions=DESCRIBE
    )
    def update_accession(
        self,
        info: Info,
        input: Annotated[
            UpdateAccessionInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> AccessionResult:
        which = named(input, Accession, code=input.code)
        return edit(
            info,
            which,
            _editing(info, input, AccessionRow, agreements.update_accession, which.words),
            lambda accession: AccessionPayload(accession=accession),
            about=NEW_CODE,
        )

    @strawberry.mutation(
        description="Describe a tape, a disc, a cylinder. For staff.", extensions=DESCRIBE
    )
    def create_carrier(
        self,
        info: Info,
        input: Annotated[
            CreateCarrierInput, strawberry.argument(description="What it is and what it holds.")
        ],
    ) -> CarrierResult:
        return make(
            info,
            Carrier,
            input,
            _making(info, input, CarrierRow, carriers.create_carrier),
            lambda carrier: CarrierPayload(carrier=carrier),
        )

    @strawberry.mutation(
        description="Change what is said of a carrier. For staff.", extensions=DESCRIBE
    )
    def update_carrier(
        self,
        info: Info,
        input: Annotated[
            UpdateCarrierInput, strawberry.argument(description="Which one, and what is to change.")
        ],
    ) -> CarrierResult:
        which = named(input, Carrier, code=input.code)
        return edit(
            info,
            which,
            _editing(info, input, CarrierRow, carriers.update_carrier, which.words),
            lambda carrier: CarrierPayload(carrier=carrier),
            about=NEW_CODE,
        )

    @strawberry.mutation(
        description="Add a field to the records of one level. For staff.", extensions=DESCRIBE
    )
    def create_extra_field(
        self,
        info: Info,
        input: Annotated[
            CreateExtraFieldInput, strawberry.argument(description="What it holds, and for whom.")
        ],
    ) -> ExtraFieldResult:
        return make(
            info,
            ExtraField,
            input,
            _making(info, input, ExtraFieldRow, extra_fields.create_extra_field),
            lambda field: ExtraFieldPayload(extra_field=field),
            about=SLUG,
        )

    @strawberry.mutation(
        description="Change a field that was added; its kind stays once it is used. For staff.",
        extensions=DESCRIBE,
    )
    def update_extra_field(
        self,
        info: Info,
        input: Annotated[
            UpdateExtraFieldInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> ExtraFieldResult:
        which = named(input, ExtraField, slug=input.slug)
        return edit(
            info,
            which,
            _editing(info, input, ExtraFieldRow, extra_fields.update_extra_field, which.words),
            lambda field: ExtraFieldPayload(extra_field=field),
            about=NEW_SLUG,
        )

    @strawberry.mutation(
        description="Take away a field in which no record says anything. For staff.",
        extensions=DESCRIBE,
    )
    def delete_extra_field(
        self,
        info: Info,
        input: Annotated[DeleteExtraFieldInput, strawberry.argument(description="Which field.")],
    ) -> DeleteExtraFieldResult:
        which = named(input, ExtraField, slug=input.slug)  # type: ignore[arg-type]  # named as an edit

        def work() -> DeleteExtraFieldPayload:
            gone = extra_fields.delete_extra_field(
                actor=info.context.actor, reason=input.reason or "", **which.words
            )
            return DeleteExtraFieldPayload(id=strawberry.ID(relay.to_base64("ExtraField", gone)))

        return attempt(work, about={"FIELD_IS_USED": which.by, "NOT_FOUND": which.by})


def _making(
    info: Info, given: Creation, model: type[models.Model], service: Callable[..., Any]
) -> Callable[[], Any]:
    work = making(info, given, model, service, COLUMNS)
    return lambda: in_words_of_the_input(work)


def _editing(
    info: Info,
    given: Edit,
    model: type[models.Model],
    service: Callable[..., Any],
    which: dict[str, Any],
) -> Callable[[], Any]:
    work = editing(info, given, model, service, which, COLUMNS)
    return lambda: in_words_of_the_input(work, IN_AN_EDIT)


def in_words_of_the_input(work: Callable[[], V], renamed: Mapping[str, str] = IN_THE_INPUT) -> V:
    """Do the work; what a refusal says of columns is said of the input's own fields."""
    try:
        return work()
    except ArchiveError as error:
        error.field = ".".join(renamed.get(step, step) for step in error.field.split("."))
        raise
