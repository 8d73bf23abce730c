"""What search engines are told of a page, in schema.org's terms. Our own graph says far more."""

from typing import Any

from frontend.pages.wording import iso_duration
from ontology import iris

CONTEXT = "https://schema.org"


def recording(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as a recording that stands in an archive."""
    collection, place, part = item["collection"], item["place"], (item["parts"] or [None])[0]
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": ["AudioObject", "ArchiveComponent"],
        "@id": item["iri"],
        "url": item["iri"],
        "name": item["title"],
        "alternateName": item["originalTitle"],
        "identifier": item["code"],
        "description": item["description"],
        "temporalCoverage": item["recorded"] and item["recorded"]["edtf"],
        "license": item["licence"],
        "creditText": item["credit"],
        "isPartOf": collection
        and {"@type": "Collection", "@id": collection["iri"], "name": collection["title"]},
        "contentLocation": place and located(place),
        "inLanguage": [language["slug"] for language in item["languages"]],
        "duration": iso_duration(part["duration"]) if part and part["duration"] else None,
        "isAccessibleForFree": True,
    }
    if item["audio"] and not item["unreadLabels"]:
        said["contentUrl"] = f"{iris.base()}{item['audio']['url']}"
        said["encodingFormat"] = item["audio"]["mimeType"]
    return given(said)


def located(place: dict[str, Any]) -> dict[str, Any]:
    """Return a place, with its point where it has one."""
    point = place.get("coordinates")
    return given(
        {
            "@type": "Place",
            "@id": place["iri"],
            "name": place["name"],
            "geo": point
            and {
                "@type": "GeoCoordinates",
                "latitude": point["latitude"],
                "longitude": point["longitude"],
            },
        }
    )


def collected(collection: dict[str, Any]) -> dict[str, Any]:
    """Return a collection."""
    return given(
        {
            "@context": CONTEXT,
            "@type": ["Collection", "ArchiveComponent"],
            "@id": collection["iri"],
            "url": collection["iri"],
            "name": collection["title"],
            "identifier": collection["code"],
            "description": collection["description"],
        }
    )


def given(said: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {key: value for key, value in said.items() if value not in (None, "", [])}
