"""The archive's own doors: its sounds, and the pictures and papers that go with them."""

from django.urls import path

from archive.views.agreements import agreement_document
from archive.views.erasures import erasure_report
from archive.views.notices import read_notice
from archive.views.related import related_media
from archive.views.stream import part_sound

urlpatterns = [
    path("related/<uuid:media_id>", related_media, name="related-media"),
    path("agreements/<uuid:agreement_id>/document", agreement_document, name="agreement-document"),
    path("erasures/<uuid:erasure_id>.csv", erasure_report, name="erasure-report"),
    path("notices/<slug:slug>", read_notice, name="read-notice"),
    path("items/<uuid:item_id>/parts/<int:position>/sound", part_sound, name="part-sound"),
]
