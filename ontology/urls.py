"""The URLs of things, of our vocabulary, and of the query endpoint."""

from django.urls import URLPattern, path

from ontology import views
from ontology.iris import PATHS
from ontology.sparql.views import sparql

urlpatterns: list[URLPattern] = [
    *(
        path(f"{segment}/<str:name>", views.thing, {"kind": kind}, name=kind)
        for kind, segment in PATHS.items()
    ),
    path("sparql", sparql, name="sparql"),
    path("ns", views.vocabulary, name="vocabulary"),
    path("ns/context.jsonld", views.jsonld_context, name="context"),
]
