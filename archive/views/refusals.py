"""How a door says no: one plain sentence, one status, nothing that betrays what is hidden."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from archive.errors import ArchiveError

P = ParamSpec("P")

STATUS = {
    "NOT_FOUND": 404,
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "NOTICE_UNREAD": 403,
    "VERSION_CONFLICT": 409,
    "CODE_TAKEN": 409,
    "NO_ROOM": 507,
    "FILE_DAMAGED": 503,
}


def refusal(error: ArchiveError) -> HttpResponse:
    """Return the error as plain text; what is not in the table was an odd request (400)."""
    response = HttpResponse(
        f"{error}\n",
        status=STATUS.get(error.code, 400),
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
    if error.code == "UNAUTHENTICATED":
        response["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return response


def refusing(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Let a view raise the archive's errors; this is the one place where they become answers."""

    @wraps(view)
    def door(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(*args, **kwargs)
        except ArchiveError as error:
            return refusal(error)

    return door
