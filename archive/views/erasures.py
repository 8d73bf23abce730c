"""The report of an erasure as a table: what had left the house before. For staff, in no cache."""

import csv
import io
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from archive.actors import actor_of
from archive.errors import NotFound
from archive.models import Erasure, User
from archive.views.refusals import refusing

COLUMNS = ("what", "times", "first", "last", "act", "door", "person", "user", "room", "subject")


@require_safe
@refusing
def erasure_report(request: HttpRequest, erasure_id: UUID) -> HttpResponseBase:
    """Answer with every line of it; others than staff learn not even whether there is one."""
    row = Erasure.objects.visible_to(actor_of(request)).filter(pk=erasure_id).first()
    if row is None:
        raise NotFound("There is no such erasure.")
    lines = row.report.get("left", [])
    known = User.objects.filter(pk__in={line["user"] for line in lines if line["user"]})
    names = {str(key): name for key, name in known.values_list("pk", "username")}
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for line in lines:
        said = {**line, "person": names.get(line["user"], "")}
        rows.writerow([_safe(said[column]) for column in COLUMNS])
    return HttpResponse(
        written.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="erasure-{row.pk}.csv"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _safe(value: Any) -> Any:
    """Keep a log-in name from being read as a formula by a spreadsheet.

    >>> _safe("=1+1"), _safe("anna"), _safe(3)
    ("'=1+1", 'anna', 3)
    """
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value
