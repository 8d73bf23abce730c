"""Somebody says that they have read a notice, by a form that needs no script.

A visitor's browser remembers it, and nothing else does: no token is asked against forged requests,
since what one may be made to say here concerns one's own browser alone. Of who has signed in it is
noted, as by `acknowledgeLabel`, and the form bears the token. `next` names where it leads back to.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from archive.actors import actor_of, token_in
from archive.errors import NotFound
from archive.models import Label
from archive.notices import COOKIE, with_notice
from archive.services.labels import acknowledge
from archive.views.refusals import refusing

_YEAR_S = 31_536_000


@csrf_exempt
@require_POST
@refusing
def read_notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Remember that the notice was read as its words are now."""
    is_of_session = request.user.is_authenticated and token_in(request.META) is None
    return _noted(request, slug) if is_of_session else _remembered(request, slug)


@csrf_protect
def _noted(request: HttpRequest, slug: str) -> HttpResponse:
    """Note it of the account; without the form's own token, refuse."""
    acknowledge(actor=actor_of(request), label=slug)
    return _back(request)


def _remembered(request: HttpRequest, slug: str) -> HttpResponse:
    """Let the browser remember it."""
    label = Label.objects.visible_to(actor_of(request)).filter(slug=slug).first()
    if label is None:
        raise NotFound("There is no such label.")
    response = _back(request)
    response.set_cookie(
        COOKIE,
        with_notice(request.COOKIES.get(COOKIE, ""), label),
        max_age=_YEAR_S,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _back(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(status=204, headers={"Cache-Control": "private, no-store"})
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        response.status_code, response["Location"] = 303, back
    return response
