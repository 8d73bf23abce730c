"""Template tags: the site's words, and how values are written."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.template.context import RequestContext

from frontend.pages import catalogue, wording
from frontend.pages.blocks import Piece, said_in

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: RequestContext, key: str, **params: object) -> str:
    """Write a phrase of the catalogue in the page's language."""
    return catalogue.say(context["language"], key, **params)


@register.simple_tag(takes_context=True)
def say_count(context: RequestContext, key: str, number: int) -> str:
    """Write a counted phrase."""
    return catalogue.say_count(context["language"], key, number)


@register.simple_tag(takes_context=True)
def say_level(context: RequestContext, level: str) -> str:
    """Write an access level."""
    return catalogue.say(context["language"], f"access.{level.lower()}")


@register.simple_tag(takes_context=True)
def say_kind(context: RequestContext, prefix: str, name: str) -> str:
    """Write a member of a closed set, such as a place's kind or an agent's role."""
    return catalogue.say(context["language"], f"{prefix}.{name.lower()}")


@register.simple_tag(takes_context=True)
def say_record_kind(context: RequestContext, kind: str) -> str:
    """Write what a kind of record is called."""
    return wording.record_kind(context["language"], kind)


@register.simple_tag(takes_context=True)
def say_field(context: RequestContext, field: str) -> str:
    """Write what a column is called that a history names."""
    return wording.field_name(context["language"], field)


@register.simple_tag(takes_context=True)
def result_name(context: RequestContext, result: dict[str, Any]) -> str:
    """Write what a result is called."""
    return wording.result_name(context["language"], result["processor"], result["name"])


@register.simple_tag(takes_context=True)
def said(context: RequestContext, record: dict[str, Any], field: str) -> Piece:
    """Return a record's text in the page's language, and the language that it is in."""
    return said_in(context["language"], record, field)


@register.filter
def result_value(result: dict[str, Any]) -> str:
    """Write a result's value with its unit."""
    return wording.result_value(result)


@register.filter
def path_of(iri: str) -> str:
    """Return the path of one of our IRIs."""
    return urlsplit(iri).path


@register.filter
def clock(seconds: float | None) -> str:
    """Write seconds as a clock reads them."""
    return wording.clock(seconds) if seconds is not None else ""


@register.filter
def moment(text: str) -> str:
    """Write a moment to the minute; the application writes it in the reader's own zone."""
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


@register.filter
def edtf(date: dict[str, Any] | None) -> str:
    """Write a partial date as it was recorded."""
    return str(date["edtf"]) if date else ""
