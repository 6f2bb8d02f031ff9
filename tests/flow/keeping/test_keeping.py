from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.flow.builder import CHARTER
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import (
    assess,
    change_charter,
    keep_evidence,
    link,
    private_key,
    register_key,
)
from zakuro.journal import generate_key, public_key_text, write_private_key
from zakuro.model.acts import Charter, Key, Tolerances
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


def test_new_tolerances_are_applied_to_all(opened: Books) -> None:
    on = date(2026, 6, 17).isoformat()
    at = [("party", "=", ""), ("number", "=", 4), ("since", "<=", on), ("until", ">", on)]
    report = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-4", report, receiver="KAZ", value=Decimal(900), on=date(2026, 6, 1))
    (row,) = opened.journal.rows(tables.STANDINGS, at)  # type: ignore[arg-type]
    assert row["standing"] == "behind"
    lenient = Charter(
        members=CHARTER.members, groups=CHARTER.groups, tolerances=Tolerances(behind=Decimal("0.5"))
    )
    change_charter(opened, lenient, filed_by="anna")
    (row,) = opened.journal.rows(tables.STANDINGS, at)  # type: ignore[arg-type]
    assert row["standing"] == "on course"


def test_a_key_is_registered_and_the_next_is_signed_with_it(opened: Books, tmp_path: Path) -> None:
    first, second = generate_key(), generate_key()
    write_private_key(first, tmp_path / "first.pem")
    register_key(opened, "CHN", Key(public_key=public_key_text(first)), filed_by="anna")
    replacement = Key(public_key=public_key_text(second), signed_only=True)
    with pytest.raises(RefusedError, match="only signed with it"):
        register_key(opened, "CHN", replacement, filed_by="anna")
    with pytest.raises(ZakuroError, match="signature"):
        register_key(opened, "CHN", replacement, filed_by="anna", signed_with=second)
    loaded = private_key(tmp_path / "first.pem")
    register_key(opened, "CHN", replacement, filed_by="anna", signed_with=loaded)
    assert opened.keys["CHN"] == replacement
    with pytest.raises(RefusedError, match="CHN wants its acts signed"):
        acts.report(
            opened, "P-3", Word(party="CHN", filed_by="anna"), receiver="KAZ", value=Decimal(1)
        )
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(1), key=second)
    assert opened.account("P-3").last.author.basis == "signed"
    assert private_key(None) is None


def test_only_a_member_registers_a_key(opened: Books) -> None:
    key = Key(public_key=public_key_text(generate_key()))
    with pytest.raises(RefusedError, match="AFG is no member"):
        register_key(opened, "AFG", key, filed_by="anna")
    with pytest.raises(ZakuroError, match="'Kazakhstan' is no party"):
        register_key(opened, "Kazakhstan", key, filed_by="anna")
