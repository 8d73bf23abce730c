"""What a picture, a scan or a text is, told by its bytes; and how it may be shown.

A name or a client's word never counts: an HTML page called `photo.jpg` is an HTML page here, and
is handed out as a file, never shown as a page of ours.
"""

import re

import puremagic

HEAD = 4096
UNKNOWN = "application/octet-stream"
HTML = "text/html"
SVG = "image/svg+xml"
TEXT = "text/plain"

#: What a browser may show in its place; all else is saved.
SHOWN = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "image/avif",
        SVG,
        "application/pdf",
        "audio/mpeg",
        "audio/ogg",
        "audio/wav",
        "audio/flac",
        "video/mp4",
        "video/webm",
        "video/ogg",
        TEXT,
    }
)
#: puremagic knows these formats by several names.
_SAME = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/x-png": "image/png",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/mp3": "audio/mpeg",
    "audio/x-flac": "audio/flac",
    "video/x-m4v": "video/mp4",
}
#: What stands in no text.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b"<title")


def media_type_of(head: bytes) -> str:
    """Return the media type of content that begins so (`HEAD` bytes are enough).

    >>> media_type_of(b"<!DOCTYPE html><p>hello")
    'text/html'
    >>> media_type_of(b"Notes of the mission, 1931")
    'text/plain'
    >>> media_type_of(bytes([1, 2, 3, 4]))
    'application/octet-stream'
    """
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\x0c").lower()
    if is_marked_up := start.startswith(b"<"):
        if any(tag in start for tag in _PAGES):
            return HTML
        if b"<svg" in start:
            return SVG
    found = UNKNOWN if is_marked_up or not head else _by_magic(head)
    if found == UNKNOWN and _is_text(head):
        return TEXT
    return found


def _by_magic(head: bytes) -> str:
    try:
        matches = puremagic.magic_string(head)
    except puremagic.PureError:
        return UNKNOWN
    best = max(matches, key=lambda match: match.confidence)
    name = str(best.mime_type).lower()
    if name in {HTML, SVG, "application/xhtml+xml"} or "/" not in name:
        return UNKNOWN  # what is markup was looked at above
    return _SAME.get(name, name)


def _is_text(head: bytes) -> bool:
    try:
        # The last character may be cut in the middle.
        (head[: HEAD - 4] if len(head) >= HEAD else head).decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) >= HEAD and error.start >= HEAD - 8 and not _CONTROLS.search(head)
    return bool(head) and not _CONTROLS.search(head)
