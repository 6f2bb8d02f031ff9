from pathlib import Path

import pytest

from zakuro.flow.batch.writing import check_places, write_whole
from zakuro.model.errors import ZakuroError


def test_a_file_is_replaced_whole_with_the_rights_it_had(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_whole(file, b"one")
    file.chmod(0o600)
    write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_link_points_to_is_kept(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_bytes(b"kept")
    (tmp_path / "link.txt").symlink_to(tmp_path / "kept.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "kept.txt").read_bytes() == b"kept"
    assert (tmp_path / "link.txt").read_bytes() == b"new"


@pytest.mark.parametrize("place", ["/dev/full", "none/a.txt"])
def test_what_the_system_refuses_is_told_with_the_file(tmp_path: Path, place: str) -> None:
    with pytest.raises(ZakuroError, match=f"Cannot write .*{place}: No s"):
        write_whole(tmp_path / place, b"one")


def test_no_result_goes_over_what_is_read_nor_over_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    inputs = [str(tmp_path / "a.txt")]
    with pytest.raises(ZakuroError, match="written over a document that is read"):
        check_places(inputs, [("x", tmp_path / "link.txt")])
    with pytest.raises(ZakuroError, match=r"b\.html: would hold both x and y"):
        check_places(inputs, [("x", tmp_path / "b.html"), ("y", tmp_path / "b.html")])
    with pytest.raises(ZakuroError, match="a folder; give a file"):
        check_places(inputs, [("x", tmp_path)])
    with pytest.raises(ZakuroError, match="is no folder"):
        check_places(inputs, [("x", tmp_path / "a.txt" / "b.html")])
    check_places(inputs, [("x", tmp_path / "b.html"), ("y", tmp_path / "new" / "c.html")])
