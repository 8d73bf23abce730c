"""Scalars beyond GraphQL's five."""

from datetime import date
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from graphql_api.errors import Code, Refused
from graphql_api.uploads import Received

BigInt = NewType("BigInt", int)
Base64 = NewType("Base64", str)
Upload = NewType("Upload", Received)


def _received(value: object) -> Received:
    if not isinstance(value, Received):
        raise Refused(
            Code.INVALID, "A file comes as a part of its own: see the multipart specification."
        )
    return value


def _never(_: object, _variables: object = None) -> None:
    raise Refused(Code.INVALID, "A file comes by a variable, and is never given out.")


SCALARS: dict[object, ScalarDefinition] = {
    BigInt: strawberry.scalar(
        name="BigInt",
        description="A whole number of up to 53 bits, such as a number of bytes or samples.",
        serialize=int,
        parse_value=int,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A day of the Gregorian calendar, such as 1960-11-30 (ISO 8601).",
        serialize=date.isoformat,
        parse_value=date.fromisoformat,
    ),
    Upload: strawberry.scalar(
        name="Upload",
        description="A file, sent as a part of a multipart/form-data request (the GraphQL "
        "multipart request specification); the variable itself is null.",
        serialize=_never,
        parse_value=_received,
        parse_literal=_never,
    ),
    Base64: strawberry.scalar(
        name="Base64",
        description="Bytes in base 64 (RFC 4648), such as little-endian float32 samples.",
        serialize=str,
        parse_value=str,
    ),
}
