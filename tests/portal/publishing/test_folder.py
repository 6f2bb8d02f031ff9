from errno import ENOSPC
from pathlib import Path

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.publishing.folder import MANIFEST, Folder


def test_what_stands_there_is_left_and_what_is_no_more_goes(tmp_path: Path) -> None:
    first = Folder(tmp_path)
    first.put("a/one.html", b"1")
    first.put("two.html", b"2")
    first.finish()
    assert (first.files, first.written, first.removed) == (2, 2, 0)
    again = Folder(tmp_path)
    again.put("a/one.html", b"1")
    again.put("three.html", b"3")
    again.finish()
    assert (again.files, again.written, again.removed) == (2, 1, 1)
    assert not (tmp_path / "two.html").exists()


def test_a_folder_left_before_its_end_is_known_again(tmp_path: Path) -> None:
    first = Folder(tmp_path)
    first.put("one.html", b"1")
    first.leave()
    again = Folder(tmp_path)
    again.put("one.html", b"1")
    again.finish()
    assert again.written == 0


def test_a_folder_whose_making_was_killed_is_known_again(tmp_path: Path) -> None:
    Folder(tmp_path / "new").put("one.html", b"1")
    again = Folder(tmp_path / "new")
    again.put("one.html", b"1")
    again.finish()
    assert (again.files, again.written) == (1, 1)
    (tmp_path / "begun").mkdir()
    (tmp_path / "begun" / f"{MANIFEST}.partial").write_bytes(b"{")
    begun = Folder(tmp_path / "begun")
    begun.put("one.html", b"1")
    begun.finish()
    assert {each.name for each in (tmp_path / "begun").iterdir()} == {"one.html", MANIFEST}


def test_nothing_is_listed_where_nothing_was_written(tmp_path: Path) -> None:
    Folder(tmp_path / "new").leave()
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file, no folder")
    (tmp_path / MANIFEST).write_text("{}")
    with pytest.raises(ZakuroError, match="Cannot write"):
        Folder(tmp_path).put("a/one.html", b"1")


def test_a_file_that_broke_off_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Folder(tmp_path)
    first.put("one.html", b"1")
    first.put("two.html", b"old words")
    first.finish()
    write = Path.write_bytes

    def breaks_off(place: Path, body: bytes) -> int:
        if body != b"new words":
            return write(place, body)
        write(place, body[:3])
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", breaks_off)
    second = Folder(tmp_path)
    second.put("one.html", b"1")
    with pytest.raises(ZakuroError, match=r"two\.html: No space left"):
        second.put("two.html", b"new words")
    second.leave()
    monkeypatch.undo()
    assert (tmp_path / "two.html").read_bytes() == b"old words"
    assert {each.name for each in tmp_path.iterdir()} == {"one.html", "two.html", MANIFEST}
    third = Folder(tmp_path)
    third.put("one.html", b"1")
    third.put("two.html", b"new words")
    third.finish()
    assert third.written == 1
    assert (tmp_path / "two.html").read_bytes() == b"new words"
