"""People who sign in, and the tokens their programs carry."""

import hashlib
import secrets

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from archive.identifiers import new_id
from archive.scopes import every_scope


class User(AbstractUser):
    """An account. Its id is a uuid7, never shown as a number."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    expires_at = models.DateTimeField(
        null=True, blank=True, help_text="from then on it is the public's; NULL: never"
    )


class ApiToken(models.Model):
    """A program's key to an account: only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens"
    )
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    #: What it may be used for (archive/scopes.py); an empty list is for nothing at all.
    scopes = ArrayField(models.CharField(max_length=20), default=every_scope)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"

    @staticmethod
    def digest_of(token: str) -> str:
        """Return what is kept of a token. It holds 256 random bits, so a plain hash suffices."""
        return hashlib.sha256(token.encode()).hexdigest()

    @staticmethod
    def new_secret() -> str:
        return f"sono_{secrets.token_urlsafe(32)}"
