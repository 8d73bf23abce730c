"""GraphQL and RDF tell of the same things (D-09)."""

from graphql_api.coherence import incoherent
from graphql_api.schema import schema
from graphql_api.waivers import SPEECH, WAIVED, WAIVED_ANYWHERE


def test_every_field_has_a_predicate_or_a_reason() -> None:
    wrong, examined = incoherent(schema._schema)

    print(f"{examined} fields examined, {len(WAIVED)} waived")
    assert not wrong, "\n".join(wrong)
    assert examined >= 120


def test_reasons_are_reasons() -> None:
    assert all(
        len(reason.split()) >= 2 for reason in {**WAIVED, **WAIVED_ANYWHERE, **SPEECH}.values()
    )


def test_a_field_without_predicate_or_waiver_is_found() -> None:
    """Control: the check bites when a waiver is taken away."""
    without = {field: reason for field, reason in WAIVED.items() if field != "Item.audio"}
    wrong, _ = incoherent(schema._schema, without)
    assert [sentence for sentence in wrong if sentence.startswith("Item.audio ")]
    wrong, _ = incoherent(schema._schema, WAIVED | {"Item.nonsense": "gone"})
    assert [sentence for sentence in wrong if sentence.startswith("Item.nonsense ")]
