"""The URLs of things, of our vocabulary, and of the query endpoint."""

from django.urls import URLPattern, path

from ontology import views
from ontology.iris import PATHS, UNDER
from ontology.sparql.views import sparql

urlpatterns: list[URLPattern] = [
    *(
        path(f"{segment}/<str:name>", views.thing, {"kind": kind}, name=kind)
        for kind, segment in PATHS.items()
    ),
    *(
        path(f"{PATHS[above]}/<str:above>/<str:name>", views.thing_below, {"kind": kind}, name=kind)
        for kind, above in UNDER.items()
    ),
    path("sparql", sparql, name="sparql"),
    path("ns", views.vocabulary, name="vocabulary"),
    path("ns/context.jsonld", views.jsonld_context, name="context"),
]
