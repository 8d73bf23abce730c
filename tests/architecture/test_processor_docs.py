"""The page of processors tells of each whom it answers and where its known answers stand."""

from analysis.core.registry import BUILT_IN
from config.processor_docs import FAMILIES, PAGE, known_answers, page


def test_every_processor_answers_somebody_and_is_tried_on_known_answers() -> None:
    assert set(FAMILIES) == set(BUILT_IN)
    without = [name for name in BUILT_IN if not known_answers(name)]
    assert without == []
    assert known_answers("no_such_processor") == []


def test_the_page_is_what_the_processors_declare() -> None:
    assert page() == PAGE.read_text(encoding="utf-8")
