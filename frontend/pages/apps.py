"""The documents of the site."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Draws HTML where `ontology` asks for it, and the pages that are no thing's own."""

    name = "frontend.pages"
    label = "pages"
    verbose_name = "pages"

    def ready(self) -> None:
        """Tell `ontology.negotiate` who draws HTML."""
        from ontology.negotiate import register_later

        register_later(_register)


def _register() -> None:
    """Pages ask the whole schema of GraphQL: a second to load and 30 MB, which no worker needs."""
    from frontend.pages import runs, things
    from ontology.negotiate import register_html

    things.register()
    register_html("run", runs.run_page)
