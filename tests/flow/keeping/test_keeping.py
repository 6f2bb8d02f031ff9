from pathlib import Path

import pytest

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import (
    assess,
    keep_evidence,
    link,
)
from zakuro.model.errors import RefusedError, ZakuroError


def test_an_assessment_is_an_assessors(opened: Books) -> None:
    entry = assess(
        opened, "P-3", party="CHN", value=1, evidence=["https://example.org"], filed_by="zhuldyz"
    )
    assert (entry.author.filed_by, entry.author.party) == ("zhuldyz", None)
    (row,) = opened.journal.rows(tables.ASSESSMENTS)
    assert (row["party"], row["value"], row["since"]) == ("CHN", "1", "2026-07-01")


def test_evidence_files_are_kept_by_their_hash(opened: Books, tmp_path: Path) -> None:
    photo = tmp_path / "opening.jpg"
    photo.write_bytes(b"light")
    kept = keep_evidence(opened, [str(photo), "https://example.org/a"])
    assert kept[1] == "https://example.org/a"
    assert opened.journal.blob(kept[0].removeprefix("sha256:")) == b"light"
    with pytest.raises(ZakuroError, match="no address and no file"):
        keep_evidence(opened, ["nowhere.jpg"])


def test_parts_form_no_circle(opened: Books) -> None:
    link(opened, "P-2", "P-3", filed_by="anna")
    with pytest.raises(RefusedError, match="parts form no circle"):
        link(opened, "P-3", "P-2", filed_by="anna")
    link(opened, "P-2", None, filed_by="anna")
    link(opened, "P-5", "P-2", filed_by="anna")
    assert opened.account("P-5").part_of == "P-2"
    with pytest.raises(RefusedError, match="would vanish from the totals"):
        link(opened, "P-4", "P-3", filed_by="anna")
