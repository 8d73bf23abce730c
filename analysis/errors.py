"""What can go wrong with a run, each as one plain sentence."""

from datetime import UTC, datetime


class AnalysisError(Exception):
    """Root of the errors of runs; `code` is the closed name that the doors pass on."""

    code = "ANALYSIS_ERROR"
    transient = False


class UnknownPreset(AnalysisError):
    """No preset has that name."""

    code = "UNKNOWN_PRESET"

    def __init__(self, preset: str, known: list[str]) -> None:
        self.preset = preset
        listed = ", ".join(known) or "none; run `manage.py migrate`"
        super().__init__(f"There is no preset {preset!r}. The presets are: {listed}.")


class UnknownExperience(AnalysisError):
    """No experience has that id, or it is not for the actor."""

    code = "UNKNOWN_EXPERIENCE"

    def __init__(self) -> None:
        super().__init__("There is no such experience, or it is not yours to see.")


class NothingToRun(AnalysisError):
    """The request names no item, or no processor of the preset is installed."""

    code = "NOTHING_TO_RUN"


class TooManyItems(AnalysisError):
    """A run over more items than one may have."""

    code = "TOO_MANY_ITEMS"

    def __init__(self, asked: int, most: int) -> None:
        self.asked, self.most = asked, most
        super().__init__(
            f"The run names {asked} items, and one run has {most} at most: ask for fewer at once."
        )


class TooUrgent(AnalysisError):
    """What goes before everything else is for few items."""

    code = "TOO_URGENT"

    def __init__(self, asked: int, most: int) -> None:
        self.asked, self.most = asked, most
        super().__init__(
            f"An interactive run has {most} items at most, and this one has {asked}: "
            "ask for it as a normal one, or in bulk."
        )


class QuotaSpent(AnalysisError):
    """More sound than the person may have analysed in 24 hours."""

    code = "QUOTA_SPENT"

    def __init__(
        self, *, needed_s: float, left_s: float, limit_s: float, room_at: datetime | None
    ) -> None:
        self.needed_s, self.left_s, self.limit_s = needed_s, left_s, limit_s
        self.room_at = room_at
        if room_at is None:
            what_now = "It never fits at once: ask for fewer items."
        else:
            when = room_at.astimezone(UTC)
            what_now = f"There is room for it at {when:%Y-%m-%d %H:%M} UTC, or ask for fewer items."
        super().__init__(
            f"This run has {_hours(needed_s)} of sound to analyse; of your {_hours(limit_s)} in 24 "
            f"hours {_hours(left_s)} are left. {what_now}"
        )


def _hours(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 3600 else f"{seconds / 3600:.1f} h"


class RecipeChanged(AnalysisError):
    """A run cannot go on as it was asked: a processor is another one now, or is gone."""

    code = "RECIPE_CHANGED"

    def __init__(self, processor: str, version: str, installed: str | None) -> None:
        self.processor, self.version, self.installed = processor, version, installed
        now = f"is {installed} now" if installed else "is no longer installed"
        super().__init__(
            f"The run used {processor} {version}, which {now}: start a new run instead."
        )


class KeyReused(AnalysisError):
    """An idempotency key was used before, for another request."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"The idempotency key {key!r} was used for another run: take a new key.")


class LeaseLost(AnalysisError):
    """Another worker has the pass now, or it was cancelled: what was made is not kept."""

    code = "LEASE_LOST"

    def __init__(self) -> None:
        super().__init__("The lease of this pass has passed on: nothing of it is kept.")


class OddWindow(AnalysisError):
    """A window that cannot be read; `field` names what is odd."""

    code = "ODD_VALUE"

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)
