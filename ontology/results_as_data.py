"""A result's own address answers with its numbers too, where a file of them is liked best."""

from functools import partial

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from analysis.delivery.exports import NEGOTIATED, result_as
from analysis.exchange import Format
from archive.errors import NotFound
from ontology.mappings.rules import uuid_or_none
from ontology.negotiate import register_data


def register() -> None:
    """Offer every format of results that `Accept` can name."""
    for format_ in NEGOTIATED:
        register_data("result", format_.mime_type, partial(_answer, format_=format_))


def _answer(request: HttpRequest, name: str, *, format_: Format) -> HttpResponseBase:
    result = uuid_or_none(name)
    if result is None:
        raise NotFound("There is no such result.")
    return result_as(request, result, format_)
