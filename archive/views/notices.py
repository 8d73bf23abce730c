"""A visitor says that they have read a notice: their browser remembers it, and nothing else does.

Who has signed in tells GraphQL (`acknowledgeLabel`). A page without script names in `next` where it
leads back to. No token is asked against forged requests:
what one may be made to say here concerns one's own browser alone.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import Label
from archive.notices import COOKIE, with_notice
from archive.views.refusals import refusing

_YEAR_S = 31_536_000


@csrf_exempt
@require_POST
@refusing
def read_notice(request: HttpRequest, slug: str) -> HttpResponse:
    """Remember that the notice was read as its words are now."""
    label = Label.objects.visible_to(actor_of(request)).filter(slug=slug).first()
    if label is None:
        raise NotFound("There is no such notice.")
    response = HttpResponse(status=204, headers={"Cache-Control": "private, no-store"})
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        response.status_code, response["Location"] = 303, back
    response.set_cookie(
        COOKIE,
        with_notice(request.COOKIES.get(COOKIE, ""), label),
        max_age=_YEAR_S,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
