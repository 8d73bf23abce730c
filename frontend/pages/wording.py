"""How values are written in a document; the application writes them anew in the reader's way."""

import json
import math
from functools import cache
from typing import Any

from frontend.pages.catalogue import FOLDER, say, words


def clock(seconds: float, decimals: int = 3) -> str:
    """Return 4:49:05.678, 1:02.500: hours only where there are any."""
    scale = 10**decimals
    whole = math.floor(max(0.0, seconds) * scale + 0.5)
    hours, rest = divmod(whole, 3600 * scale)
    minutes, rest = divmod(rest, 60 * scale)
    tail = f"{rest // scale:02}" + (f".{rest % scale:0{decimals}}" if decimals else "")
    return f"{hours}:{minutes:02}:{tail}" if hours else f"{minutes}:{tail}"


def iso_duration(seconds: float) -> str:
    """Return an ISO 8601 duration, as machines want it."""
    return f"PT{round(seconds, 3):g}S"


def result_name(language: str, processor: str, name: str) -> str:
    """Return what a result is called: in our words, else in its processor's."""
    known = words(language).get(f"result.{processor}.{name}")
    return known or f"{processor} {name.replace('_', ' ')}"


def result_value(result: dict[str, Any]) -> str:
    """Return a value to four figures with its unit, or the word that stands in its place."""
    value, unit = result["value"], result["unit"]
    if value is None:
        return str(result["label"] or "\N{EN DASH}")
    if unit == "s" and result["name"] == "duration":
        return clock(value)
    text = f"{value:.0f}" if float(value).is_integer() else f"{value:.4g}"
    text = text.replace("-", "\N{MINUS SIGN}")
    return text if unit in {None, "", "1"} else f"{text} {unit}"


@cache
def _history_words() -> dict[str, Any]:
    # What the history calls things, and the phrases for it: the application reads the same file.
    text = (FOLDER.parent / "history" / "words.json").read_text(encoding="utf-8")
    told: dict[str, Any] = json.loads(text)
    return told


def record_kind(language: str, kind: str) -> str:
    """Return what a kind of record is called; one that is not known by its own name."""
    key = _history_words()["kinds"].get(kind.lower())
    return say(language, key) if key else kind.lower().replace("_", " ")


def field_name(language: str, field: str) -> str:
    """Return what a column is called; one that is not known by its own name."""
    key = _history_words()["fields"].get(field)
    return say(language, key) if key else field.replace("_", " ")


def figure(value: float) -> str:
    """Return a number as it was written: whole ones whole."""
    return f"{value:g}".replace("-", "\N{MINUS SIGN}")


def size(count: int) -> str:
    """Return a number of bytes to two figures, in units of a thousand."""
    power = min(4, max(1, math.floor(math.log10(count) / 3)))
    return f"{float(f'{count / 1000**power:.2g}'):g} {('kB', 'MB', 'GB', 'TB')[power - 1]}"
