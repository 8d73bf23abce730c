"""Files: masters and pictures that nothing else uses, and uploads of the same bytes.

Bytes are kept once, whoever deposits them. They go when no other record's part or picture names
them now; that another record's history once did does not keep them. What is found is written down
as `DoomedFile` in the same transaction; `finish_files` removes it after the commit.
"""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from uuid import UUID

from django.db import connection, transaction

from archive.erasing import Doomed, Eraser, Finisher
from archive.models import (
    Agreement,
    DoomedFile,
    Erasure,
    File,
    Part,
    RelatedMedia,
    StagedUpload,
)
from archive.services.fixity import take_turn
from archive.storage import MASTERS, RELATED, STAGED, remove

_IMAGES = """
    SELECT DISTINCT coalesce(before ->> %(column)s, after ->> %(column)s) FROM archive_change
    WHERE "table" = %(table)s AND coalesce(before ->> %(column)s, after ->> %(column)s) <> ''
      AND (subject_id = ANY (%(subjects)s) OR moved_from = ANY (%(subjects)s)
           OR row_id = ANY (%(rows)s))
    UNION
    SELECT DISTINCT after ->> %(column)s FROM archive_change
    WHERE "table" = %(table)s AND after ->> %(column)s <> ''
      AND (subject_id = ANY (%(subjects)s) OR moved_from = ANY (%(subjects)s)
           OR row_id = ANY (%(rows)s))
"""


def _named_in_history(doomed: Doomed, table: str, column: str) -> set[str]:
    rows = {row for of, row in doomed.gone if of == table}
    for model, keys in doomed.rows.items():
        if model._meta.db_table == table:
            rows |= {str(key) for key in keys}
    with connection.cursor() as cursor:
        cursor.execute(
            _IMAGES,
            {
                "table": table,
                "column": column,
                "subjects": sorted(doomed.subjects),
                "rows": sorted(rows),
            },
        )
        return {row[0] for row in cursor.fetchall()}


def _seek(doomed: Doomed) -> None:
    parts = Part.objects.filter(pk__in=doomed.of(Part))
    files = set(parts.values_list("file_id", flat=True))
    files |= {UUID(key) for key in _named_in_history(doomed, "archive_part", "file_id")}
    others = Part.objects.filter(file__in=files).exclude(pk__in=doomed.of(Part))
    doomed.kept_for |= {("item", key) for key in others.values_list("item_id", flat=True)}
    free = File.objects.filter(pk__in=files).exclude(pk__in=others.values("file_id"))
    sounds = list(free.values_list("pk", "storage_name", "sha256"))
    doomed.add(File, {key for key, _, _ in sounds})
    doomed.subjects |= {key for key, _, _ in sounds}
    doomed.files |= {(MASTERS, name) for _, name, _ in sounds}
    staged = StagedUpload.objects.filter(sha256__in=[sha256 for _, _, sha256 in sounds])
    doomed.files |= {(STAGED, name) for name in staged.values_list("storage_name", flat=True)}
    doomed.add(StagedUpload, staged.values_list("pk", flat=True))
    _seek_pictures(doomed)


def _seek_pictures(doomed: Doomed) -> None:
    going = RelatedMedia.objects.filter(pk__in=doomed.of(RelatedMedia))
    names = set(going.exclude(storage_name="").values_list("storage_name", flat=True))
    names |= _named_in_history(doomed, "archive_relatedmedia", "storage_name")
    others = RelatedMedia.objects.filter(storage_name__in=names).exclude(
        pk__in=doomed.of(RelatedMedia)
    )
    for kind in ("item", "collection", "corpus", "fonds"):
        using = others.filter(**{f"{kind}__isnull": False})
        doomed.kept_for |= {(kind, key) for key in using.values_list(f"{kind}_id", flat=True)}
    doomed.files |= {(RELATED, name) for name in names}


def _erase(doomed: Doomed) -> int:
    """Write down what is to be removed once it is sure that this transaction stands."""
    DoomedFile.objects.bulk_create(
        (
            DoomedFile(erasure=doomed.erasure, storage=storage, name=name)
            for storage, name in sorted(doomed.files)
        ),
        ignore_conflicts=True,
    )
    return len(doomed.files)


#: Storage -> whether any row names the content, asked under the turn of its checksum.
_named_in: dict[str, Callable[[str], bool]] = {
    MASTERS: lambda name: File.objects.filter(storage_name=name).exists(),
    STAGED: lambda name: StagedUpload.objects.filter(storage_name=name).exists(),
    RELATED: lambda name: (
        RelatedMedia.objects.filter(storage_name=name).exists()
        or Agreement.objects.filter(document_storage_name=name).exists()
    ),
}
#: Storage -> what lets removals and comings of the same name take turns.
_turns: dict[str, Callable[[str], None]] = {}


def register_storage(
    storage: str, *, is_named: Callable[[str], bool], take_turn_of: Callable[[str], None]
) -> None:
    """Let content of a storage be erased that an upper package keeps."""
    _named_in[storage] = is_named
    _turns[storage] = take_turn_of


def storages() -> Mapping[str, Callable[[str], bool]]:
    return dict(_named_in)


def finish_files(erasure: Erasure, seconds: float) -> bool:
    """Remove what an erasure wrote down; each file in a transaction of its own."""
    for row in DoomedFile.objects.filter(erasure=erasure).order_by("pk"):
        with transaction.atomic():
            _turns.get(row.storage, _turn_of_content)(row.name)
            if not _named_in[row.storage](row.name):
                remove(row.storage, row.name)
            row.delete()
    return not DoomedFile.objects.filter(erasure=erasure).exists()


def _turn_of_content(name: str) -> None:
    take_turn(PurePosixPath(name).name.partition(".")[0])


SOUNDS = Eraser("files", _seek, _erase)
FILES = Finisher("files", finish_files)
