"""What comes of making, changing and copying fonds, corpora and collections."""

from typing import Annotated, Union

import strawberry

from graphql_api.payloads.errors import Forbidden, NotFound, ValidationError, VersionConflict
from graphql_api.types.levels import Collection, Corpus, Fonds


@strawberry.type(description="The record was made, or had been under the same key.")
class CreateFondsPayload:
    fonds: Fonds = strawberry.field(description="The new record.")


@strawberry.type(description="The record was changed, or already said so.")
class UpdateFondsPayload:
    fonds: Fonds = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="The record was copied, or had been under the same key.")
class DuplicateFondsPayload:
    fonds: Fonds = strawberry.field(description="The copy, which is a draft.")


@strawberry.type(description="The record was made, or had been under the same key.")
class CreateCorpusPayload:
    corpus: Corpus = strawberry.field(description="The new record.")


@strawberry.type(description="The record was changed, or already said so.")
class UpdateCorpusPayload:
    corpus: Corpus = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="The record was copied, or had been under the same key.")
class DuplicateCorpusPayload:
    corpus: Corpus = strawberry.field(description="The copy, which is a draft.")


@strawberry.type(description="The record was made, or had been under the same key.")
class CreateCollectionPayload:
    collection: Collection = strawberry.field(description="The new record.")


@strawberry.type(description="The record was changed, or already said so.")
class UpdateCollectionPayload:
    collection: Collection = strawberry.field(description="The record as it stands now.")


@strawberry.type(description="The record was copied, or had been under the same key.")
class DuplicateCollectionPayload:
    collection: Collection = strawberry.field(description="The copy, which is a draft.")


CreateFondsResult = Annotated[
    Union[  # noqa: UP007
        CreateFondsPayload, ValidationError, NotFound, Forbidden
    ],
    strawberry.union("CreateFondsResult", description="The new record, or why there is none."),
]
UpdateFondsResult = Annotated[
    Union[  # noqa: UP007
        UpdateFondsPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union("UpdateFondsResult", description="The record, or why it was not changed."),
]
DuplicateFondsResult = Annotated[
    Union[  # noqa: UP007
        DuplicateFondsPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union("DuplicateFondsResult", description="The copy, or why there is none."),
]
CreateCorpusResult = Annotated[
    Union[  # noqa: UP007
        CreateCorpusPayload, ValidationError, NotFound, Forbidden
    ],
    strawberry.union("CreateCorpusResult", description="The new record, or why there is none."),
]
UpdateCorpusResult = Annotated[
    Union[  # noqa: UP007
        UpdateCorpusPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union("UpdateCorpusResult", description="The record, or why it was not changed."),
]
DuplicateCorpusResult = Annotated[
    Union[  # noqa: UP007
        DuplicateCorpusPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union("DuplicateCorpusResult", description="The copy, or why there is none."),
]
CreateCollectionResult = Annotated[
    Union[  # noqa: UP007
        CreateCollectionPayload, ValidationError, NotFound, Forbidden
    ],
    strawberry.union("CreateCollectionResult", description="The new record, or why there is none."),
]
UpdateCollectionResult = Annotated[
    Union[  # noqa: UP007
        UpdateCollectionPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union(
        "UpdateCollectionResult", description="The record, or why it was not changed."
    ),
]
DuplicateCollectionResult = Annotated[
    Union[  # noqa: UP007
        DuplicateCollectionPayload, ValidationError, NotFound, Forbidden, VersionConflict
    ],
    strawberry.union("DuplicateCollectionResult", description="The copy, or why there is none."),
]
