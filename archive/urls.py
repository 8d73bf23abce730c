"""The archive's own doors: its sounds."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
