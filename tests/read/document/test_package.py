import io
import zipfile

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.read.document import package
from zakuro.read.document.package import Package, is_package


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_files_are_read_by_their_names() -> None:
    opened = Package(zipped({"a/b.txt": b"They met.", "c.txt": b""}), "x.zip")
    assert list(opened.names()) == ["a/b.txt", "c.txt"]
    assert "c.txt" in opened
    assert opened.read("a/b.txt") == b"They met."


def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Package(zipped({"a.txt": bytes(20_000_000)}), "x.zip")
    with pytest.raises(ZakuroError, match=r"^x\.zip/a\.txt: 20,000,000 bytes packed into .*give a"):
        opened.read("a.txt")
    monkeypatch.setattr(package, "LARGEST", 5)
    with pytest.raises(ZakuroError, match="too large to open"):
        Package(zipped({"a.txt": b"123456"}), "x.zip").read("a.txt")


def test_overlapping_files_are_refused() -> None:
    data = bytearray(zipped({"a.txt": b"abc" * 1000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 20 : place + 24] = (10_000).to_bytes(4, "little")
    with pytest.raises(ZakuroError, match="overlap"):
        Package(bytes(data), "x.zip")


def test_what_is_locked_damaged_or_cut_off_is_told() -> None:
    data = zipped({"a.txt": b"They met in the capital." * 9})
    with pytest.raises(ZakuroError, match=r"x\.zip: a ZIP archive that is damaged or cut off"):
        Package(data[:40], "x.zip")
    damaged = bytearray(data)
    damaged[45] ^= 0xFF
    with pytest.raises(ZakuroError, match=r"x\.zip/a\.txt: damaged"):
        Package(bytes(damaged), "x.zip").read("a.txt")
    locked = bytearray(data)
    locked[6] |= 1
    place = locked.rindex(b"PK\x01\x02")
    locked[place + 8] |= 1
    with pytest.raises(ZakuroError, match="locked with a password"):
        Package(bytes(locked), "x.zip").read("a.txt")


def test_archives_are_told_by_their_first_bytes() -> None:
    assert is_package(zipped({}))
    assert not is_package(b"They met.")
