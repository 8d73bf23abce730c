"""A sound is kept whole, once and read-only; what is none is refused and leaves nothing.

R-01, R-07, R-16, R-20, R-22, R-23.
"""

import errno
import itertools
import os
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from archive import vaults
from archive.access import HOUSE
from archive.errors import (
    FileDamaged,
    NoRoom,
    NotAllowed,
    NotFound,
    NotSound,
    OddValue,
)
from archive.models import File, Integrity, Item, Part
from archive.services.deposit import deposit_sound
from archive.storage import MASTERS, keep, open_local, staged
from tests.factories import MEMBER, hidden_item, make_file, make_item
from tests.sounds import write_wav

AUDIO = Path("/work/shared/data/audio")


pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def item(db: None) -> Item:
    return make_item()


def stored(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "store").rglob("*") if path.is_file()]


def test_a_sound_is_kept_under_its_checksum_read_only(item: Item, tmp_path: Path) -> None:
    source = write_wav(tmp_path / "Čaj é.wav", channels=2)
    part = deposit_sound(source, actor=HOUSE, item=item)
    file = part.file
    digest = file.sha256
    assert file.storage_name == f"{digest[:2]}/{digest[2:4]}/{digest}.wav"
    assert (part.original_name, part.position, part.is_whole_file) == ("Čaj é.wav", 1, True)
    with open_local("masters", file.storage_name) as kept:
        assert kept.read_bytes() == source.read_bytes()
        assert not kept.stat().st_mode & 0o222
    assert source.exists(), "the depositor's own file is left where it was"


def test_the_same_bytes_are_one_file_and_two_parts(item: Item, tmp_path: Path) -> None:
    source = write_wav(tmp_path / "a.wav")
    first = deposit_sound(source, actor=HOUSE, item=item)
    again = deposit_sound(source, actor=HOUSE, item=item)
    elsewhere = deposit_sound(source, actor=HOUSE, item=make_item(), original_name="b.wav")
    assert again == first
    assert elsewhere.file == first.file
    assert (File.objects.count(), Part.objects.count()) == (1, 2)
    assert len(stored(tmp_path)) == 1


def test_a_second_sound_is_the_next_part_and_a_stretch_a_part_of_its_own(
    item: Item, tmp_path: Path
) -> None:
    side = write_wav(tmp_path / "side.wav", frames=1000)
    deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item)
    length = deposit_sound(side, actor=HOUSE, item=item).file.frame_count
    song = deposit_sound(side, actor=HOUSE, item=item, start_frame=100, end_frame=200)
    assert [part.position for part in item.parts.all()] == [1, 2, 3]
    assert not song.is_whole_file
    assert song.file == item.parts.get(position=2).file
    if length is not None:
        whole = deposit_sound(side, actor=HOUSE, item=item, end_frame=length)
        assert whole == item.parts.get(position=2)


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [(-1, None, "start_frame"), (5, 5, "end_frame"), (5, 2, "end_frame"), (0, 0, "end_frame")],
)
def test_a_stretch_that_is_none_is_refused_and_leaves_nothing(
    item: Item, tmp_path: Path, start: int, end: int | None, field: str
) -> None:
    source = write_wav(tmp_path / "a.wav")
    with pytest.raises(OddValue) as refused:
        deposit_sound(source, actor=HOUSE, item=item, start_frame=start, end_frame=end)
    assert refused.value.field == field
    assert (File.objects.count(), stored(tmp_path)) == (0, [])


_REFUSED = {
    "a letter": b"Dear archive,\nthis is a letter.\n",
    "an ffconcat list": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "a playlist": b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
    "empty": b"",
    "zeros": bytes(4096),
    "a page": b"<!doctype html><title>x</title>",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0",
    "a program": b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0",
}


@pytest.mark.parametrize("data", _REFUSED.values(), ids=_REFUSED.keys())
def test_what_is_no_sound_is_refused_with_a_sentence_and_leaves_nothing(
    item: Item, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "letter.wav").write_bytes(data)
    with pytest.raises(NotSound, match=r"^[A-Z'].*\.$"):
        deposit_sound(tmp_path / "letter.wav", actor=HOUSE, item=item)
    assert (File.objects.count(), Part.objects.count(), stored(tmp_path)) == (0, 0, [])


def test_what_is_no_file_is_refused_at_once(item: Item, tmp_path: Path) -> None:
    """A named pipe would hold the archive until somebody writes to it."""
    os.mkfifo(tmp_path / "pipe.wav")
    (tmp_path / "folder.wav").mkdir()
    for name in ("pipe.wav", "folder.wav", "gone.wav", "nul\0.wav"):
        with pytest.raises(NotSound, match=r"\.$"):
            deposit_sound(tmp_path / name, actor=HOUSE, item=item)
    with pytest.raises(NotSound, match="not a file"):
        deposit_sound(Path("/dev/zero"), actor=HOUSE, item=item)


