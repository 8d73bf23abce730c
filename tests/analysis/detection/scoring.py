"""Scores of a probability beside a truth, and of the baselines that it must beat."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Truth = NDArray[np.bool_]
BASELINES = ("constant", "shuffled", "energy")


@dataclass(frozen=True)
class Score:
    """All from 0 to 1; `auc` is the chance that a frame with is more probable than one without."""

    f1: float
    balanced: float
    auc: float

    def beats(self, other: "Score") -> bool:
        return self.f1 > other.f1 and self.balanced > other.balanced and self.auc > other.auc


def score(probability: Numbers, truth: Truth, threshold: float = 0.5) -> Score:
    """Frame-wise F1 and balanced accuracy at a threshold, and the area under the ROC curve."""
    said = probability >= threshold
    hits, wrong = int((said & truth).sum()), int((said & ~truth).sum())
    missed = int((~said & truth).sum())
    f1 = 2 * hits / max(1, 2 * hits + wrong + missed)
    recall = hits / max(1, int(truth.sum()))
    specificity = 1 - wrong / max(1, int((~truth).sum()))
    return Score(f1, (recall + specificity) / 2, area(probability, truth))


def area(probability: Numbers, truth: Truth) -> float:
    """Mann and Whitney's U over its greatest value; ties count a half."""
    _, inverse, counts = np.unique(probability, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    with_, without = int(truth.sum()), int((~truth).sum())
    if not with_ or not without:
        return 0.5
    return float((ranks[truth].sum() - with_ * (with_ + 1) / 2) / (with_ * without))


def in_hindsight(level: Numbers, truth: Truth) -> Score:
    """Level alone, at whichever threshold does best here: more than a detector is ever given."""
    tried = [score(level, truth, edge) for edge in np.quantile(level, np.linspace(0, 1, 101))]
    return Score(
        max(each.f1 for each in tried), max(each.balanced for each in tried), area(level, truth)
    )


def baselines(probability: Numbers, level: Numbers, truth: Truth, seed: int) -> dict[str, Score]:
    """Always yes; the detector's own answers in another order; level alone."""
    shuffled = np.random.default_rng(seed).permutation(probability)
    return {
        "constant": score(np.ones(len(truth)), truth),
        "shuffled": score(shuffled, truth),
        "energy": in_hindsight(level, truth),
    }
