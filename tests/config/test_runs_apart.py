"""A run of the tests leaves the installation alone."""

import os
from pathlib import Path

from django.conf import settings


def test_the_settings_were_read_after_this_run_was_given_its_own_var() -> None:
    """pytest-django would read them first: tests then wrote into the media of a served site."""
    own = Path(os.environ["SONOTHEQUE_VAR"])
    assert own.parent.name == "tests"
    assert own == settings.VAR
    assert settings.MEDIA_DIR.is_relative_to(own)
