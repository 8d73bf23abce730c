"""Accounts and the tokens that programs carry."""

from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from archive.errors import CodeTaken, OddValue
from archive.models import ApiToken, User


def make_user(*, username: str, password: str, is_staff: bool = False, email: str = "") -> User:
    """Make an account.

    Raises
    ------
    OddValue : a name or a password that cannot be used; `field` says which.
    CodeTaken : somebody else has the name.
    """
    user = User(username=User.normalize_username(username), is_staff=is_staff, email=email)
    try:
        user.full_clean(exclude=["password"], validate_unique=False)
        validate_password(password, user)
    except ValidationError as error:
        field = next(iter(error.error_dict)) if hasattr(error, "error_dict") else "password"
        raise OddValue(field, " ".join(error.messages)) from error
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise CodeTaken(f"The user name {username!r} is taken.") from error
    return user


def issue_token(*, user: User, name: str, lifetime: timedelta | None = None) -> str:
    """Make a token and return its secret, which is never shown again: only a digest is kept."""
    secret = ApiToken.new_secret()
    ApiToken.objects.create(
        user=user,
        name=name,
        digest=ApiToken.digest_of(secret),
        expires_at=None if lifetime is None else Now() + lifetime,
    )
    return secret


def ensure_demo_staff(*, password: str, token: str, username: str = "curator") -> User:
    """Let the demo's staff account be there, active, with this password and this token.

    It is an operator too, so that `/admin` shows.

    Said again with the same words it changes nothing: sessions and programs go on. The caller
    keeps the secrets (in `var/run`, mode 0600); `ApiToken.new_secret` makes a token.
    """
    with transaction.atomic():
        user, _ = User.objects.get_or_create(username=username, defaults={"is_staff": True})
        stands = user.is_staff and user.is_superuser and user.is_active
        if not (stands and user.check_password(password)):
            user.is_staff = user.is_superuser = user.is_active = True
            user.set_password(password)
            user.save(update_fields=["is_staff", "is_superuser", "is_active", "password"])
        digest = ApiToken.digest_of(token)
        if not ApiToken.objects.filter(user=user, digest=digest).exists():
            ApiToken.objects.filter(user=user, name="demo").delete()
            ApiToken.objects.create(user=user, name="demo", digest=digest)
    return user
