from datetime import UTC, datetime

import pytest

from tests.decide.entries import HOUR, SECOND, Table, charter
from zakuro.decide.reserving import accepted_by, answered_until, months_after
from zakuro.model.acts import Reversal
from zakuro.model.decisions import Accession, Attachment, NonParticipation, Objection
from zakuro.model.errors import RefusedError

OTHERS = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "CHN")


def reserved(months: int | None = 12, **procedure: object) -> tuple[Table, int, datetime]:
    """An adopted text with a reservation of Tajikistan; its entry, and the end of the silence."""
    rules = charter(reservation_months=months, **procedure)
    table = Table(rules).tabled().received()
    until = table.silent()
    words = Attachment(version=1, sort="reservation", text="not the port")
    return table, table.act("TJK", words), until


def test_months_go_by_the_calendar() -> None:
    assert months_after(datetime(2026, 12, 5, 7, tzinfo=UTC), 12) == datetime(
        2027, 12, 5, 7, tzinfo=UTC
    )
    assert months_after(datetime(2026, 1, 31, tzinfo=UTC), 1) == datetime(2026, 2, 28, tzinfo=UTC)
    assert months_after(datetime(2026, 12, 31, tzinfo=UTC), 2) == datetime(2027, 2, 28, tzinfo=UTC)


def test_who_does_not_object_in_time_has_accepted() -> None:
    table, reservation, until = reserved()
    said = table.decision.version.said[0]
    end = months_after(said.time, 12)
    assert answered_until(table.decision, said, "KAZ") == end
    table.act("KAZ", Objection(version=1, reservation=reservation, reason="no"), end - SECOND)
    assert table.decision.state(end) == "adopted"
    assert accepted_by(table.decision, said, end - SECOND) == ()
    assert accepted_by(table.decision, said, end) == tuple(
        party for party in table.decision.rules.members if party not in ("KAZ", "TJK")
    )
    with pytest.raises(RefusedError, match="TKM has accepted"):
        table.act("TKM", Objection(version=1, reservation=reservation), end)
    with pytest.raises(RefusedError, match=r"KAZ has objected to E-.* already"):
        table.act("KAZ", Objection(version=1, reservation=reservation), end)
    assert said.refused.keys() == {"KAZ"}
    assert until < end


def test_who_accedes_later_has_until_then() -> None:
    table, reservation, _ = reserved(months=1, non_participation="1/2")
    table.act("CHN", NonParticipation(version=1))
    said = table.decision.version.said[0]
    early = months_after(said.time, 1)
    assert answered_until(table.decision, said, "CHN") == early
    late = early + 100 * HOUR
    table.act("CHN", Accession(version=1), late)
    assert answered_until(table.decision, said, "CHN") == late
    assert "CHN" not in accepted_by(table.decision, said, late - SECOND)
    assert reservation == said.entry


def test_it_is_off_unless_the_charter_turns_it_on() -> None:
    table, reservation, until = reserved(months=None)
    said = table.decision.version.said[0]
    assert answered_until(table.decision, said, "KAZ") is None
    assert accepted_by(table.decision, said, until + 10_000 * HOUR) == ()
    with pytest.raises(RefusedError, match=r"gives no procedure\.reservation_months"):
        table.act("KAZ", Objection(version=1, reservation=reservation), until)


def test_what_cannot_be_answered() -> None:
    table, reservation, until = reserved()
    with pytest.raises(RefusedError, match="is not adopted"):
        table.act("KAZ", Objection(version=1, reservation=reservation))
    back = table.act("TKM", Attachment(version=1, sort="reservation", text="nor the road"))
    table.act("TKM", Reversal(entry=back, reason="settled"))
    plain = table.act("TKM", Attachment(version=1, sort="interpretation", text="as we read it"))
    for number in (back, plain, 999):
        with pytest.raises(RefusedError, match=f"E-{number} is no reservation that stands"):
            table.act("KAZ", Objection(version=1, reservation=number), until)
    with pytest.raises(RefusedError, match="is TJK's own"):
        table.act("TJK", Objection(version=1, reservation=reservation), until)
    taken = [said for said in table.decision.version.said if said.entry == back]
    assert accepted_by(table.decision, taken[0], months_after(until, 13)) == ()
