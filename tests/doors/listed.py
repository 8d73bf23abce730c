"""What is a door of the house, and what is none: commands and subscriptions, each decided about."""

from collections.abc import Mapping

from django.core.management import get_commands

from graphql_api.schema import schema
from tests.doors.followed import SUBSCRIPTIONS

HOUSES = {"archive", "analysis", "ontology", "graphql_api", "config", "frontend"}
#: Commands, and why what they write is no door for others than the house.
COMMANDS: Mapping[str, str] = {
    "demo": "starts the site",
    "up": "starts the site",
    "doctor": "tells the operator of the machine",
    "fetch_sounds": "fetches the demo's recordings",
    "ingest_demo": "takes in",
    "ingest_folder": "takes in",
    "load_lists": "takes in",
    "load_vocabulary": "takes in",
    "import_rdf": "takes in",
    "bundle": "packs a recipe, and takes in results that no sound comes with",
    "analyse_demo": "starts runs; what they make is asked for at the doors of media",
    "prune_access_log": "removes",
    "prune_events": "removes",
    "verify_masters": "tells the operator which masters are damaged",
    "rdf_check": "tells the operator where store and catalogue differ",
    "rdf_rebuild": "fills the public store, which is asked at /sparql",
    "rdf_writer": "fills the public store, which is asked at /sparql",
}


def undecided_commands() -> list[str]:
    """Return our own commands that nobody decided about, and decisions about none."""
    ours = {name for name, app in get_commands().items() if str(app).split(".")[0] in HOUSES}
    return sorted(ours ^ set(COMMANDS))


def undecided_subscriptions() -> list[str]:
    """Return the subscriptions that nobody follows here."""
    root = schema._schema.subscription_type
    assert root is not None
    return sorted(set(root.fields) ^ set(SUBSCRIPTIONS))
