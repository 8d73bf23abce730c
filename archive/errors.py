"""What can go wrong in the archive, each with one plain sentence."""

from typing import Self


class ArchiveError(Exception):
    """Root of the archive's errors; `code` is the closed name that the doors pass on."""

    code = "ARCHIVE_ERROR"
    transient = False
    #: Which part of what was given it is about, steps divided by dots; "" where it is not known.
    field = ""

    def about(self, field: str) -> Self:
        """Say which part it is about, unless that was said already."""
        self.field = self.field or field
        return self


class OddDate(ArchiveError):
    """A date that EDTF cannot read or that cannot be."""

    code = "ODD_DATE"


class OddCode(ArchiveError):
    """A code outside the safe alphabet or of the wrong shape."""

    code = "ODD_CODE"


class CodeTaken(ArchiveError):
    """Another record already bears the code."""

    code = "CODE_TAKEN"


class NotFound(ArchiveError):
    """No such record, or none that this actor may see: the answer is the same."""

    code = "NOT_FOUND"


class NotAllowed(ArchiveError):
    """The actor may see the record but not do this to it."""

    code = "FORBIDDEN"


class NoticeUnread(ArchiveError):
    """A community asks that its notice is read before the sound is heard."""

    code = "NOTICE_UNREAD"


class VersionConflict(ArchiveError):
    """Somebody else changed the record since it was read."""

    code = "VERSION_CONFLICT"

    def __init__(self, expected: int, current: int) -> None:
        self.expected = expected
        self.current = current
        super().__init__(
            f"The record is at version {current}, you edited version {expected}: "
            "read it again and repeat your change."
        )


class OddValue(ArchiveError):
    """A field that cannot hold what was given; `field` names it."""

    code = "ODD_VALUE"

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class NotSound(ArchiveError):
    """A file that holds no sound that can be read."""

    code = "NOT_SOUND"


class NoRoom(ArchiveError):
    """The disk is too full to keep what was given; nothing of it was kept."""

    code = "NO_ROOM"
    transient = True


class FileDamaged(ArchiveError):
    """Stored bytes are missing, or are no longer those that were deposited."""

    code = "FILE_DAMAGED"


class TokenRefused(ArchiveError):
    """A token that is unknown or has expired."""

    code = "UNAUTHENTICATED"
