"""The page where staff deposit sounds. The application does the work; it needs a script."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.questions import ask

MOST = 100


@require_safe
def deposit(request: HttpRequest) -> HttpResponse:
    """Draw the page for staff; who is not signed in may do so, others are refused."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    is_staff = actor_of(request).is_staff
    answers = (ask(request, "Deposit", first=MOST),) if is_staff else ()
    page = Page(
        template="deposit",
        title=say(language_of(request), "deposit.heading"),
        component="src/pages/deposit/DepositPage.vue",
        answers=answers,
        context={"is_staff": is_staff, "data": answers[0].data if answers else None},
        status=200 if is_staff else 403,
    )
    return draw(request, page)
