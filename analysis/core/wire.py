"""Typed values to JSON and back: what crosses the wall between the worker and its child."""

import dataclasses
import math
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    JSON = dict[str, "JSON"] | list["JSON"] | str | int | float | bool | None
else:
    JSON = Any  # a recursive alias cannot be resolved by get_type_hints
T = TypeVar("T")


class WireError(ValueError):
    """The JSON does not have the shape that the type asks for."""


def to_json(value: object) -> JSON:
    """Turn dataclasses, tuples, enums and numbers into JSON; NaN and infinities become null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Enum):
        return to_json(value.value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [to_json(item) for item in value]
    raise WireError(f"a {type(value).__name__} cannot be written as JSON")


def from_json(kind: type[T], data: object, where: str = "$") -> T:
    """Read JSON into `kind`, refusing unknown names, missing names and wrong types.

    Raises
    ------
    WireError : with the place (`$.nodes[2].params`) and what was expected there.
    """
    return cast(T, _read(kind, data, where))


def _read(kind: Any, data: object, where: str) -> object:
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(cast(type, kind), data, where)
    if kind is Any or kind is object:
        return data
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _read_union(args, data, where)
    if origin is Literal:
        if data not in args:
            raise WireError(f"{where}: {data!r} is not one of {', '.join(map(repr, args))}")
        return data
    if origin is tuple and isinstance(data, list | tuple):
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_read(args[0], x, f"{where}[{i}]") for i, x in enumerate(data))
        if len(args) == len(data):
            return tuple(
                _read(a, x, f"{where}[{i}]")
                for i, (a, x) in enumerate(zip(args, data, strict=True))
            )
    if origin is list and isinstance(data, list):
        return [_read(args[0], x, f"{where}[{i}]") for i, x in enumerate(data)]
    if origin is dict and isinstance(data, Mapping):
        return {str(k): _read(args[1], v, f"{where}.{k}") for k, v in data.items()}
    if kind is float and isinstance(data, int | float) and not isinstance(data, bool):
        return float(data)
    if kind is int and isinstance(data, int) and not isinstance(data, bool):
        return data
    if kind in (str, bool) and isinstance(data, kind):
        return data
    if kind is type(None) and data is None:
        return None
    raise WireError(f"{where}: expected {getattr(kind, '__name__', kind)}, found {data!r:.60}")


def _read_union(choices: tuple[Any, ...], data: object, where: str) -> object:
    if data is None and type(None) in choices:
        return None
    reasons = []
    for choice in choices:
        if choice is type(None):
            continue
        try:
            return _read(choice, data, where)
        except WireError as error:
            reasons.append(str(error))
    raise WireError(reasons[0] if len(reasons) == 1 else f"{where}: found {data!r:.60}")


def _read_dataclass(kind: type, data: object, where: str) -> object:
    if not isinstance(data, Mapping):
        raise WireError(f"{where}: expected the fields of {kind.__name__}, found {data!r:.60}")
    fields = {f.name: f for f in dataclasses.fields(kind)}
    unknown = sorted(set(data) - set(fields))
    if unknown:
        raise WireError(
            f"{where}: {unknown[0]!r} is not known here; the names are {', '.join(fields)}"
        )
    hints = get_type_hints(kind)
    values: dict[str, object] = {}
    for name, field in fields.items():
        if name in data:
            values[name] = _read(hints[name], data[name], f"{where}.{name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise WireError(f"{where}: {name!r} is missing")
    return kind(**values)
