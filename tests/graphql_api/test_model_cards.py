"""Processors show the cards of the models that they work with."""

from analysis.core.model_cards import SILERO_VAD
from graphql_api.types.processor import installed


def test_a_processor_shows_the_cards_of_its_models() -> None:
    cards = {str(each.id): each.models for each in installed()}
    (card,) = cards["speech_silero"]
    assert (card.sha256, card.licence) == (SILERO_VAD.sha256, "MIT")
    assert cards["level"] == []
