"""Keep pictures, films and papers: under their checksum, told by their bytes.

Whoever stops naming them leaves the bytes, so that a record's history can bring them back.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.errors import OddValue
from archive.media_types import HEAD, media_type_of
from archive.services.deposit import as_text
from archive.services.fixity import take_turn
from archive.storage import RELATED, Staged, is_kept, keep, staged

_EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
    "application/pdf": "pdf",
    "text/plain": "txt",
    "text/html": "html",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
}


def kept_facts(content: Staged, original_name: str, *, field: str = "file") -> dict[str, Any]:
    """Keep the bytes, and return what is known of them.

    Raises
    ------
    OddValue : there are none; `field` is told.
    NoRoom : the disk is too full.
    """
    with content.path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise OddValue(field, "The file is empty (0 bytes).")
    mime_type = media_type_of(head)
    take_turn(content.sha256)
    # Another storage may lie on another disk: the bytes are copied there, and checked again.
    with staged(content.path, RELATED) as coming:
        name = keep(RELATED, coming, _EXTENSIONS.get(mime_type, "bin"))
    return {
        "mime_type": mime_type,
        "storage_name": name,
        "sha256": content.sha256,
        "byte_size": content.byte_size,
        "original_name": as_text(Path(original_name).name),
    }


def hold_kept(content: Staged, facts: Mapping[str, Any]) -> None:
    """See, in the transaction that names the bytes, that no erasure removes them meanwhile.

    They were kept before it; one that ended between has taken them away again.
    """
    take_turn(facts["sha256"])
    if not is_kept(RELATED, facts["storage_name"]):
        with staged(content.path, RELATED) as coming:
            keep(RELATED, coming, Path(facts["storage_name"]).suffix.removeprefix("."))
