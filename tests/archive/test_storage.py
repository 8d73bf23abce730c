"""Bytes in their place whole or not at all, read-only, under names of our own (R-01, R-23)."""

import os
import stat
import time
from pathlib import Path

import pytest

from archive.errors import FileDamaged, NotSound
from archive.storage import (
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

pytestmark = pytest.mark.usefixtures("store")


def kept(tmp_path: Path, data: bytes, extension: str = "h5", alias: str = RESULTS) -> str:
    source = tmp_path / "source"
    source.write_bytes(data)
    with staged(source, alias) as coming:
        return keep(alias, coming, extension)


def test_the_same_content_has_one_name_and_one_copy(tmp_path: Path) -> None:
    assert kept(tmp_path, b"abc") == kept(tmp_path, b"abc")
    assert [each.name for each in stored(RESULTS)] == [kept(tmp_path, b"abc")]
    assert kept(tmp_path, b"abd") != kept(tmp_path, b"abc")


@pytest.mark.parametrize("extension", ["../x", "a/b", "", "H5", "x" * 30, "é"])
def test_an_odd_extension_becomes_none_of_the_path(tmp_path: Path, extension: str) -> None:
    name = kept(tmp_path, b"abc", extension)
    assert name.rpartition("/")[2].rpartition(".")[2] in {"bin", name.rpartition("/")[2]}
    assert name.count("/") == 2


def test_nothing_is_left_on_the_way_in(tmp_path: Path, store: Path) -> None:
    kept(tmp_path, b"abc")
    with pytest.raises(NotSound), staged(tmp_path / "gone", RESULTS):
        pass
    with pytest.raises(RuntimeError), staged(tmp_path / "source", RESULTS):
        raise RuntimeError
    assert list((store / RESULTS / ".coming").iterdir()) == []


def test_a_blob_is_read_from_anywhere_in_it(tmp_path: Path) -> None:
    data = os.urandom(700_001)
    blob = open_blob(RESULTS, kept(tmp_path, data))
    try:
        assert blob.size == len(data)
        for start, stop in ((0, len(data)), (5, 6), (262_143, 524_290), (700_000, 700_001), (3, 3)):
            assert b"".join(blob.chunks(start, stop)) == data[start:stop]
        assert max(len(chunk) for chunk in blob.chunks(0, len(data))) <= 1 << 18
    finally:
        blob.close()


def test_missing_and_shortened_files_are_told(tmp_path: Path, store: Path) -> None:
    with pytest.raises(FileDamaged, match="missing"):
        open_blob(RESULTS, "aa/bb/none.h5")
    name = kept(tmp_path, b"abcdef")
    blob = open_blob(RESULTS, name)
    (store / RESULTS / name).chmod(0o644)
    os.truncate(store / RESULTS / name, 2)
    with pytest.raises(FileDamaged, match="shorter"):
        list(blob.chunks(0, 6))
    blob.close()


def test_verify_tells_a_flipped_byte_from_a_missing_one(tmp_path: Path, store: Path) -> None:
    name = kept(tmp_path, b"abcdef")
    digest = name.rpartition("/")[2].partition(".")[0]
    verify(RESULTS, name, sha256=digest, byte_size=6)
    path = store / RESULTS / name
    path.chmod(0o644)
    path.write_bytes(b"abcdeg")
    with pytest.raises(FileDamaged, match="other bytes"):
        verify(RESULTS, name, sha256=digest, byte_size=6)
    path.write_bytes(b"abcde")
    with pytest.raises(FileDamaged, match="5 bytes, deposited were 6"):
        verify(RESULTS, name, sha256=digest, byte_size=6)


def tiles(folder: Path, data: bytes = b"tile") -> Path:
    for member in ("0/0", "0/1", "1/0"):
        (folder / member).parent.mkdir(parents=True, exist_ok=True)
        (folder / member).write_bytes(data + member.encode())
    return folder


def test_a_folder_of_tiles_is_kept_whole_and_once(tmp_path: Path, store: Path) -> None:
    name = keep_folder(RESULTS, tiles(tmp_path / "a"))
    assert keep_folder(RESULTS, tiles(tmp_path / "b")) == name
    assert keep_folder(RESULTS, tiles(tmp_path / "c", b"other")) != name
    assert read_member(RESULTS, name, "0/1") == b"tile0/1"
    with open_local(RESULTS, name) as folder:
        modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o444}
    assert list((store / RESULTS / ".coming").iterdir()) == []


def test_a_folder_is_one_content_and_goes_as_one(tmp_path: Path) -> None:
    file, folder = kept(tmp_path, b"abc"), keep_folder(RESULTS, tiles(tmp_path / "a"))
    assert {each.name for each in stored(RESULTS)} == {file, folder}
    assert all(time.time() - each.came_at < 60 for each in stored(RESULTS))
    assert is_kept(RESULTS, folder)
    remove(RESULTS, folder)
    assert not is_kept(RESULTS, folder)
    assert [each.name for each in stored(RESULTS)] == [file]


@pytest.mark.parametrize(
    "member",
    ["../../../../etc/passwd", "/etc/passwd", "0/../1/0", "", "0//1", "0/1\0", ".x", "0/2"],
)
def test_no_member_leads_out_of_its_folder(tmp_path: Path, member: str) -> None:
    name = keep_folder(RESULTS, tiles(tmp_path / "a"))
    with pytest.raises(FileDamaged):
        read_member(RESULTS, name, member)
