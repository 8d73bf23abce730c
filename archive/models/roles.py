"""What people, groups and bodies do for a record (MARC relators, where one fits)."""

from django.db import models


class AgentRole(models.TextChoices):
    """What an agent did."""

    RECORDIST = "recordist"
    COLLECTOR = "collector"
    CREATOR = "creator"
    PERFORMER = "performer"
    SPEAKER = "speaker"
    AUTHOR = "author"
    COMPOSER = "composer"
    TRANSLATOR = "translator"
    DEPOSITOR = "depositor"
    DONOR = "donor"
    INFORMANT = "informant"
    PUBLISHER = "publisher"
    DIGITISER = "digitiser"
    SCIENTIST = "scientist"
    CONTRIBUTOR = "contributor"
    DESCRIBER = "describer"
    RIGHTS_HOLDER = "rights_holder"
    FUNDER = "funder"
