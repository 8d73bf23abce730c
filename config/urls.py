"""Every URL of the site, put together from the rooms' own tables."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("media/", include("archive.urls")),
]
