"""What people say of themselves. Nothing of it is public unless they say so."""

from django.conf import settings
from django.db import models

from archive.history import keeps_history
from archive.identifiers import new_id
from archive.permits import ProfileQuerySet


class Profile(models.Model):
    """An account's card: where somebody works, and how the site is to look for them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile"
    )
    display_name = models.CharField(max_length=250, blank=True, default="", db_default="")
    institution = models.CharField(max_length=250, blank=True, default="", db_default="")
    department = models.CharField(max_length=250, blank=True, default="", db_default="")
    function = models.CharField(max_length=250, blank=True, default="", db_default="")
    address = models.TextField(blank=True, default="", db_default="")
    telephone = models.CharField(max_length=60, blank=True, default="", db_default="")
    about = models.TextField(blank=True, default="", db_default="")
    web_page = models.URLField(max_length=500, blank=True, default="", db_default="")
    is_listed = models.BooleanField(
        default=False, db_default=False, help_text="name, institution and words may be shown"
    )
    wants_mail = models.BooleanField(
        default=True, db_default=True, help_text="notices come by e-mail too"
    )

    objects = models.Manager.from_queryset(ProfileQuerySet)()

    class Meta:
        triggers = keeps_history({"profile": "id"})

    def __str__(self) -> str:
        return f"profile of {self.user_id}"
