"""The door of GraphQL, and lists as files.

Streams come by an address of their own that only `config/asgi.py` uses.
"""

from django.urls import path

from graphql_api.playlists.views import selection_file
from graphql_api.streaming import stream
from graphql_api.views import graphql

urlpatterns = [
    path("graphql", graphql, name="graphql"),
    path("graphql/stream", stream, name="graphql-stream"),
    path("selections/<uuid:key>.<slug:extension>", selection_file, name="selection-file"),
]
