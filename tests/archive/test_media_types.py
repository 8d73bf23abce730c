"""What a file is, told by its bytes: a page is a page whatever it is called."""

import pytest

from archive.media_types import SHOWN, media_type_of


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40), "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(40), "image/jpeg"),
        (b"GIF89a" + bytes(40), "image/gif"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "application/pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "text/html"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"  \n<!DOCTYPE HTML><p>x", "text/html"),
        (b"<?xml version='1.0'?><html/>", "text/html"),
        ("Carnet de mission, février 1931".encode(), "text/plain"),
        (b"", "application/octet-stream"),
    ],
    ids=["png", "jpeg", "gif", "pdf", "svg with script", "svg", "html", "xhtml", "text", "none"],
)
def test_the_bytes_say_it(head: bytes, expected: str) -> None:
    assert media_type_of(head) == expected


def test_a_page_is_never_shown() -> None:
    assert "text/html" not in SHOWN
    assert "application/octet-stream" not in SHOWN
