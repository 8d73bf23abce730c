"""What a track holds that a file of timed text cannot carry."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from archive.models import Annotation


class Detail(Enum):
    """Something that tracks hold and not every format does."""

    CONCEPT = "concept"
    CONFIDENCE = "confidence"
    SPEAKER = "speaker"
    LINE_BREAK = "line_break"
    OVERLAP = "overlap"


#: Whatever the format: terms and confidences are of this archive, and no player knows them.
_NOWHERE = (Detail.CONCEPT, Detail.CONFIDENCE)
LOST: Mapping[str, tuple[Detail, ...]] = {
    "lrc": (*_NOWHERE, Detail.SPEAKER, Detail.LINE_BREAK, Detail.OVERLAP),
    "webvtt": _NOWHERE,
    "ttml": _NOWHERE,
}


def counted(annotations: "QuerySet[Annotation]") -> "QuerySet[Any, Any]":
    """Return, for each track of these annotations, in how many of them each detail is found.

    An overlap is an end after the next begins: a line of LRC lasts until the next one.
    """
    within = Annotation.objects.filter(
        track=OuterRef("track"), start_s__gt=OuterRef("start_s"), start_s__lt=OuterRef("end_s")
    )
    rows: QuerySet[Any, Any] = (
        annotations.order_by()
        .values("track_id")
        .annotate(
            concept=Count("pk", filter=Q(concept__isnull=False)),
            confidence=Count("pk", filter=Q(confidence__isnull=False)),
            speaker=Count("pk", filter=~Q(speaker="")),
            line_break=Count("pk", filter=Q(text__contains="\n")),
            overlap=Count("pk", filter=Exists(within)),
        )
    )
    return rows
