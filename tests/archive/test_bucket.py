"""Storage in a bucket: django-storages and boto3 as they are, against moto's S3."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto import mock_aws
from pytest_django import Settings

from archive.errors import FileDamaged
from archive.storage import (
    MASTERS,
    RESULTS,
    is_kept,
    keep,
    keep_folder,
    open_blob,
    open_local,
    read_member,
    remove,
    staged,
    stored,
    verify,
)
from archive.vaults import BucketBytes

BUCKET = "sonotheque-test"


@pytest.fixture(autouse=True)
def _bucket(settings: Settings) -> Iterator[None]:
    with mock_aws():
        boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=BUCKET)
        stores = dict(settings.STORAGES)
        for alias in (MASTERS, RESULTS):
            stores[alias] = {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": {
                    "bucket_name": BUCKET,
                    "location": alias,
                    "region_name": "us-east-1",
                    "access_key": "nobody",
                    "secret_key": "nothing",
                    "default_acl": None,
                    "file_overwrite": False,
                },
            }
        settings.STORAGES = stores
        yield


def kept(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "source").write_bytes(data)
    with staged(tmp_path / "source", MASTERS) as coming:
        return keep(MASTERS, coming, "wav")


def test_content_is_kept_once_and_read_back(tmp_path: Path) -> None:
    data = os.urandom(300_000)
    name = kept(tmp_path, data)
    assert kept(tmp_path, data) == name
    assert [each.name for each in stored(MASTERS)] == [name]
    with open_local(MASTERS, name) as path:
        assert path.read_bytes() == data
    verify(MASTERS, name, sha256=name.rpartition("/")[2].partition(".")[0], byte_size=len(data))


def test_only_the_stretch_that_is_asked_for_travels(tmp_path: Path) -> None:
    data = os.urandom(1_000_000)
    blob = open_blob(MASTERS, kept(tmp_path, data))
    assert isinstance(blob, BucketBytes)
    assert blob.size == len(data)
    for start, stop in ((0, 1), (999_999, 1_000_000), (300_000, 900_000), (5, 5)):
        assert b"".join(blob.chunks(start, stop)) == data[start:stop]
    blob.close()


def test_missing_and_damaged_content_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileDamaged, match="missing"):
        open_blob(MASTERS, "aa/bb/none.wav")
    name = kept(tmp_path, b"abcdef")
    boto3.client("s3", region_name="us-east-1").put_object(
        Bucket=BUCKET, Key=f"masters/{name}", Body=b"abcdeg"
    )
    with pytest.raises(FileDamaged, match="other bytes"):
        verify(MASTERS, name, sha256=name.rpartition("/")[2].partition(".")[0], byte_size=6)
    remove(MASTERS, name)
    assert [each.name for each in stored(MASTERS)] == []


def test_a_folder_of_tiles_is_kept_and_read(tmp_path: Path) -> None:
    for member in ("0/0", "0/1", "1/0"):
        (tmp_path / "tiles" / member).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tiles" / member).write_bytes(member.encode())
    name = keep_folder(RESULTS, tmp_path / "tiles")
    assert keep_folder(RESULTS, tmp_path / "tiles") == name
    assert read_member(RESULTS, name, "0/1") == b"0/1"
    (folder,) = stored(RESULTS)
    assert folder.name == name
    assert time.time() - folder.came_at < 60
    with pytest.raises(FileDamaged):
        read_member(RESULTS, name, "0/2")
    assert is_kept(RESULTS, name)
    remove(RESULTS, name)
    assert not is_kept(RESULTS, name)
    assert list(stored(RESULTS)) == []
