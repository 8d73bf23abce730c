"""For whom the pages of curators are: staff; the rule of their data is the archive's own."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from archive.actors import actor_of
from frontend.pages.things import not_found_page


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Return what others get: who is not signed in may do so, anybody else finds nothing."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return None if actor_of(request).is_staff else not_found_page(request)
