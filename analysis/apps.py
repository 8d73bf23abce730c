from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "analysis"

    def ready(self) -> None:
        from analysis import erasing
        from analysis.probing import glance_in_child, probe_in_child
        from archive.sniffing import register_probe

        register_probe(probe_in_child, glance_in_child)
        erasing.register()
