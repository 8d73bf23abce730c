"""Results as files of other programs: written from a `Document`, and read back to it.

Nothing here knows Django or runs what it reads: text is parsed, never evaluated (spec/timeside
section 2 tells of `eval` and pickles).

    FORMATS["textgrid"].write(document) -> bytes; FORMATS["textgrid"].read(bytes) -> Document

Formats that hold only events and segments leave out the rest, and refuse a result that has
neither. Several results go into one file by `write_all`; into a file of marks by `layers.joined`.
"""

from collections.abc import Mapping, Sequence

from analysis.exchange import (
    audacity,
    csv_text,
    eaf,
    hdf5_file,
    jams,
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
from analysis.exchange.layers import joined

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        hdf5_file.FORMAT,
        json_text.FORMAT,
        csv_text.FORMAT,
        xml.FORMAT,
        npz.FORMAT,
        jams.FORMAT,
        textgrid.FORMAT,
        eaf.FORMAT,
        svl.FORMAT,
        audacity.FORMAT,
        webvtt.FORMAT,
        lab.FORMAT,
    )
}

BY_EXTENSION: Mapping[str, Format] = {each.extension.lower(): each for each in FORMATS.values()}


def writing(documents: Sequence[Document], format_: Format) -> bytes:
    """Return the results of one item as a file; of one result `Format.write` makes a simpler one.

    Raises
    ------
    OddFile : the format holds marks only, and there are none, or too many layers of them.
    TooLong : a file of text would have too many numbers.
    """
    if format_.write_all is None:
        return format_.write(joined(documents))
    return format_.write_all(documents)


__all__ = [
    "BY_EXTENSION",
    "FORMATS",
    "Document",
    "Format",
    "OddFile",
    "Told",
    "document_of",
    "joined",
    "writing",
]
