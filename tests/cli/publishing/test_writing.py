from pathlib import Path

import pytest

from zakuro.cli.publishing.writing import write
from zakuro.model.errors import ZakuroError


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "x"
    write(b"one", place)
    with pytest.raises(ZakuroError, match="there already"):
        write(b"two", place)
    assert place.read_bytes() == b"one"
    write("期日\n".encode(), None)
    assert capsys.readouterr().out == "期日\n"
