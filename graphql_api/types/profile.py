"""What somebody says of themselves, as they see it."""

from typing import Self

import strawberry

from archive.models import Profile as Row


@strawberry.type(description="Your own card. Others are shown nothing of it unless you say so.")
class Profile:
    display_name: str | None = strawberry.field(
        description="How others are to call you; null where you did not say."
    )
    institution: str | None = strawberry.field(
        description="The body that you work for or study at; null where you did not say."
    )
    department: str | None = strawberry.field(
        description="Your part of that institution; null where you did not say."
    )
    function: str | None = strawberry.field(
        description="What you do there; null where you did not say."
    )
    address: str | None = strawberry.field(
        description="Where letters reach you, for you and staff; null where you did not say."
    )
    telephone: str | None = strawberry.field(
        description="Your number, for you and staff; null where you did not say."
    )
    about: str | None = strawberry.field(
        description="Some words on you and your work; null where you wrote none."
    )
    web_page: str | None = strawberry.field(
        description="A web address of yours; null where you gave none."
    )
    is_listed: bool = strawberry.field(
        description="Whether your display name stands beside what you make; else you are a member."
    )
    wants_mail: bool = strawberry.field(description="Whether notices come by e-mail as well.")

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(
            display_name=row.display_name or None,
            institution=row.institution or None,
            department=row.department or None,
            function=row.function or None,
            address=row.address or None,
            telephone=row.telephone or None,
            about=row.about or None,
            web_page=row.web_page or None,
            is_listed=row.is_listed,
            wants_mail=row.wants_mail,
        )
