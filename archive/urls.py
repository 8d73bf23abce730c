"""The archive's own doors: its sounds."""

from django.urls import path

from archive.views.stream import part_sound

urlpatterns = [
    path("items/<uuid:item_id>/parts/<int:position>/sound", part_sound, name="part-sound"),
]
