"""Files beside an operation: the graphql-multipart-request-spec, read without holding a file.

`operations` and `map` come first; then the files, each written to disk and checksummed while it
arrives. A path of `map` names a variable that is null in `operations`; the file takes its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFilesSent,
)
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from archive.errors import NoRoom
from archive.services.agreements import Document
from archive.storage import STAGED, Arriving, Staged
from graphql_api.errors import Code, Refused
from graphql_api.wire import LARGEST_BODY, read_object, too_large

MULTIPART = "multipart/form-data"
MOST_FILES = 5
#: What stands around files: the operation, the boundaries, and their headers.
_AROUND = LARGEST_BODY + (64 << 10)


@dataclass(frozen=True, eq=False, repr=False)
class Received:
    """A file that has arrived whole: a private copy, gone when the request ends."""

    name: str
    content: Staged
    arriving: Arriving

    def __repr__(self) -> str:
        """Tell it by its bytes: the same file sent again is the same request."""
        return f"Received({self.name!r}, {self.content.sha256})"

    def said(self) -> Document:
        """Return what services call it."""
        return Document(self.content, self.name)

    def close(self) -> None:
        self.arriving.close()


class Handler(FileUploadHandler):
    """Writes a file aside while it comes, and stops at the limit."""

    chunk_size = 256 << 10
    #: What is arriving; nothing between files.
    file: Arriving | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = Arriving(STAGED)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        assert self.file is not None  # noqa: S101 - new_file has been called
        self.file.write(raw_data)
        if self.file.byte_size > settings.MAX_UPLOAD_BYTES:
            raise file_too_large()

    def file_complete(self, file_size: int) -> Any:
        arriving, self.file = self.file, None
        assert arriving is not None  # noqa: S101 - new_file has been called
        return Received(self.file_name or "", arriving.end(), arriving)

    def upload_interrupted(self) -> None:
        arriving, self.file = self.file, None
        if arriving is not None:
            arriving.close()


def is_multipart(request: HttpRequest) -> bool:
    return request.method == "POST" and (request.content_type or "").lower() == MULTIPART


def receive_files(request: HttpRequest) -> None:
    """Let the files of a request, once somebody reads it, come to our own place."""
    request.upload_handlers = [Handler(request)]


def largest_body() -> int:
    """Return how large a request with files may be, in bytes."""
    return int(settings.MAX_UPLOAD_BYTES) + _AROUND


def file_too_large() -> Refused:
    """Return the refusal, which says the limit."""
    limit = int(settings.MAX_UPLOAD_BYTES)
    return Refused(
        Code.TOO_LARGE,
        f"The file is larger than {limit >> 20} MB ({limit} bytes), the most that is taken in one "
        "piece (MAX_UPLOAD_BYTES): deposit it on the server with `manage.py ingest_folder`.",
    )


def read_multipart(request: HttpRequest) -> dict[str, object]:
    """Return the operation, each file in the place of its variable; Refused for any other form."""
    handlers = [each for each in request.upload_handlers if isinstance(each, Handler)]
    try:
        fields, files = request.POST, request.FILES
    except NoRoom as error:
        raise Refused(Code.NO_ROOM, str(error)) from error
    except RequestDataTooBig:
        raise too_large() from None
    except TooManyFilesSent:
        raise _too_many() from None
    except UnreadablePostError:
        raise Refused(Code.INVALID, "The request's body did not arrive whole.") from None
    except (MultiPartParserError, SuspiciousOperation) as error:
        raise Refused(Code.INVALID, f"The parts of the request cannot be read: {error}") from error
    finally:
        for handler in handlers:
            handler.upload_interrupted()  # what has arrived whole is the handler's no more
    if len(files) > MOST_FILES:
        raise _too_many()
    for name in ("operations", "map"):
        if name not in fields:
            raise Refused(
                Code.INVALID,
                f"The request has no part `{name}`: send `operations`, `map`, then the files, "
                "as the GraphQL multipart request specification says, with a Content-Length.",
            )
    operation = read_object(fields["operations"])
    _put(operation, read_object(fields["map"]), dict(files.items()))
    return operation


def _too_many() -> Refused:
    return Refused(Code.TOO_LARGE, f"A request holds {MOST_FILES} files at most.")


def _put(operation: dict[str, object], where: Mapping[str, object], files: dict[str, Any]) -> None:
    if set(where) != set(files):
        odd = ", ".join(sorted(set(where) ^ set(files)))[:100]
        raise Refused(Code.INVALID, f"`map` and the files do not agree about {odd!r}.")
    for name, paths in where.items():
        if not isinstance(paths, list) or not paths:
            raise Refused(Code.INVALID, f"`map` names no variable for the file {name[:40]!r}.")
        for path in paths:
            _put_one(operation, path, files[name])


def _put_one(operation: dict[str, object], path: object, file: object) -> None:
    steps = path.split(".") if isinstance(path, str) else []
    at: Any = operation
    if steps[:1] == ["variables"] and len(steps) > 1:
        for step in steps[:-1]:
            at = _inside(at, step)
        if _holds_null(at, steps[-1]):
            at[int(steps[-1]) if isinstance(at, list) else steps[-1]] = file
            return
    raise Refused(
        Code.INVALID,
        f"`map` names {str(path)[:100]!r}: it must name a variable that is null in `operations`, "
        "such as variables.input.file.",
    )


def _inside(at: object, step: str) -> object:
    if isinstance(at, dict):
        return at.get(step)
    if isinstance(at, list) and step.isascii() and step.isdigit() and int(step) < len(at):
        return at[int(step)]
    return None


def _holds_null(at: object, step: str) -> bool:
    if isinstance(at, dict):
        return step in at and at[step] is None
    is_place = isinstance(at, list) and step.isascii() and step.isdigit() and len(step) < 6
    return is_place and int(step) < len(at) and at[int(step)] is None  # type: ignore[arg-type,index]
