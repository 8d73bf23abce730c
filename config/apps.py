"""The site as a Django app: its commands, and the Celery application that tasks are bound to."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Where the rooms are put together."""

    name = "config"

    def ready(self) -> None:
        from config import celery  # noqa: F401 (shared tasks find it as the current application)
