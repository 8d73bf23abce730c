"""Bytes that were brought from outside, answered so that they can do no harm.

What could hold a script is never a page of ours. It is saved, or shown in a sandbox; and nobody's
browser guesses another type than the one that was found.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header

from archive.media_types import SHOWN, TEXT
from archive.storage import RELATED, open_blob
from archive.views.ranges import ranged_response
from archive.views.stream import caching

#: Nothing runs, nothing is fetched, and the page is of no origin.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'; sandbox"
#: The browser's own viewer does not open in a sandbox; it runs no script of the document's.
_UNBOXED = {"application/pdf"}


@dataclass(frozen=True)
class Brought:
    """What is kept of it, and what it is called when somebody saves it."""

    storage_name: str
    mime_type: str
    sha256: str
    title: str
    is_public: bool


def brought(request: HttpRequest, it: Brought) -> HttpResponseBase:
    """Answer with it, whole or in ranges. Whether the reader may see it was asked before."""
    headers = {
        **caching(is_public=it.is_public),
        "Content-Disposition": _disposition(it),
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if it.mime_type not in _UNBOXED:
        headers["Content-Security-Policy"] = _POLICY
    response = ranged_response(
        request,
        open_blob(RELATED, it.storage_name),
        content_type="text/plain; charset=utf-8" if it.mime_type == TEXT else it.mime_type,
        etag=f'"{it.sha256}"',
        headers=headers,
    )
    patch_vary_headers(response, ["Authorization", "Cookie"])
    return response


def _disposition(it: Brought) -> str:
    extension = it.storage_name.rpartition(".")[2]
    name = it.title or it.sha256[:12]
    is_saved = it.mime_type not in SHOWN
    return (
        content_disposition_header(
            as_attachment=is_saved,
            filename=name if name.endswith(f".{extension}") else f"{name}.{extension}",
        )
        or "attachment"
    )
