"""Log-in and forgotten passwords, by allauth's own checks and limits."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ResetPasswordForm, ResetPasswordKeyForm, UserTokenForm
from allauth.core import ratelimit
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from frontend.pages.catalogue import language_of, say
from frontend.pages.page import Page, draw
from frontend.pages.things import not_found_page

TOO_MANY = 429


def authenticated(request: HttpRequest, name: str, password: str) -> Any:
    """Return the account of this name and password; None too after too many failures."""
    if not ratelimit.consume(request, action="login"):
        return None
    try:
        return get_adapter(request).authenticate(request, username=name, password=password)
    except ValidationError:  # the name has been tried too often
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Send a link to an address; the answer does not tell whether anybody has that address."""
    sent = False
    status = 200
    if request.method == "POST":
        form = ResetPasswordForm({"email": request.POST.get("email", "")})
        key = request.POST.get("email", "").lower()
        if not ratelimit.consume(request, action="reset_password", key=key):
            status = TOO_MANY
        elif form.is_valid():
            form.save(request)
        sent = status != TOO_MANY
    return _drawn(request, {"step": "ask", "sent": sent, "refused": status == TOO_MANY}, status)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, key: str) -> HttpResponse:
    """Set a password by the link of a letter, which works once and for three days."""
    uid, _, secret = key.partition("-")
    token = UserTokenForm({"uidb36": uid, "key": secret})
    if not token.is_valid():
        return not_found_page(request)
    problems: list[str] = []
    if request.method == "POST":
        word = request.POST.get("password", "")
        given = {"password1": word, "password2": word}
        form = ResetPasswordKeyForm(given, user=token.reset_user, temp_key=secret)
        if form.is_valid():
            form.save()
            return HttpResponseRedirect("/login")
        problems = [text for texts in form.errors.values() for text in texts]
    return _drawn(request, {"step": "set", "problems": sorted(set(problems))})


def _drawn(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    title = say(language_of(request), "password.title")
    page = Page(template="password", title=title, context=context, status=status)
    response = draw(request, page)
    response["Cache-Control"] = "private, no-store"
    # The address of the second page is a secret. With `no-referrer` browsers send `Origin: null`,
    # and the check against forged forms refuses their own.
    response["Referrer-Policy"] = "same-origin"
    return response
