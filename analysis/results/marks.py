"""Windows of events and segments, thinned while they are read: bounded, whatever their number."""

import math
from dataclasses import dataclass

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from analysis.errors import OddWindow
from analysis.models import Output, OutputKind

#: Marks of one window, at most: a screen has fewer columns.
MOST_MARKS = 5_000


@dataclass(frozen=True)
class Marks:
    """Events or segments that touch `[start, end)`, in the order of time.

    Of more than were asked for every n-th is there, so that they stand for the others; `total`
    says how many there are. Arrays are (k,), float32; NaN where nothing is said.
    """

    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    values: NDArray[np.float32]
    confidences: NDArray[np.float32]
    labels: tuple[str, ...]
    numbers: NDArray[np.int32]
    """Which of the labels each bears; -1 none."""
    total: int


_READ = """
WITH touched AS (
    SELECT position, start_s, end_s, value, confidence, label, count(*) OVER () AS total
    FROM analysis_span
    WHERE output_id = %(output)s AND start_s < %(end)s
      AND (start_s >= %(start)s OR end_s > %(start)s)
)
SELECT start_s, end_s, value, confidence, label, total FROM (
    SELECT *, row_number() OVER (ORDER BY position) - 1 AS place FROM touched
) AS placed
WHERE place %% greatest(1, ceil(total / %(most)s::float)::bigint) = 0
ORDER BY position
"""


def marks(
    output: Output, start: float | None = None, end: float | None = None, most: int = 2000
) -> Marks:
    """Read the events or segments of a window.

    Parameters
    ----------
    start, end : seconds from the start of the part; None is its beginning, its end.
    most : at least 1, at most `MOST_MARKS`.

    Raises
    ------
    OddWindow : neither events nor segments, a window that ends before it begins, `most` beyond.
    """
    if output.kind not in (OutputKind.EVENTS, OutputKind.SEGMENTS):
        raise OddWindow("output", f"{output.name!r} has no marks: ask events or segments.")
    if not 1 <= most <= MOST_MARKS:
        raise OddWindow("maxMarks", f"maxMarks is {most}: use 1 to {MOST_MARKS}.")
    low, high = (-math.inf if start is None else start), (math.inf if end is None else end)
    if math.isnan(low) or math.isnan(high) or high < low:
        raise OddWindow("end", f"The window from {low} s to {high} s ends before it begins.")
    with connection.cursor() as cursor:
        asked: dict[str, str | float] = {"output": str(output.pk), "start": low, "end": high}
        cursor.execute(_READ, asked | {"most": most})
        rows = cursor.fetchall()
    labels = {label: n for n, label in enumerate(dict.fromkeys(r[4] for r in rows if r[4]))}
    return Marks(
        np.array([row[0] for row in rows], np.float64),
        np.array([row[1] for row in rows], np.float64),
        np.array([row[2] for row in rows], np.float32),  # None becomes NaN
        np.array([row[3] for row in rows], np.float32),
        tuple(labels),
        np.array([labels.get(row[4], -1) for row in rows], np.int32),
        rows[0][5] if rows else 0,
    )
