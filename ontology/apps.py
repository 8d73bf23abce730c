from django.apps import AppConfig


class OntologyConfig(AppConfig):
    name = "ontology"

    def ready(self) -> None:
        from archive.mirrors import register
        from ontology import forgetting
        from ontology.sync import wait_until_shown

        register("SPARQL", wait_until_shown)
        forgetting.register()
