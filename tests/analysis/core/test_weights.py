"""Trained models: the file of the card or none, and a site without them (design D-07)."""

import json
from dataclasses import replace
from pathlib import Path

import h5py
import pytest

from analysis.core import weights
from analysis.core.errors import ModelMissing, UnknownProcessor
from analysis.core.model_cards import CARDS, SILERO_VAD
from analysis.core.pipe import array_decoder, level, speech_silero
from analysis.core.registry import load
from analysis.core.weights import ModelCard
from analysis.processors.speech_silero import SpeechSilero
from config import env
from tests import signals


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_the_installed_file_is_that_of_the_card(card: ModelCard) -> None:
    from importlib.metadata import version

    assert card.missing == ""
    assert card.checked().is_file()
    assert version(card.distribution) == card.version
    locks = "".join(path.read_text() for path in env.ROOT.glob("requirements*.lock"))
    assert f"{card.distribution}=={card.version} " in locks
    for told in (card.licence, card.source, card.training, card.intended, card.limits):
        assert told


def test_another_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other.onnx"
    other.write_bytes(b"not the model")
    monkeypatch.setattr(weights, "_located", lambda card: other)
    with pytest.raises(ModelMissing, match="is not the model of its card"):
        weights.session(replace(SILERO_VAD, name="forged"))


def test_a_processor_without_its_model_is_listed_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = replace(SILERO_VAD, name="gone", package="no_such_package", distribution="no-such")
    monkeypatch.setattr(SpeechSilero, "models", (gone,))
    found = load(
        {
            "speech_silero": "analysis.processors.speech_silero:SpeechSilero",
            "level": "analysis.processors.level:Level",
        }
    )
    assert set(found.processors) == {"level"}
    (broken,) = found.broken
    assert broken.reason == (
        "The model gone is not installed. Install it with: pip install --no-deps no-such==6.2.3."
    )
    with pytest.raises(UnknownProcessor, match="The model gone is not installed"):
        found.get("speech_silero")


def test_models_run_on_one_thread() -> None:
    options = weights.session(SILERO_VAD).get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)


def test_a_result_says_which_model_it_is_of() -> None:
    results = (array_decoder(signals.noise(1), signals.RATE) | level | speech_silero).run()
    with h5py.File(results.hdf5, "r", locking=False) as file:
        meta = json.loads(bytes(file["meta"][()]))
    (card,) = meta["models"].values()
    assert card["sha256"] == SILERO_VAD.sha256
    assert card["licence"] == "MIT"
    assert meta["libraries"]["silero-vad"] == SILERO_VAD.version
