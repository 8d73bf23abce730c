from django.apps import AppConfig


class OntologyConfig(AppConfig):
    name = "ontology"

    def ready(self) -> None:
        from archive.mirrors import register
        from ontology import forgetting, results_as_data
        from ontology.sync import wait_until_shown

        register("SPARQL", wait_until_shown)
        forgetting.register()
        results_as_data.register()
