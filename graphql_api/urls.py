"""The door of GraphQL. Streams come by an address of their own that only `config/asgi.py` uses."""

from django.urls import path

from graphql_api.streaming import stream
from graphql_api.views import graphql

urlpatterns = [
    path("graphql", graphql, name="graphql"),
    path("graphql/stream", stream, name="graphql-stream"),
]
