"""Rows of numbers as a stream of Apache Arrow (its IPC format), by nanoarrow.

nanoarrow is Arrow's own small library: 3 MB, where pyarrow is 165 (docs/adr/0018).
"""

import io
from collections.abc import Mapping
from typing import Any

import nanoarrow as na
import numpy as np
from nanoarrow.ipc import StreamWriter
from numpy.typing import NDArray


def stream_of(rows: NDArray[Any], about: Mapping[str, str]) -> bytes:
    """Return a structured array of float64 and float32 as one record batch.

    Parameters
    ----------
    rows : (n,), each field a number or a row of numbers, which becomes a list of fixed size.
    about : texts that stand in the schema's metadata.
    """
    columns = {name: _column(rows[name]) for name in rows.dtype.names or ()}
    schema = na.struct({name: na.Schema(column.schema) for name, column in columns.items()})
    schema = na.Schema(schema, metadata={k.encode(): v.encode() for k, v in about.items()})
    batch = na.c_array_from_buffers(
        schema, len(rows), [None], children=list(columns.values()), null_count=0
    )
    made = io.BytesIO()
    with StreamWriter.from_writable(made) as writer:
        writer.write_stream(na.ArrayStream(batch))
    return made.getvalue()


def _column(values: NDArray[Any]) -> Any:
    kind = na.float64() if values.dtype == np.float64 else na.float32()
    flat = na.c_array(np.ascontiguousarray(values).reshape(-1), kind)
    if values.ndim == 1:
        return flat
    lists = na.fixed_size_list(kind, values.shape[1])
    return na.c_array_from_buffers(lists, len(values), [None], children=[flat], null_count=0)
