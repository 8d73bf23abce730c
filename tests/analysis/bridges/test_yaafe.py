"""Feature plans of Yaafe become nodes of ours, or are refused by their line (S-21)."""

import numpy as np
import pytest

from analysis.bridges.yaafe import OddPlan, nodes_of
from analysis.core.pipe import StepFactory, array_decoder
from tests import signals

PLAN = """
# the plan of TimeSide's default, and more
mfcc: MFCC blockSize=512 stepSize=256
ceps: MFCC blockSize=1024 stepSize=512 CepsNbCoeffs=12 CepsIgnoreFirstCoeff=1
mel: MelSpectrum MelNbFilters=64 MelMaxFreq=8000 FFTWindow=Hanning
shape: SpectralShapeStatistics blockSize=2048 stepSize=1024
"""


def test_a_plan_becomes_nodes_with_our_parameters() -> None:
    mfcc, ceps, mel, shape = nodes_of(PLAN)
    assert (mfcc.name, mfcc.processor, mfcc.outputs) == ("mfcc", "mfcc", ("coefficients",))
    assert mfcc.params == {"window": 512, "hop": 256}
    assert ceps.params == {"window": 1024, "hop": 512, "count": 13}
    assert mel.params == {"bands": 64, "f_max": 8000.0}
    assert shape.outputs == ("centroid", "spread", "skewness", "kurtosis")


def test_what_a_plan_asks_for_is_measured() -> None:
    nodes = nodes_of(PLAN)
    pipe = array_decoder(signals.harmonic(440, 2), signals.RATE)
    for node in nodes:
        pipe = pipe | StepFactory(node.processor)(**node.params)
    found = pipe.run()
    assert [node.status for node in found.outcome.nodes] == ["done"] * 4
    assert found["mfcc"].frames("coefficients").values.shape == (1 + 88_200 // 256, 13)
    assert found["mel"].frames("levels").values.shape[1] == 64
    centroid = found["spectral"].frames("centroid").values
    assert 440 < np.nanmedian(centroid) < 3000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x: AutoCorrelation blockSize=512", "no processor here measures AutoCorrelation"),
        ("x: MFCC > Derivate DOrder=1", r"what is made of a feature \(Derivate\)"),
        ("x: MFCC blockSize=500", "must be one of"),
        ("x: MFCC blockSize=many", "is no number"),
        ("x: MFCC CepsIgnoreFirstCoeff=0", "only 1 does"),
        ("x: MFCC FFTWindow=Hamming", "only Hanning or Hann does"),
        ("x: MFCC Colour=red", "the parameter 'Colour' has no place here"),
        ("x: MFCC blockSize", "is not key=value"),
        ("MFCC", "a line is `name: Feature"),
        ("a: MFCC", "the name 'a' is taken"),
    ],
)
def test_what_has_no_place_is_refused_with_its_line(line: str, reason: str) -> None:
    with pytest.raises(OddPlan, match=reason) as refused:
        nodes_of(f"a: MFCC\n\n{line}\n")
    assert refused.value.number == 3
    assert str(refused.value).startswith("Line 3 of the feature plan")
    assert line in str(refused.value)
