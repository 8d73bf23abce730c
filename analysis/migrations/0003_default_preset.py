"""The preset that every archive begins with; `analysis.presets.ensure_presets` mends it later."""

from django.db import migrations

PROCESSORS = [
    "technical",
    "level",
    "loudness",
    "waveform",
    "spectrogram",
    "onset",
    "pitch",
    "listening_copy",
]


def add_default(apps, schema_editor):
    apps.get_model("analysis", "Preset").objects.get_or_create(
        slug="default",
        defaults={
            "name": "Default",
            "description": "What every sound is measured by, and what the player draws.",
            "nodes": [{"processor": processor, "params": {}} for processor in PROCESSORS],
        },
    )


class Migration(migrations.Migration):
    dependencies = [("analysis", "0002_run_tells_how_far")]
    operations = [migrations.RunPython(add_default, migrations.RunPython.noop)]
