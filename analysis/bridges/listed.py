"""What the committed lists say, as typed values."""

import json
import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from analysis.core.errors import InvalidParameters
from analysis.core.processor import Provides
from analysis.core.wire import JSON, from_json

Fed = Literal["spectrum", "frame", "peaks", "whole"]
"""What an algorithm is given: frames of one sort, or the whole sound at once."""
HERE = Path(__file__).parent


@dataclass(frozen=True)
class ListedOutput:
    """An output that has a type here; others are left out."""

    name: str
    kind: Literal["value", "label", "vector", "frames"]
    title: str
    unit: str = "1"


@dataclass(frozen=True)
class Algorithm:
    """One algorithm as its library declares it."""

    name: str
    description: str
    fed: Fed
    parameters: dict[str, dict[str, JSON]]
    """JSON Schema of each, from the range that the library states."""
    outputs: tuple[ListedOutput, ...]
    positions: tuple[str, ...] = ()
    """Every output that it returns, in order; one without a type here is an empty name."""
    set_here: dict[str, JSON] = field(default_factory=dict)
    """Parameters that follow from how it is fed."""

    def provides(self) -> tuple[Provides, ...]:
        """Return its outputs as a processor declares them."""
        return tuple(
            Provides(told.name, told.kind, told.title, "" if told.kind == "label" else told.unit)
            for told in self.outputs
        )

    def with_defaults(self, given: dict[str, JSON]) -> dict[str, JSON]:
        """Return all parameters, those that are given checked.

        Raises
        ------
        InvalidParameters : naming the parameter and what it may be.
        """
        unknown = set(given) - set(self.parameters)
        if unknown:
            raise InvalidParameters(
                f"{self.name} has no parameter {min(unknown)!r}; "
                f"it has {', '.join(sorted(self.parameters)) or 'none'}."
            )
        for name, value in given.items():
            _check(f"{self.name}.{name}", value, self.parameters[name])
        defaults = {name: schema.get("default") for name, schema in self.parameters.items()}
        return dict(sorted((defaults | given).items()))


@dataclass(frozen=True)
class Listing:
    """One library."""

    library: str
    version: str
    algorithms: tuple[Algorithm, ...]

    def get(self, name: str) -> Algorithm:
        """Return an algorithm.

        Raises
        ------
        InvalidParameters : it is not in the list.
        """
        for each in self.algorithms:
            if each.name == name:
                return each
        raise InvalidParameters(
            f"{name!r} is not among the {len(self.algorithms)} algorithms of {self.library} "
            "that can be run here (docs/bridges.md)."
        )

    def schema(self, default: str, own: dict[str, JSON]) -> dict[str, JSON]:
        """Return the JSON Schema of a choice among them, with its parameters."""
        cases: list[JSON] = [
            {
                "if": {"properties": {"algorithm": {"const": each.name}}, "required": _NAMED},
                "then": {
                    "properties": {
                        "parameters": {
                            "properties": dict(each.parameters),
                            "additionalProperties": False,
                        }
                    }
                },
            }
            for each in self.algorithms
        ]
        algorithm: dict[str, JSON] = {
            "description": f"An algorithm of {self.library}, by its name there.",
            "enum": [each.name for each in self.algorithms],
            "default": default,
        }
        parameters: dict[str, JSON] = {
            "description": "Its parameters by name; what is left out has the library's default.",
            "type": "object",
            "default": dict(self.get(default).with_defaults({})),
        }
        return {
            "type": "object",
            "properties": {"algorithm": algorithm, "parameters": parameters, **own},
            "allOf": cases,
            "additionalProperties": False,
        }


_NAMED: list[JSON] = ["algorithm"]
_TYPES: dict[str, tuple[type, ...]] = {
    "integer": (int,),
    "number": (int, float),
    "string": (str,),
    "boolean": (bool,),
    "array": (list,),
    "null": (type(None),),
}


@cache
def listing(library: str) -> Listing:
    """Return the committed list of a library."""
    text = (HERE / f"{library}.json").read_text(encoding="utf-8")
    return from_json(Listing, json.loads(text))


def _check(where: str, value: JSON, schema: dict[str, JSON]) -> None:
    said = schema.get("type", [])
    types = said if isinstance(said, list) else [said]
    allowed = tuple(kind for name in types for kind in _TYPES[str(name)])
    is_odd_bool = isinstance(value, bool) and bool not in allowed
    if allowed and (is_odd_bool or not isinstance(value, allowed)):
        raise InvalidParameters(f"{where} is {value!r}; it must be {' or '.join(map(str, types))}.")
    choices = schema.get("enum")
    if isinstance(choices, list) and value not in choices:
        raise InvalidParameters(f"{where} is {value!r}; it must be one of {choices}.")
    numbers = value if isinstance(value, list) else [value]
    for number in numbers:
        if isinstance(number, int | float) and not isinstance(number, bool):
            _check_range(where, number, schema)
        elif isinstance(value, list):
            raise InvalidParameters(f"{where} holds {number!r}; it must hold numbers.")


def _check_range(where: str, number: float, schema: dict[str, JSON]) -> None:
    for name, holds in _HOLDS.items():
        bound = schema.get(name)
        if isinstance(bound, int | float) and not holds(number, bound):
            raise InvalidParameters(f"{where} is {number}; its {name} is {bound}.")


_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
}
