"""Fetch a sound of another site and keep it aside as an upload, to be attached as any other."""

from contextlib import closing
from dataclasses import dataclass

from django.conf import settings

from archive.access import Actor
from archive.errors import OddValue
from archive.fetching import NotFetched, fetched, is_named
from archive.models import StagedUpload
from archive.providers.contract import Found, Provider, Web
from archive.providers.registry import listed, usable
from archive.services.editing import describers_only
from archive.services.staging import stage_upload
from archive.storage import STAGED, Arriving

#: What a page is sent as: an address of a page was given where one of a sound was meant.
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True)
class Fetched:
    """What was fetched, and what its site says of it."""

    upload: StagedUpload
    provider: Provider
    found: Found


def fetch_remote(*, actor: Actor, reference: str, provider: str = "") -> Fetched:
    """Fetch the sound behind an address and stage it.

    Parameters
    ----------
    reference : the address of a file, or of a page that a provider knows.
    provider : the id of the one to ask; unless given, the first that knows the address.

    Raises
    ------
    NotAllowed : not staff.
    NotFetched : the host is not named, too large, too slow, not there; the sentence says what.
    NotSound : what came is none.
    OddValue : no such provider, or it cannot be used here.
    """
    describers_only(actor)
    reference = reference.strip()
    of = _chosen(reference, provider)
    hosts = _hosts(of)
    found = of.find(reference, Web(hosts, settings.REMOTE_SECONDS))
    return Fetched(_staged(actor, found, hosts), of, found)


def _chosen(reference: str, provider: str) -> Provider:
    if not provider:
        for each in usable():
            if each.knows(reference):
                return each
        raise OddValue("reference", "Give a web address that begins with http:// or https://.")
    for one in listed():
        if one.id == provider:
            if one.provider is None or one.reason:
                raise OddValue("provider", f"{provider} cannot be used here: {one.reason}")
            return one.provider
    known = ", ".join(each.id for each in listed())
    raise OddValue("provider", f"There is no provider {provider[:40]!r}; there are {known}.")


def _hosts(of: Provider) -> tuple[str, ...]:
    """Return the hosts that may be gone to: those named by both the provider and the operator."""
    named = tuple(settings.REMOTE_HOSTS)
    if not of.hosts:
        return named
    return tuple(each for each in of.hosts if each in named or is_named(each, named))


def _staged(actor: Actor, found: Found, hosts: tuple[str, ...]) -> StagedUpload:
    with (
        closing(Arriving(STAGED)) as arriving,
        fetched(
            found.url,
            hosts=hosts,
            most_bytes=settings.MAX_UPLOAD_BYTES,
            within_s=settings.REMOTE_SECONDS,
            headers=dict(found.headers),
        ) as answer,
    ):
        if answer.media_type in _PAGES:
            raise NotFetched("There is a page, not a sound: give the address of the file itself.")
        for block in answer.blocks():
            arriving.write(block)
        return stage_upload(actor=actor, coming=arriving.end(), original_name=found.name)
