"""Scalars beyond GraphQL's five."""

from datetime import date
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

BigInt = NewType("BigInt", int)
Base64 = NewType("Base64", str)

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
    Base64: strawberry.scalar(
        name="Base64",
        description="Bytes in base 64 (RFC 4648), such as little-endian float32 samples.",
        serialize=str,
        parse_value=str,
    ),
}
