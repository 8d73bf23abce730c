"""Presets: which processors, with which parameters, under a name that people choose from."""

from django.db import models

from archive.identifiers import new_id


class Preset(models.Model):
    """A named list of processors. Runs keep what they used, so a preset may change."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    nodes = models.JSONField(help_text='[{"processor": id, "params": {…}}, …]')

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