def test_only_staff_deposits_and_a_hidden_item_is_not_there_for_others(
    item: Item, tmp_path: Path
) -> None:
    source = write_wav(tmp_path / "a.wav")
    with pytest.raises(NotAllowed):
        deposit_sound(source, actor=MEMBER, item=item)
    with pytest.raises(NotFound):
        deposit_sound(source, actor=MEMBER, item=hidden_item())
    assert stored(tmp_path) == []


@pytest.mark.usefixtures("db")
@given(name=st.text(st.characters(), max_size=400))
@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_name_becomes_a_path(tmp_path: Path, name: str) -> None:
    """R-23: what a file was called is data of at most 255 characters."""
    with transaction.atomic():
        source = tmp_path / "sound.wav"
        if not source.exists():
            write_wav(source)
        part = deposit_sound(source, actor=HOUSE, item=make_item(), original_name=name)
        part.refresh_from_db()
        assert "/" not in part.original_name
        assert len(part.original_name) <= 255
    names = {path.relative_to(tmp_path / "store").as_posix() for path in stored(tmp_path)}
    digest = part.file.sha256
    assert names == {f"masters/{digest[:2]}/{digest[2:4]}/{digest}.wav"}


def test_a_disk_that_fills_at_any_moment_leaves_neither_row_nor_bytes(
    item: Item, tmp_path: Path
) -> None:
    """R-16: the n-th writing call fails, for every n until a deposit succeeds."""
    source = write_wav(tmp_path / "a.wav")
    failed = 0
    while not File.objects.exists():
        with pytest.MonkeyPatch.context() as patch:
            _fill_after(failed, patch)
            if failed < 40 and not _deposited(source, item):
                failed += 1
                assert (File.objects.count(), Part.objects.count()) == (0, 0)
                assert stored(tmp_path) == []
    assert failed >= 4
    assert len(stored(tmp_path)) == 1


def _fill_after(allowed: int, patch: pytest.MonkeyPatch) -> None:
    calls = itertools.count()
    for name in ("fsync", "link"):
        patch.setattr(os, name, _on_a_full_disk(getattr(os, name), calls, allowed))


def _on_a_full_disk(
    real: Callable[..., None], calls: "itertools.count[int]", allowed: int
) -> Callable[..., None]:
    def call(*args: object) -> None:
        if next(calls) >= allowed:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*args)

    return call


def _deposited(source: Path, item: Item) -> bool:
    try:
        deposit_sound(source, actor=HOUSE, item=item)
    except NoRoom:
        return False
    return True


def test_a_disk_that_is_really_full_is_told_and_kept_clean(
    item: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store").mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "none", tmp_path / "store"],
        capture_output=True,
        check=False,
    ).returncode:
        pytest.skip("a small disk can be mounted by root only")
    try:
        monkeypatch.setattr(vaults, "KEPT_FREE", -(1 << 60))
        source = write_wav(tmp_path / "a.wav", frames=200_000)
        with pytest.raises(NoRoom, match="The disk is full"):
            deposit_sound(source, actor=HOUSE, item=item)
        assert (File.objects.count(), stored(tmp_path)) == (0, [])
        deposit_sound(write_wav(tmp_path / "b.wav", frames=2_000), actor=HOUSE, item=item)
    finally:
        subprocess.run(["umount", tmp_path / "store"], check=True)


def test_a_deposit_that_would_fill_the_disk_is_refused_before_it_is_copied(
    item: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "KEPT_FREE", 1 << 60)
    with pytest.raises(NoRoom, match=r"MB are free .* Make room"):
        deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item)
    assert stored(tmp_path) == []


def test_a_row_that_cannot_be_written_takes_its_bytes_with_it(
    item: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(Part, "save", refuse)
    with pytest.raises(RuntimeError):
        deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item)
    assert (File.objects.count(), stored(tmp_path)) == (0, [])


def test_two_depositors_of_the_same_bytes_keep_them_once(own_database: str, tmp_path: Path) -> None:
    source = write_wav(tmp_path / "a.wav")
    items = [make_item() for _ in range(6)]
    together = threading.Barrier(len(items))

    def deposit(item: Item) -> File:
        try:
            together.wait(10)
            return deposit_sound(source, actor=HOUSE, item=item).file
        finally:
            connection.close()

    with ThreadPoolExecutor(len(items)) as pool:
        files = set(pool.map(deposit, items))
    assert len(files) == 1
    assert (File.objects.count(), Part.objects.count()) == (1, 6)
    assert len(stored(tmp_path)) == 1


