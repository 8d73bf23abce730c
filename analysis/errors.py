"""What can go wrong with a run, each as one plain sentence."""


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


class NothingToRun(AnalysisError):
    """The request names no item, or no processor of the preset is installed."""

    code = "NOTHING_TO_RUN"


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
