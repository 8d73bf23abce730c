"""What can go wrong with a sound or a processor, each as one plain sentence."""


class SignalError(Exception):
    """Root of everything that the signal side raises on purpose.

    `transient` tells a task whether trying again can help.
    """

    transient = False


class SourceRejected(SignalError):
    """The input is not a sound that can be read; `reason` is a sentence for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class InvalidParameters(SignalError):
    """The parameters of a processor do not fit its schema or each other."""


class UnknownProcessor(SignalError):
    """No processor of that id and version is installed."""

    def __init__(self, processor: str, reason: str = "") -> None:
        why = f": {reason}" if reason else ""
        super().__init__(f"The processor {processor!r} is not installed{why}.")
        self.processor = processor


class ModelMissing(SignalError):
    """A trained model that a processor works with is not here, or is another one."""


class LibraryMissing(SignalError):
    """A processor needs a library that is not installed here."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"It needs {library}, which is not installed: pip install 'sonotheque[{extra}]'."
        )


class NotApplicable(SignalError):
    """A processor has nothing to do on this sound; its result is *skipped*, not failed."""


class SignalTooShort(NotApplicable):
    """The sound is shorter than what the measure needs."""


class ChildCrashed(SignalError):
    """The analysis child ended without an outcome; `signal` is 0 when it left by itself."""

    transient = True

    def __init__(self, signal: int, stderr: str) -> None:
        how = f"was ended by signal {signal}" if signal else "ended without an outcome"
        super().__init__(f"The analysis process {how}.")
        self.signal = signal
        self.stderr = stderr


class ChildTimedOut(SignalError):
    """The analysis took longer than its limit and was killed."""

    def __init__(self, limit_s: float) -> None:
        super().__init__(f"The analysis took longer than its limit of {limit_s:.0f} s.")
        self.limit_s = limit_s


class Cancelled(SignalError):
    """Somebody asked to stop; nothing of the pass is kept."""

    def __init__(self) -> None:
        super().__init__("The analysis was cancelled.")
