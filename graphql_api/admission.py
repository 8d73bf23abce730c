"""Who may come in by HTTP, and how: size, origin, identity, before anything is read of the query.

A request that a browser sends by itself bears the session's cookie; so whoever comes by cookie
and may change something must show what a foreign page cannot send: Django's CSRF token, or a
header of our own. A Bearer token is never sent by itself, so it needs nothing more.
"""

from typing import Any

from django import db
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from archive.access import Actor
from archive.actors import actor_of, actor_of_session, actor_of_token, token_in
from archive.errors import TokenRefused
from archive.standing import address_of
from graphql_api.context import Context
from graphql_api.errors import UNAVAILABLE, Code, Refused
from graphql_api.uploads import is_multipart, largest_body, receive_files
from graphql_api.wire import LARGEST_BODY, too_large

#: Any of these shows that a script of our own pages, or no browser, sent the request.
OWN_HEADERS = ("GraphQL-Require-Preflight", "X-Requested-With", "Apollo-Require-Preflight")


class _Csrf(CsrfViewMiddleware):
    """Django's own check, as an answer instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def admit(request: HttpRequest, context: Context) -> None:
    """Let the request in and say who asks; Refused with a code where it stays outside."""
    context.request = request
    if request.method not in {"GET", "POST"}:
        raise Refused(Code.NOT_ALLOWED, "Use POST, or GET for queries.")
    if is_multipart(request):
        receive_files(request)
    elif _length(request) > LARGEST_BODY:
        raise too_large()
    if request.method == "POST":
        _check_origin(request)
    try:
        context.actor = actor_of(request)
    except TokenRefused as error:
        raise Refused(Code.UNAUTHENTICATED, str(error)) from error
    except (db.OperationalError, db.InterfaceError) as error:
        raise Refused(Code.UNAVAILABLE, UNAVAILABLE) from error
    if is_multipart(request):
        _check_length(request, context.actor)
    context.ask_again = _asking_again(request)


def _check_length(request: HttpRequest, actor: Actor) -> None:
    if _length(request) <= LARGEST_BODY:
        return
    if not (actor.is_staff or actor.is_editor):
        raise Refused(Code.FORBIDDEN, "Only staff may upload files.")
    if _length(request) > largest_body():
        raise too_large(largest_body())


def _length(request: HttpRequest) -> int:
    return int(request.META.get("CONTENT_LENGTH") or 0)


def _check_origin(request: HttpRequest) -> None:
    by_cookie = settings.SESSION_COOKIE_NAME in request.COOKIES
    if not by_cookie or token_in(request.META) is not None:
        return
    if any(request.headers.get(name) for name in OWN_HEADERS):
        return
    if is_multipart(request):
        request = _without_body(request)
    check = _Csrf(lambda _: None)  # type: ignore[arg-type]  # never called on
    check.process_request(request)
    if reason := check.process_view(request, _unexempt, (), {}):
        raise _without_token(str(reason))


def _without_body(request: HttpRequest) -> HttpRequest:
    """Return the request as its head is: Django would look for the token in the files too."""
    head = HttpRequest()
    head.method, head.META, head.COOKIES = request.method, request.META, request.COOKIES
    head._get_scheme = request._get_scheme  # type: ignore[attr-defined]  # Django's own
    return head


def _without_token(reason: str) -> Refused:
    return Refused(
        Code.FORBIDDEN,
        "This request comes with a session's cookie but without the CSRF token: send it as "
        f"X-CSRFToken, or send the header {OWN_HEADERS[0]}: 1. ({reason})",
    )


def _unexempt(*_: object) -> HttpResponse:
    """Stands for a view that is not exempt from the check."""
    return HttpResponse()


def _asking_again(request: HttpRequest) -> Any:
    """Return what reads the session or the token anew, for requests that last."""
    token = token_in(request.META)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    address = address_of(request)

    def ask() -> Actor:
        return actor_of_session(key, address) if token is None else actor_of_token(token, address)

    return ask
