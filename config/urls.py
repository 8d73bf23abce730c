"""Every URL of the site, put together from the rooms' own tables."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("media/", include("archive.urls")),
    path("media/", include("analysis.urls")),
    path("", include("graphql_api.urls")),
    path("", include("ontology.urls")),
]
