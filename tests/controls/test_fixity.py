"""Control of the audit of masters: by length alone, no flipped byte is noticed (R-01)."""

from pathlib import Path

from archive.errors import FileDamaged
from archive.storage import MASTERS, keep, open_blob, staged, verify
from tests.sounds import write_wav


def test_without_the_checksum_flipped_bytes_pass(tmp_path: Path, store: Path) -> None:
    noticed = passed = 0
    for number in range(20):
        with staged(write_wav(tmp_path / f"{number}.wav", frames=50), MASTERS) as coming:
            name = keep(MASTERS, coming, "wav")
        path = store / MASTERS / name
        path.chmod(0o644)
        data = bytearray(path.read_bytes())
        data[number] ^= 1
        path.write_bytes(data)
        try:
            verify(MASTERS, name, sha256=coming.sha256, byte_size=coming.byte_size)
        except FileDamaged:
            noticed += 1
        blob = open_blob(MASTERS, name)
        passed += blob.size == coming.byte_size
        blob.close()
    print(f"20 flipped bytes: {noticed} noticed by checksum, {20 - passed} by length alone")
    assert (noticed, passed) == (20, 20)
