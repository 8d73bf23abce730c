"""Parameters of processors: frozen dataclasses whose JSON Schema is form, API and validation."""

import dataclasses
import types
from dataclasses import dataclass
from typing import Any, Literal, Self, Union, get_args, get_origin, get_type_hints

from analysis.core.errors import InvalidParameters
from analysis.core.wire import JSON, WireError, from_json, to_json


@dataclass(frozen=True)
class Params:
    """Base of every processor's parameters; also the parameters of one that has none.

    Fields are made with `param`; `__post_init__` checks what one field's schema cannot say and
    raises `InvalidParameters`.
    """

    @classmethod
    def params_schema(cls) -> dict[str, JSON]:
        """JSON Schema (2020-12) of the parameters."""
        hints = get_type_hints(cls)
        properties: dict[str, JSON] = {
            f.name: _schema_of(hints[f.name])
            | {"default": to_json(f.default)}
            | dict(f.metadata.get("schema", {}))
            for f in dataclasses.fields(cls)
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}

    @classmethod
    def read(cls, data: dict[str, JSON]) -> Self:
        """Parameters from JSON, defaults filled in.

        Raises
        ------
        InvalidParameters : naming the parameter and what it may be.
        """
        try:
            params = from_json(cls, data, "parameters")
        except WireError as error:
            raise InvalidParameters(str(error)) from error
        params.check()
        return params

    def check(self) -> None:
        """Hold each field against its own schema (range and choice)."""
        for f in dataclasses.fields(self):
            schema = f.metadata.get("schema", {})
            value = getattr(self, f.name)
            if value is None:
                continue
            low, high = schema.get("minimum"), schema.get("maximum")
            if (low is not None and value < low) or (high is not None and value > high):
                raise InvalidParameters(
                    f"parameters.{f.name} is {value}; it must lie between {low} and {high}"
                )
            choices = schema.get("enum")
            if choices is not None and value not in choices:
                raise InvalidParameters(
                    f"parameters.{f.name} is {value!r}; it must be one of {choices}"
                )

    def canonical(self) -> dict[str, JSON]:
        """Every parameter by name, defaults included: what goes into keys and provenance."""
        data = to_json(self)
        return data if isinstance(data, dict) else {}


def param(default: Any, description: str, *, unit: str = "", **schema: JSON) -> Any:
    """A field of a Params class; `schema` takes minimum, maximum, enum and the like."""
    told: dict[str, JSON] = {"description": description}
    if unit:
        told["x-unit"] = unit
    return dataclasses.field(default=default, metadata={"schema": told | schema})


def _schema_of(hint: Any) -> dict[str, JSON]:
    names = {int: "integer", float: "number", str: "string", bool: "boolean", type(None): "null"}
    if get_origin(hint) in (Union, types.UnionType):
        return {"type": [names[choice] for choice in get_args(hint)]}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    return {"type": names[hint]}