def test_lost_bytes_are_put_back_by_who_has_them(item: Item, tmp_path: Path) -> None:
    source = write_wav(tmp_path / "a.wav")
    part = deposit_sound(source, actor=HOUSE, item=item)
    stored(tmp_path)[0].unlink()
    assert deposit_sound(source, actor=HOUSE, item=item) == part
    assert stored(tmp_path)[0].read_bytes() == source.read_bytes()


def test_damaged_bytes_are_never_written_over(item: Item, tmp_path: Path) -> None:
    source = write_wav(tmp_path / "a.wav")
    deposit_sound(source, actor=HOUSE, item=item)
    kept = stored(tmp_path)[0]
    kept.chmod(0o644)
    kept.write_bytes(b"half")
    with pytest.raises(FileDamaged, match="verify_masters"):
        deposit_sound(source, actor=HOUSE, item=item)
    assert kept.read_bytes() == b"half"


@pytest.mark.django_db
def test_one_flipped_byte_in_each_master_is_one_alarm_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """R-01: flip a byte in each of 100 stored files; whole ones are silent."""
    for number in range(100):
        with staged(write_wav(tmp_path / f"{number}.wav", frames=99), MASTERS) as coming:
            name = keep(MASTERS, coming, "wav")
        make_file(sha256=coming.sha256, byte_size=coming.byte_size, storage_name=name)
    call_command("verify_masters")
    assert "100 masters are as they were deposited." in capsys.readouterr().out
    for path in stored(tmp_path):
        path.chmod(0o644)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    with pytest.raises(CommandError, match="100 of 100 masters are damaged"):
        call_command("verify_masters")
    assert capsys.readouterr().err.count("holds other bytes") == 100


def test_missing_masters_and_bytes_without_a_record_are_named(
    item: Item, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deposit_sound(write_wav(tmp_path / "a.wav"), actor=HOUSE, item=item)
    stored(tmp_path)[0].unlink()
    (tmp_path / "store/masters/ab").mkdir()
    (tmp_path / "store/masters/ab/left.wav").write_bytes(b"left")
    with pytest.raises(CommandError, match="1 of 1 masters"):
        call_command("verify_masters")
    err = capsys.readouterr().err
    assert "is missing" in err
    assert "ab/left.wav: no record names it" in err


@pytest.mark.django_db
def test_orphans_older_than_a_day_go_when_asked(
    item: Item, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a deposit left whose outer transaction failed; a named master stays, however old."""
    source, undone = write_wav(tmp_path / "a.wav"), write_wav(tmp_path / "b.wav", frames=77)
    deposit_sound(source, actor=HOUSE, item=item)
    with transaction.atomic():
        deposit_sound(undone, actor=HOUSE, item=item)
        transaction.set_rollback(True)
    (named,) = (p for p in stored(tmp_path) if p.read_bytes() == source.read_bytes())
    (orphan,) = (p for p in stored(tmp_path) if p != named)
    call_command("verify_masters", "--remove-orphans")
    assert "less than a day ago and stays" in capsys.readouterr().err
    for path in (named, orphan):
        os.utime(path, (time.time() - 25 * 3600,) * 2)
    call_command("verify_masters")
    assert orphan.exists()
    call_command("verify_masters", "--remove-orphans")
    assert "no record names it; removed" in capsys.readouterr().err
    assert stored(tmp_path) == [named]


@pytest.mark.data
@pytest.mark.parametrize("name", ["*.ogg", "labelled/*.wav", "labelled/*.flac"])
def test_real_recordings_are_kept_byte_for_byte(item: Item, tmp_path: Path, name: str) -> None:
    sources = sorted(AUDIO.glob(name))
    if not sources:
        pytest.skip(f"no {AUDIO}/{name} here")
    for source in sources:
        part = deposit_sound(source, actor=HOUSE, item=item)
        with open_local("masters", part.file.storage_name) as kept:
            assert kept.read_bytes() == source.read_bytes()
        assert part.file.mime_type.startswith("audio/")
    assert item.parts.count() == len(sources)


def test_a_file_that_its_probe_finds_cut_is_kept_and_flagged(item: Item, tmp_path: Path) -> None:
    """The probe's word becomes the row's; the probe is tested where it lives (analysis)."""
    source = write_wav(tmp_path / "whole.wav", frames=20_000)
    cut = tmp_path / "cut.wav"
    cut.write_bytes(source.read_bytes()[:10_000])
    file = deposit_sound(cut, actor=HOUSE, item=item).file
    assert file.byte_size == 10_000
    assert file.integrity == Integrity.PARTIAL
    assert file.integrity_note
