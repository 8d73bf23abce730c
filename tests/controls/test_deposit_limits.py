"""Controls of deposit's limits: with one taken away, the test that shows it would be red.

tests/graphql_api/test_uploads.py and test_bodies.py show them.
"""

from pathlib import Path

import pytest
from pytest_django import Settings

from archive.services import staging
from graphql_api import bodies, uploads
from tests.graphql_api import test_bodies, test_uploads
from tests.sounds import write_wav


@pytest.mark.django_db
def test_without_its_limit_a_file_of_any_size_is_taken(
    store: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_all(handler: uploads.Handler, raw_data: bytes, start: int) -> None:
        assert handler.file is not None
        handler.file.write(raw_data)

    guard = test_uploads.test_too_large_a_file_is_refused_with_the_limit
    guard(settings, store)
    monkeypatch.setattr(uploads.Handler, "receive_data_chunk", take_all)
    with pytest.raises(AssertionError, match="413"):
        guard(settings, store)


@pytest.mark.django_db
def test_without_their_limit_uploads_wait_without_end(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wav = write_wav(tmp_path / "take.wav")
    monkeypatch.setattr(staging, "MOST_STAGED", 1 << 30)
    with pytest.raises(AssertionError, match="StageUploadPayload"):
        test_uploads.test_only_so_many_wait_at_once(wav)


@pytest.mark.django_db
def test_without_their_limit_a_request_holds_any_number_of_files(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wav = write_wav(tmp_path / "take.wav")
    monkeypatch.setattr(uploads, "MOST_FILES", 6)
    with pytest.raises(AssertionError, match="413"):
        test_uploads.test_two_files_come_in_one_request(wav, tmp_path)


@pytest.mark.parametrize("limit", ["announced", "counted"])
def test_without_its_gate_a_large_body_is_read(
    own_database: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """What a request says of its length, and what comes in spite of it."""
    if limit == "announced":
        monkeypatch.setattr(bodies, "largest_body", lambda: 1 << 50)
    else:
        monkeypatch.setattr(bodies, "_Flow", Unbounded)
    with pytest.raises((AssertionError, ValueError)):  # 200, or no refusal that can be read
        test_bodies.test_an_upload_says_its_length_and_whose_it_is(own_database, settings)


class Unbounded(bodies._Flow):
    """Counts nothing."""

    async def receive(self) -> object:
        return await self._receive()
