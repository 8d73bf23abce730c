"""A folder of one's own becomes public items, whatever its files are called (issue 2, point 2)."""

from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import soundfile
from django.core.management import CommandError, call_command

from archive.access import PUBLIC, Act
from archive.importers.folder import import_folder
from archive.models import Event, Item, Part

pytestmark = pytest.mark.django_db


def tone(path: Path, hertz: float = 440.0) -> Path:
    t = np.arange(4000) / 8000
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * hertz * t), 8000, subtype="PCM_16")
    return path


def test_a_file_becomes_a_public_item_and_the_second_time_nothing_changes(tmp_path: Path) -> None:
    tone(tmp_path / "x.wav")
    assert import_folder(tmp_path).created == ("LOCAL_x",)
    item = Item.objects.allowing(PUBLIC, Act.LISTEN).get()
    assert (item.code, item.title, item.parts.get().original_name) == ("LOCAL_x", "x", "x.wav")
    events = Event.objects.count()

    again = import_folder(tmp_path)

    assert (again.created, again.unchanged, again.refused) == ((), ("LOCAL_x",), ())
    assert Event.objects.count() == events


def test_odd_names_and_names_that_collide_each_get_a_code(tmp_path: Path) -> None:
    """R-23: a name is data, never a path."""
    names = [
        *("été.wav", "ete.wav", "a b.wav", "a_b.wav", "a:b.wav", "日本.wav"),
        *("-.wav", "..weird..wav", "x" * 200 + ".wav", "mode\u202eevil.wav", "UPPER.WAV"),
    ]
    made = [tone(tmp_path / name, 300 + 20 * n) for n, name in enumerate(names)]
    report = import_folder(tmp_path)
    codes = set(report.created)
    hidden = [path for path in made if path.name.startswith(".")]
    assert not report.refused
    assert len(codes) == len(made) - len(hidden)
    assert codes >= {
        *("LOCAL_ete", "LOCAL_ete_2", "LOCAL_a_b", "LOCAL_a_b_2", "LOCAL_a_b_3"),
        *("LOCAL_recording", "LOCAL_recording_2", "LOCAL_UPPER", "LOCAL_" + "x" * 100),
    }
    titles = Item.objects.values_list("title", flat=True)
    assert "été" in titles
    assert not any("\u202e" in title for title in titles)
    assert import_folder(tmp_path).unchanged == tuple(report.created)


def test_a_file_that_changed_becomes_another_item(tmp_path: Path) -> None:
    tone(tmp_path / "x.wav")
    import_folder(tmp_path)
    tone(tmp_path / "x.wav", 880)
    assert import_folder(tmp_path).created == ("LOCAL_x_2",)
    assert Part.objects.count() == 2


def test_one_bad_file_stops_no_other_and_is_told(tmp_path: Path) -> None:
    tone(tmp_path / "b.wav")
    (tmp_path / "a.wav").write_text("not a sound", encoding="utf-8")
    (tmp_path / "c.wav").write_bytes(b"")
    (tmp_path / "d.wav").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.wav").mkdir()
    (tmp_path / ".hidden.wav").write_bytes(b"x")
    out, err = StringIO(), StringIO()
    call_command("ingest_folder", str(tmp_path), stdout=out, stderr=err)
    assert "b.wav is item LOCAL_b" in out.getvalue()
    assert "folder: 1 taken, 0 there already, 3 refused" in out.getvalue()
    lines = err.getvalue().splitlines()
    assert [line.split(":")[0] for line in lines] == [
        *("refused a.wav", "refused c.wav", "refused d.wav"),
    ]
    assert all(line.endswith(".") for line in lines)
    assert [item.code for item in Item.objects.all()] == ["LOCAL_b"]


def test_a_folder_without_any_sound_fails(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(CommandError, match=r"Nothing in .* could be taken in"):
        call_command("ingest_folder", str(tmp_path), stdout=StringIO(), stderr=StringIO())
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("ingest_folder", str(tmp_path / "gone"), stdout=StringIO())
