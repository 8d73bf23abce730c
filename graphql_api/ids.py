"""Opaque global ids: a type and a uuid, which survive any renaming of codes and slugs."""

import base64
import binascii
from dataclasses import dataclass
from uuid import UUID

from graphql_api.errors import Code, Refused


@dataclass(frozen=True)
class NodeKey:
    """What a global id names."""

    type_name: str
    key: str

    @property
    def uuid(self) -> UUID:
        """The record's uuid; a result's key goes on with its output's name."""
        return UUID(self.key.partition("#")[0])


def read_id(text: str) -> NodeKey:
    """Return what a global id names; Refused (BAD_ID) for any other string."""
    try:
        type_name, colon, key = base64.b64decode(text, validate=True).decode("ascii").partition(":")
        node = NodeKey(type_name, key)
        if colon and type_name.isidentifier() and str(node.uuid) == key.partition("#")[0]:
            return node
    except (binascii.Error, ValueError):
        pass
    raise Refused(
        Code.BAD_ID, f"{text[:80]!r} is not an id of this archive: take it from a field `id`."
    )


def uuid_of(text: str, type_name: str) -> UUID:
    """Return the uuid in an id of the given type; Refused (BAD_ID) for another type's."""
    node = read_id(text)
    if node.type_name != type_name:
        raise Refused(
            Code.BAD_ID, f"An id of a {type_name} is asked for here, not of a {node.type_name}."
        )
    return node.uuid
