"""What a page says of a record is said alike by Django and by the application."""

import json
from typing import Any

import pytest

from frontend.pages.blocks import FOLDER, described, shown_blocks

EXAMPLE: dict[str, Any] = json.loads((FOLDER / "example.json").read_text(encoding="utf-8"))


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setattr("frontend.pages.blocks.described", lambda _kind: EXAMPLE["blocks"])
    return EXAMPLE


def test_the_example_is_written_as_the_application_writes_it(example: dict[str, Any]) -> None:
    """W-06, W-44: `example.json` is read by frontend/src/blocks/blocks.test.ts too."""
    shown = [
        {
            "title": block.title,
            "lines": [
                [
                    line.label,
                    [[piece.text, piece.path or piece.href, piece.note] for piece in line.pieces],
                ]
                for line in block.lines
            ],
            "rows": [
                [", ".join(piece.text for piece in cell) for cell in row] for row in block.rows
            ],
        }
        for block in shown_blocks("en", "example", example["record"])
    ]
    assert shown == example["shown"]


def test_what_is_withheld_is_absent_down_to_the_block(example: dict[str, Any]) -> None:
    assert shown_blocks("en", "example", {"title": "All that is open"}) == []


def test_every_phrase_of_a_description_is_in_every_catalogue() -> None:
    """W-44: a page of any kind can be drawn in any language."""
    kinds = [path.stem for path in FOLDER.glob("*.json") if path.stem != "example"]
    assert len(kinds) >= 9
    for kind in kinds:
        for language in ("en", "fr", "es"):
            assert shown_blocks(language, kind, {}) == []
            for block in described(kind):
                facts = [*block.get("facts", ()), *block.get("columns", ())]
                assert facts, (kind, block["id"])
