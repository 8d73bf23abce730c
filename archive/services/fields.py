"""Whether a field can hold what is given, asked of the model's own declaration."""

import math
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from archive.errors import OddValue

LONGEST_TEXT = 100_000
#: What PostgreSQL (NUL, surrogates) or XML (the rest) cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def checked(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as the model's fields will hold them.

    Raises
    ------
    OddValue : empty where it may not be, too long, unwritable, out of range, not in a closed set;
        `field` names the first that is.
    """
    return {name: _checked(model, name, value) for name, value in values.items()}


def _checked(model: type[models.Model], name: str, value: Any) -> Any:
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field)  # noqa: S101 - our own names, never a client's
    if isinstance(value, str):
        value = _text(field, value)
    elif isinstance(value, float) and not math.isfinite(value):
        raise OddValue(name, f"{_shown(name)} is no finite number.")
    elif isinstance(value, datetime) and value.tzinfo is None:
        raise OddValue(name, f"{_shown(name)} needs its time zone, as in 2030-01-01T00:00:00Z.")
    try:
        return field.clean(value, None)
    except ValidationError as error:
        raise OddValue(name, f"{_shown(name)}: {' '.join(error.messages)}") from error


def _text(field: "models.Field[Any, Any]", text: str) -> str:
    name = field.name
    is_line = not isinstance(field, models.TextField)
    longest = field.max_length or LONGEST_TEXT
    if len(text) > longest:
        raise OddValue(name, f"{_shown(name)} has {len(text)} characters, {longest} are possible.")
    if _UNWRITABLE.search(text) or (is_line and re.search(r"[\r\n\u2028\u2029]", text)):
        raise OddValue(name, f"{_shown(name)} holds a character that cannot be written there.")
    if is_line:
        text = text.strip()
    if field.choices and text not in dict(field.flatchoices):
        raise OddValue(name, f"{_shown(name)} cannot be {text[:40]!r}.")
    if not field.blank and not any(each.isprintable() and not each.isspace() for each in text):
        raise OddValue(name, f"{_shown(name)} cannot be empty.")
    return text


def _shown(name: str) -> str:
    return name.replace("_", " ").capitalize()
