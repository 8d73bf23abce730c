"""Editor groups: who, besides staff, describes which collections.

A group may lie within another: whoever is in the inner one is in the outer one too. The edges keep
a closure, and the database refuses a ring (archive/trees.py).
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from archive.models.base import Described
from archive.models.collection import Collection
from archive.querysets import StaffQuerySet
from archive.trees import edge_triggers, node_triggers
from archive.versions import link_triggers, record_triggers


class EditorGroup(Described):
    """People who edit some collections."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=250)
    description = models.TextField(blank=True, default="", db_default="")
    collections = models.ManyToManyField(
        Collection, through="EditorCollection", related_name="editor_groups"
    )

    objects = models.Manager.from_queryset(StaffQuerySet)()

    class Meta(Described.Meta):
        ordering = ["name", "slug"]
        triggers = [
            *record_triggers("editor_group"),
            *node_triggers("archive_editorgroupclosure"),
        ]

    def __str__(self) -> str:
        return self.name


class EditorGroupEdge(models.Model):
    """One group within another."""

    parent = models.ForeignKey(EditorGroup, on_delete=models.CASCADE, related_name="child_edges")
    child = models.ForeignKey(EditorGroup, on_delete=models.CASCADE, related_name="parent_edges")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="editor_group_edge_once"),
            models.CheckConstraint(
                name="editor_group_not_in_itself", condition=~models.Q(parent=models.F("child"))
            ),
        ]
        triggers = [
            *edge_triggers("archive_editorgroupedge", "archive_editorgroupclosure"),
            *link_triggers("editor_group", "archive_editorgroup", "child_id"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} in {self.parent_id}"


class EditorGroupClosure(models.Model):
    """Every group within every other, and in itself; kept by triggers."""

    ancestor = models.ForeignKey(
        EditorGroup, on_delete=models.CASCADE, related_name="descendant_links"
    )
    descendant = models.ForeignKey(
        EditorGroup, on_delete=models.CASCADE, related_name="ancestor_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ancestor", "descendant"], name="editor_group_closure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.descendant_id} in {self.ancestor_id}"


class Editor(models.Model):
    """An account in an editor group."""

    group = models.ForeignKey(EditorGroup, on_delete=models.CASCADE, related_name="editors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="edits_with"
    )
    until = models.DateTimeField(null=True, blank=True, help_text="NULL: for good")
    since = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "user"], name="editor_once")]
        triggers = link_triggers("editor_group", "archive_editorgroup", "group_id")

    def __str__(self) -> str:
        return f"{self.user_id} in {self.group_id}"


class EditorCollection(models.Model):
    """A collection that a group edits, with all its items."""

    group = models.ForeignKey(EditorGroup, on_delete=models.CASCADE, related_name="holdings")
    collection = models.ForeignKey(
        Collection, on_delete=models.CASCADE, related_name="editor_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "collection"], name="editor_collection_once")
        ]
        triggers = link_triggers("editor_group", "archive_editorgroup", "group_id")

    def __str__(self) -> str:
        return f"{self.collection_id} by {self.group_id}"
