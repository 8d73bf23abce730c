"""Results as files of other programs: written from a `Document`, and read back to it.

Nothing here knows Django or runs what it reads: text is parsed, never evaluated (spec/timeside
section 2 tells of `eval` and pickles).

    FORMATS["textgrid"].write(document) -> bytes; FORMATS["textgrid"].read(bytes) -> Document

Formats that hold only events and segments (`MARKS`) leave out the rest, and say so by `left_out`.
"""

from collections.abc import Mapping

from analysis.exchange import (
    audacity,
    csv_text,
    eaf,
    json_text,
    lab,
    npz,
    svl,
    textgrid,
    webvtt,
    xml,
)
from analysis.exchange.document import Document, Format, OddFile, Told
from analysis.exchange.found import document_of

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        json_text.FORMAT,
        csv_text.FORMAT,
        xml.FORMAT,
        npz.FORMAT,
        textgrid.FORMAT,
        eaf.FORMAT,
        svl.FORMAT,
        audacity.FORMAT,
        webvtt.FORMAT,
        lab.FORMAT,
    )
}

__all__ = ["FORMATS", "Document", "Format", "OddFile", "Told", "document_of"]
