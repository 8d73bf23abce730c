"""A page of a list whose cursor is none any more, or never was: the list from its beginning."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from graphql_api.documents import DocumentFailed


class FromTheBeginning:
    """Lead whoever follows an odd `after` to the same list without it, whichever list it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a cursor that was not taken; any other failure is Django's to answer."""
        is_odd = isinstance(exception, DocumentFailed) and "BAD_CURSOR" in exception.codes
        if not is_odd or "after" not in request.GET:
            return None
        query = request.GET.copy()
        query.pop("after", None)
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
