"""docs/telemeta-fields.md: every field of Telemeta has its place, and every place is there."""

import re
from pathlib import Path

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from archive.vocabularies import SCHEMES, USES
from config import env

PAGE = Path(env.ROOT) / "docs" / "telemeta-fields.md"

#: What spec/telemeta.md, tables 1.1 to 1.6, counts; fewer rows would have lost some.
LEAST_ROWS = 220

_ROW = re.compile(r"^\| ([A-Z]\w+\.\w+) \| (\S[^|]*?) \| ([^|]*)\|$", re.MULTILINE)
_PLACE = re.compile(r"(?:(archive|analysis)\.)?([A-Z]\w+)\.([a-z]\w*)")
_USE = re.compile(r"\buses? `(\w+)`")


def rows(text: str) -> list[tuple[str, str, str]]:
    return _ROW.findall(text)


def places(text: str) -> set[tuple[str, str, str]]:
    """Return the app, model and field of each place that the page names."""
    named = [place for _, place, _ in rows(text)]
    named += re.findall(r"`([^`]+)`", text)
    return {
        (found[1] or "archive", found[2], found[3])
        for name in named
        if (found := _PLACE.fullmatch(name))
    }


def missing(text: str) -> list[str]:
    """Return the places that no model has."""
    lost = []
    for app, model, field in sorted(places(text)):
        try:
            apps.get_model(app, model)._meta.get_field(field)
        except (LookupError, FieldDoesNotExist):
            lost.append(f"{app}.{model}.{field}")
    return lost


def test_every_place_is_a_field_of_a_model() -> None:
    text = PAGE.read_text(encoding="utf-8")
    print(f"{len(rows(text))} fields of Telemeta, {len(places(text))} places")
    assert len(rows(text)) >= LEAST_ROWS
    assert missing(text) == []


def test_a_place_that_is_not_there_is_found() -> None:
    """Control: a misspelt field is missed."""
    text = PAGE.read_text(encoding="utf-8").replace("| Carrier.has_sticker |", "| Carrier.stickr |")
    assert missing(text) == ["archive.Carrier.stickr"]


def test_every_use_that_the_page_names_is_one() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = set(_USE.findall(text))
    assert len(named) >= 20
    assert named <= set(USES)


def test_what_has_no_place_says_why() -> None:
    for field, place, how in rows(PAGE.read_text(encoding="utf-8")):
        if place == "—":
            assert how.strip(), field


def test_no_field_stands_twice_and_every_model_is_spoken_of() -> None:
    fields = [field for field, _, _ in rows(PAGE.read_text(encoding="utf-8"))]
    assert sorted(fields) == sorted(set(fields))
    spoken = {field.partition(".")[0] for field in fields}
    assert spoken >= {
        "MediaFonds",
        "MediaCorpus",
        "MediaCollection",
        "MediaItem",
        "MediaPart",
        "MediaItemRelated",
        "MediaItemKeyword",
        "MediaItemPerformance",
        "MediaItemMarker",
        "MediaItemAnalysis",
        "MediaItemTranscoded",
        "MediaItemTranscodingFlag",
        "Format",
        "MediaItemIdentifier",
        "Enumeration",
        "EnumerationProperty",
        "PublisherCollection",
        "EthnicGroupAlias",
        "Instrument",
        "InstrumentAlias",
        "InstrumentRelation",
        "InstrumentAliasRelation",
        "Location",
        "LocationType",
        "LocationAlias",
        "LocationRelation",
        "Language",
        "UserProfile",
        "Revision",
        "Playlist",
        "PlaylistResource",
        "Search",
    }


def test_all_27_enumerations_are_vocabularies() -> None:
    """T-44: 26 are schemes; ethnic groups are a model of their own."""
    theirs = [
        "PhysicalFormat",
        "PublishingStatus",
        "AcquisitionMode",
        "MetadataAuthor",
        "MetadataWriter",
        "LegalRight",
        "RecordingContext",
        "AdConversion",
        "VernacularStyle",
        "GenericStyle",
        "ContextKeyword",
        "Publisher",
        "EthnicGroup",
        "TapeWheelDiameter",
        "TapeLength",
        "TapeWidth",
        "TapeSpeed",
        "TapeVendor",
        "NumberOfChannels",
        "Organization",
        "Rights",
        "Topic",
        "CopyType",
        "MediaType",
        "OriginalFormat",
        "Status",
        "IdentifierType",
    ]
    assert len(theirs) == 27
    assert set(theirs) - {scheme.was for scheme in SCHEMES} == {"EthnicGroup"}
