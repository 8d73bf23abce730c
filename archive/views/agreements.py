"""The signed document of an agreement: for staff, and in nobody's cache."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import Agreement
from archive.views.brought import Brought, brought
from archive.views.refusals import refusing


@require_safe
@refusing
def agreement_document(request: HttpRequest, agreement_id: UUID) -> HttpResponseBase:
    """Answer with what was signed, whole or in ranges; others learn not even whether it is."""
    rows = Agreement.objects.visible_to(actor_of(request)).exclude(document_storage_name="")
    agreement = rows.filter(pk=agreement_id).first()
    if agreement is None:
        raise NotFound("There is no such document.")
    document = Brought(
        storage_name=agreement.document_storage_name,
        mime_type=agreement.document_mime_type,
        sha256=agreement.document_sha256,
        title=agreement.document_name or agreement.code,
        is_public=False,
    )
    return brought(request, document)
