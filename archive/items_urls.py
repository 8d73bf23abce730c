"""Files that stand below an item's own page."""

from django.urls import path

from archive.views.tracks import track_file

urlpatterns = [
    path("<str:cited>/tracks/<uuid:track_id>.<str:extension>", track_file, name="track-file"),
]
