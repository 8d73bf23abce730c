"""Migration operations that do not make Django render its models anew for each of hundreds.

Django and django-pgtrigger reload a model's state, and with it every model related to it, after
each operation; on models that all point at each other that took half a minute for one migration.
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger import migrations


class AddTrigger(migrations.AddTrigger):
    """Add a trigger to a model's table."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name.lower()].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class RemoveTrigger(migrations.RemoveTrigger):
    """Remove a trigger from a model's table."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name.lower()].options
        options["triggers"] = [each for each in options["triggers"] if each.name != self.name]


class AddFields(Operation):
    """Add many columns, as that many `AddField` would."""

    def __init__(self, fields: Sequence[AddField]) -> None:
        self.fields = fields

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for each in self.fields:
            state.models[app_label, each.model_name_lower].fields[each.name] = each.field
        state._relations = None  # type: ignore[attr-defined]  # as ProjectState.add_field does
        state.reload_models(list({(app_label, each.model_name_lower) for each in self.fields}))

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for each in self.fields:
            each.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for each in reversed(self.fields):
            each.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Add {len(self.fields)} fields"
