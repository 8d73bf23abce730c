from typing import Any

from django.apps import AppConfig
from django.db.models import Model
from django.db.models.signals import post_migrate


class AnalysisConfig(AppConfig):
    name = "analysis"

    def ready(self) -> None:
        from analysis import erasing
        from analysis.workers.probing import glance_in_child, probe_in_child
        from archive.sniffing import register_probe

        register_probe(probe_in_child, glance_in_child)
        erasing.register()
        post_migrate.connect(_bring_presets, sender=self)


def _bring_presets(**_: Any) -> None:
    """Let a site that was brought up to date have the presets of this version."""
    from analysis.models import Preset
    from analysis.runs.presets import ensure_presets

    if _has_table(Preset):  # not when migrating backwards
        ensure_presets()


def _has_table(model: type[Model]) -> bool:
    from django.db import connection

    return model._meta.db_table in connection.introspection.table_names()
