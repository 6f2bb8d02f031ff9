"""Every file is read or refused in a sentence that names it, and stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import PROMISE, bent, corpus
from zakuro.flow.batch.running import Options, Outcome, read_group
from zakuro.flow.batch.sources import sources


def read_all(folder: Path) -> dict[str, list[Outcome]]:
    """What came of each file of a folder."""
    return {
        file.name: read_group(sources([str(file)]), Options()) for file in sorted(folder.iterdir())
    }


def check_outcomes(found: dict[str, list[Outcome]], folder: Path) -> None:
    for name, outcomes in found.items():
        assert outcomes
        for outcome in outcomes:
            assert outcome.error is None or outcome.error.startswith(f"{folder / name}")
            assert outcome.error is None or len(outcome.error) < 1000


def test_the_corpus_is_read_or_told(tmp_path: Path) -> None:
    for name, content in corpus():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "sound.txt").write_text(PROMISE, encoding="utf-8")
    found = read_all(tmp_path)
    assert len(found) > 100
    check_outcomes(found, tmp_path)
    assert len(found["sound.txt"][0].lines) == 1
    for name, words in (
        ("empty.txt", "it is empty"),
        ("bomb.zip", "too large to open"),
        ("bomb.docx", "too large to open"),
        ("nested.zip", "a ZIP archive inside another"),
        ("locked.pdf", "locked with a password"),
        ("picture.pdf", "without a text layer"),
        ("laughs.docx", "is damaged"),
        ("cut-5-a.docx", "damaged or cut off"),
        ("old.doc", "old format"),
        ("binary.txt", "cannot tell in which encoding"),
    ):
        assert words in str(found[name][0].error), name
    for name in ("as-a.pdf.txt", "as-a.docx.pdf", "as-a.html.docx", "deep.html", "charset.html"):
        assert found[name][0].lines, name


@pytest.mark.parametrize("seed", [1, 2])
def test_bent_files_are_read_or_told(tmp_path: Path, seed: int) -> None:
    for name, content in bent(80, seed):
        (tmp_path / name).write_bytes(content)
    check_outcomes(read_all(tmp_path), tmp_path)
