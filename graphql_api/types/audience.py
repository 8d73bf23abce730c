"""For whom a name or a text is meant."""

from enum import Enum

import strawberry

from archive.access import Audience as Closed


@strawberry.enum(description="For whom something is meant that not everybody may read.")
class Audience(Enum):
    PUBLIC = strawberry.enum_value(Closed.PUBLIC.value, description="Whoever finds the record.")
    MEMBER = strawberry.enum_value(Closed.MEMBER.value, description="Those with an account here.")
    STAFF = strawberry.enum_value(Closed.STAFF.value, description="The archive's own people.")
