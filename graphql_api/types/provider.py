"""Plug-ins that fetch sounds of other sites."""

from typing import Self

import strawberry

from archive.providers.registry import Listed


@strawberry.type(description="A plug-in that finds the sound behind an address of another site.")
class RemoteProvider:
    id: strawberry.ID = strawberry.field(description="Names it in `fetchRemote`.")
    title: str = strawberry.field(description="What people call the site; the id if unknown.")
    hosts: list[str] = strawberry.field(
        description="The hosts that it needs; none named means all that the operator allows."
    )
    is_preview: bool = strawberry.field(description="Whether it gives excerpts, not the whole.")
    unavailable: str | None = strawberry.field(
        description="Why it cannot be used here, as a sentence; null where it can."
    )

    @classmethod
    def of(cls, listed: Listed) -> Self:
        provider = listed.provider
        return cls(
            id=strawberry.ID(listed.id),
            title=provider.title if provider else listed.id,
            hosts=list(provider.hosts) if provider else [],
            is_preview=provider.is_preview if provider else False,
            unavailable=listed.reason or None,
        )
