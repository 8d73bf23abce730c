"""Making, changing and copying fonds, corpora and collections."""

from typing import Annotated

import strawberry

from archive.kinds import KINDS
from archive.models import Collection as CollectionRow
from archive.models import Corpus as CorpusRow
from archive.models import Fonds as FondsRow
from archive.services import describe_levels as services
from graphql_api.context import Info
from graphql_api.inputs import levels as inputs
from graphql_api.inputs.changes import changes_in, description_in, reason_in
from graphql_api.mutations.copying import copy
from graphql_api.mutations.doing import edit, make, named
from graphql_api.mutations.needing import DESCRIBE
from graphql_api.payloads import levels as payloads
from graphql_api.types.levels import Collection, Corpus, Fonds


@strawberry.type
class LevelMutation:
    @strawberry.mutation(
        description="Describe a new fonds: a draft, unless said otherwise.", extensions=DESCRIBE
    )
    def create_fonds(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateFondsInput, strawberry.argument(description="What it is to say.")
        ],
    ) -> payloads.CreateFondsResult:
        return make(
            info,
            Fonds,
            input,
            lambda: services.create_fonds(
                actor=info.context.actor,
                reason=reason_in(input),
                **description_in(input, FondsRow),
            ),
            lambda fonds: payloads.CreateFondsPayload(fonds=fonds),
        )

    @strawberry.mutation(
        description="Change what the archive says of a fonds. For staff.", extensions=DESCRIBE
    )
    def update_fonds(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateFondsInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> payloads.UpdateFondsResult:
        which = named(input, Fonds, code=input.code)
        return edit(
            info,
            which,
            lambda: services.update_fonds(
                actor=info.context.actor,
                code=which.cited,
                record_id=which.record_id,
                if_version=input.if_version,
                reason=reason_in(input),
                **changes_in(input, FondsRow),
            ),
            lambda fonds: payloads.UpdateFondsPayload(fonds=fonds),
        )

    @strawberry.mutation(
        description="Copy a fonds as a draft, to describe another like it.", extensions=DESCRIBE
    )
    def duplicate_fonds(
        self,
        info: Info,
        input: Annotated[
            inputs.DuplicateFondsInput,
            strawberry.argument(description="Which one, and what comes along."),
        ],
    ) -> payloads.DuplicateFondsResult:
        return copy(
            info,
            KINDS["fonds"],
            Fonds,
            input,
            lambda fonds: payloads.DuplicateFondsPayload(fonds=fonds),
        )

    @strawberry.mutation(
        description="Describe a new corpus: a draft, unless said otherwise.", extensions=DESCRIBE
    )
    def create_corpus(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateCorpusInput, strawberry.argument(description="What it is to say.")
        ],
    ) -> payloads.CreateCorpusResult:
        return make(
            info,
            Corpus,
            input,
            lambda: services.create_corpus(
                actor=info.context.actor,
                reason=reason_in(input),
                **description_in(input, CorpusRow),
            ),
            lambda corpus: payloads.CreateCorpusPayload(corpus=corpus),
        )

    @strawberry.mutation(
        description="Change what the archive says of a corpus. For staff.", extensions=DESCRIBE
    )
    def update_corpus(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateCorpusInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> payloads.UpdateCorpusResult:
        which = named(input, Corpus, code=input.code)
        return edit(
            info,
            which,
            lambda: services.update_corpus(
                actor=info.context.actor,
                code=which.cited,
                record_id=which.record_id,
                if_version=input.if_version,
                reason=reason_in(input),
                **changes_in(input, CorpusRow),
            ),
            lambda corpus: payloads.UpdateCorpusPayload(corpus=corpus),
        )

    @strawberry.mutation(
        description="Copy a corpus as a draft, to describe another like it.", extensions=DESCRIBE
    )
    def duplicate_corpus(
        self,
        info: Info,
        input: Annotated[
            inputs.DuplicateCorpusInput,
            strawberry.argument(description="Which one, and what comes along."),
        ],
    ) -> payloads.DuplicateCorpusResult:
        return copy(
            info,
            KINDS["corpus"],
            Corpus,
            input,
            lambda corpus: payloads.DuplicateCorpusPayload(corpus=corpus),
        )

    @strawberry.mutation(
        description="Describe a new collection: a draft, unless said otherwise.",
        extensions=DESCRIBE,
    )
    def create_collection(
        self,
        info: Info,
        input: Annotated[
            inputs.CreateCollectionInput, strawberry.argument(description="What it is to say.")
        ],
    ) -> payloads.CreateCollectionResult:
        return make(
            info,
            Collection,
            input,
            lambda: services.create_collection(
                actor=info.context.actor,
                reason=reason_in(input),
                **description_in(input, CollectionRow),
            ),
            lambda collection: payloads.CreateCollectionPayload(collection=collection),
        )

    @strawberry.mutation(
        description="Change what the archive says of a collection. For staff.", extensions=DESCRIBE
    )
    def update_collection(
        self,
        info: Info,
        input: Annotated[
            inputs.UpdateCollectionInput,
            strawberry.argument(description="Which one, and what is to change."),
        ],
    ) -> payloads.UpdateCollectionResult:
        which = named(input, Collection, code=input.code)
        return edit(
            info,
            which,
            lambda: services.update_collection(
                actor=info.context.actor,
                code=which.cited,
                record_id=which.record_id,
                if_version=input.if_version,
                reason=reason_in(input),
                **changes_in(input, CollectionRow),
            ),
            lambda collection: payloads.UpdateCollectionPayload(collection=collection),
        )

    @strawberry.mutation(
        description="Copy a collection as a draft, to describe another like it.",
        extensions=DESCRIBE,
    )
    def duplicate_collection(
        self,
        info: Info,
        input: Annotated[
            inputs.DuplicateCollectionInput,
            strawberry.argument(description="Which one, and what comes along."),
        ],
    ) -> payloads.DuplicateCollectionResult:
        return copy(
            info,
            KINDS["collection"],
            Collection,
            input,
            lambda collection: payloads.DuplicateCollectionPayload(collection=collection),
        )
