import io
import os
from pathlib import Path

import pytest

from tests.read.document.test_package import zipped
from zakuro.flow.batch import sources as module
from zakuro.flow.batch.sources import source, sources
from zakuro.model.errors import ZakuroError
from zakuro.read.document import package


def test_the_documents_of_folders_and_archives_by_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "x.md").write_text("They met.", encoding="utf-8")
    (folder / "a.txt").write_text("They agreed.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("No.", encoding="utf-8")
    (folder / "c.bin").write_bytes(b"\0")
    (folder / "z.zip").write_bytes(
        zipped({"d/y.txt": b"They parted.", "../../up.txt": b"Up.", "__MACOSX/y.txt": b""})
    )
    found = sources([str(folder)])
    assert [item.place for item in found] == ["a.txt", "b/x.md", "z/up.txt", "z/d/y.txt"]
    assert [item.content() for item in found] == [
        b"They agreed.",
        b"They met.",
        b"Up.",
        b"They parted.",
    ]
    assert found[3].name == f"{folder}/z.zip/d/y.txt"


def test_a_word_document_is_no_archive_and_an_archive_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": b"<a/>"}))
    (tmp_path / "b.dat").write_bytes(zipped({"c.txt": b"They met."}))
    found = sources([str(tmp_path / "a.docx"), str(tmp_path / "b.dat")])
    assert [item.member for item in found] == [None, "c.txt"]


def test_the_standard_input_may_be_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(zipped({"c.txt": b"They met."})))
    monkeypatch.setattr("sys.stdin", given)
    (found,) = sources(["-"])
    assert (found.name, found.content()) == ("-/c.txt", b"They met.")


def test_what_cannot_be_opened_is_told_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(zipped({"a.txt": b"They met."})[:30])
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "empty.zip").write_bytes(zipped({"a.bin": b""}))
    paths = ["cut.zip", "none.txt", "empty.zip", "a.txt"]
    found = sources([str(tmp_path / path) for path in paths])
    for item, message in zip(found, ("cut off", "No such file", "no document in"), strict=False):
        with pytest.raises(ZakuroError, match=message):
            item.content()
    assert found[3].content() == b"They met."
    (tmp_path / "nothing").mkdir()
    with pytest.raises(ZakuroError, match="no document in this folder"):
        sources([str(tmp_path / "nothing")])[0].content()


def test_a_file_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 5)
    (tmp_path / "a.txt").write_bytes(b"They met.")
    with pytest.raises(ZakuroError, match="too large for one document"):
        sources([str(tmp_path / "a.txt")])[0].content()
    assert package.LARGEST > 5


def test_one_document_where_one_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(zipped({"c.txt": b"They met.", "d.txt": b"They met."}))
    with pytest.raises(ZakuroError, match="2 documents; give one of them"):
        source(str(tmp_path / "b.zip"))


def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")
    Path(name).write_bytes(b"They met.")
    (found,) = sources([name])
    assert found.name.endswith("bad\\xff.txt")
    assert found.content() == b"They met."
