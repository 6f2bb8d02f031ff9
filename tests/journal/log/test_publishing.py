import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journal.helpers import BOOKS, add
from zakuro.journal import Journal, create_journal, export_log, generate_key, verify_log
from zakuro.journal import verifier_key as verifier_key_of
from zakuro.journal.books import Head
from zakuro.journal.log.checkpoint import sign_checkpoint
from zakuro.journal.log.tiles import pack_entries, unpack_entries
from zakuro.model.errors import ZakuroError

KEY = generate_key()
LINE = verifier_key_of(BOOKS, KEY)


def files(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def test_a_log_is_published_and_continued(journal: Journal, tmp_path: Path) -> None:
    log = tmp_path / "log"
    earlier = None
    for size in (0, 1, 200, 256, 256, 600):
        add(journal, size - journal.size())
        head = export_log(journal, log, KEY)
        assert head == journal.head()
        assert verify_log(log, LINE, earlier) == head
        earlier = head
    assert set(files(log)) == {
        "checkpoint",
        "tile/0/000",
        "tile/0/001",
        "tile/0/002.p/88",
        "tile/1/000.p/1",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/001",
        "tile/entries/002.p/88",
    }
    assert len(files(log)["tile/0/000"]) == 256 * 32
    export_log(journal, tmp_path / "anew", KEY)
    anew = files(tmp_path / "anew")
    assert {name: content for name, content in files(log).items() if name in anew} == anew


def test_a_log_of_three_levels(sqlite_journal: Journal, tmp_path: Path) -> None:
    add(sqlite_journal, 70_000)
    export_log(sqlite_journal, tmp_path, KEY)
    # The example of the specification of tlog-tiles.
    names = set(files(tmp_path))
    assert {
        "tile/0/272",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    } <= (names)
    assert len([name for name in names if name.startswith("tile/0/")]) == 274
    assert verify_log(tmp_path, LINE) == sqlite_journal.head()


@pytest.fixture
def log(sqlite_journal: Journal, tmp_path: Path) -> Path:
    add(sqlite_journal, 300)
    directory = tmp_path / "log"
    export_log(sqlite_journal, directory, KEY)
    return directory


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


def test_a_tampered_entry_is_found(log: Path) -> None:
    rewrite(log / "tile/entries/000", lambda data: data.replace(b'"place":7}', b'"place":8}'))
    with pytest.raises(ZakuroError, match="tile/0/000 does not hold the hashes"):
        verify_log(log, LINE)


def test_a_tampered_entry_with_its_tiles_is_found(log: Path, tmp_path: Path) -> None:
    # Somebody writes the whole log anew and cannot sign it.
    with create_journal(tmp_path / "forged.db", books=BOOKS) as forged:
        add(forged, 300, subject="P-2")
        export_log(forged, tmp_path / "forged", KEY)
    shutil.copytree(tmp_path / "forged" / "tile", log / "tile", dirs_exist_ok=True)
    with pytest.raises(ZakuroError, match="do not make the root"):
        verify_log(log, LINE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tile/entries/001.p/44", "cut off|must hold"),
        ("tile/0/001.p/44", "does not hold"),
        ("tile/1/000.p/1", "does not hold"),
        ("tile/0/000", "does not hold"),
    ],
)
def test_a_truncated_file_is_found(log: Path, name: str, words: str) -> None:
    rewrite(log / name, lambda data: data[:-32])
    with pytest.raises(ZakuroError, match=words):
        verify_log(log, LINE)
    (log / name).unlink()
    with pytest.raises(ZakuroError, match="lacks"):
        verify_log(log, LINE)


def test_a_log_truncated_at_an_entry_is_found(log: Path) -> None:
    bundle = log / "tile/entries/001.p/44"
    rewrite(bundle, lambda data: pack_entries(unpack_entries(data)[:-1]))
    with pytest.raises(ZakuroError, match="holds 43 entries"):
        verify_log(log, LINE)


def test_entries_in_another_order_are_found(log: Path) -> None:
    rewrite(
        log / "tile/entries/000",
        lambda data: pack_entries(reversed(unpack_entries(data))),
    )
    with pytest.raises(ZakuroError, match="another entry in the place of 1"):
        verify_log(log, LINE)


def test_a_forked_and_signed_log_is_found_by_who_knows_an_earlier_head(
    sqlite_journal: Journal, log: Path, tmp_path: Path
) -> None:
    # The keeper shows another history, well signed: only an earlier head tells.
    known = sqlite_journal.head(100)
    with create_journal(tmp_path / "fork.db", books=BOOKS) as fork:
        add(fork, 99)
        add(fork, 300, subject="P-2")
        export_log(fork, tmp_path / "fork", KEY)
        assert verify_log(tmp_path / "fork", LINE, fork.head(100)) == fork.head()
        with pytest.raises(ZakuroError, match="changed or forked"):
            verify_log(tmp_path / "fork", LINE, known)
        assert verify_log(log, LINE, known) == sqlite_journal.head()
        before = files(log)
        with pytest.raises(ZakuroError, match="do not continue"):
            export_log(fork, log, KEY)
        assert files(log) == before


def test_a_shortened_log_is_found(sqlite_journal: Journal, log: Path, tmp_path: Path) -> None:
    with create_journal(tmp_path / "short.db", books=BOOKS) as short:
        add(short, 200)
        with pytest.raises(ZakuroError, match="do not continue"):
            export_log(short, log, KEY)
        export_log(short, tmp_path / "short", KEY)
    with pytest.raises(ZakuroError, match="it had 300 before"):
        verify_log(tmp_path / "short", LINE, sqlite_journal.head())


def test_a_head_signed_by_another_is_refused(log: Path) -> None:
    (log / "checkpoint").write_text(
        sign_checkpoint(BOOKS, Head(size=0, root="00" * 32), generate_key())
    )
    with pytest.raises(ZakuroError, match="does not bear"):
        verify_log(log, LINE)
    with pytest.raises(ZakuroError, match="does not bear"):
        verify_log(log, verifier_key_of("example.org/other", KEY))


def test_where_no_log_can_be_written_it_is_told(
    sqlite_journal: Journal, log: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ZakuroError, match="Cannot"):
        export_log(sqlite_journal, tmp_path / "file", KEY)
    with pytest.raises(ZakuroError, match="does not bear"):
        export_log(sqlite_journal, log, generate_key())
    with pytest.raises(ZakuroError, match="lacks"):
        verify_log(tmp_path / "absent", LINE)
