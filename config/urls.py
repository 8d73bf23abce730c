"""Every URL of the site, put together from the rooms' own tables."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from config.accounts import no_telephones

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin", RedirectView.as_view(url="/admin/")),
    path("admin/", admin.site.urls),
    path("_allauth/<str:client>/v1/account/phone", no_telephones),
    path("_allauth/", include("allauth.headless.urls")),
    path("accounts/", include("allauth.urls")),  # where an OpenID provider sends people back
    path("media/", include("archive.urls")),
    path("media/", include("analysis.delivery.urls")),
    path("items/", include("archive.items_urls")),
    path("", include("analysis.delivery.site_urls")),
    path("", include("graphql_api.urls")),
    # Before the things' own: a form's address would else be a term called `edit`.
    path("", include("frontend.pages.urls")),
    path("", include("ontology.urls")),
]

handler404 = "frontend.pages.views.not_found"
handler500 = "frontend.pages.views.broken"
