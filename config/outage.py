"""What the site says while its database does not answer: a plain sentence and when to come back."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from psycopg_pool import PoolTimeout

SENTENCE = "The archive's database does not answer at the moment. Nothing is lost; try again soon."
RETRY_AFTER_S = 5

log = logging.getLogger(__name__)


class OutageMiddleware:
    """Answers 503 where a view fails for want of the database.

    Stands outermost, so that sessions and log-ins, which need the database too, are covered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Translate the database's absence; leave every other error to Django."""
        if not isinstance(error, OperationalError | InterfaceError | PoolTimeout):
            return None
        log.error("database out of reach at %s: %s", request.path, error)
        return unavailable(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Return the 503 in the form that was asked for."""
    response: HttpResponse
    if request.accepts("text/html"):
        response = HttpResponse(SENTENCE, content_type="text/plain; charset=utf-8", status=503)
    else:
        body = {"errors": [{"message": SENTENCE, "extensions": {"code": "UNAVAILABLE"}}]}
        response = JsonResponse(body, status=503)
    response["Retry-After"] = str(RETRY_AFTER_S)
    response["Cache-Control"] = "no-store"
    return response
